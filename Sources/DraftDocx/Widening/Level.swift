internal import DraftLanguage

/// The structure that a tag takes with it.
enum Level: Sendable, Hashable {
  /// The tag's own characters.
  case inline
  /// The whole paragraph.
  case paragraph
  /// The whole cell.
  case cell
  /// The whole row.
  case row
  /// The cell or row around the tag, which stays: both ends of the block stand in it.
  case around
  /// Nothing: the tag is part of a captured text, or gone with a comment.
  case captured

  /// The level that a tag's letters ask for; nil for none.
  init?(_ form: Tag.Form) {
    switch form {
    case .plain, .run: return nil
    case .paragraph: self = .paragraph
    case .row: self = .row
    case .cell: self = .cell
    }
  }
}

extension Tag {
  /// Whether the tag prints nothing by itself and asks for no place of its own in the text.
  var isSilent: Bool { kind != .expression }
  /// Whether the tag is one that the engine of Word documents consumes.
  var isCellTag: Bool {
    kind == .statement && ["cellbg", "colspan", "vm", "hm"].contains(keyword)
  }
}
