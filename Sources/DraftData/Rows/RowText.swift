internal import DraftLanguage

/// The text of a table in UTF-8, whatever it is stored in, piece by piece.
struct RowText {
  private enum Encoding {
    case utf8
    case utf16(high: Int)
    case windows1251
  }

  /// How much is looked at to tell the encoding.
  private static let head = 1 << 20

  private let source: () throws -> [UInt8]?
  private var encoding = Encoding.utf8
  private var waiting: [UInt8]?
  /// Bytes of a UTF-16 scalar that the next piece completes.
  private var rest: [UInt8] = []
  /// The notice that the text is not in UTF-8, when it should be given.
  private(set) var notices: [Diagnostic] = []

  /// Looks at the first bytes of a source.
  init(_ source: @escaping () throws -> [UInt8]?, file: String?) throws {
    self.source = source
    var head: [UInt8] = []
    while head.count < RowText.head, let piece = try source() { head += piece }
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
    } else if let foreign = ForeignEncoding(RowText.whole(head)) {
      guard case .windows1251 = foreign else {
        throw Diagnostics([RowFault.unknownEncoding(file: file)])
      }
      encoding = .windows1251
      notices = [RowFault.windows1251(file: file)]
    }
    waiting = head
  }

  /// The bytes without a scalar that is cut off at their end.
  private static func whole(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= head else { return bytes }
    var end = bytes.count
    while end > bytes.count - 4, end > 0, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
    return end > 0 && bytes[end - 1] >= 0xC0 ? Array(bytes[..<(end - 1)]) : bytes
  }

  /// Whether the letters that the encoding lacks were written as question marks.
  var losesLetters: Bool { if case .windows1251 = encoding { true } else { false } }

  /// The next piece in UTF-8, which may be no UTF-8 where the file is not; nil at the end.
  mutating func next() throws -> [UInt8]? {
    let piece: [UInt8]?
    if let waiting {
      piece = waiting
      self.waiting = nil
    } else {
      piece = try source()
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
    case .windows1251:
      return piece.map { bytes in
        var text = ""
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes { text.unicodeScalars.append(RowText.scalar(of: byte)) }
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

  /// What a byte means in Windows-1251.
  static func scalar(of byte: UInt8) -> Unicode.Scalar {
    if byte < 0x80 { return Unicode.Scalar(byte) }
    if byte >= 0xC0 { return Unicode.Scalar(UInt32(byte) - 0xC0 + 0x410) ?? "?" }
    return upper[Int(byte) - 0x80]
  }

  /// 0x80 to 0xBF.
  private static let upper: [Unicode.Scalar] = Array(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї
    """.unicodeScalars)
}
