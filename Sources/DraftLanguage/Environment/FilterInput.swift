#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a filter works on: the value before `|`, the arguments, and the place where it stands.
public struct FilterInput {
  /// The value as it is, a localised one with all its languages.
  public let value: Value
  let arguments: [Value]
  let rest: [Value]
  let named: [(name: String, value: Value)]
  let filter: Filter
  let machine: Machine
  let node: Int32
  let inputNode: Int32

  /// The language in scope, `kk` or `ru`; nil in a neutral place.
  public var language: String? { machine.language }

  /// The argument of a parameter, or what holds when it was not given.
  public subscript(name: String) -> Value {
    guard let position = filter.parameters.firstIndex(where: { $0.name == name }) else {
      return .undefined
    }
    return arguments[position]
  }

  /// The value, of a localised one the text of the language in scope.
  public func resolved() throws(FilterError) -> Value { try resolve(value, inputNode) }

  /// The value as text: text itself, the digits of a number.
  public func string() throws(FilterError) -> String {
    guard let text = machine.text(value, inputNode) else { throw .silent }
    return text
  }

  /// The value as words of a person: text itself, the digits of a number, nothing for `null`.
  ///
  /// A list, a mapping without a text for the language in scope and a truth value are the error
  /// `wrong-type`.
  public func words() throws(FilterError) -> String {
    let value = try resolved()
    switch value {
    case .null: return ""
    case .list, .object, .bool: throw .notText(machine.quoted(inputNode), value)
    default: return try string()
    }
  }

  /// The value as a whole number; text of digits counts.
  public func integer() throws(FilterError) -> Int {
    try integer(resolved(), machine.quoted(inputNode))
  }

  /// The value as a decimal number; text of digits counts.
  public func decimal() throws(FilterError) -> DecimalNumber {
    try decimal(resolved(), machine.quoted(inputNode))
  }

  /// An argument as text; nil when it is `none`.
  public func string(_ name: String) throws(FilterError) -> String? {
    switch try resolve(self[name], -1) {
    case .null, .undefined: return nil
    case let value:
      guard let text = machine.text(value, -1) else { throw .silent }
      return text
    }
  }

  /// An argument as a whole number; nil when it is `none`.
  public func integer(_ name: String) throws(FilterError) -> Int? {
    switch try resolve(self[name], -1) {
    case .null, .undefined: return nil
    case let value: return try integer(value, name)
    }
  }

  /// An argument as a truth value.
  public func flag(_ name: String) -> Bool { machine.truth(self[name], -1) }

  /// Records a warning about the value at this place; one key warns once in a fill.
  public func warn(code: String, message: Message, hint: Message? = nil, key: String) {
    guard machine.warned.insert(code + "\u{0}" + key).inserted else { return }
    machine.add(
      Diagnostic(
        .warning, code: code, message, at: machine.program.tables.place(of: node),
        hints: hint.map { [$0] } ?? [], dataPath: inputNode >= 0 ? machine.path(inputNode) : nil))
  }

  private func resolve(_ value: Value, _ node: Int32) throws(FilterError) -> Value {
    let resolved = machine.scalar(value, node)
    if resolved.isPoison { throw .silent }
    return resolved
  }

  private func integer(_ value: Value, _ quoted: String) throws(FilterError) -> Int {
    switch value {
    case .int(let number): return number
    case .bool(let flag): return flag ? 1 : 0
    case .decimal(let number):
      if let whole = Rounding.integer(number.value) { return whole }
    case .string(let text):
      if let whole = Int(text) { return whole }
    default: break
    }
    throw .notWhole(quoted, value)
  }

  private func decimal(_ value: Value, _ quoted: String) throws(FilterError) -> DecimalNumber {
    switch value {
    case .int(let number): return DecimalNumber(Decimal(number), written: String(number))
    case .decimal(let number): return number
    case .string(let text):
      if let number = Numbers.parse(text) { return number }
    default: break
    }
    throw .notNumber(quoted, value)
  }
}

/// Numbers in texts of the data.
enum Numbers {
  /// The number that a text writes in ASCII digits, with a point and an optional sign.
  static func parse(_ text: String) -> DecimalNumber? {
    var digits = 0
    var points = 0
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E: points += 1
      case 0x2D, 0x2B: if position > 0 { return nil }
      default: return nil
      }
    }
    guard digits > 0, digits <= 38, points <= 1, let value = Decimal(string: text) else {
      return nil
    }
    return DecimalNumber(value, written: text)
  }
}

extension FilterError {
  /// The error was already reported; nothing more is to be said.
  static let silentCode = ""
  static let silent = FilterError(code: silentCode, message: Message(en: "", ru: "", kk: ""))

  /// A value of another kind than is needed.
  ///
  /// - Parameters:
  ///   - needed: what is needed, as a clause.
  ///   - quoted: the words of the template.
  static func wrongType(_ needed: Message, _ quoted: String, _ value: Value) -> FilterError {
    let kind = Message.kind(of: value)
    return FilterError(
      code: "wrong-type",
      message: Message(
        en: "\(needed.en); `\(quoted)` is \(kind.en)",
        ru: "\(needed.ru), а `\(quoted)` — \(kind.ru)",
        kk: "\(needed.kk), ал `\(quoted)` — \(kind.kk)"))
  }

  static func notWhole(_ quoted: String, _ value: Value) -> FilterError {
    wrongType(
      Message(en: "a whole number is needed", ru: "нужно целое число", kk: "бүтін сан керек"),
      quoted, value)
  }

  static func notText(_ quoted: String, _ value: Value) -> FilterError {
    wrongType(
      Message(en: "a text is needed", ru: "нужен текст", kk: "мәтін керек"), quoted, value)
  }

  static func notNumber(_ quoted: String, _ value: Value) -> FilterError {
    wrongType(
      Message(en: "a number is needed", ru: "нужно число", kk: "сан керек"), quoted, value)
  }
}
