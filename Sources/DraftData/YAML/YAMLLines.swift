/// Where the lines of a YAML file start, as libyaml counts them, to turn its marks into offsets.
struct YAMLLines: Sendable {
  let text: DataText
  private let starts: [Int]

  init(_ text: DataText) {
    self.text = text
    let bytes = text.bytes
    var starts = [text.start]
    var index = text.start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x0A: starts.append(index)
      case 0x0D where index == bytes.count || bytes[index] != 0x0A: starts.append(index)
      case 0xC2 where index < bytes.count && bytes[index] == 0x85: starts.append(index + 1)
      case 0xE2
      where index + 1 < bytes.count && bytes[index] == 0x80 && bytes[index + 1] & 0xFE == 0xA8:
        starts.append(index + 2)
      default: break
      }
    }
    self.starts = starts
  }

  /// The offset of a mark, whose column counts code points.
  func offset(_ mark: YAMLNode.Mark) -> Int {
    let bytes = text.bytes
    guard mark.line < starts.count else { return bytes.count }
    var offset = starts[mark.line]
    for _ in 0..<mark.column where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// Whether a key is what YAML makes of a template's `{{ … }}`.
  func isTemplateTag(_ key: YAMLNode) -> Bool {
    guard case .mapping = key.content else { return false }
    let start = offset(key.mark)
    return start > text.start && text.bytes[start...].first == 0x7B && text.bytes[start - 1] == 0x7B
  }

  /// The bytes of the first word of a node, its tag or anchor not left out.
  func firstWord(of node: YAMLNode) -> Range<Int> { word(at: offset(node.mark)) }

  /// The bytes from an offset up to a space or the line's end; one character at least.
  func word(at offset: Int) -> Range<Int> {
    let bytes = text.bytes
    guard offset < bytes.count else { return bytes.count..<bytes.count }
    var end = offset + 1
    while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    return offset..<end
  }

  /// The bytes of what a line says, its indent and its end left out.
  func words(ofLineAt offset: Int) -> Range<Int> {
    let line = line(at: offset)
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, text.bytes[start] <= 0x20 { start += 1 }
    while end > start, text.bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// What the last line that says something above an offset says; nil when there is none.
  func words(above offset: Int) -> Range<Int>? {
    var start = line(at: offset).lowerBound
    while start > text.start {
      let words = words(ofLineAt: start - 1)
      if let first = text.bytes[words].first, first != 0x23 { return words }
      start = min(start - 1, line(at: start - 1).lowerBound)
    }
    return nil
  }

  /// The bytes of the line that holds an offset, its end left out.
  func line(at offset: Int) -> Range<Int> {
    let bytes = text.bytes
    var start = min(offset, bytes.count)
    while start > text.start, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    var end = min(offset, bytes.count)
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return start..<end
  }

  /// The bytes of a scalar on its first line; of a list or mapping, those of its first key or
  /// bracket.
  func range(of node: YAMLNode) -> Range<Int> {
    let start = offset(node.mark)
    switch node.content {
    case .scalar(let scalar, let style): return range(of: scalar, style, at: start)
    case .mapping(let pairs):
      if start < text.bytes.count, text.bytes[start] != 0x7B, let first = pairs.first {
        return range(of: first.key)
      }
    case .sequence: break
    }
    return start..<min(start + 1, text.bytes.count)
  }

  private func range(of scalar: String, _ style: YAMLNode.Style, at start: Int) -> Range<Int> {
    let bytes = text.bytes
    let end = line(at: start).upperBound
    var index = skipProperties(from: start, to: end)
    let value = index
    switch style {
    case .quoted:
      guard index < end else { break }
      let quote = bytes[index]
      index += 1
      while index < end, bytes[index] != quote {
        index += quote == 0x22 && bytes[index] == 0x5C ? 2 : 1
      }
      return value..<min(index + 1, end)
    case .plain:
      let count = scalar.utf8.count
      if value + count <= end, bytes[value..<(value + count)].elementsEqual(scalar.utf8) {
        return value..<(value + count)
      }
    case .block: break
    }
    var last = end
    while last > value, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
    return value..<last
  }

  /// Steps over `&name` and `!tag`.
  private func skipProperties(from start: Int, to end: Int) -> Int {
    let bytes = text.bytes
    var index = start
    while index < end, bytes[index] == 0x26 || bytes[index] == 0x21 {
      while index < end, bytes[index] != 0x20 { index += 1 }
      while index < end, bytes[index] == 0x20 { index += 1 }
    }
    return index
  }
}
