internal import DraftXML

/// Checks one part with paragraphs against ECMA-376 part 1; written from the standard, apart from the
/// engine.
struct StoryValidity {
  private static let namespaces: Set<String> = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]

  let tree: XMLTree
  private(set) var faults: [String] = []
  /// Ids that refer to other parts: `footnoteReference=2`.
  private(set) var references: Set<String> = []
  private var seen: [String: Int] = [:]

  init(_ tree: XMLTree) {
    self.tree = tree
    for element in tree.elements.indices {
      let name = tree.name(of: element)
      if name.local == "docPr" { once("docPr id \(value("id", element) ?? "none")") }
      for attribute in tree.attributes(of: element) where attribute.local == "paraId" {
        once("paraId \(attribute.value)")
      }
      guard isWord(element) else { continue }
      checkParent(element, name.local)
      checkOrder(element, name.local)
      checkContent(element, name.local)
      checkIdentifiers(element, name.local)
    }
    checkPairs()
  }

  private func isWord(_ element: Int) -> Bool {
    tree.name(of: element).uri.map(Self.namespaces.contains) ?? false
  }

  private func value(_ attribute: String, _ element: Int) -> String? {
    tree.attributes(of: element).first { $0.local == attribute }?.value
  }

  private func wordChildren(_ element: Int) -> [(element: Int, name: String)] {
    tree.children(of: element).filter(isWord).map { ($0, tree.name(of: $0).local) }
  }

  private mutating func once(_ key: String) {
    seen[key, default: 0] += 1
    if seen[key] == 2 { faults.append("repeated \(key)") }
  }

  private mutating func checkParent(_ element: Int, _ name: String) {
    guard let allowed = ElementOrder.parents[name] else { return }
    let parent = Int(tree.elements[element].parent)
    guard parent >= 0, isWord(parent) else {
      // Runs stand in equations too; alternatives hold drawings.
      let local = parent >= 0 ? tree.name(of: parent).uri : nil
      if local?.hasSuffix("/math") == true || name == "r" || name == "drawing" { return }
      if local?.hasSuffix("markup-compatibility/2006") == true { return }
      return faults.append("\(name) at a strange place")
    }
    let local = tree.name(of: parent).local
    if !allowed.contains(local) { faults.append("\(name) in \(local)") }
  }

  private mutating func checkOrder(_ element: Int, _ name: String) {
    let children = wordChildren(element).map(\.name)
    if let sequence = ElementOrder.sequences[name], !sequence.isEmpty {
      var last = -1
      for child in children {
        guard let rank = sequence.firstIndex(of: child) else {
          if name == "fldSimple" || ElementOrder.marks.contains(child) { continue }
          faults.append("\(child) is no child of \(name)")
          continue
        }
        if rank < last { faults.append("\(child) stands too late in \(name)") }
        if rank == last, !ElementOrder.repeatable.contains(child),
          child != "headerReference", child != "footerReference"
        {
          faults.append("two \(child) in \(name)")
        }
        last = max(last, rank)
      }
    }
    if let heads = ElementOrder.heads[name] {
      var last = -1
      for (index, child) in children.enumerated() {
        guard let rank = heads.firstIndex(of: child) else { continue }
        if rank <= last { faults.append("\(child) out of order in \(name)") }
        last = rank
        let before = children[..<index].filter {
          !heads.contains($0) && !(ElementOrder.marks.contains($0) && name == "tbl")
        }
        if !before.isEmpty { faults.append("\(before[0]) before \(child) in \(name)") }
      }
    }
  }

  private mutating func checkContent(_ element: Int, _ name: String) {
    let children = wordChildren(element)
    switch name {
    case "tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent":
      let blocks = children.filter {
        $0.name == "p" || $0.name == "tbl" || $0.name == "sdt" || $0.name == "customXml"
      }
      if blocks.isEmpty { return faults.append("\(name) without a paragraph") }
      if name == "tc", blocks.last?.name != "p", blocks.last?.name != "sdt" {
        faults.append("\(name) does not end in a paragraph")
      }
    case "tbl":
      if !children.contains(where: { $0.name == "tr" || $0.name == "sdt" }) {
        faults.append("a table without rows")
      }
      checkGrid(element, children)
    case "tr":
      if !children.contains(where: { $0.name == "tc" || $0.name == "sdt" }) {
        faults.append("a row without cells")
      }
    case "body":
      let sections = children.filter { $0.name == "sectPr" }
      if sections.count > 1 { faults.append("two sections at the end of the body") }
      if let section = sections.first, section.element != children.last?.element {
        faults.append("something stands after the last section")
      }
    case "t":
      if !children.isEmpty { faults.append("markup inside of text") }
    default: break
    }
  }

  private mutating func checkGrid(_ table: Int, _ children: [(element: Int, name: String)]) {
    guard let grid = children.first(where: { $0.name == "tblGrid" }) else {
      return faults.append("a table without a grid")
    }
    let columns = wordChildren(grid.element).filter { $0.name == "gridCol" }.count
    for row in children where row.name == "tr" {
      var count = 0
      for child in wordChildren(row.element) {
        if child.name == "tc" { count += number(["tcPr", "gridSpan"], child.element) ?? 1 }
        if child.name == "trPr" {
          count += number(["gridBefore"], child.element) ?? 0
          count += number(["gridAfter"], child.element) ?? 0
        }
      }
      if count > columns { faults.append("a row of \(count) columns in a grid of \(columns)") }
    }
  }

  /// The `w:val` of a descendant by its path.
  private func number(_ path: [String], _ element: Int) -> Int? {
    var element = element
    for step in path {
      guard let next = wordChildren(element).first(where: { $0.name == step }) else { return nil }
      element = next.element
    }
    return value("val", element).flatMap { Int($0) }
  }

  private mutating func checkIdentifiers(_ element: Int, _ name: String) {
    let id = value("id", element) ?? "none"
    switch name {
    case "bookmarkStart":
      once("bookmark id \(id)")
      once("bookmark name \((value("name", element) ?? "").lowercased())")
      if (value("name", element) ?? "").count > 40 { faults.append("a bookmark name too long") }
    case "bookmarkEnd": once("bookmark end \(id)")
    case "commentRangeStart", "commentRangeEnd":
      once("\(name) \(id)")
      references.insert("comment=\(id)")
    case "commentReference":
      once("\(name) \(id)")
      references.insert("comment=\(id)")
    case "footnoteReference": references.insert("footnote=\(id)")
    case "endnoteReference": references.insert("endnote=\(id)")
    case "permStart", "permEnd": once("\(name) \(id)")
    case "sdtPr":
      for child in wordChildren(element) where child.name == "id" {
        once("content control id \(value("val", child.element) ?? "none")")
      }
    default: break
    }
  }

  private mutating func checkPairs() {
    for (start, end) in [
      ("bookmark id ", "bookmark end "), ("commentRangeStart ", "commentRangeEnd "),
      ("permStart ", "permEnd "),
    ] {
      let starts = Set(seen.keys.filter { $0.hasPrefix(start) }.map { $0.dropFirst(start.count) })
      let ends = Set(seen.keys.filter { $0.hasPrefix(end) }.map { $0.dropFirst(end.count) })
      for id in starts.symmetricDifference(ends) { faults.append("\(start)\(id) is not paired") }
    }
  }
}
