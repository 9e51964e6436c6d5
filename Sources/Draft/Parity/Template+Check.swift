internal import DraftDocx

extension Template {
  /// Everything that is wrong or doubtful about a template file; see ``check(_:name:environment:parity:)``.
  ///
  /// - Parameters:
  ///   - path: the file; `-` is standard input.
  ///   - name: its name for messages; nil for the path.
  ///   - parity: whether the Kazakh and the Russian text are compared.
  ///   - environment: filters, tests, functions and limits.
  /// - Throws: ``FileSystem/Failure`` when the file cannot be read.
  public static func check(
    contentsOf path: String, name: String? = nil, environment: Environment = .draft,
    parity: Bool = true
  ) throws(FileSystem.Failure) -> [Diagnostic] {
    check(
      try FileSystem.read(path), path: path, name: name ?? path, environment: environment,
      parity: parity)
  }

  /// Everything that is wrong or doubtful about a template.
  ///
  /// Where it says the same in Kazakh and in Russian, side by side or one after the other, the two
  /// texts are compared: clauses, fields, conditions, figures, the language itself.
  ///
  /// - Parameters:
  ///   - bytes: a Word document or a text.
  ///   - name: its name for messages; its folder is that of included texts.
  ///   - environment: filters, tests, functions and limits.
  ///   - parity: whether the two languages are compared.
  /// - Returns: errors and warnings: those of compiling, then those of comparing.
  public static func check(
    _ bytes: [UInt8], name: String, environment: Environment = .draft, parity: Bool = true
  ) -> [Diagnostic] {
    check(bytes, path: name, name: name, environment: environment, parity: parity)
  }

  private static func check(
    _ bytes: [UInt8], path: String, name: String, environment: Environment, parity: Bool
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic]
    do throws(Diagnostics) {
      let template = try Template(
        bytes: bytes, path: path, name: name, environment: environment)
      diagnostics = template.warnings
    } catch {
      // Broken tags would make guesses of the rest.
      return error.items
    }
    guard parity, let texts = try? texts(of: bytes, path: name) else { return diagnostics }
    for text in texts { diagnostics += ParityChecker.check(text, environment) }
    return diagnostics
  }

  /// A file as texts in two languages.
  static func texts(of bytes: [UInt8], path: String) throws(Diagnostics) -> [BilingualText] {
    if isWord(bytes, path) { return try ParityReader.read(bytes, name: path) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return [
      BilingualText(text: SourceText(hasMark ? Array(bytes.dropFirst(3)) : bytes, file: path))
    ]
  }
}
