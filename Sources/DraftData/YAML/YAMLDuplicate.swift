/// Finds the second place of a key that a mapping has twice; Yams tells only the first.
struct YAMLDuplicate {
  /// The bytes of the key where it was given first.
  let first: Range<Int>
  /// Where it was given again; nil when that is not to be found.
  private(set) var second: Range<Int>?

  init(_ lines: YAMLLines, firstAt offset: Int) {
    let bytes = lines.text.bytes
    let line = lines.line(at: offset)
    var end = offset
    let quote = end < line.upperBound ? bytes[end] : 0
    if quote == 0x22 || quote == 0x27 {
      end += 1
      while end < line.upperBound, bytes[end] != quote { end += 1 }
      end = min(end + 1, line.upperBound)
    } else {
      while end < line.upperBound, bytes[end] != 0x3A || !YAMLDuplicate.endsKey(bytes, end + 1) {
        end += 1
      }
      while end > offset, bytes[end - 1] <= 0x20 { end -= 1 }
    }
    first = offset..<end
    second = inBlock(lines, column: offset - line.lowerBound) ?? inFlow(bytes)
  }

  /// On a later line, at the same indent, before the mapping ends.
  private func inBlock(_ lines: YAMLLines, column: Int) -> Range<Int>? {
    let bytes = lines.text.bytes
    var next = lines.line(at: first.lowerBound).upperBound
    while next < bytes.count {
      if bytes[next] == 0x0A || bytes[next] == 0x0D {
        next += 1
        continue
      }
      let line = lines.line(at: next)
      next = line.upperBound
      let indent = bytes[line].prefix { $0 == 0x20 }.count
      let text = bytes[line].dropFirst(indent)
      guard let start = text.first, start != 0x23 else { continue }
      if indent < column { return nil }
      if indent == column, isKey(bytes, at: text.startIndex) {
        return text.startIndex..<(text.startIndex + first.count)
      }
    }
    return nil
  }

  /// Within braces: wherever the key stands next.
  private func inFlow(_ bytes: [UInt8]) -> Range<Int>? {
    var index = first.upperBound
    while index + first.count <= bytes.count {
      let before = bytes[index - 1]
      if before <= 0x20 || before == 0x2C || before == 0x7B, isKey(bytes, at: index) {
        return index..<(index + first.count)
      }
      index += 1
    }
    return nil
  }

  private func isKey(_ bytes: [UInt8], at start: Int) -> Bool {
    guard !first.isEmpty, start + first.count <= bytes.count,
      bytes[start..<(start + first.count)].elementsEqual(bytes[first])
    else { return false }
    var end = start + first.count
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    return end < bytes.count && bytes[end] == 0x3A && YAMLDuplicate.endsKey(bytes, end + 1)
  }

  private static func endsKey(_ bytes: [UInt8], _ index: Int) -> Bool {
    index >= bytes.count || bytes[index] <= 0x20
  }
}
