public import Draft

/// Why a text is not the identifier it should be.
public struct IdentifierFault: Error, Sendable, Hashable {
  /// Whether it stops a document or only asks a person to look.
  public var severity: Diagnostic.Severity
  /// A stable code, such as `iin-check-digit`.
  public var code: String
  /// What is wrong, to follow the data path: «12 digits, but the check digit is wrong».
  public var message: Message
  /// What to do about it; nil when the message says it all.
  public var hint: Message?

  /// Records a fault.
  public init(
    _ severity: Diagnostic.Severity = .error, code: String, _ message: Message,
    hint: Message? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.hint = hint
  }
}

/// A text that follows rules of its own: a number given by the state, an account, an address.
///
/// A value of such a type is always in its canonical form. In JSON and YAML it is that text.
public protocol CaseIdentifier: CaseValue, Hashable, CustomStringConvertible {
  /// Reads an identifier; spaces around it do not count.
  ///
  /// - Throws: what is wrong with the text, its severity with it.
  init(_ text: String) throws(IdentifierFault)

  /// The canonical form, as it is printed.
  var text: String { get }

  /// What is unusual about an identifier that keeps the rules; empty as a rule.
  var doubts: [IdentifierFault] { get }
}

extension CaseIdentifier {
  /// The canonical form.
  public var description: String { text }

  /// Nothing unusual.
  public var doubts: [IdentifierFault] { [] }

  /// The identifier as a value of case data: its text.
  public var value: Value { .string(text) }

  /// Reads the identifier from a scalar of case data; nil when it is none.
  public init?(value: Value) {
    guard let text = value.text, let identifier = try? Self(text) else { return nil }
    self = identifier
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
