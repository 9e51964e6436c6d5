internal import Draft

/// The number of a court case, such as `7585-24-00-2/101` or `3599-24-00-2а/2151`.
///
/// The form was seen in public software; no act was read for it, so another one is a warning.
public struct CourtCaseNumber: CaseIdentifier {
  /// The number.
  public let text: String

  /// Reads a number: four digits, year, two digits, kind of case with a letter at most, `/`, digits.
  public init(_ text: String) throws(IdentifierFault) {
    let number = text.trimmed
    let halves = number.split(separator: "/", omittingEmptySubsequences: false)
    let groups = halves.first?.split(separator: "-", omittingEmptySubsequences: false) ?? []
    let isDigits: (Substring) -> Bool = {
      !$0.isEmpty && $0.unicodeScalars.allSatisfy(LatinLetters.isDigit)
    }
    guard halves.count == 2, isDigits(halves[1]), groups.count == 4,
      groups.prefix(3).map(\.count) == [4, 2, 2], groups.prefix(3).allSatisfy(isDigits),
      CourtCaseNumber.isKind(groups[3])
    else {
      throw IdentifierFault(
        .warning, code: "case-number-form",
        Message(
          en: "a court case usually has a number like 7585-24-00-2/101",
          ru: "номер судебного дела обычно вида 7585-24-00-2/101",
          kk: "сот ісінің нөмірі әдетте 7585-24-00-2/101 түрінде болады"))
    }
    self.text = number
  }

  /// A digit, and a small letter of either alphabet after it or none.
  private static func isKind(_ group: Substring) -> Bool {
    let scalars = Array(group.unicodeScalars)
    guard let first = scalars.first, LatinLetters.isDigit(first), scalars.count <= 2 else {
      return false
    }
    guard scalars.count == 2 else { return true }
    return (0x430...0x44F).contains(scalars[1].value) || (0x61...0x7A).contains(scalars[1].value)
  }
}
