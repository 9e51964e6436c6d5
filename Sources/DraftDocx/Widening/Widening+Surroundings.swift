internal import DraftLanguage
internal import DraftXML

extension Widening {
  /// Changes that tags ask of what stands around them.
  mutating func placeSurroundings() {
    rememberAlternatives()
    freeContentControls()
    renewContents()
  }

  /// Tables of contents are marked as out of date, so that Word renews them (ECMA-376 part 1,
  /// § 17.16.18, w:dirty).
  private mutating func renewContents() {
    for field in story.contents.map(\.begin) {
      guard story.tree.wordAttribute("dirty", of: field) == nil else { continue }
      let name = story.qualifiedName(field)
      let offset = Int(story.tree.elements[field].start) + 1 + name.utf8.count
      edits.insert(
        [.bytes(Array(" \(story.prefix(field))dirty=\"true\"".utf8))], at: offset, order: 0)
    }
  }

  /// `mc:Choice` and `mc:Fallback` say one thing twice; what is set in one must not count again in the
  /// other (ECMA-376 part 3, § 7.6).
  private mutating func rememberAlternatives() {
    guard story.words.contains(.alternateContent) else { return }
    for index in story.tree.elements.indices where story.word(index) == .alternateContent {
      let range = story.tree.elements[index].range
      guard anchors.contains(where: { range.contains($0.start) }) else { continue }
      let branches = story.tree.children(of: index).filter {
        story.word($0) == .choice || story.word($0) == .fallback
      }
      for branch in branches.dropLast() {
        let content = story.tree.elements[branch].content
        edits.insert([.piece(.remember)], at: content.lowerBound, order: Int.min)
        edits.insert([.piece(.restore)], at: content.upperBound, order: Int.max)
      }
    }
  }

  /// A content control bound to XML data would show that data instead of ours, and one that shows its
  /// placeholder would lose its text at the first click (ECMA-376 part 1, § 17.5.2.6 and § 17.5.2.39).
  private mutating func freeContentControls() {
    guard story.words.contains(.contentControlProperties) else { return }
    for index in story.tree.elements.indices where story.word(index) == .contentControlProperties {
      guard let control = story.parent(index) else { continue }
      let range = story.tree.elements[control].range
      guard anchors.contains(where: { range.contains($0.start) }) else { continue }
      for child in story.tree.children(of: index)
      where story.word(child) == .dataBinding || story.word(child) == .showingPlaceholder {
        edits.remove(story.tree.elements[child].range)
      }
    }
  }
}
