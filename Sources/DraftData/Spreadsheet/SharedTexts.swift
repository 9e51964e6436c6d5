internal import DraftLanguage
internal import DraftPackage
internal import DraftXML

/// The texts that the cells of a workbook share (ECMA-376 part 1, § 18.4), one after the other in one
/// piece of memory.
struct SharedTexts {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// No texts.
  init() {}

  /// Reads the part.
  init(_ stream: EntryStream, limit: Int) throws {
    let events = try XMLStream(namespaces: Workbook.namespaces) { try stream.next() }
    var collector = TextCollector()
    // The texts are shorter than their part; grown as they come they would be copied again and again.
    bytes.reserveCapacity(min(stream.entry.size, limit))
    while let event = try events.read() {
      switch event {
      case .start("si", _): collector = TextCollector()
      case .end("si"):
        bytes.append(contentsOf: collector.text.utf8)
        ends.append(UInt32(clamping: bytes.count))
        if bytes.count > min(limit, Int(UInt32.max)) {
          throw PackageError(
            .entryTooLarge, entry: stream.entry.name, "the shared texts take too much memory")
        }
      default: collector.take(event)
      }
    }
  }

  /// A text by its number; nil when there is none.
  subscript(index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return String(decoding: bytes[start..<Int(ends[index])], as: UTF8.self)
  }
}

/// Puts the text of a cell together from its runs, readings of East Asian words left out.
struct TextCollector {
  private var raw = ""
  private var isInText = false
  private var phoneticDepth = 0

  /// The text, with `_x000D_` and the like decoded (§ 22.9.2.19).
  var text: String {
    guard raw.utf8.contains(UInt8(ascii: "_")) else { return raw }
    var result = ""
    var rest = raw[...]
    while let mark = rest.firstIndex(of: "_") {
      result += rest[..<mark]
      let code = rest[mark...].prefix(7)
      if code.count == 7, code.hasPrefix("_x"), code.hasSuffix("_"),
        let value = UInt32(code.dropFirst(2).dropLast(), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
        rest = rest[code.endIndex...]
      } else {
        result.append("_")
        rest = rest[rest.index(after: mark)...]
      }
    }
    return result + rest
  }

  /// Looks at an event inside of the text's element.
  mutating func take(_ event: XMLStream.Event) {
    switch event {
    case .start("t", _): isInText = phoneticDepth == 0
    case .end("t"): isInText = false
    case .start("rPh", _): phoneticDepth += 1
    case .end("rPh"): phoneticDepth -= 1
    case .text(let piece): if isInText { raw += piece }
    default: break
    }
  }
}
