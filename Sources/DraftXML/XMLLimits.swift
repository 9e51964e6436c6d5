/// How much XML is read before the reader gives up.
///
/// A limit that is passed is an ``XMLError`` with its own code. The defaults are far above what Word
/// writes and low enough that hostile input ends in milliseconds per megabyte.
public struct XMLLimits: Sendable, Hashable {
  /// The longest part, in bytes; never more than 2 GiB - 1, as offsets are 32 bits wide.
  public let bytes: Int
  /// The deepest nesting, the root being at depth 1; never more than 2,000, which libxml2 allows.
  public let depth: Int
  /// The most elements of a part.
  public let elements: Int
  /// The most attributes, namespace declarations included, of one start tag.
  public let attributes: Int
  /// The most different names, prefixes and namespaces, whose table libxml2 2.9 searches ever slower.
  public let names: Int
  /// The longest start tag in bytes, from `<` to `>`.
  public let tagBytes: Int
  /// The most namespace declarations that may be in scope at one place.
  public let namespaces: Int

  /// Limits of one's own.
  public init(
    bytes: Int = 256 << 20, depth: Int = 512, elements: Int = 8_000_000, attributes: Int = 512,
    names: Int = 50_000, tagBytes: Int = 1 << 20, namespaces: Int = 1024
  ) {
    self.bytes = min(bytes, Int(Int32.max) - 1)
    self.depth = min(depth, 2000)
    self.elements = min(elements, Int(Int32.max) - 1)
    self.attributes = attributes
    self.names = names
    self.tagBytes = tagBytes
    self.namespaces = namespaces
  }

  /// 256 MiB, 512 levels, 8 million elements, 50,000 names, 512 attributes and 1 MiB a tag.
  public static let standard = XMLLimits()
}
