internal import DraftLanguage

/// The text of a table in UTF-8, whatever it is stored in, piece by piece.
struct RowText {
  private enum Encoding {
    case utf8
    case utf16(high: Int)
    case cyrillic(CyrillicEncoding)
  }

  /// How much is looked at to tell the encoding.
  private static let head = 1 << 20

  private let source: () throws -> [UInt8]?
  private let file: String?
  private var encoding = Encoding.utf8
  /// Whether the encoding was told.
  private var isTold = false
  /// The first bytes, until they are given out.
  private var waiting: [UInt8]? = []
  /// How many more bytes are to be looked at, because the encoding was told by less than the head.
  private var unchecked = 0
  /// Bytes of a scalar that the next piece completes.
  private var rest: [UInt8] = []
  /// The notice that the text is not in UTF-8, when it should be given.
  private(set) var notices: [Diagnostic] = []

  /// Looks at the first bytes of a source, as far as they are there.
  init(_ source: @escaping () throws -> [UInt8]?, file: String?) throws {
    self.source = source
    self.file = file
    do { try look() } catch is InputPending {}
  }

  /// Tells the encoding by the head; by less where the source pauses behind the first two lines, which are
  /// a header and a row that somebody may wait for.
  ///
  /// - Throws: ``InputPending`` when there is less than that.
  private mutating func look() throws {
    if isTold { return }
    var head = waiting ?? []
    // What has come stays here when the source throws.
    waiting = nil
    defer { waiting = head }
    var isEarly = false
    do {
      while head.count < RowText.head, let piece = try source() { head += piece }
    } catch is InputPending where RowText.hasTwoLines(head) {
      isEarly = true
    }
    try tell(&head, isEarly: isEarly)
    isTold = true
  }

  /// Tells the encoding by the first bytes, and takes its mark off them.
  ///
  /// - Parameter isEarly: whether the source has more, which is looked at as it comes.
  /// - Throws: ``InputPending`` when the encoding can be told only by more than an early look.
  private mutating func tell(_ head: inout [UInt8], isEarly: Bool) throws {
    if head.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16(high: 1)
      head.removeFirst(2)
    } else if head.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16(high: 0)
      head.removeFirst(2)
    } else if head.count >= 4, head[0] != 0, head[1] == 0, head[2] != 0, head[3] == 0 {
      encoding = .utf16(high: 1)
    } else if head.count >= 4, head[0] == 0, head[1] != 0, head[2] == 0, head[3] != 0 {
      encoding = .utf16(high: 0)
    } else if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      head.removeFirst(3)
    } else {
      let isCut = isEarly || head.count >= RowText.head
      let end = isCut ? RowText.wholeEnd(head) : head.count
      switch ForeignEncoding(end == head.count ? head : Array(head[..<end])) {
      case nil:
        if isEarly {
          unchecked = RowText.head - head.count
          rest = Array(head[end...])
        }
      case .cyrillic(let cyrillic, _):
        encoding = .cyrillic(cyrillic)
        notices = [RowFault.foreignEncoding(cyrillic, file: file)]
      case _ where isEarly: throw InputPending()
      default: throw Diagnostics([RowFault.unknownEncoding(file: file)])
      }
    }
  }

  private static func hasTwoLines(_ bytes: [UInt8]) -> Bool {
    let ends = { (end: UInt8) in bytes.count { $0 == end } }
    return max(ends(0x0A), ends(0x0D)) > 1
  }

  /// Where the last scalar ends that is surely whole.
  private static func wholeEnd(_ bytes: [UInt8]) -> Int {
    var end = bytes.count
    while end > bytes.count - 4, end > 0, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
    return end > 0 && bytes[end - 1] >= 0xC0 ? end - 1 : bytes.count
  }

  /// Refuses a piece that is no UTF-8 after rows were taken for that.
  ///
  /// - Parameter line: the line that the next row begins at.
  private mutating func check(_ piece: [UInt8], line: Int) throws(Diagnostics) {
    let bytes = rest + piece
    let end = RowText.wholeEnd(bytes)
    if String(validating: bytes[..<end], as: UTF8.self) == nil {
      throw Diagnostics([RowFault.lateEncoding(file: file, line: line)])
    }
    rest = Array(bytes[end...])
    unchecked -= piece.count
  }

  /// The encoding when it is one that lacks letters.
  var lossyEncoding: CyrillicEncoding? {
    if case .cyrillic(let encoding) = encoding { encoding } else { nil }
  }

  /// The next piece in UTF-8, which may be no UTF-8 where the file is not; nil at the end.
  ///
  /// - Parameter line: the line that the next row begins at, for messages.
  mutating func next(line: Int) throws -> [UInt8]? {
    try look()
    let piece: [UInt8]?
    if let waiting {
      piece = waiting
      self.waiting = nil
    } else {
      piece = try source()
      if unchecked > 0, let piece { try check(piece, line: line) }
    }
    switch encoding {
    case .utf8: return piece
    case .utf16(let high):
      guard let piece else {
        if rest.isEmpty { return nil }
        rest = []
        return Array("\u{FFFD}".utf8)
      }
      return utf8(rest + piece, high: high)
    case .cyrillic(let encoding):
      return piece.map { bytes in
        var text = ""
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes { text.unicodeScalars.append(encoding.scalar(of: byte)) }
        return Array(text.utf8)
      }
    }
  }

  private mutating func utf8(_ bytes: [UInt8], high: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    func unit(_ offset: Int) -> UInt32 {
      UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + 1 - high])
    }
    var offset = 0
    while offset + 1 < bytes.count {
      var value = unit(offset)
      if value & 0xFC00 == 0xD800 {
        if offset + 3 >= bytes.count { break }
        if unit(offset + 2) & 0xFC00 == 0xDC00 {
          value = 0x1_0000 + (value & 0x3FF) << 10 + (unit(offset + 2) & 0x3FF)
          offset += 2
        }
      }
      offset += 2
      out += UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
    }
    rest = Array(bytes[offset...])
    return out
  }
}
