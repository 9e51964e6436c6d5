import ArgumentParser
import Draft

/// How a document is to be drawn, by the options of the command.
struct Drawing {
  var assignments: [DrawOptions.Assignment] = []
  var missing = MissingPolicy.error
  var force = false
  /// Whether documents are packed faster, and larger.
  var fast = false
  /// The languages as typed; nil for all.
  var languages: String?
  var layout = LanguageSelection.Layout.columns
  /// The dictionary that is named; nil for the usual one.
  var dictionary: String?

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

  /// The case data of files and assignments.
  func data(_ files: [DataFile]) throws -> CaseData {
    try CaseData(merging: files, assignments: assignments.map { ($0.path, $0.value) })
  }

  /// Case data with their texts read as what a template uses its fields as.
  ///
  /// - Parameters:
  ///   - path: where the template is.
  ///   - isKnown: tells fields, by their paths, that something else reads.
  func reading(
    _ data: CaseData, for template: Template, at path: String,
    but isKnown: (String) -> Bool = { _ in false }
  ) throws -> CaseData {
    let texts = FieldKinds(of: [template]).texts(but: isKnown)
    guard selection != nil, texts.apply(to: data.root) else { return try data.reading(texts) }
    // What is printed in a language that is not drawn is text all the same.
    let whole = try Template(contentsOf: path, environment: environment())
    return try data.reading(FieldKinds(of: [whole]).texts(but: isKnown))
  }
}

extension Template.Format {
  /// The format of a document: the one that is named, else that of the ending of its file; nil for that
  /// of the template.
  static func asked(for format: Template.Format?, output: String?) -> Template.Format? {
    format ?? output.flatMap { Template.Format(rawValue: Paths.ending(of: $0)) }
  }
}

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
    in format: Template.Format? = nil, to output: String, options: Drawing,
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
      template.isPackedFast = options.fast
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
