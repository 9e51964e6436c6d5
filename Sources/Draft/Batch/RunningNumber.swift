/// Numbers of documents that are counted up from a first one: 101/2026-Қ, 102/2026-Қ, …
///
/// The first group of digits counts; the rest stays as it is, and so does the width of the group.
public struct RunningNumber: Sendable, Hashable {
  /// The field that gets the number, such as `nda.number`.
  public var path: String
  private let before: String
  private let after: String
  private let width: Int
  /// What the first number counts.
  let first: Int

  /// Numbers from a first one on; nil when it has no digits.
  ///
  /// - Parameters:
  ///   - text: the first number, as it shall look.
  ///   - path: the field that gets it.
  public init?(from text: String, path: String) {
    let isDigit = { (character: Character) in character.isASCII && character.isNumber }
    guard let start = text.firstIndex(where: isDigit) else { return nil }
    let digits = text[start...].prefix(while: isDigit)
    guard let first = Int(digits), first < 1 << 53 else { return nil }
    self.path = path
    self.first = first
    before = String(text[..<start])
    after = String(text[digits.endIndex...])
    width = digits.count
  }

  /// The number of a count.
  func text(_ count: Int) -> String {
    let digits = String(count)
    return before + String(repeating: "0", count: max(0, width - digits.count)) + digits + after
  }

  /// What a number counts; nil when it is none of this series.
  func count(of text: String) -> Int? {
    guard text.hasPrefix(before), text.hasSuffix(after),
      text.count >= before.count + after.count
    else { return nil }
    let digits = text.dropFirst(before.count).dropLast(after.count)
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(digits)
  }
}
