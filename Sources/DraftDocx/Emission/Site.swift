/// A place where a value is emitted, with the markup that a value of several lines needs.
///
/// It is indirect because it is looked up for each value, and five arrays cost more to hand out than
/// one reference.
indirect enum Site: Sendable, Hashable {
  /// Inside `w:t` of a run.
  case run(RunSite)
  /// Inside `m:t`, `w:instrText` or the text of a property: text without breaks.
  case plain
  /// Inside the value of an attribute.
  case attribute
  /// The fill of a cell's shading: six hexadecimal digits or `auto`.
  case color
  /// A count of columns, 1 to 63.
  case span
  /// A whole paragraph: `{{p … }}`.
  case paragraph(RunSite)
  /// A whole row or cell: `{{tr … }}`, `{{tc … }}`; holds markup of that kind only.
  case row
  /// See ``row``.
  case cell
}

/// The markup around a value in a run.
struct RunSite: Sendable, Hashable {
  /// The prefix of WordprocessingML with its colon, `w:` nearly always.
  var prefix: String
  /// The element name of the text, `w:t`.
  var leaf: String
  /// `<w:rPr>…</w:rPr>` of the run, or empty.
  var runProperties: [UInt8]
  /// `<w:pPr>…</w:pPr>` of the paragraph without section properties, or empty.
  var paragraphProperties: [UInt8]
  /// Whether the run is a child of its paragraph, so that the paragraph can be ended here.
  var canEndParagraph: Bool
  /// `<w:r>` with its name, as `w:r` or `m:r`.
  var run: String
}
