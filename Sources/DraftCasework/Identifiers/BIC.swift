internal import Draft

/// The code of a bank in Kazakhstan (БСК, БИК), which is its SWIFT code (ISO 9362): 8 or 11 characters.
public struct BIC: CaseIdentifier {
  /// The characters, letters capital.
  public let text: String

  /// Reads a code.
  public init(_ text: String) throws(IdentifierFault) {
    let code = text.trimmed.uppercased()
    let scalars = Array(code.unicodeScalars)
    let isCharacter: (Unicode.Scalar) -> Bool = {
      LatinLetters.isDigit($0) || LatinLetters.isCapital($0)
    }
    guard scalars.count == 8 || scalars.count == 11,
      scalars[..<4].allSatisfy(LatinLetters.isCapital), scalars[4] == "K", scalars[5] == "Z",
      scalars[6...].allSatisfy(isCharacter)
    else {
      throw IdentifierFault(
        code: "bic-form",
        Message(
          en: "four Latin letters, KZ, and two or five characters are needed",
          ru: "нужны четыре латинские буквы, KZ и ещё два или пять знаков",
          kk: "төрт латын әрпі, KZ және тағы екі не бес таңба керек"),
        hint: LatinLetters.hint(code))
    }
    self.text = code
  }
}
