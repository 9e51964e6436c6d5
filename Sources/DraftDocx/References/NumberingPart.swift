internal import DraftXML

/// `word/numbering.xml` of a template whose lists begin anew in loops.
struct NumberingPart: Sendable {
  /// The part.
  let bytes: [UInt8]
  /// Where more `w:num` may stand (ECMA-376 part 1, § 17.9.16): after the last one.
  let end: Int
  private let prefix: String
  /// By `w:numId`: the definition and what the list overrides itself, by level.
  private var nums: [Int: (abstract: String, overrides: [Int: String])] = [:]
  private let definitions: ListDefinitions

  /// Reads the part.
  init(_ tree: XMLTree, definitions: ListDefinitions) {
    bytes = tree.bytes
    self.definitions = definitions
    prefix = tree.name(of: 0).prefix.map { $0 + ":" } ?? ""
    var end = Int(tree.elements[0].contentEnd)
    for element in tree.children(of: 0) where tree.name(of: element).local == "num" {
      end = tree.elements[element].range.upperBound
      guard let id = tree.wordAttribute("numId", of: element).flatMap(XMLTree.number),
        let abstract = tree.value("abstractNumId", of: element), nums[id] == nil
      else { continue }
      var overrides: [Int: String] = [:]
      for child in tree.children(of: element) where tree.name(of: child).local == "lvlOverride" {
        if let level = tree.wordAttribute("ilvl", of: child).flatMap(XMLTree.number),
          let own = tree.child("lvl", of: child)
        {
          overrides[level] = String(decoding: bytes[tree.elements[own].range], as: UTF8.self)
        }
      }
      nums[id] = (abstract, overrides)
    }
    self.end = end
  }

  /// The part with lists that begin anew; nil when there are none.
  func adding(_ lists: [NumberReader.NewList]) -> [UInt8]? {
    if lists.isEmpty { return nil }
    let w = prefix
    var text = ""
    for list in lists {
      guard let num = nums[list.original], let definition = definitions.lists[list.original] else {
        continue
      }
      text += "<\(w)num \(w)numId=\"\(list.id)\"><\(w)abstractNumId \(w)val=\"\(num.abstract)\"/>"
      for level in 0..<ListDefinitions.levelCount where definition.levels[level] != nil {
        text += "<\(w)lvlOverride \(w)ilvl=\"\(level)\">"
        text += "<\(w)startOverride \(w)val=\"\(definition.start(of: level))\"/>"
        text += "\(num.overrides[level] ?? "")</\(w)lvlOverride>"
      }
      text += "</\(w)num>"
    }
    return bytes[..<end] + Array(text.utf8) + bytes[end...]
  }
}
