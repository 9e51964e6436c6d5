public import DraftLanguage
public import DraftPackage
internal import DraftXML

/// What a Word document says, as plain text (ECMA-376).
///
/// Paragraphs have the numbers that Word shows, tables are set in columns or one cell under the other,
/// headers and footers stand once, above and below, footnotes and endnotes at the end. Of a field its
/// result is there and not its code; tracked insertions are there, deletions and hidden text are not.
///
/// ```swift
/// let text = try DocumentText(bytes).string(width: 100)
/// ```
public struct DocumentText: Sendable {
  private var body: [TextBlock] = []
  private var headers: [[TextBlock]] = []
  private var footers: [[TextBlock]] = []
  private var notes: [TextBlock] = []

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: the file: `.docx`, `.dotx`, or one with macros, which are not looked at.
  ///   - name: its name for messages.
  ///   - limits: what a hostile file may not exceed.
  /// - Throws: ``Diagnostics`` when the file is no Word document or is damaged.
  public init(
    _ bytes: [UInt8], name: String? = nil, limits: PackageLimits = .standard
  ) throws(Diagnostics) {
    let parts: WordParts
    do throws(PackageError) {
      parts = try WordParts(Package(bytes, limits: limits), limits: limits)
    } catch {
      throw Diagnostics([DocumentReader.diagnostic(error, file: name)])
    }
    do throws(WordParts.Failure) {
      try read(parts)
    } catch {
      switch error {
      case .package(let error): throw Diagnostics([DocumentReader.diagnostic(error, file: name)])
      case .xml(let error, let part):
        throw Diagnostics([DocumentReader.diagnostic(error, part: part, file: name)])
      }
    }
  }

  private mutating func read(_ parts: WordParts) throws(WordParts.Failure) {
    guard let document = try parts.main() else {
      throw .package(
        PackageError(.notAZip, "this is no Word document: it has no main part"))
    }
    let styles = try parts.first("styles")
    let numbers = ListNumbers(numbering: try parts.first("numbering"), styles: styles)
    let tableStyles = TableStyles(styles)
    let settings = try parts.first("settings")
    var reader = BlockReader(
      document, numbers: numbers, tableStyles: tableStyles,
      notes: NoteMarks(settings: settings, document: document))
    body = reader.blocks(in: document.child("body", of: 0) ?? 0)
    let references = reader.notes.references
    func blocks(_ tree: XMLTree, in element: Int = 0) -> [TextBlock] {
      var inner = BlockReader(
        tree, numbers: numbers, tableStyles: tableStyles, notes: reader.notes)
      return inner.blocks(in: element)
    }
    for tree in try parts.used("header", in: document) { headers.append(blocks(tree)) }
    for tree in try parts.used("footer", in: document) { footers.append(blocks(tree)) }
    for (kind, part, element) in [
      (NoteMarks.Kind.footnote, "footnotes", "footnote"), (.endnote, "endnotes", "endnote"),
    ] where references.contains(where: { $0.kind == kind }) {
      guard let tree = try parts.first(part) else { continue }
      var all = BlockReader(tree, numbers: numbers, tableStyles: tableStyles, notes: reader.notes)
      for reference in references where reference.kind == kind {
        guard
          let note = tree.children(of: 0).first(where: {
            tree.name(of: $0).local == element
              && tree.wordAttribute("id", of: $0) == reference.id
          })
        else { continue }
        notes += marked(all.blocks(in: note), reference.mark)
      }
    }
  }

  /// A note with its mark before its first paragraph.
  private func marked(_ blocks: [TextBlock], _ mark: String) -> [TextBlock] {
    var blocks = blocks
    for (index, block) in blocks.enumerated() where !mark.isEmpty {
      guard case .paragraph(var paragraph) = block else { continue }
      let text = paragraph.text.drop { $0 == " " || $0 == "\t" }
      paragraph.text = "\(mark) \(text)"
      blocks[index] = .paragraph(paragraph)
      break
    }
    return blocks
  }

  /// The text in lines that end in line feeds, the last one too.
  ///
  /// - Parameter width: the columns that lines are wrapped at, 20 or more; each letter of Latin and
  ///   Cyrillic is one. Nil sets each paragraph in one line.
  public func string(width: Int? = nil) -> String {
    let layout = TextLayout(width: width.map { max(20, $0) })
    var lines = TextLines()
    func add(once blocks: [[TextBlock]]) {
      var seen: Set<[String]> = []
      for block in blocks {
        let text = layout.lines(PageNumbers.removed(from: block))
        if text.isEmpty || !seen.insert(text).inserted { continue }
        lines.gap()
        lines.add(text)
      }
    }
    add(once: headers)
    lines.gap()
    lines.add(layout.lines(body))
    lines.gap()
    if !notes.isEmpty {
      lines.add(String(repeating: "-", count: 20))
      lines.add(layout.lines(notes))
    }
    add(once: footers)
    return lines.lines.map { $0 + "\n" }.joined()
  }
}
