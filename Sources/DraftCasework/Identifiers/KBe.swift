internal import Draft

/// The code of a payee (Кбе, КБе): residency, then sector of the economy.
///
/// The rules of the National Bank were not read; the form is a custom, so a strange code is a
/// warning.
public struct KBe: CaseIdentifier {
  /// The two digits.
  public let text: String

  /// Reads a code.
  public init(_ text: String) throws(IdentifierFault) {
    let code = text.trimmed
    let scalars = Array(code.unicodeScalars)
    guard scalars.count == 2, scalars[0] == "1" || scalars[0] == "2",
      LatinLetters.isDigit(scalars[1]), scalars[1] != "0"
    else {
      throw IdentifierFault(
        .warning, code: "kbe-form",
        Message(
          en: "two digits are usual: 1 (resident) or 2, then the sector, 1 to 9",
          ru: "обычно две цифры: 1 (резидент) или 2, затем сектор от 1 до 9",
          kk: "әдетте екі цифр: 1 (резидент) немесе 2, содан кейін 1-ден 9-ға дейін сектор"),
        hint: Message(
          en: "a company has 17, a person and a sole proprietor 19",
          ru: "у ТОО обычно 17, у физического лица и ИП – 19",
          kk: "ЖШС-да әдетте 17, жеке тұлға мен ЖК-де – 19"))
    }
    self.text = code
  }
}
