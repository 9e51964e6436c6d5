internal import DraftXML

/// The styles of a document with what they inherit (ECMA-376 part 1, § 17.7).
struct StyleSheet: Sendable {
  /// A style as it ends up after its ancestors.
  private struct Resolved: Sendable {
    var properties = ParagraphProperties()
    /// The style of the chain that named the list, whose level `w:pStyle` may fix.
    var listStyle: String?
    var hasHeader = false
  }

  private var resolved: [String: Resolved] = [:]
  /// The names of styles in small letters, by id.
  private var names: [String: String] = [:]
  /// What holds where no style says otherwise.
  private var base = ParagraphProperties()
  /// The style of paragraphs that name none.
  private(set) var defaultParagraph: String?

  /// Reads `word/styles.xml`; without it nothing has a style.
  init(_ tree: XMLTree?) {
    guard let tree else { return }
    var elements: [String: Int] = [:]
    for element in tree.children(of: 0) {
      switch tree.name(of: element).local {
      case "docDefaults":
        if let paragraph = tree.child("pPrDefault", of: element),
          let properties = tree.child("pPr", of: paragraph)
        {
          base.apply(properties, of: tree)
        }
      case "style":
        guard let id = tree.wordAttribute("styleId", of: element), elements[id] == nil else {
          continue
        }
        elements[id] = element
        names[id] = tree.value("name", of: element)?.lowercased()
        if tree.wordAttribute("type", of: element) == "paragraph",
          let isDefault = tree.wordAttribute("default", of: element),
          !["0", "false", "off"].contains(isDefault)
        {
          defaultParagraph = id
        }
      default: break
      }
    }
    for id in elements.keys { resolve(id, elements, tree) }
  }

  /// Resolves a style after its ancestors; a style that inherits from itself ends its chain there.
  private mutating func resolve(_ id: String, _ elements: [String: Int], _ tree: XMLTree) {
    var chain: [(id: String, element: Int)] = []
    var seen: Set<String> = []
    var next: String? = id
    var result = Resolved()
    while let id = next, let element = elements[id], seen.insert(id).inserted {
      if let known = resolved[id] {
        result = known
        break
      }
      chain.append((id, element))
      next = tree.value("basedOn", of: element)
    }
    for (id, element) in chain.reversed() {
      if let paragraph = tree.child("pPr", of: element) {
        var own = ParagraphProperties()
        own.apply(paragraph, of: tree)
        if own.list != nil { result.listStyle = id }
        result.properties.apply(own)
      }
      if let run = tree.child("rPr", of: element), let isHidden = tree.toggle("vanish", of: run) {
        result.properties.isHidden = isHidden
      }
      resolved[id] = result
    }
  }

  /// The properties that a style gives; those of the document's defaults are not among them.
  func properties(of style: String?) -> ParagraphProperties {
    style.flatMap { resolved[$0] }?.properties ?? ParagraphProperties()
  }

  /// The style that brought a style its list: itself or an ancestor.
  func listStyle(of style: String?) -> String? { style.flatMap { resolved[$0] }?.listStyle }

  /// The id of a paragraph's style.
  func style(ofParagraph properties: Int?, of tree: XMLTree) -> String? {
    if let properties, let id = tree.value("pStyle", of: properties), resolved[id] != nil {
      return id
    }
    return defaultParagraph
  }

  /// The name of a style in small letters (§ 17.7.4.9): `heading 1`, which has another id in each
  /// language of Word.
  func name(of style: String) -> String? { names[style] }

  /// The id of the style of a name in small letters; of several the first in the order of ids.
  func style(named name: String) -> String? {
    names.filter { $0.value == name }.keys.min()
  }

  /// The document's defaults.
  var defaults: ParagraphProperties { base }
}
