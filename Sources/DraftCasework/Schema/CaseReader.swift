internal import Draft

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reads case data against the schema: finds all that is wrong, leaves out what is empty, and brings
/// identifiers into their canonical form. Keys that the schema lacks stay, but for `null`.
struct CaseReader {
  /// One step of the way to a value.
  enum Step {
    case key(String)
    case index(Int)
  }

  private(set) var diagnostics: [Diagnostic] = []
  private var steps: [Step] = []
  private let place: ((String) -> Place?)?

  init(place: ((String) -> Place?)?) { self.place = place }

  /// The mapping without what is empty; nil when nothing is left.
  mutating func read(_ object: ObjectValue, _ schema: RecordSchema) -> ObjectValue? {
    var pairs: [(key: String, value: Value)] = []
    pairs.reserveCapacity(object.keys.count)
    for (key, value) in zip(object.keys, object.values) {
      steps.append(.key(key))
      if let field = schema.field(key) {
        if let read = read(value, field.kind) { pairs.append((key, read)) }
      } else {
        suggest(key, object, schema)
        if let read = readUnknown(value, key) { pairs.append((key, read)) }
      }
      steps.removeLast()
    }
    if pairs.isEmpty { return nil }
    let result = ObjectValue(pairs)
    checkTogether(result, schema.role)
    return result
  }

  private mutating func read(_ value: Value, _ kind: CaseKind) -> Value? {
    if CaseReader.isEmpty(value) { return nil }
    switch kind {
    case .text:
      if value.text == nil { wrong(.text, value) }
      return value
    case .localised: return localised(value)
    case .money, .number, .whole: return number(value, kind)
    case .flag: return flag(value)
    case .choice(let words): return choice(value, words)
    case .identifier(let type): return identifier(value, type)
    case .powers: return powers(value)
    case .term:
      if Term(value: value) == nil { wrong(.term, value) }
      return value
    case .list(let kind):
      guard case .list(let items) = value else {
        wrong(.list(kind), value)
        return value
      }
      var kept: [Value] = []
      kept.reserveCapacity(items.count)
      for (index, item) in items.enumerated() {
        steps.append(.index(index))
        if let read = read(item, kind) { kept.append(read) }
        steps.removeLast()
      }
      // A list that was written empty says that there is none; one of blanks was not filled in.
      return kept.isEmpty && !items.isEmpty ? nil : .list(kept)
    case .record(let schema):
      guard case .object(let object) = value else {
        wrong(.record(schema), value)
        return value
      }
      return read(object, schema).map(Value.object)
    }
  }

  /// Whether nothing was filled in: `null`, or a text of spaces.
  private static func isEmpty(_ value: Value) -> Bool {
    switch value {
    case .null, .undefined: true
    case .string(let text): text.utf8.allSatisfy { $0 == 0x20 }
    default: false
    }
  }

  // MARK: Scalars

  private mutating func localised(_ value: Value) -> Value? {
    guard case .object(let object) = value else {
      if let text = value.text { checkLetters(text) } else { wrong(.localised, value) }
      return value
    }
    if object["kk"] == nil, object["ru"] == nil, object["en"] == nil, object["$type"] == nil,
      object["$str"] == nil
    {
      wrong(.localised, value)
      return value
    }
    var isChanged = false
    var pairs: [(key: String, value: Value)] = []
    for (key, part) in zip(object.keys, object.values) {
      if CaseReader.isEmpty(part) {
        isChanged = true
        continue
      }
      if let text = part.text {
        steps.append(.key(key))
        checkLetters(text)
        steps.removeLast()
      }
      pairs.append((key, part))
    }
    if !isChanged { return value }
    return pairs.isEmpty ? nil : .object(ObjectValue(pairs))
  }

  private mutating func flag(_ value: Value) -> Value {
    let value = value.reading(as: .boolean)
    if case .bool = value {} else { wrong(.flag, value) }
    return value
  }

  private mutating func number(_ value: Value, _ kind: CaseKind) -> Value {
    let value = value.reading(as: .number)
    let isRight: Bool
    var isPositive = true
    switch (kind, value) {
    case (.whole, .int(let number)):
      isRight = true
      isPositive = number > 0
    case (.number, .int(let number)):
      isRight = true
      isPositive = number > 0
    case (.number, .decimal(let number)):
      isRight = true
      isPositive = number.value > 0
    case (.money, _):
      let money = Money(value: value)
      isRight = money != nil
      isPositive = (money?.tiyn ?? 1) > 0
    default: isRight = false
    }
    if !isRight {
      wrong(kind, value)
    } else if !isPositive {
      report(.notPositive)
    }
    return value
  }

  private mutating func choice(_ value: Value, _ words: [String]) -> Value {
    guard case .string(let text) = value else {
      wrong(.choice(words), value)
      return value
    }
    if !words.contains(text) { report(.unknownWord(text, among: words)) }
    return value
  }

