public import DraftPackage

/// A package with some of its parts changed, as a stored archive of our own making.
///
/// - Parameter change: gives the new bytes of an entry; nil leaves the entry out.
public func repacked(
  _ file: [UInt8], _ change: (_ name: String, _ bytes: [UInt8]) throws -> [UInt8]?
) throws -> [UInt8] {
  let package = try Package(file)
  var archive = StoredZip([])
  for entry in package.entries where !entry.isFolder {
    guard let bytes = try change(entry.name, package.read(entry.name)) else { continue }
    archive.entries.append((entry.name, bytes))
  }
  return archive.bytes
}

extension Package {
  /// The parts that hold paragraphs.
  public var storyNames: [String] {
    entries.map(\.name).filter { name in
      let file = name.split(separator: "/").last ?? ""
      return name.hasPrefix("word/") && name.hasSuffix(".xml")
        && ["document", "header", "footer", "footnotes", "endnotes", "comments"].contains {
          let rest = file.dropFirst($0.count)
          return file.hasPrefix($0) && (rest.first == "." || rest.first?.isNumber == true)
        }
    }
  }

  /// What a reader sees of all parts with paragraphs, in the archive's order.
  public func visibleStories() throws -> String {
    try storyNames.map { "== \($0)\n\(visibleText(try read($0)))" }.joined()
  }
}
