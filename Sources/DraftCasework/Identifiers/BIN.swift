internal import Draft

/// The business identification number of an organisation (БСН, БИН): twelve digits, the last a
/// check.
///
/// Source: order № 423 of 27.06.2023. A sole proprietor has none and gives his ``IIN``.
public struct BIN: CaseIdentifier {
  /// What the fifth digit says of the holder.
  public enum Holder: Int, Sendable, Hashable {
    /// A resident organisation.
    case resident = 4
    /// A non-resident organisation.
    case nonResident = 5
    /// Joint sole proprietors.
    case jointProprietors = 6
  }

  /// The twelve digits.
  public let text: String
  private let digits: [Int]

  /// Reads a BIN.
  public init(_ text: String) throws(IdentifierFault) {
    digits = try CheckedNumber.digits(text, code: "bin")
    self.text = digits.map(String.init).joined()
  }

  /// Who the number belongs to; nil when its fifth digit says nothing known.
  public var holder: Holder? { Holder(rawValue: digits[4]) }

  /// Whether the number belongs to a branch or a representative office, not to the head.
  public var isBranch: Bool { digits[5] == 1 || digits[5] == 2 }

  /// A month that is none, and digits that no order knows.
  public var doubts: [IdentifierFault] {
    var doubts: [IdentifierFault] = []
    if !(1...12).contains(digits[2] * 10 + digits[3]) {
      doubts.append(
        IdentifierFault(
          .warning, code: "bin-month",
          Message(
            en: "digits 3 and 4 should be a month, 01 to 12",
            ru: "цифры 3 и 4 должны быть месяцем, от 01 до 12",
            kk: "3 пен 4-цифрлар ай болуы керек, 01-ден 12-ге дейін")))
    }
    if holder == nil {
      doubts.append(
        IdentifierFault(
          .warning, code: "bin-holder",
          Message(
            en: "digit 5 should be 4, 5 or 6",
            ru: "цифра 5 должна быть 4, 5 или 6", kk: "5-цифр 4, 5 немесе 6 болуы керек"),
          hint: Message(
            en: "a person or a sole proprietor has an IIN, not a BIN",
            ru: "у физического лица и индивидуального предпринимателя не БИН, а ИИН",
            kk: "жеке тұлға мен жеке кәсіпкерде БСН емес, ЖСН болады")))
    } else if !(0...4).contains(digits[5]) {
      doubts.append(
        IdentifierFault(
          .warning, code: "bin-branch",
          Message(
            en: "digit 6 should be 0 to 4", ru: "цифра 6 должна быть от 0 до 4",
            kk: "6-цифр 0-ден 4-ке дейін болуы керек")))
    }
    return doubts
  }
}
