/// Numbers of documents that are counted up from a first one: 101/2026-Қ, 102/2026-Қ, …
///
/// Of several groups of digits the one counts that is no year (four digits from 1900 to 2099), or the
/// one in braces: `01-15/{7}`. The rest stays as it is, and so does the width of the group.
public struct RunningNumber: Sendable, Hashable {
  /// The field that gets the number, such as `nda.number`.
  public var path: String
  private let before: String
  private let after: String
  private let width: Int
  /// What the first number counts.
  let first: Int

  /// The largest number that there can be.
  public static let largest = 1 << 53 - 1

  /// Numbers from a first one on; nil when it has no digits, when nobody can tell which of them count, or
  /// when it is beyond ``largest``.
  ///
  /// - Parameters:
  ///   - text: the first number, as it shall look, the digits that count perhaps in braces.
  ///   - path: the field that gets it.
  public init?(from text: String, path: String) {
    guard let digits = Self.digits(in: text), let first = Self.number(digits) else { return nil }
    self.path = path
    self.first = first
    let lead = text[..<digits.startIndex]
    let rest = text[digits.endIndex...]
    let isMarked = lead.last == "{" && rest.first == "}"
    before = String(isMarked ? lead.dropLast() : lead)
    after = String(isMarked ? rest.dropFirst() : rest)
    width = digits.count
  }

  /// Whether it is known which digits of a number count, but they are too many.
  public static func isTooLarge(_ text: String) -> Bool {
    digits(in: text).map { number($0) == nil } ?? false
  }

  /// The digits that count; nil when there are none, or when nobody can tell which.
  private static func digits(in text: String) -> Substring? {
    marked(in: text) ?? counted(in: text)
  }

  private static func number(_ digits: Substring) -> Int? {
    Int(digits).flatMap { $0 <= largest ? $0 : nil }
  }

  /// The digits in braces; nil when there are none, or several.
  private static func marked(in text: String) -> Substring? {
    let groups = groups(in: text).filter { group in
      text[..<group.startIndex].last == "{" && text[group.endIndex...].first == "}"
    }
    return groups.count == 1 ? groups[0] : nil
  }

  /// The only group of digits, or the only one that is no year; nil when there is none.
  private static func counted(in text: String) -> Substring? {
    let groups = groups(in: text)
    let others = groups.filter { group in
      !(group.count == 4 && (group.hasPrefix("19") || group.hasPrefix("20")))
    }
    if others.count == 1 { return others[0] }
    return groups.count == 1 ? groups[0] : nil
  }

  private static func groups(in text: String) -> [Substring] {
    text.split { !($0.isASCII && $0.isNumber) }
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
    return Self.number(digits)
  }
}
