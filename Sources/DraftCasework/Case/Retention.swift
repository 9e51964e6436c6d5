/// Whether copies of the documents are kept for three years after the end of the aid, which the
/// client may demand (Standard 1.11).
public struct Retention: CaseRecord {
  /// The medium of the copies.
  public enum Medium: String, CaseValue, Hashable, CaseIterable {
    /// Paper.
    case paper
    /// Electronic copies or documents.
    case electronic
    /// Both.
    case both
  }

  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// Whether the client demands it, and on which medium.
  public init(requested: Bool, medium: Medium? = nil) {
    self.init()
    isRequested = requested
    self.medium = medium
  }

  /// Whether the client demands it.
  public var isRequested: Bool? {
    get { fields["requested"] }
    set { fields["requested"] = newValue }
  }

  /// On which medium.
  public var medium: Medium? {
    get { fields["medium"] }
    set { fields["medium"] = newValue }
  }
}
