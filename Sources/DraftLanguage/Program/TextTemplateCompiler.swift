/// Compiles text templates, from bytes to a program.
public enum TextTemplateCompiler {
  /// Compiles the bytes of a text file; a byte order mark is dropped, line ends are kept.
  ///
  /// - Returns: the program, nil when there are errors, all errors and warnings, and the source in
  ///   which they have their places.
  public static func compile(
    _ bytes: [UInt8], file: String? = nil, environment: Environment = .standard,
    languages: LanguageSelection? = nil
  ) -> (program: Program?, diagnostics: [Diagnostic], source: SourceText) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let source = SourceText(hasMark ? Array(bytes.dropFirst(3)) : bytes, file: file)
    let tags = TagScanner.scan(source, form: .text).tags
    let (declared, mistakes) = DeclaredLanguages.read([(source, tags)])
    var (pieces, scanned) = pieces(source, inherited: declared?.fallback ?? languages?.neutral)
    scanned += mistakes
    let marked = DeclaredLanguages.marked(tags, in: source)
    scanned += DeclaredLanguages.mistakes(declared, marked: marked, selection: languages)
    for tag in tags where tag.kind == .statement && tag.keyword == "lang" {
      if let code = tag.languageCode(in: source), !LanguageSelection.codes.contains(code) {
        scanned.append(.unknownLanguage(code, at: source.place(tag.span)))
      }
    }
    if let languages {
      pieces = pieces.projected(to: languages, in: source, fallback: declared?.fallback)
    }
    let compiled = Program.compile(
      pieces: pieces, statics: source.text, source: source,
      environment: environment.drawing(
        languages, of: DeclaredLanguages.codes(declared, marked: marked)))
    let diagnostics = (scanned + compiled.diagnostics).sorted(by: Diagnostic.comesBefore)
    let failed = diagnostics.contains { $0.severity == .error }
    return (failed ? nil : compiled.program, diagnostics, source)
  }

  /// Compiles a text.
  public static func compile(
    _ text: String, file: String? = nil, environment: Environment = .standard
  ) -> (program: Program?, diagnostics: [Diagnostic], source: SourceText) {
    compile(Array(text.utf8), file: file, environment: environment)
  }

  /// The pieces of a text: literals with Jinja's `-` applied, and tags with their languages.
  static func pieces(
    _ source: SourceText, inherited: String?
  ) -> (pieces: [Piece], diagnostics: [Diagnostic]) {
    let scan = TagScanner.scan(source, form: .text)
    var pieces: [Piece] = []
    var languages: [String?] = [inherited]
    var at = 0
    var trims = false
    func literal(_ range: Range<Int>, trimsBefore: Bool, trimsAfter: Bool) {
      var lower = range.lowerBound
      var upper = range.upperBound
      if trimsBefore { while lower < upper, isBlank(source.text[lower]) { lower += 1 } }
      if trimsAfter { while upper > lower, isBlank(source.text[upper - 1]) { upper -= 1 } }
      if lower < upper { pieces.append(.literal(lower..<upper)) }
    }
    for tag in scan.tags {
      literal(at..<tag.span.lowerBound, trimsBefore: trims, trimsAfter: tag.trimsBefore)
      if tag.keyword == "endlang", languages.count > 1 { languages.removeLast() }
      if tag.keyword == "lang" {
        let word = Lexer.tokens(source, tag.inner).tokens.dropFirst().first
        if case .name(let code)? = word?.kind {
          languages.append(code)
        } else {
          languages.append(inherited)
        }
      }
      pieces.append(
        .tag(tag, site: 0, language: languages[languages.count - 1], captures: .text))
      at = tag.span.upperBound
      trims = tag.trimsAfter
    }
    literal(at..<source.text.count, trimsBefore: trims, trimsAfter: false)
    return (pieces, scan.diagnostics)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