  mutating func identifier(_ value: Value, _ type: any CaseIdentifier.Type) -> Value {
    guard let text = value.text else {
      wrong(.text, value)
      return value
    }
    do throws(IdentifierFault) {
      let identifier = try type.init(text)
      for doubt in identifier.doubts { report(doubt) }
      return identifier.text == text ? value : .string(identifier.text)
    } catch {
      report(error)
      return value
    }
  }

  private mutating func powers(_ value: Value) -> Value {
    let names = SpecialPower.allCases.map(\.rawValue)
    switch value {
    case .string("full"): break
    case .list(let items):
      for (index, item) in items.enumerated() {
        steps.append(.index(index))
        _ = choice(item, names)
        steps.removeLast()
      }
    case .object(let object):
      var pairs: [(key: String, value: Value)] = []
      for (key, item) in zip(object.keys, object.values) {
        steps.append(.key(key))
        if key != "full", !names.contains(key) { report(.unknownWord(key, among: names)) }
        pairs.append((key, flag(item)))
        steps.removeLast()
      }
      return .object(ObjectValue(pairs))
    default: wrong(.powers, value)
    }
    return value
  }

  // MARK: Keys without a schema

  /// Identifiers keep their rules wherever they stand, and a party is one under any name. Of the rest
  /// only `null` is touched: it is the blank of a form, which no document may print.
  private mutating func readUnknown(_ value: Value, _ key: String) -> Value? {
    switch value {
    case .null, .undefined: return nil
    case .object(let object):
      if let kind = object["kind"]?.text, Party.Kind(rawValue: kind) != nil, object["name"] != nil {
        return read(object, CaseSchema.party).map(Value.object)
      }
      return readUnknown(object).map(Value.object)
    case .list(let items):
      var kept: [Value] = []
      kept.reserveCapacity(items.count)
      for (index, item) in items.enumerated() {
        steps.append(.index(index))
        if let read = readUnknown(item, "") { kept.append(read) }
        steps.removeLast()
      }
      return kept.isEmpty && !items.isEmpty ? nil : .list(kept)
    default:
      guard let type = CaseReader.identifiers[key], !CaseReader.isEmpty(value) else { return value }
      return identifier(value, type)
    }
  }

  private mutating func readUnknown(_ object: ObjectValue) -> ObjectValue? {
    guard
      object.values.contains(where: {
        switch $0 {
        case .object, .list, .null: true
        default: false
        }
      }) || object.keys.contains(where: { CaseReader.identifiers[$0] != nil })
    else { return object }
    var pairs: [(key: String, value: Value)] = []
    pairs.reserveCapacity(object.keys.count)
    for (key, value) in zip(object.keys, object.values) {
      steps.append(.key(key))
      if let read = readUnknown(value, key) { pairs.append((key, read)) }
      steps.removeLast()
    }
    return pairs.isEmpty && !object.keys.isEmpty ? nil : ObjectValue(pairs)
  }

  private static let identifiers: [String: any CaseIdentifier.Type] = [
    "iin": IIN.self, "bin": BIN.self, "iban": IBAN.self, "bic": BIC.self, "kbe": KBe.self,
    "phone": Phone.self, "email": EMail.self, "case_number": CourtCaseNumber.self,
  ]

  // MARK: Reports

  /// The path of the value at hand.
  var path: String {
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key):
        if key.contains(where: { ".[]".contains($0) }) {
          text += "[\"\(key)\"]"
        } else {
          text += text.isEmpty ? key : ".\(key)"
        }
      }
    }
    return text
  }

  mutating func wrong(_ kind: CaseKind, _ value: Value) { report(.wrongKind(kind, value)) }

  /// Reports a fault of the value at hand, or of a field of it.
  mutating func report(_ fault: IdentifierFault, at field: String? = nil) {
    if let field { steps.append(.key(field)) }
    let path = path
    if field != nil { steps.removeLast() }
    diagnostics.append(Diagnostic(fault, path: path, place: place?(path)))
  }

  /// Warns of a key that is probably a misspelt one of the schema.
  private mutating func suggest(_ key: String, _ object: ObjectValue, _ schema: RecordSchema) {
    guard key.utf8.count > 3, key.utf8.first != 0x24 else { return }
    let free = schema.fields.map(\.key).filter { object[$0] == nil && $0.first == key.first }
    guard let near = NearestName.find(key, among: free), near.utf8.count > 3 else { return }
    report(.unknownKey(key, near: near))
  }

  private mutating func checkLetters(_ text: String) {
    guard let word = MixedWord.first(in: text) else { return }
    report(.mixedLetters(word))
  }
}

extension Diagnostic {
  /// A fault of a value: its path, then what is wrong with it.
  init(_ fault: IdentifierFault, path: String, place: Place?) {
    let message = fault.message
    let lead = path.isEmpty ? "" : "\(path): "
    self.init(
      fault.severity, code: fault.code,
      Message(en: lead + message.en, ru: lead + message.ru, kk: lead + message.kk), at: place,
      hints: fault.hint.map { [$0] } ?? [], dataPath: path.isEmpty ? nil : path)
  }
}
