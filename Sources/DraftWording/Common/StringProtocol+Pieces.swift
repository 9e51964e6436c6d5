extension StringProtocol {
  /// The pieces between ASCII characters, empty ones left out.
  ///
  /// The lists of words are long, and putting their letters together into characters, as `split` of a
  /// string does, would take most of the time of a short run.
  func pieces(between separators: Unicode.Scalar...) -> [Substring] {
    Substring(self).utf8.split { byte in
      separators.contains { $0.value == UInt32(byte) }
    }.map { Substring($0) }
  }
}
