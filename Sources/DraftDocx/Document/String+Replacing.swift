extension String {
  /// The string with the first occurrence of `old` replaced.
  func replacingFirst(_ old: String, with new: String) -> String {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(old) {
        let end = self.index(index, offsetBy: old.count)
        return String(self[..<index]) + new + String(self[end...])
      }
      index = self.index(after: index)
    }
    return self
  }
}
