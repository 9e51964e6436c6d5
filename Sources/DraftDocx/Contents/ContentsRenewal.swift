internal import DraftXML

/// Gives the tables of contents of a drawn body the entries that its headings ask for.
///
/// An entry whose heading has not changed stays as its author left it. Other entries look like the first
/// one of their level; their page numbers come from Word, which is asked to bring the field up to date
/// (`w:updateFields`).
struct ContentsRenewal: Sendable {
  private let numbers: ListNumbers
  private let styles: XMLTree?
  private let limits: XMLLimits

  /// What the renewal needs, found out once.
  ///
  /// - Parameters:
  ///   - numbering: `word/numbering.xml`; nil when the document has none.
  ///   - styles: `word/styles.xml`; nil when the document has none.
  init(numbering: XMLTree?, styles: XMLTree?, limits: XMLLimits) {
    numbers = ListNumbers(numbering: numbering, styles: styles)
    self.styles = styles
    self.limits = limits
  }

  /// The body with new entries.
  ///
  /// - Parameters:
  ///   - body: the body as drawn.
  ///   - numbering: `word/numbering.xml` if the fill has changed it.
  /// - Throws: ``XMLError`` when the body is larger than the limits allow.
  func renew(_ body: [UInt8], numbering: [UInt8]?) throws(XMLError) -> [UInt8] {
    let tree = try XMLTree(body, limits: limits)
    var numbers = numbers
    if let numbering {
      numbers = ListNumbers(numbering: try XMLTree(numbering, limits: limits), styles: styles)
    }
    let fields = ContentsField.all(in: tree)
    let skipped = fields.compactMap { field in
      field.entries.map { entries in
        Int(tree.elements[entries.separator].parent)..<entries.end + 1
      }
    }
    let reader = HeadingReader(tree, numbers: numbers)
    var writer = ContentsWriter(tree, styles: numbers.styles)
    for field in fields {
      guard let entries = field.entries, let switches = ContentsSwitches(field.code) else {
        continue
      }
      writer.write(
        reader.headings(for: switches, outside: skipped), to: entries, as: switches, reader)
    }
    return writer.edits.isEmpty ? body : writer.edits.applied(to: body)
  }
}
