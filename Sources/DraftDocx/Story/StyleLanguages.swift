internal import DraftLanguage
internal import DraftXML

/// The languages that paragraph styles claim: a style whose name ends in `(kk)` or `(ru)` sets text
/// of that language.
enum StyleLanguages {
  /// Languages by style id, read from `word/styles.xml`.
  static func read(_ tree: XMLTree) -> [String: String] {
    var languages: [String: String] = [:]
    let words = tree.names
    for index in tree.elements.indices {
      let element = tree.elements[index]
      guard words[Int(element.name)].local == "style",
        let id = tree.attribute(named: "styleId", of: index)
      else { continue }
      for child in tree.children(of: index)
      where words[Int(tree.elements[child].name)].local == "name" {
        let name = tree.attribute(named: "val", of: child) ?? ""
        guard name.utf8.last == UInt8(ascii: ")") else { continue }
        for code in LanguageSelection.codes where name.hasSuffix("(\(code))") {
          languages[id] = code
        }
      }
    }
    return languages
  }
}
