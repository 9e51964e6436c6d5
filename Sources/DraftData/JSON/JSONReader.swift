internal import DraftLanguage

/// Reads JSON text into values, byte by byte.
struct JSONReader {
  let text: DataText
  let bytes: [UInt8]
  let limits: DataLimits
  var index: Int
  private var depth = 0
  private var nodes = 0
  /// Errors after which reading can go on.
  private var found: [Diagnostic] = []
  private var keys = KeyCache()

  init(_ text: DataText, limits: DataLimits) {
    self.text = text
    self.bytes = text.bytes
    self.limits = limits
    index = text.start
  }

  /// Reads the whole file, whose top level must be a mapping.
  mutating func readFile() throws(Diagnostics) -> ObjectValue {
    let start: Int
    let value: Value
    do throws(JSONFault) {
      skipSpace()
      start = index
      value = try readAll()
    } catch {
      found.append(error.diagnostic(in: text))
      throw Diagnostics(found.inOrder)
    }
    guard found.isEmpty else { throw Diagnostics(found.inOrder) }
    guard case .object(let root) = value else {
      throw Diagnostics([DataFault.topLevel(at: text.place(start..<(start + 1)))])
    }
    return root
  }

  /// Reads one value and nothing after it.
  mutating func readAll() throws(JSONFault) -> Value {
    skipSpace()
    if index == bytes.count { throw JSONFault(.empty, at: index) }
    let value = try readValue()
    skipSpace()
    if index < bytes.count {
      let kind: JSONFault.Kind = bytes[index] == 0x7B ? .severalValues : .textAfterEnd
      throw JSONFault(kind, at: index, count: characterCount())
    }
    return value
  }

  /// What was found besides errors of syntax.
  var complaints: [Diagnostic] { found }

  private mutating func readValue() throws(JSONFault) -> Value {
    nodes += 1
    if nodes > limits.nodes { throw JSONFault(.tooMany(limits.nodes), at: index) }
    guard index < bytes.count else { throw JSONFault(.endOfFile(opened: nil), at: index) }
    switch bytes[index] {
    case 0x22: return .string(try readString())
    case 0x7B: return try readObject()
    case 0x5B: return try readList()
    case 0x2D, 0x30...0x39: return try readNumber()
    case 0x74 where skip("true"): return .bool(true)
    case 0x66 where skip("false"): return .bool(false)
    case 0x6E where skip("null"): return .null
    default: throw unexpectedValue()
    }
  }

  private mutating func enter() throws(JSONFault) {
    depth += 1
    if depth > limits.depth { throw JSONFault(.tooDeep(limits.depth), at: index) }
    index += 1
    skipSpace()
  }

  private mutating func readList() throws(JSONFault) -> Value {
    let start = index
    try enter()
    var items: [Value] = []
    if current != 0x5D {
      while true {
        items.append(try readValue())
        if try !readComma(closing: 0x5D, opened: start) { break }
      }
    }
    index += 1
    depth -= 1
    return .list(items)
  }

  private mutating func readObject() throws(JSONFault) -> Value {
    let start = index
    try enter()
    var pairs: [(key: String, value: Value)] = []
    if current != 0x7D {
      while true {
        guard current == 0x22 else { throw unexpectedKey(opened: start) }
        let key = try readKey()
        skipSpace()
        guard current == 0x3A else {
          if index == bytes.count { throw JSONFault(.endOfFile(opened: start), at: index) }
          throw JSONFault(.missingColon, at: index, count: characterCount())
        }
        index += 1
        skipSpace()
        pairs.append((key, try readValue()))
        if try !readComma(closing: 0x7D, opened: start) { break }
      }
    }
    index += 1
    depth -= 1
    let object = ObjectValue(pairs)
    if object.keys.count != pairs.count { reportDuplicates(from: start) }
    return .object(object)
  }

  /// Reads what follows an element; false at the closing bracket, at which it stays.
  private mutating func readComma(closing: UInt8, opened: Int) throws(JSONFault) -> Bool {
    skipSpace()
    if current == closing { return false }
    guard index < bytes.count else { throw JSONFault(.endOfFile(opened: opened), at: index) }
    guard bytes[index] == 0x2C else { throw unexpectedSeparator(closing: closing, opened: opened) }
    let comma = index
    index += 1
    skipSpace()
    if current == closing { throw JSONFault(.trailingComma, at: comma) }
    return true
  }

  private mutating func readKey() throws(JSONFault) -> String {
    let start = index + 1
    var end = start
    var hash: UInt32 = 2_166_136_261
    while end < bytes.count {
      let byte = bytes[end]
      if byte == 0x22 {
        index = end + 1
        return keys.string(bytes, start..<end, hash: hash)
      }
      if byte == 0x5C || byte < 0x20 { break }
      hash = (hash ^ UInt32(byte)) &* 16_777_619
      end += 1
    }
    return try readString()
  }

  private mutating func reportDuplicates(from start: Int) {
    guard found.count < DataFault.most else { return }
    var locator = JSONLocator(text)
    var first: [String: Range<Int>] = [:]
    for (key, range) in locator.keys(ofObjectAt: start) {
      if let earlier = first[key] {
        found.append(
          DataFault.duplicateKey(at: text.place(range), first: text.place(earlier)))
      } else {
        first[key] = range
      }
    }
  }

  /// The byte to be read next; zero at the end of the file.
  var current: UInt8 { index < bytes.count ? bytes[index] : 0 }

  mutating func skipSpace() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte > 0x20 || !(byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09) { return }
      index += 1
    }
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    let matches = bytes[index..<(index + count)].elementsEqual(String(describing: word).utf8)
    guard matches else { return false }
    if index + count < bytes.count, JSONReader.isWordByte(bytes[index + count]) { return false }
    index += count
    return true
  }
}

/// The texts of keys read lately, so that the rows of a table share theirs.
private struct KeyCache {
  private struct Entry {
    var range = 0..<0
    var key = ""
  }

  private var entries = [Entry](repeating: Entry(), count: 256)

  mutating func string(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt32) -> String {
    let slot = Int((hash ^ (hash >> 15)) & 255)
    let known = entries[slot].range
    if known.count == range.count, bytes[known].elementsEqual(bytes[range]) {
      return entries[slot].key
    }
    let key = String(decoding: bytes[range], as: UTF8.self)
    entries[slot] = Entry(range: range, key: key)
    return key
  }
}
