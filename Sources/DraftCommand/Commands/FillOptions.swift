public import ArgumentParser
public import Draft

/// Options of the commands that draw a document.
struct DrawOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Sets one field: a value in JSON, else text.", valueName: "key=value"))
  var assignments: [Assignment] = []

  @Option(
    help: ArgumentHelp(
      "Where a field is missing: stop (error), print a visible blank (gap), or nothing (blank).",
      valueName: "policy"))
  var missing = MissingPolicy.error

  @Flag(help: "Replaces a file that is there already.")
  var force = false

  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      "Languages to draw: kk, ru or kk,ru; else as in the file.", valueName: "codes"))
  var languages: String?

  @Option(
    help: ArgumentHelp(
      "Two languages in columns as in the file, or one after the other.",
      valueName: "columns|sequence"))
  var layout = LanguageSelection.Layout.columns

  @Option(
    help: ArgumentHelp(
      "Forms of words that you know better: {ru: {Ким: {genitive: Кима}}}.", valueName: "file"),
    completion: .file())
  var dictionary: String?

  func validate() throws {
    if let languages, LanguageSelection(languages) == nil {
      throw ValidationError("--lang takes kk, ru or kk,ru, not «\(languages)»")
    }
  }

  /// The languages to draw; nil for the document as it stands.
  var selection: LanguageSelection? {
    if let languages { return LanguageSelection(languages, layout: layout) }
    return layout == .sequence ? LanguageSelection("kk,ru", layout: .sequence) : nil
  }

  /// The filters, with the forms of the dictionary that is given, else of
  /// `$XDG_CONFIG_HOME/draft/dictionary.yaml`.
  func environment() throws -> Environment {
    guard let path = dictionaryPath else { return .draft }
    return .draft(dictionary: try DataFile(contentsOf: path).root)
  }

  /// The dictionary that is used; nil when there is none.
  var dictionaryPath: String? {
    let usual =
      (FileSystem.environment("XDG_CONFIG_HOME")
      ?? FileSystem.environment("HOME").map { $0 + "/.config" }).map {
        $0 + "/draft/dictionary.yaml"
      }
    return dictionary ?? usual.flatMap { FileSystem.exists($0) ? $0 : nil }
  }

  /// `key=value` as typed.
  struct Assignment: ExpressibleByArgument {
    var path: String
    var value: String

    init?(argument: String) {
      guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
      path = String(argument[..<sign])
      value = String(argument[argument.index(after: sign)...])
    }
  }

  /// The case data of files and assignments.
  func data(_ files: [DataFile]) throws -> CaseData {
    try CaseData(merging: files, assignments: assignments.map { ($0.path, $0.value) })
  }
}

/// The format of one document.
struct FormatOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "docx, txt or pdf (with LibreOffice); else by the ending of -o.", valueName: "format"))
  var format: Template.Format?

  /// The format asked for, by name or by the ending of a file; nil for that of the template.
  func format(for output: String?) -> Template.Format? {
    format ?? output.flatMap { Template.Format(rawValue: Paths.ending(of: $0)) }
  }
}

extension LanguageSelection.Layout: ExpressibleByArgument {}
extension Template.Format: ExpressibleByArgument {}

extension Console {
  /// Fills a template and writes the document, or nothing.
  ///
  /// - Parameters:
  ///   - data: the case data as they were written, for places in messages.
  ///   - fields: what the template gets; nil for the data themselves.
  ///   - format: what to write; nil for what the template makes.
  ///   - output: the path of the document, `-` for standard output.
  ///   - warnings: what to say before the warnings of the document.
  func draw(
    _ template: Template, with data: CaseData, as fields: ObjectValue? = nil,
    in format: Template.Format? = nil, to output: String, options: DrawOptions,
    warnings: [Diagnostic] = []
  ) throws {
    if output == "-", format ?? template.format != .text, FileSystem.isTerminal(1) {
      throw ValidationError("a Word or PDF document is not written to a terminal; give -o FILE")
    }
    if output != "-", !options.force, FileSystem.exists(output), !FileSystem.isStream(output) {
      throw FileSystem.Failure(alreadyExists: output)
    }
    let document: Template.Document
    do {
      var template = template
      template.isFilledOnce = true
      document = try template.fill(
        as: format, with: fields ?? data.root, missing: options.missing)
    } catch let error as Diagnostics {
      throw Diagnostics(warnings + data.locating(template.warnings + error.items))
    }
    let diagnostics = warnings + data.locating(template.warnings + document.diagnostics)
    if output == "-" {
      try FileSystem.writeToStandardOutput(document.bytes)
    } else {
      try FileSystem.write(document.bytes, to: output, overwrite: options.force)
    }
    print(diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.wrong }
  }
}
