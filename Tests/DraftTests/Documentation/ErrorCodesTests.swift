import Draft
import Testing

/// Every code that the sources can report is explained in the documentation, and nothing else is.
@Suite struct ErrorCodesTests {
  /// Words with hyphens in the sources that are no codes.
  private static let others: Set<String> = [
    "core-properties", "custom-properties", "ms-word", "make-folder", "bin", "iin",
    "power-of-attorney", "no-parity",
  ]

  /// Codes that the sources put together, by how they are written there.
  private static let composed: [String: [String]] = [
    #"unknown-\(kind)"#: ["unknown-filter", "unknown-test", "unknown-function"],
    #"\(failure.action.rawValue)-failed"#: ["read-failed", "write-failed", "make-folder-failed"],
    #"deadline-\(self.state.rawValue)"#: [
      "deadline-open", "deadline-near", "deadline-missed", "deadline-done", "deadline-late",
    ],
    #"\(code)-characters"#: ["iin-characters", "bin-characters"],
    #"\(code)-length"#: ["iin-length", "bin-length"],
    #"\(code)-check-digit"#: ["iin-check-digit", "bin-check-digit"],
  ]

  @Test func everyCodeIsExplained() throws {
    let explained = try Self.explained()
    let missing = try Self.codes().filter { !explained.contains($0.key) }
      .map { "\($0.key) of \(Paths.name(of: $0.value))" }
    #expect(missing.sorted() == [], "Errors.md does not explain them")
  }

  @Test func everyExplainedCodeExists() throws {
    let codes = try Self.codes()
    let gone = try Self.explained().filter { codes[$0] == nil }
    #expect(gone.sorted() == [], "no source reports them any more")
  }

  /// The first column of the page's tables.
  private static func explained() throws -> Set<String> {
    var codes: Set<String> = []
    for line in try Page("Sources/Draft/Draft.docc/Errors.md").lines where line.hasPrefix("| `") {
      let cell = line.dropFirst().prefix { $0 != "|" }
      for (index, code) in cell.split(separator: "`").enumerated() where index % 2 == 1 {
        codes.insert(String(code))
      }
    }
    return codes
  }

  /// The codes in the sources, each with a file that has it.
  private static func codes() throws -> [String: String] {
    var codes: [String: String] = [:]
    for path in files(in: Project.folder + "/Sources") {
      let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      // XML errors reach users as `malformed-xml`; wording has only those that are named `code:`.
      let isInternal = path.contains("/DraftXML/") || path.contains("/DraftWording/")
      for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//")
      {
        let isCode = line.contains("code:")
        let isPackageCode = path.hasSuffix("/PackageError.swift") && line.hasPrefix("    case ")
        if isInternal && !isCode { continue }
        let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() where index % 2 == 1 {
          let before = pieces[index - 1]
          let isNamed =
            before.hasSuffix("code: ")
            || (isCode && (before.hasSuffix("? ") || before.hasSuffix(" : ")))
          if isNamed, piece.contains(#"\("#) {
            let parts = composed[String(piece)]
            #expect(parts != nil, "tell this test what codes `\(piece)` can become")
            for code in parts ?? [] { codes[code] = path }
          } else if isKebab(piece),
            isNamed || isPackageCode || (!isInternal && piece.contains("-"))
          {
            codes[String(piece)] = path
          }
        }
      }
    }
    for other in others { codes[other] = nil }
    return codes
  }

  private static func isKebab(_ text: Substring) -> Bool {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ("a"..."z").contains(text.first ?? " ") else { return false }
    return words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    }
  }

  private static func files(in folder: String) -> [String] {
    FileSystem.names(in: folder).flatMap { name -> [String] in
      let path = folder + "/" + name
      if FileSystem.isFolder(path) { return files(in: path) }
      return name.hasSuffix(".swift") ? [path] : []
    }
  }
}
