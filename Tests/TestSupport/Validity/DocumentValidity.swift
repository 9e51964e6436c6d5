internal import DraftPackage
internal import DraftXML

/// What is invalid about a Word document, by checks written from ECMA-376 for what filling can touch.
public enum DocumentValidity {
  /// The faults, a phrase each with the part that it is in; empty when there are none.
  public static func faults(of file: [UInt8]) throws -> [String] {
    let package = try Package(file)
    var faults: [String] = []
    var references: Set<String> = []
    for entry in package.entries where !entry.isFolder {
      if entry.name != ContentTypes.name, package.contentTypes.type(of: entry.name) == nil {
        faults.append("\(entry.name): no content type")
      }
      guard entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") else { continue }
      do {
        let tree = try XMLTree(try package.read(entry.name))
        if package.storyNames.contains(entry.name) {
          let story = StoryValidity(tree)
          faults += story.faults.map { "\(entry.name): \($0)" }
          references.formUnion(story.references)
        }
        if !entry.name.hasSuffix(".rels") {
          faults += try relationFaults(of: entry.name, tree, in: package)
        }
      } catch let error as XMLError {
        faults.append("\(entry.name): \(error)")
      }
    }
    for name in package.contentTypes.overrides.keys where !package.contains(name) {
      faults.append("a content type for \(name), which is missing")
    }
    for target in try package.relationships(of: nil).compactMap(\.part)
    where !package.contains(target) {
      faults.append("the package leads to \(target), which is missing")
    }
    return faults + (try noteFaults(references, in: package))
  }

  /// The faults of a document that its template does not have already.
  public static func newFaults(of file: [UInt8], template: [UInt8]) throws -> [String] {
    let known = Set(try faults(of: template))
    return try faults(of: file).filter { !known.contains($0) }
  }

  /// Ids that are used must be declared, and what is declared must be there.
  private static func relationFaults(
    of part: String, _ tree: XMLTree, in package: Package
  ) throws -> [String] {
    var faults: [String] = []
    let relationships = try package.relationships(of: part)
    let known = Set(relationships.map(\.id))
    for element in tree.elements.indices {
      for attribute in tree.attributes(of: element)
      where attribute.uri?.hasSuffix("/relationships") == true && !attribute.value.isEmpty {
        if !known.contains(attribute.value) {
          faults.append("\(part): the relationship \(attribute.value) is missing")
        }
      }
    }
    for target in relationships.compactMap(\.part)
    where !package.contains(target) && !target.hasSuffix("NULL") {
      faults.append("\(part) leads to \(target), which is missing")
    }
    return faults
  }

  /// Every note and comment that is referred to must be there.
  private static func noteFaults(_ references: Set<String>, in package: Package) throws -> [String]
  {
    var declared: Set<String> = []
    for name in package.storyNames {
      let tree = try XMLTree(try package.read(name))
      for element in tree.elements.indices
      where ["comment", "footnote", "endnote"].contains(tree.name(of: element).local) {
        let id = tree.attributes(of: element).first { $0.local == "id" }?.value ?? ""
        declared.insert("\(tree.name(of: element).local)=\(id)")
      }
    }
    return references.subtracting(declared).sorted().map { "\($0) is missing" }
  }
}
