internal import DraftDocx
public import DraftPackage

/// A template made ready to be filled: a Word document or a text.
///
/// Compiling is done once; the value is immutable and `Sendable`, so that any number of threads may
/// fill it at once. Filling is pure: the same data give the same bytes on every machine, in every time
/// zone and locale, and nothing is read but the data.
///
/// ```swift
/// let template = try Template(contentsOf: "nda.docx")
/// let document = try template.fill(with: ["client": ["name": "ТОО «Ромашка»"]])
/// ```
public struct Template: Sendable {
  /// The format of what the template makes.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// A Word document (WordprocessingML).
    case docx
    /// Plain text, UTF-8.
    case text = "txt"
    /// A PDF file, which ``PDFConverter`` makes of a Word document.
    case pdf
  }

  /// A filled document.
  public struct Document: Sendable {
    /// The file.
    public var bytes: [UInt8]
    /// Warnings: forms of words that a person should look at, and the like. Under
    /// ``MissingPolicy/gap`` also the errors that the gaps stand for.
    public var diagnostics: [Diagnostic]
  }

  private enum Engine: Sendable {
    case docx(DocxTemplate)
    case text(Program, Environment)
  }

  private let engine: Engine
  /// Whether the template is filled only once or twice, as by a command: its documents are then packed by
  /// zlib, which takes no preparation, but for a part to which loops have added so much, as to a table of
  /// thousands of rows, that preparing for it alone pays. Otherwise the first fill makes ready what all of
  /// them use, some tens of milliseconds for a long contract, and each is packed five to twelve times faster:
  /// that pays from some twenty-five documents on.
  ///
  /// The bytes of documents depend on this and on the data, but not on how often the template was filled
  /// before.
  public var isFilledOnce = false
  /// Whether what zlib packs is packed at its level 1, in less time, some 20 % larger.
  public var isPackedFast = false
  /// What is doubtful about the template without forbidding its use.
  public let warnings: [Diagnostic]

  /// The format of what the template makes.
  public var format: Format {
    switch engine {
    case .docx: .docx
    case .text: .text
    }
  }

  /// Reads and compiles a template file: a Word document when it is one, else a text.
  ///
  /// A text template may include others from its own folder and below.
  ///
  /// - Parameters:
  ///   - path: the file; `-` is standard input.
  ///   - name: its name for messages; nil for the path.
  ///   - environment: filters, tests, functions and limits.
  ///   - languages: the languages to draw; nil for the document as it stands.
  /// - Throws: ``FileSystem/Failure``, or ``Diagnostics`` with everything that is wrong.
  public init(
    contentsOf path: String, name: String? = nil, environment: Environment = .draft,
    languages: LanguageSelection? = nil
  ) throws {
    try self.init(
      bytes: FileSystem.read(path), path: path, name: name, environment: environment,
      languages: languages)
  }

  /// Compiles the bytes of a file.
  init(
    bytes: [UInt8], path: String, name: String? = nil, environment: Environment,
    languages: LanguageSelection? = nil
  ) throws(Diagnostics) {
    if Self.isWord(bytes, path) {
      try self.init(
        docx: bytes, name: name ?? path, environment: environment, languages: languages)
    } else {
      var environment = environment
      if environment.includes == nil, path != "-" {
        environment.includes = TextFolder(of: path).source
      }
      try self.init(
        text: bytes, name: name ?? path, environment: environment, languages: languages)
    }
  }

  /// Whether a file is or claims to be a Word document.
  static func isWord(_ bytes: [UInt8], _ path: String) -> Bool {
    bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      || ["docx", "dotx", "docm", "dotm", "doc"].contains(Paths.ending(of: path))
  }

  /// Compiles a Word template.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name for messages.
  ///   - environment: filters, tests, functions and limits.
  ///   - languages: the languages to draw; nil for the document as it stands.
  ///   - limits: what a hostile file may not exceed.
  /// - Throws: ``Diagnostics`` with everything that is wrong.
  public init(
    docx bytes: [UInt8], name: String? = nil, environment: Environment = .draft,
    languages: LanguageSelection? = nil, limits: PackageLimits = .standard
  ) throws(Diagnostics) {
    let template = try DocxTemplate(
      bytes, name: name, environment: environment, languages: languages, limits: limits)
    engine = .docx(template)
    warnings = template.warnings
  }

  /// Compiles a text template in UTF-8.
  ///
  /// - Throws: ``Diagnostics`` with everything that is wrong.
  public init(
    text bytes: [UInt8], name: String? = nil, environment: Environment = .draft,
    languages: LanguageSelection? = nil
  ) throws(Diagnostics) {
    let compiled = TextTemplateCompiler.compile(
      bytes, file: name, environment: environment, languages: languages)
    guard let program = compiled.program else { throw Diagnostics(compiled.diagnostics) }
    engine = .text(program, environment)
    warnings = compiled.diagnostics
  }

  /// Compiles a text template.
  ///
  /// - Throws: ``Diagnostics`` with everything that is wrong.
  public init(
    text: String, name: String? = nil, environment: Environment = .draft,
    languages: LanguageSelection? = nil
  ) throws(Diagnostics) {
    try self.init(
      text: Array(text.utf8), name: name, environment: environment, languages: languages)
  }

  private var compression: Compression {
    Compression(isFilledOnce ? .forLongParts : .always, isFast: isPackedFast)
  }

  /// Fills the template.
  ///
  /// - Parameter data: a mapping with the case data.
  /// - Returns: the bytes of the document.
  /// - Throws: ``Diagnostics`` with everything that is missing or wrong; nothing is half done then.
  public func fill(with data: Value) throws(Diagnostics) -> [UInt8] {
    guard case .object(let object) = data else {
      throw Diagnostics([
        Diagnostic(
          code: "wrong-type",
          Message(
            en: "case data must be a mapping of names to values",
            ru: "данные дела должны быть набором «имя: значение»",
            kk: "іс деректері «атау: мән» жинағы болуы керек"))
      ])
    }
    return try fill(with: object, missing: .error).bytes
  }

  /// Fills the template and gives the warnings too.
  ///
  /// - Parameters:
  ///   - data: the case data.
  ///   - missing: what to do where a field is missing.
  ///   - writer: a package writer to use again for many fills in one thread, whatever ``isFilledOnce``
  ///     and ``isPackedFast`` say; nil for a new one.
  /// - Throws: ``Diagnostics`` with everything that is missing or wrong; nothing is half done then.
  public func fill(
    with data: ObjectValue, missing: MissingPolicy = .error, writer: PackageWriter? = nil
  ) throws(Diagnostics) -> Document {
    switch engine {
    case .docx(let template):
      let filled = try template.fill(
        with: data, missing: missing,
        writer: writer ?? PackageWriter(compression: compression))
      return Document(bytes: filled.bytes, diagnostics: filled.diagnostics)
    case .text(let program, let environment):
      var renderer = Renderer(data: data, environment: environment, missing: missing)
      var output: [UInt8] = []
      output.reserveCapacity(program.statics.count)
      renderer.render(program, emitter: PlainEmitter(), into: &output)
      guard renderer.isWritable else { throw Diagnostics(renderer.diagnostics) }
      return Document(bytes: output, diagnostics: renderer.diagnostics)
    }
  }

  /// The programs of the template's parts.
  var programs: [Program] {
    switch engine {
    case .docx(let template): template.programs
    case .text(let program, _): [program]
    }
  }

  /// The branches that a fill takes: one for each of ``programs``, in their order.
  ///
  /// - Throws: ``Diagnostics`` with everything that is missing or wrong.
  func takenBranches(with data: ObjectValue) throws(Diagnostics) -> [TakenBranches] {
    switch engine {
    case .docx(let template): return try template.takenBranches(with: data)
    case .text(let program, let environment):
      var renderer = Renderer(data: data, environment: environment, missing: .error)
      var taken = TakenBranches()
      var output: [UInt8] = []
      renderer.render(program, emitter: PlainEmitter(), into: &output, taken: &taken)
      guard renderer.isWritable else { throw Diagnostics(renderer.diagnostics) }
      return [taken]
    }
  }
}
