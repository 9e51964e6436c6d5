internal import DraftDocx

/// Makes PDF files of Word documents with LibreOffice, which must be installed.
///
/// LibreOffice runs without a screen, with a profile of its own that is thrown away, so that it neither
/// meets nor changes one that is in use. Several documents are converted by one process. The documents
/// lie meanwhile in a folder that only the user can look into and that is removed at the end, or, where
/// this process is killed, by the next conversion.
///
/// ```swift
/// let pdf = try PDFConverter().convert(document.bytes)
/// ```
public struct PDFConverter: Sendable {
  /// The path of the program `soffice`.
  public var program: String
  /// How long LibreOffice may take to start; past it the process is ended.
  public var startLimit: Duration
  /// How long it may take for each document on top of ``startLimit``.
  public var documentLimit: Duration

  /// A converter with the LibreOffice that is found.
  ///
  /// - Parameters:
  ///   - program: the path of `soffice`; nil looks for it in `$PATH` and where macOS has programs.
  ///   - startLimit: how long it may take to start.
  ///   - documentLimit: how long it may take for a document.
  /// - Throws: ``Diagnostics`` with the code `libreoffice-missing`, which says how to install it.
  public init(
    program: String? = nil, startLimit: Duration = .seconds(90),
    documentLimit: Duration = .seconds(30)
  ) throws(Diagnostics) {
    guard let found = program ?? PDFConverter.installed, FileSystem.isProgram(found) else {
      throw PDFConverter.missing
    }
    self.program = found
    self.startLimit = startLimit
    self.documentLimit = documentLimit
  }

  /// The path of LibreOffice's program; nil when it is not installed.
  public static var installed: String? {
    var candidates: [String] = []
    for folder in (FileSystem.environment("PATH") ?? "").split(separator: ":") {
      candidates += ["\(folder)/soffice", "\(folder)/libreoffice"]
    }
    candidates += [
      "/Applications/LibreOffice.app/Contents/MacOS/soffice",
      "/opt/libreoffice/program/soffice",
    ]
    return candidates.first(where: FileSystem.isProgram)
  }

  /// The PDF of a document.
  ///
  /// - Parameter document: the bytes of a `.docx` file.
  /// - Throws: ``Diagnostics`` with the code `libreoffice-failed` or `libreoffice-timeout`,
  ///   ``FileSystem/Failure``, or `CancellationError` when this process is asked to end.
  public func convert(_ document: [UInt8]) throws -> [UInt8] {
    var log = ""
    guard let pdf = try convert([document], log: &log).first ?? nil else {
      throw PDFConverter.failure(log)
    }
    return pdf
  }

  /// The PDFs of documents, made by one process a hundred.
  ///
  /// - Parameter documents: the bytes of `.docx` files.
  /// - Returns: a PDF for each document in order; nil for one that LibreOffice cannot convert.
  /// - Throws: ``Diagnostics`` with the code `libreoffice-failed` when there is none at all or the
  ///   process breaks off, `libreoffice-timeout`; ``FileSystem/Failure``; or `CancellationError` when this
  ///   process is asked to end.
  public func convert(_ documents: [[UInt8]]) throws -> [[UInt8]?] {
    if documents.isEmpty { return [] }
    var log = ""
    var results: [[UInt8]?] = []
    for start in stride(from: 0, to: documents.count, by: PDFConverter.most) {
      let end = min(start + PDFConverter.most, documents.count)
      results += try convert(Array(documents[start..<end]), log: &log)
    }
    if !results.contains(where: { $0 != nil }) { throw PDFConverter.failure(log) }
    return results
  }

  /// How many documents one process is given: LibreOffice passes over, without a word, what stands
  /// after 255 arguments.
  private static let most = 100

  private func convert(_ documents: [[UInt8]], log: inout String) throws -> [[UInt8]?] {
    let scratch = try ScratchFolder()
    defer { withExtendedLifetime(scratch) {} }
    let folder = scratch.path
    var paths: [String] = []
    for (index, document) in documents.enumerated() {
      paths.append("\(folder)/\(index).docx")
      // What cannot be read here LibreOffice may still be able to.
      let printable = (try? LiveContents.printable(document)) ?? document
      try FileSystem.write(printable, to: paths[index], overwrite: false)
    }
    let process = ChildProcess(
      program: program,
      arguments: [
        "-env:UserInstallation=file://\(PDFConverter.escaped(folder))/profile", "--headless",
        "--norestore", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder,
      ] + paths, environment: PDFConverter.environment, log: folder + "/log")
    switch process.run(timeLimit: startLimit + documentLimit * documents.count) {
    case .exited: break
    case .interrupted: throw CancellationError()
    case .timedOut: throw PDFConverter.timeout
    case .notStarted(let reason): throw PDFConverter.failure(reason)
    }
    log = String(
      decoding: (try? FileSystem.read(folder + "/log", limit: 1 << 20)) ?? [], as: UTF8.self)
    return documents.indices.map { index in
      guard let pdf = try? FileSystem.read("\(folder)/\(index).pdf"), !pdf.isEmpty else {
        return nil
      }
      return PDFStamp.removed(from: pdf)
    }
  }

  /// What LibreOffice gets to know of the environment: where programs, fonts and folders are.
  private static var environment: [String] {
    let names = [
      "PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
      "XDG_DATA_HOME", "XDG_DATA_DIRS", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
    ]
    return names.compactMap { name in
      let value = FileSystem.environment(name)
      // The program is a script, which needs the system's own tools.
      if name == "PATH" { return "PATH=" + (value.map { $0 + ":" } ?? "") + "/usr/bin:/bin" }
      return value.map { "\(name)=\($0)" }
    }
  }

  /// A path as part of a URL.
  private static func escaped(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80
        && (scalar.properties.isAlphabetic || "0123456789/-._~".unicodeScalars.contains(scalar))
      let digits = String(byte, radix: 16, uppercase: true)
      result += isPlain ? String(scalar) : "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
    return result
  }
}
