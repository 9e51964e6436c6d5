import ArgumentParser
import Draft

/// `draft fields`: what data a template needs.
struct FieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", abstract: "Lists the data that a template needs.",
    discussion: """
      One field a line: its path, what it is used as, whether it is needed always, under which condition \
      or only if it is there, and where it is used.
      """)

  @Argument(help: "The template.", completion: .file())
  var template: String

  @Flag(help: "Prints a JSON Schema of the data.")
  var schema = false

  @Flag(help: "Prints an empty YAML file with comments, to be filled in.")
  var new = false

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Lists only what these data files still lack.", valueName: "data"),
    completion: .file())
  var given: [String] = []

  @OptionGroup var options: ConsoleOptions

  func validate() throws {
    if schema && new { throw ValidationError("choose one of --schema and --new") }
  }

  func run() throws {
    let console = options.console
    try console.run {
      var fields = try Template(contentsOf: template).fields
      if !given.isEmpty {
        let data = try CaseData(merging: given.map { try DataFile(contentsOf: $0) })
        fields.removeAll { Self.isGiven($0.path, in: .object(data.root)) }
      }
      if schema { return try console.write(FieldTree(fields).schema) }
      if new { return try console.write(FieldTree(fields).emptyYAML) }
      try console.write(fields.map { line($0, console.language) + "\n" }.joined())
    }
  }

  /// Whether the data hold a path; of a list all elements must.
  static func isGiven(_ path: String, in value: Value) -> Bool {
    var steps = path.split(separator: ".").map(String.init)
    guard !steps.isEmpty else {
      if case .undefined = value { return false }
      return true
    }
    let step = steps.removeFirst()
    let rest = steps.joined(separator: ".")
    let isElement = step.hasSuffix("[]")
    guard case .object(let object) = value,
      let inner = object[isElement ? String(step.dropLast(2)) : step]
    else { return false }
    guard isElement else { return rest.isEmpty || isGiven(rest, in: inner) }
    guard case .list(let elements) = inner else { return false }
    return rest.isEmpty || elements.allSatisfy { isGiven(rest, in: $0) }
  }

  private func line(_ field: FieldReport.Field, _ language: InterfaceLanguage) -> String {
    let condition = field.conditions.first { !$0.isEmpty }?.last ?? ""
    let need: Message
    if field.isAlwaysNeeded {
      need = Message(en: "always", ru: "всегда", kk: "әрқашан")
    } else if field.isOptional {
      need = Message(en: "optional", ru: "необязательно", kk: "міндетті емес")
    } else {
      need = Message(en: "if \(condition)", ru: "если \(condition)", kk: "егер \(condition)")
    }
    let places = field.places.prefix(3).map { place in
      "\(place.partName(in: language).map { $0 + " " } ?? "")\(place.line)"
    }.joined(separator: ", ")
    let more = field.places.count > 3 ? ", … (\(field.places.count))" : ""
    return "\(field.path)\t\(field.kind.rawValue)\t\(need.text(in: language))\t\(places)\(more)"
  }
}
