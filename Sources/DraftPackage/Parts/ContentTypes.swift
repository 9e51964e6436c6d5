internal import DraftXML

/// The types of a package's parts, from `[Content_Types].xml` (ECMA-376 part 2, § 7.2.3).
public struct ContentTypes: Sendable, Hashable {
  /// The name of the entry that holds the types.
  public static let name = "[Content_Types].xml"

  static let namespace = "http://schemas.openxmlformats.org/package/2006/content-types"

  /// The type of each extension; extensions in lower case, without the dot.
  public let defaults: [String: String]
  /// The type of each part that has its own; names as ``PartName/key(_:)`` makes them.
  public let overrides: [String: String]

  /// The media type of a part: its own, else that of its extension; nil when neither is declared.
  public func type(of part: String) -> String? {
    let key = PartName.key(part)
    if let type = overrides[key] { return type }
    let name = key[(key.utf8.lastIndex(of: UInt8(ascii: "/")) ?? key.startIndex)...]
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    return defaults[String(name[name.utf8.index(after: dot)...])]
  }

  /// The parts that have a type of their own and this one, sorted by name.
  public func parts(ofType type: String) -> [String] {
    overrides.filter { $0.value == type }.keys.sorted()
  }

  init(_ bytes: [UInt8], entry: String, limits: XMLLimits) throws(PackageError) {
    func malformed(_ line: Int, _ message: String) -> PackageError {
      PackageError(.malformedContentTypes, entry: entry, line: line, message)
    }
    let tree: XMLTree
    do {
      tree = try XMLTree(bytes, limits: limits)
    } catch {
      throw malformed(error.line, "\(error.code.rawValue): \(error.message)")
    }
    let root = tree.name(of: 0)
    guard root.uri == Self.namespace, root.local == "Types" else {
      throw malformed(tree.line(of: 0), "the root element is <\(root.qualified)>, not <Types>")
    }
    var defaults: [String: String] = [:]
    var overrides: [String: String] = [:]
    for child in tree.children(of: 0) where tree.name(of: child).uri == Self.namespace {
      let name = tree.name(of: child).local
      guard name == "Default" || name == "Override" else { continue }
      let keyName = name == "Default" ? "Extension" : "PartName"
      guard let key = tree.attribute(keyName, uri: nil, of: child),
        let type = tree.attribute("ContentType", uri: nil, of: child)
      else { throw malformed(tree.line(of: child), "<\(name)> needs \(keyName) and ContentType") }
      let old =
        name == "Default"
        ? defaults.updateValue(type, forKey: PartName.key(key))
        : overrides.updateValue(type, forKey: PartName.key(key))
      if let old, old != type {
        throw malformed(tree.line(of: child), "\(key) is given two types, \(old) and \(type)")
      }
    }
    self.defaults = defaults
    self.overrides = overrides
  }
}

extension XMLTree {
  /// The line of an element's start tag, counted from 1.
  func line(of element: Int) -> Int {
    bytes[..<Int(elements[element].start)].reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }
}
