internal import DraftXML

/// A link from a part, or from the package, to another part or to a place outside.
public struct Relationship: Sendable, Hashable {
  static let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The id, unique among the relationships of one part.
  public var id: String
  /// What the link is for, as a URI.
  public var type: String
  /// The target as written, decoded from XML only.
  public var target: String
  /// Whether the target is outside the package.
  public var isExternal: Bool
  /// The name of the part it leads to, without leading slash; nil when the target is external.
  ///
  /// The part need not exist. Its case is that of the target, not of the archive.
  public var part: String?
  /// Where the element stands in the relationships part's bytes in UTF-8.
  public var range: Range<Int>
  /// Where the raw target stands there, without its quotes.
  public var targetRange: Range<Int>
}

extension Package {
  /// The relationships of a part in the order written; none when it has no relationships part.
  ///
  /// - Parameter part: a part's name; nil for the package itself.
  /// - Throws: ``PackageError``: `malformed-relationships` with its line, or an error of reading.
  public func relationships(of part: String?) throws(PackageError) -> [Relationship] {
    let name = PartName.relationships(of: part)
    guard let entry = entry(name) else { return [] }
    func malformed(_ line: Int, _ message: String) -> PackageError {
      PackageError(.malformedRelationships, entry: entry.name, line: line, message)
    }
    let tree: XMLTree
    let bytes = try read(name)
    do {
      tree = try XMLTree(bytes, limits: limits.xml)
    } catch {
      throw malformed(error.line, "\(error.code.rawValue): \(error.message)")
    }
    let root = tree.name(of: 0)
    guard root.uri == Relationship.namespace, root.local == "Relationships" else {
      throw malformed(tree.line(of: 0), "the root is <\(root.qualified)>, not <Relationships>")
    }
    var relationships: [Relationship] = []
    var ids: Set<String> = []
    for child in tree.children(of: 0) {
      let name = tree.name(of: child)
      guard name.uri == Relationship.namespace, name.local == "Relationship" else { continue }
      guard let id = tree.attribute("Id", uri: nil, of: child),
        let type = tree.attribute("Type", uri: nil, of: child),
        let target = tree.attribute("Target", uri: nil, of: child),
        let targetRange = tree.attributeRange("Target", uri: nil, of: child)
      else { throw malformed(tree.line(of: child), "a relationship needs Id, Type and Target") }
      if !ids.insert(id).inserted {
        throw malformed(tree.line(of: child), "two relationships have the id \(id)")
      }
      let isExternal = tree.attribute("TargetMode", uri: nil, of: child) == "External"
      relationships.append(
        Relationship(
          id: id, type: type, target: target, isExternal: isExternal,
          part: isExternal ? nil : resolve(target, from: part),
          range: tree.elements[child].range, targetRange: targetRange))
    }
    return relationships
  }

  /// The part a target means; in its percent-decoded form if only that one is in the archive.
  private func resolve(_ target: String, from part: String?) -> String {
    let name = PartName.resolve(target, from: part)
    if !contains(name), let decoded = PartName.percentDecoded(name), contains(decoded) {
      return decoded
    }
    return name
  }
}
