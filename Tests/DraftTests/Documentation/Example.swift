import Draft
import DraftPackage
import TestSupport

/// One example of a page: a template, the data above it in the same section, and what comes out.
///
/// A template of Word is written a line a paragraph; `¦` parts the cells of a row, and `[kk]` or `[ru]`
/// before a text is a paragraph style of that language; `[ru 2]` or `[2]` is the second level of a
/// numbered list, and then the output is shown as `draft text` shows it.
struct Example {
  var data: String
  var template: String
  var isWord: Bool
  var output: Page.Block

  /// The examples of a page in order.
  static func all(of page: Page) -> [Example] {
    var examples: [Example] = []
    var data = ""
    var template: Page.Block?
    for block in page.blocks {
      if block.opensSection { data = "" }
      switch block.kind {
      case "yaml": data = block.text
      case "jinja", "docx": template = block
      case "text":
        guard let source = template else { break }
        examples.append(
          Example(
            data: data, template: source.text, isWord: source.kind == "docx", output: block))
        template = nil
      default: break
      }
    }
    return examples
  }

  /// What the command shows: the text of the document, then what it says on standard error.
  func result() throws -> [String] {
    let file = try DataFile(
      yaml: Array((data.isEmpty ? "{}" : data).utf8), name: "data.yaml", limits: .standard)
    let data = try CaseData(merging: [file])
    var parts: [String] = []
    do throws(Diagnostics) {
      let template =
        isWord
        ? try Template(docx: word.bytes, name: "template.docx")
        : try Template(text: self.template, name: "template.txt")
      let document = try template.fill(with: data.root, missing: .error)
      parts.append(
        isWord ? try seen(document.bytes) : String(decoding: document.bytes, as: UTF8.self))
      if !document.diagnostics.isEmpty { parts.append(report(document.diagnostics, data)) }
    } catch {
      parts = [report(error.items, data)]
    }
    return Self.lines(parts.map(Self.trimmed).joined(separator: "\n\n"))
  }

  /// The lines of a text without white space at their ends and without empty ones at its end.
  static func lines(_ text: String) -> [String] {
    trimmed(text).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  /// Diagnostics as the command prints them, with the places of the values.
  private func report(_ diagnostics: [Diagnostic], _ data: CaseData) -> String {
    let located = diagnostics.map { diagnostic in
      guard let path = diagnostic.dataPath, diagnostic.code != "unknown-field",
        let place = data.place(of: path)
      else { return diagnostic }
      var diagnostic = diagnostic
      diagnostic.notes.append(
        Diagnostic.Note(
          Message(
            en: "the value was given here", ru: "значение задано здесь", kk: "мән осында берілген"),
          at: place))
      return diagnostic
    }
    return DiagnosticPrinter(.human, language: .en).text(located)
  }

  // MARK: - Word

  private var word: WordFile {
    var blocks = ""
    var rows: [[String]] = []
    func table() -> String {
      defer { rows = [] }
      guard let columns = rows.map(\.count).max() else { return "" }
      let cells = rows.map { row in row.map { tc(Self.paragraph($0)) }.joined() }
      return tbl(columns: columns, cells.map { tr($0) }.joined())
    }
    for line in Self.lines(template) {
      if line.hasPrefix("¦") {
        let cells = line.split(separator: "¦", omittingEmptySubsequences: false).dropFirst()
          .dropLast()
        rows.append(
          cells.map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) })
      } else {
        blocks += table() + Self.paragraph(line)
      }
    }
    var file = WordFile(blocks + table())
    file.styles = [("Skk", "Text (kk)"), ("Sru", "Text (ru)")]
    if isNumbered {
      let levels = (lvl(0, "%1."), lvl(1, "%1.%2."), lvl(2, "%3)"))
      file.numbering =
        (0..<3).map { abstractNum($0, levels.0, levels.1, levels.2) }.joined()
        + (0..<3).map { num($0 + 1, of: $0) }.joined()
    }
    return file
  }

  private var isNumbered: Bool { template.contains(#/\[((kk|ru) )?[1-3]\] /#) }

  private static func paragraph(_ text: String) -> String {
    guard let mark = text.prefixMatch(of: #/\[(kk|ru)? ?([1-3])?\] /#) else { return p(Run(text)) }
    var properties = ""
    let code = mark.1.map(String.init)
    if let code { properties += "<w:pStyle w:val=\"S\(code)\"/>" }
    if let level = mark.2.flatMap({ Int($0) }) {
      properties += numPr(code == "kk" ? 1 : code == "ru" ? 2 : 3, level - 1)
    }
    return p(properties: properties, Run(String(text[mark.range.upperBound...])))
  }

  /// The body of a document in the notation of the templates.
  private func seen(_ bytes: [UInt8]) throws(Diagnostics) -> String {
    if isNumbered { return try DocumentText(bytes).string() }
    do {
      let body = try Package(bytes).read("word/document.xml")
      return visibleText(body).split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in
          guard line.hasSuffix("|") else { return String(line) }
          return "¦ "
            + line.dropLast().split(separator: "|", omittingEmptySubsequences: false)
            .joined(separator: " ¦ ") + " ¦"
        }.joined(separator: "\n")
    } catch {
      throw Diagnostics([Diagnostic(code: "test", Message(en: "\(error)", ru: "", kk: ""))])
    }
  }
}
