internal import DraftXML

/// Numbers footnotes and endnotes in the order in which the text refers to them (ECMA-376 part 1,
/// § 17.11).
struct NoteMarks {
  /// The two kinds of notes.
  enum Kind {
    case footnote, endnote
  }

  /// A note that the text refers to.
  struct Reference {
    var kind: Kind
    /// The id of the note in its part.
    var id: String
    /// What stands in the text: `[1]`; empty when the author wrote a mark of his own.
    var mark: String
  }

  /// The notes in the order of the text.
  private(set) var references: [Reference] = []
  private var formats: [Kind: ListFormat] = [.footnote: .decimal, .endnote: .lowerRoman]
  private var next: [Kind: Int] = [.footnote: 1, .endnote: 1]

  /// Marks as `word/settings.xml` and the sections of the document want them.
  init(settings: XMLTree?, document: XMLTree) {
    if let settings { read(in: 0, of: settings) }
    for element in document.elements.indices
    where document.name(of: element).local == "sectPr" {
      read(in: element, of: document)
    }
  }

  private mutating func read(in element: Int, of tree: XMLTree) {
    for (name, kind) in [("footnotePr", Kind.footnote), ("endnotePr", .endnote)] {
      guard let properties = tree.child(name, of: element) else { continue }
      if let format = tree.value("numFmt", of: properties) { formats[kind] = ListFormat(format) }
      if let start = tree.number("numStart", of: properties) { next[kind] = start }
    }
  }

  /// The mark of a reference that stands at the next place in the text.
  mutating func refer(_ kind: Kind, id: String, isCustom: Bool) -> String {
    var mark = ""
    if !isCustom {
      let number = next[kind] ?? 1
      next[kind] = number &+ 1
      mark = "[\(formats[kind]?.text(number) ?? String(number))]"
    }
    references.append(Reference(kind: kind, id: id, mark: mark))
    return mark
  }
}
