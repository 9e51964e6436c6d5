/// What is known of a line of a manifest without reading it.
struct ManifestLine {
  /// Where it begins.
  var place: Int
  /// Whether the row has documents.
  var hasFiles: Bool
  /// Whether the row is no longer in the list.
  var isGone: Bool
  /// Whether this run has met the row.
  var isMet: Bool
}

extension ManifestLine {
  /// What ``bits`` has written.
  init(bits: UInt64) {
    self.init(
      place: Int(bits >> 3), hasFiles: bits & 1 != 0, isGone: bits & 2 != 0, isMet: bits & 4 != 0)
  }

  /// It all in one number.
  var bits: UInt64 {
    UInt64(place) << 3 | (hasFiles ? 1 : 0) | (isGone ? 2 : 0) | (isMet ? 4 : 0)
  }
}
