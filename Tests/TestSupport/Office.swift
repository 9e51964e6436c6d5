import Foundation

/// LibreOffice, which some tests compare our reading of a document with.
public enum Office {
  /// Where the program is; nil when it is not installed.
  public static let program: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let names = folders.map { "\($0)/soffice" }
    return (names + ["/Applications/LibreOffice.app/Contents/MacOS/soffice"]).first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()

  /// Why a test is skipped.
  public static let missing: String =
    "LibreOffice is not installed (apt-get install libreoffice-writer-nogui)"

  /// The lines of documents as LibreOffice's own text export writes them, numbers included, without
  /// empty lines and with each white space made one space.
  public static func lines(of documents: [[UInt8]]) throws -> [[String]] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "draft-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (index, document) in documents.enumerated() {
      let file = folder.appendingPathComponent("\(index).docx")
      try Data(document).write(to: file)
      paths.append(file.path)
    }
    _ = try Program.run(
      program ?? "",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
        "txt:Text (encoded):UTF8", "--outdir", folder.path,
      ] + paths)
    return try documents.indices.map { index in
      let text = try String(
        contentsOf: folder.appendingPathComponent("\(index).txt"), encoding: .utf8)
      return text.split(whereSeparator: \.isNewline).map { normalized(String($0)) }
        .filter { !$0.isEmpty }
    }
  }

  /// A line with each white space made one space, without a byte order mark.
  public static func normalized(_ line: String) -> String {
    let words = line.split { $0.isWhitespace || $0 == "\u{FEFF}" }
    return words.map { String($0) }.joined(separator: " ")
  }
}
