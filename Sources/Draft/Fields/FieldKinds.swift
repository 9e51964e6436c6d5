public import DraftData
public import DraftLanguage

/// What templates use the fields of the data as, so that the text of a cell or a case can be read as
/// that.
///
/// ```swift
/// let kinds = FieldKinds(of: [template])
/// kinds.kind(of: "files[0].sheets")  // .number
/// let document = try template.fill(with: data.reading(kinds.texts()).root)
/// ```
public struct FieldKinds: Sendable {
  private var kinds: [String: FieldKind] = [:]
  /// Those that are not taken for numbers only because they are added to others.
  private var numbers: Set<String> = []

  /// What some templates use their fields as.
  public init(of templates: [Template] = []) {
    for field in templates.flatMap(\.programs).flatMap(\.fieldKinds) {
      kinds[field.path] = kinds[field.path]?.joined(with: field.kind) ?? field.kind
      if field.kind == .number, !field.mayBeText { numbers.insert(field.path) }
    }
  }

  /// What templates together use their fields as.
  init(joining parts: [FieldKinds]) {
    for part in parts {
      kinds.merge(part.kinds) { $0.joined(with: $1) }
      numbers.formUnion(part.numbers)
    }
  }

  /// Adds a use of a field, as by the name of a file.
  ///
  /// - Parameters:
  ///   - path: a path as templates report it: `client.name`, `files[].sheets`.
  ///   - kind: what it is used as.
  public mutating func add(_ path: String, as kind: FieldKind) {
    kinds[path] = kinds[path]?.joined(with: kind) ?? kind
    if kind == .number { numbers.insert(path) }
  }

  /// Leaves out fields whose kinds something else knows.
  ///
  /// - Parameter isKnown: tells them by their paths.
  public func without(_ isKnown: (String) -> Bool) -> FieldKinds {
    var rest = self
    rest.kinds = kinds.filter { !isKnown($0.key) }
    return rest
  }

  /// The fields that a field is, is inside of, or holds, by their steps and in the order of their paths.
  private func related(to steps: [Substring]) -> [(steps: [Substring], kind: FieldKind)] {
    let group = steps.first.map { Array($0.utf8) } ?? []
    return kinds.filter { $0.key.utf8.starts(with: group) || $0.key.hasPrefix("*") }
      .sorted { $0.key < $1.key }.map { (FieldKinds.steps($0.key), $0.value) }
      .filter { FieldKinds.leads(steps, to: $0.steps) }
  }

  /// The fields, as templates report their paths.
  public var paths: some Collection<String> { kinds.keys }

  /// What a field is used as; nil when nobody asks for it.
  ///
  /// - Parameter field: its path, in which lists may have places: `files[3].sheets`.
  public func kind(of field: String) -> FieldKind? {
    if let kind = kinds[FieldKinds.general(field)] { return kind }
    let steps = FieldKinds.steps(field)
    let inside = related(to: steps).filter { $0.steps.count >= steps.count }
    if let same = inside.first(where: { $0.steps.count == steps.count }) { return same.kind }
    // Of what holds fields only these are reported.
    return inside.first.map { $0.steps[steps.count] == "]" ? .list : .object }
  }

  /// Whether a field, or one that it is a part or the whole of, is asked for.
  public func has(_ field: String) -> Bool {
    !related(to: FieldKinds.steps(field)).isEmpty
  }

  /// What reads the texts of JSON and YAML. A text that is added to another is left alone where nothing
  /// tells that both are numbers: it may be put together.
  ///
  /// - Parameter isKnown: tells fields, by their paths, that something else reads.
  public func texts(but isKnown: (String) -> Bool = { _ in false }) -> TextReading {
    // What is read under any name may be something else under one that is known.
    let takesAny = kinds.keys.contains { $0.utf8.contains(UInt8(ascii: "*")) }
    return TextReading(
      kinds.filter { path, kind in
        (takesAny || kind == .boolean || kind == .number)
          && (kind != .number || numbers.contains(path)) && !isKnown(path)
      }.map { (path: $0.key, kind: $0.value) })
  }

  /// Whether a field is another one, or one of them is inside the other. What templates go over, as in
  /// `for day, rate in rates.items()`, or pick by a value, as in `roles[client.role]`, has any name.
  private static func leads(_ field: [Substring], to wanted: [Substring]) -> Bool {
    zip(field, wanted).allSatisfy { $0 == $1 || $1 == "*" || $1 == "]" }
  }

  /// The steps of a path; each place in a list is `]`.
  public static func steps(_ path: String) -> [Substring] {
    general(path).split(whereSeparator: { $0 == "." || $0 == "[" })
  }

  /// A path as templates report it: `files[].name` for `files[0].name`.
  public static func general(_ path: String) -> String {
    var result = ""
    var isInIndex = false
    for character in path {
      if character == "]" { isInIndex = false }
      if !isInIndex { result.append(character) }
      if character == "[" { isInIndex = true }
    }
    return result
  }
}
