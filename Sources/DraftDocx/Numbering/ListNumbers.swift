internal import DraftXML

/// Works out the numbers that Word shows before the paragraphs of a document (ECMA-376 part 1, § 17.9).
///
/// It is a pure function of three parts: definitions and styles are read once, and any number of parts
/// may be numbered with them. Each part is counted for itself, as Word counts headers and notes.
struct ListNumbers: Sendable {
  /// The number or bullet of a paragraph.
  struct Label: Sendable, Hashable {
    /// What stands before the paragraph: `4.2.`, `б)`, `•`; empty when the level shows nothing.
    var text: String
    /// What stands between it and the paragraph.
    var suffix: ListLevel.Suffix
    /// The `w:numId`.
    var list: Int
    /// The level, 0 to 8.
    var level: Int
    /// The numbers of the levels from the first to this one.
    var numbers: [Int]
    /// Whether it is a mark that does not count.
    var isBullet: Bool
  }

  /// The styles of the document.
  let styles: StyleSheet
  /// The lists of the document.
  let definitions: ListDefinitions

  /// Reads the definitions.
  ///
  /// - Parameters:
  ///   - numbering: `word/numbering.xml`; nil when the document has none.
  ///   - styles: `word/styles.xml`; nil when the document has none.
  init(numbering: XMLTree?, styles: XMLTree?) {
    self.styles = StyleSheet(styles)
    definitions = ListDefinitions(numbering, styles: self.styles)
  }

  /// The labels of all numbered paragraphs of a part by the index of their `w:p`.
  ///
  /// Paragraphs count in the order in which they open, those of tables and text boxes too. Not counted
  /// are those whose mark is deleted or hidden, and those of an `mc:Fallback`.
  func labels(of tree: XMLTree) -> [Int: Label] {
    guard !definitions.lists.isEmpty else { return [:] }
    let words = tree.names.map(WordName.init)
    var counter = ListCounter()
    var labels: [Int: Label] = [:]
    var index = 0
    while index < tree.elements.count {
      switch words[Int(tree.elements[index].name)] {
      case .fallback where isRepeated(index, of: tree):
        index = Int(tree.elements[index].subtreeEnd)
        continue
      case .paragraph: labels[index] = label(of: index, of: tree, &counter)
      default: break
      }
      index += 1
    }
    return labels
  }

  /// Whether an `mc:Choice` stands beside a fallback.
  private func isRepeated(_ fallback: Int, of tree: XMLTree) -> Bool {
    tree.child("Choice", of: Int(tree.elements[fallback].parent)) != nil
  }

  private func label(of paragraph: Int, of tree: XMLTree, _ counter: inout ListCounter) -> Label? {
    let properties = tree.child("pPr", of: paragraph)
    let style = styles.style(ofParagraph: properties, of: tree)
    guard let (id, level) = place(properties, style, of: tree),
      let list = definitions.lists[id], let definition = list.levels[level]
    else { return nil }
    let isHidden = styles.properties(of: style).isHidden ?? false
    if case .gone = ParagraphMark(properties, of: tree, isHidden: isHidden),
      ParagraphMark.goesOn(paragraph, of: tree)
        || !ParagraphMark.hasText(paragraph, of: tree, isHidden: isHidden)
    {
      return nil
    }
    let numbers = counter.count(id, list, level: level)
    return Label(
      text: definition.isHidden ? "" : ListNumbers.text(definition, numbers, list),
      suffix: definition.suffix, list: id, level: level, numbers: numbers,
      isBullet: definition.format == .bullet)
  }

  /// The list and level of a paragraph; nil when it is in none.
  private func place(_ properties: Int?, _ style: String?, of tree: XMLTree) -> (Int, Int)? {
    var own = ParagraphProperties()
    if let properties { own.apply(properties, of: tree) }
    let inherited = styles.properties(of: style)
    guard let id = own.list ?? inherited.list, id != 0 else { return nil }
    if let level = own.level { return checked(id, level) }
    if own.list == nil || own.list == inherited.list,
      let listStyle = styles.listStyle(of: style),
      let levels = definitions.lists[id]?.levels
    {
      // A style's level is the one that names it, whatever its own w:ilvl says (§ 17.9.3).
      let named = levels.filter { $0.value.style == style || $0.value.style == listStyle }
      if let exact = named.filter({ $0.value.style == style }).keys.min() { return (id, exact) }
      if inherited.level == nil, let level = named.keys.min() { return (id, level) }
    }
    return checked(id, inherited.level ?? 0)
  }

  private func checked(_ id: Int, _ level: Int) -> (Int, Int)? {
    0..<ListDefinitions.levelCount ~= level ? (id, level) : nil
  }

  /// The number of a paragraph as a reference shows it, field switch `\w` (§ 17.16.5.50): with the
  /// levels above where its own text leaves them out, without the period at the end: `4.2`, `4.2.1)`.
  ///
  /// - Parameters:
  ///   - list: the list of the paragraph.
  ///   - level: its level.
  ///   - numbers: the numbers of the levels from the first to this one.
  static func fullNumber(_ list: ListDefinitions.List, level: Int, _ numbers: [Int]) -> String {
    var level = level
    var number = ""
    while level >= 0 {
      guard let definition = list.levels[level] else { break }
      if definition.format != .bullet {
        number = text(definition, Array(numbers.prefix(level + 1)), list) + number
      }
      // The highest level that the text names; all of those above it are still to come.
      level = (highestLevel(in: definition.text) ?? level) - 1
    }
    while number.last == "." || number.last?.isWhitespace == true { number.removeLast() }
    return number
  }

  /// The highest level that a `w:lvlText` shows, from 0; nil when it shows none.
  private static func highestLevel(in text: String) -> Int? {
    var highest: Int?
    for (sign, digit) in zip(text, text.dropFirst()) where sign == "%" {
      if let number = digit.wholeNumberValue, 1...9 ~= number {
        highest = min(highest ?? 9, number - 1)
      }
    }
    return highest
  }

  /// The text of a level with its numbers in place (§ 17.9.11, w:lvlText).
  private static func text(
    _ level: ListLevel, _ numbers: [Int], _ list: ListDefinitions.List
  ) -> String {
    if level.format == .bullet { return SymbolText.bullet(level.text, font: level.font) }
    var text = ""
    var isPlaceholder = false
    for character in level.text {
      if isPlaceholder {
        isPlaceholder = false
        if let digit = character.wholeNumberValue, 1...9 ~= digit, character.isASCII {
          if digit <= numbers.count, let named = list.levels[digit - 1] {
            text += (level.isLegal ? named.format.legal : named.format).text(numbers[digit - 1])
          }
          continue
        }
        text.append("%")
      }
      if character == "%" { isPlaceholder = true } else { text.append(character) }
    }
    return isPlaceholder ? text + "%" : text
  }
}
