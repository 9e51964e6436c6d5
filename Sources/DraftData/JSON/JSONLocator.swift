/// Finds where a value stands in JSON that was read without an error before; the reader keeps no
/// positions, because only errors ask for them.
struct JSONLocator {
  private let text: DataText
  private let bytes: [UInt8]
  private var index: Int
  /// Reads the keys.
  private var reader: JSONReader

  init(_ text: DataText) {
    self.text = text
    bytes = text.bytes
    index = text.start
    reader = JSONReader(text, limits: .standard)
  }

  /// The bytes of the value at a path; of a list or mapping, its key or its bracket.
  mutating func find(_ path: DataPath) -> Range<Int>? {
    index = text.start
    skipSpace()
    var place = index..<(index + 1)
    for step in path.steps {
      switch step {
      case .key(let wanted):
        guard current == 0x7B, let key = enterKey(wanted) else { return nil }
        place = key
      case .index(let wanted):
        guard current == 0x5B, enterItem(wanted) else { return nil }
        place = index..<(index + 1)
      }
      if current != 0x7B, current != 0x5B {
        let start = index
        skipValue()
        place = start..<index
        index = start
      }
    }
    return place
  }

  /// The keys of the mapping at an offset, with the bytes of each; ends at the first thing that is
  /// no JSON.
  mutating func keys(ofObjectAt start: Int) -> [(key: String, range: Range<Int>)] {
    index = start
    var found: [(String, Range<Int>)] = []
    while let (key, range) = nextKey() {
      found.append((key, range))
      skipValue()
    }
    return found
  }

  /// The bytes of the elements of the list at the top; nil when something else stands there.
  mutating func items() -> [Range<Int>]? {
    index = text.start
    skipSpace()
    guard current == 0x5B else { return nil }
    index += 1
    skipSpace()
    var items: [Range<Int>] = []
    while index < bytes.count, current != 0x5D {
      let start = index
      skipValue()
      items.append(start..<index)
      skipSpace()
      if current == 0x2C { index += 1 }
      skipSpace()
    }
    return items
  }

  private mutating func enterKey(_ wanted: String) -> Range<Int>? {
    while let (key, range) = nextKey() {
      if key == wanted { return range }
      skipValue()
    }
    return nil
  }

  private mutating func enterItem(_ wanted: Int) -> Bool {
    index += 1
    skipSpace()
    for _ in 0..<wanted {
      skipValue()
      skipSpace()
      guard current == 0x2C else { return false }
      index += 1
      skipSpace()
    }
    return current != 0x5D && index < bytes.count
  }

  /// Steps over `{` or `,`, the key and the colon, to the value.
  private mutating func nextKey() -> (key: String, range: Range<Int>)? {
    skipSpace()
    guard current == 0x7B || current == 0x2C else { return nil }
    index += 1
    skipSpace()
    guard current == 0x22 else { return nil }
    let start = index
    reader.index = index
    guard let key = try? reader.readString() else { return nil }
    index = reader.index
    skipSpace()
    guard current == 0x3A else { return nil }
    index += 1
    skipSpace()
    return (key, start..<reader.index)
  }

  /// Steps over one value by counting brackets.
  private mutating func skipValue() {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x22: skipString()
      case 0x7B, 0x5B:
        depth += 1
        index += 1
      case 0x7D, 0x5D:
        if depth == 0 { return }
        depth -= 1
        index += 1
      case 0x2C, 0x20, 0x0A, 0x0D, 0x09:
        if depth == 0 { return }
        index += 1
        continue
      default:
        index += 1
        continue
      }
      if depth == 0 { return }
    }
  }

  private mutating func skipString() {
    index += 1
    while index < bytes.count, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
    index = min(index + 1, bytes.count)
  }

  private var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func skipSpace() {
    while current == 0x20 || current == 0x0A || current == 0x0D || current == 0x09 { index += 1 }
  }
}
