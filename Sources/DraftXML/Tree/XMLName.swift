/// The name of an element: a namespace and a local name, and the prefix it was written with.
public struct XMLName: Sendable, Hashable {
  /// The namespace; nil when the element is in none.
  public var uri: String?
  /// The name without its prefix.
  public var local: String
  /// The prefix as written; nil when there is none.
  public var prefix: String?

  /// A name from its three pieces.
  public init(uri: String?, local: String, prefix: String?) {
    self.uri = uri
    self.local = local
    self.prefix = prefix
  }

  /// The name as it stands in a tag: `w:p`, or `p` when there is no prefix.
  public var qualified: String {
    guard let prefix else { return local }
    return "\(prefix):\(local)"
  }
}
