internal import DraftDocx
internal import DraftPackage

/// What no engine that writes the same file can go below: it escapes the text, puts it between markup
/// that it has ready, deflates, and copies the other entries raw. Nothing is looked up or decided.
struct Limit {
  /// A stretch of a part.
  private enum Piece {
    case markup([UInt8])
    case text([UInt8])
  }

  private let package: Package
  private let parts: [(name: String, pieces: [Piece], size: Int)]
  private let writer = PackageWriter()

  /// Takes apart what a fill makes.
  ///
  /// - Parameters:
  ///   - template: the bytes of the template.
  ///   - filled: the parts that the fill changes.
  init(_ template: [UInt8], _ filled: [String: [UInt8]]) throws {
    package = try Package(template)
    parts = filled.sorted { $0.key < $1.key }.map { name, bytes in
      (name, Limit.pieces(bytes), bytes.count)
    }
  }

  /// The file.
  func run() throws -> [UInt8] {
    var contents: [String: [UInt8]] = [:]
    for part in parts {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(part.size)
      for piece in part.pieces {
        switch piece {
        case .markup(let markup): bytes += markup
        case .text(let text): Limit.escape(text, into: &bytes)
        }
      }
      contents[part.name] = bytes
    }
    return try writer.write(package, replacing: contents)
  }

  private static let entities: [(sign: UInt8, entity: [UInt8])] = [
    (UInt8(ascii: "<"), Array("&lt;".utf8)), (UInt8(ascii: ">"), Array("&gt;".utf8)),
    (UInt8(ascii: "&"), Array("&amp;".utf8)),
  ]

  private static func escape(_ text: [UInt8], into bytes: inout [UInt8]) {
    var copied = 0
    for (index, byte) in text.enumerated() where byte <= UInt8(ascii: ">") {
      guard let entity = entities.first(where: { $0.sign == byte })?.entity else { continue }
      bytes += text[copied..<index]
      bytes += entity
      copied = index + 1
    }
    bytes += text[copied...]
  }

  /// Markup, and the text between it as it is before it is escaped.
  private static func pieces(_ bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    while start < bytes.count {
      let text = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      if text > start { pieces.append(.text(unescaped(bytes[start..<text]))) }
      var end = text
      // Markup as far as text follows.
      while end < bytes.count, bytes[end] == UInt8(ascii: "<") {
        end = (bytes[end...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
      }
      if end > text { pieces.append(.markup(Array(bytes[text..<end]))) }
      start = end
    }
    return pieces
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      if let (sign, entity) = entities.first(where: { rest.starts(with: $0.entity) }) {
        result.append(sign)
        index += entity.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }
}
