internal import DraftXML

/// What a paragraph's mark says of the paragraph (ECMA-376 part 1, § 17.3.1.29).
enum ParagraphMark: Sendable {
  /// The paragraph ends where it ends.
  case present
  /// The mark is deleted or hidden: the text goes on in the next paragraph, which gives the number.
  case gone
  /// The mark is a style separator: the text goes on in the next paragraph, this one gives the number.
  case separator

  /// Reads the mark of a paragraph.
  ///
  /// - Parameters:
  ///   - properties: its `w:pPr`; nil for none.
  ///   - isHidden: whether its style hides text.
  init(_ properties: Int?, of tree: XMLTree, isHidden: Bool) {
    self = isHidden ? .gone : .present
    guard let properties, let run = tree.child("rPr", of: properties) else { return }
    if tree.child("del", of: run) != nil || tree.child("moveFrom", of: run) != nil {
      self = .gone
    } else if let isHidden = tree.toggle("vanish", of: run) {
      self = !isHidden ? .present : tree.toggle("specVanish", of: run) == true ? .separator : .gone
    }
  }

  /// Whether another paragraph follows, in which text can go on.
  static func goesOn(_ paragraph: Int, of tree: XMLTree) -> Bool {
    var next = tree.nextSibling(of: paragraph)
    while let sibling = next {
      let word = WordName(tree.name(of: sibling))
      if word == .paragraph { return true }
      if !word.isRangeMark, word != .proofError { return false }
      next = tree.nextSibling(of: sibling)
    }
    return false
  }

  /// Whether a paragraph has text that is neither deleted nor hidden.
  static func hasText(_ paragraph: Int, of tree: XMLTree, isHidden: Bool) -> Bool {
    var index = paragraph + 1
    while index < Int(tree.elements[paragraph].subtreeEnd) {
      switch WordName(tree.name(of: index)) {
      case .deleted, .movedFrom, .textBoxContent: index = Int(tree.elements[index].subtreeEnd)
      case .run:
        let properties = tree.child("rPr", of: index)
        let isRunHidden = properties.flatMap { tree.toggle("vanish", of: $0) } ?? isHidden
        index = isRunHidden ? Int(tree.elements[index].subtreeEnd) : index + 1
      case .text, .mathText: return true
      default: index += 1
      }
    }
    return false
  }
}
