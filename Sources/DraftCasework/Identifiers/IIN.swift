internal import Draft

/// The individual identification number of a person (ЖСН, ИИН): twelve digits, the last a check.
///
/// Source: order № 521 of 29.06.2023. A date of birth in the first digits is a habit of the older
/// rules and no condition of validity, so a strange date is a doubt, not an error.
public struct IIN: CaseIdentifier {
  /// The twelve digits.
  public let text: String
  private let digits: [Int]

  /// Reads an IIN.
  public init(_ text: String) throws(IdentifierFault) {
    digits = try CheckedNumber.digits(text, code: "iin")
    self.text = digits.map(String.init).joined()
  }

  /// The date of birth that the first seven digits say by habit; nil when they say none.
  public var birthDate: CaseDate? {
    guard (1...6).contains(digits[6]) else { return nil }
    let century = 1800 + (digits[6] - 1) / 2 * 100
    return CaseDate(
      year: century + digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
      day: digits[4] * 10 + digits[5])
  }

  /// The sex that the seventh digit says by habit; nil when it says none.
  public var sex: PartyGender? {
    guard (1...6).contains(digits[6]) else { return nil }
    return digits[6] % 2 == 1 ? .masculine : .feminine
  }

  /// That the first digits are no date.
  public var doubts: [IdentifierFault] {
    if birthDate != nil { return [] }
    return [
      IdentifierFault(
        .warning, code: "iin-date",
        Message(
          en: "the first seven digits are no date of birth; compare it with the document",
          ru: "первые семь цифр не дают даты рождения; сверьте с документом",
          kk: "алғашқы жеті цифр туған күнді білдірмейді; құжатпен салыстырыңыз"))
    ]
  }
}
