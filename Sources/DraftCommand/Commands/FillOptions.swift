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

  @Flag(help: "Packs faster, and larger.")
  var fast = false

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

  /// What the options say.
  var drawing: Drawing {
    Drawing(
      assignments: assignments, missing: missing, force: force, fast: fast,
      languages: languages, layout: layout, dictionary: dictionary)
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
}

/// The format of one document.
struct FormatOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "docx, txt or pdf (with LibreOffice); else by the ending of -o.", valueName: "format"))
  var format: Template.Format?
}

extension LanguageSelection.Layout: ExpressibleByArgument {}
extension Template.Format: ExpressibleByArgument {}
