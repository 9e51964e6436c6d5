internal import CLibXML2

/// Reads a part that is too large for a tree, piece by piece, as a sequence of events.
///
/// Only elements of the wanted namespaces are told, and what is inside of others is passed over. The
/// part must be well-formed; document type declarations are refused as by ``XMLTree``. A stream belongs
/// to one thread.
@safe public final class XMLStream {
  /// What stands next in the part.
  public enum Event: Sendable, Hashable {
    /// A start tag: the local name, and the attributes in no namespace by local name.
    case start(String, [Attribute])
    /// Character data, decoded; one text may come in several pieces.
    case text(String)
    /// An end tag: the local name.
    case end(String)
  }

  /// An attribute of a start tag.
  public struct Attribute: Sendable, Hashable {
    /// The local name.
    public var name: String
    /// The value, decoded and normalised.
    public var value: String
  }

  /// The longest start tag in bytes, for libxml2 searches the attributes of a tag in quadratic time.
  static let longestTag = 1 << 16

  private let source: () throws -> [UInt8]?
  private let state: StreamState
  private let parser: xmlParserCtxtPtr
  private var next = 0
  private var tagLength: Int?
  private var offset = 0
  private var isAtEnd = false

  /// A stream over the pieces that a source gives until it gives nil.
  ///
  /// - Parameters:
  ///   - namespaces: those of the elements that are told.
  ///   - source: gives the bytes of the part, in an encoding that libxml2 knows.
  /// - Throws: ``XMLError`` when there is no memory for a parser.
  public init(
    namespaces: Set<String>, _ source: @escaping () throws -> [UInt8]?
  ) throws(XMLError) {
    _ = Parser.isReady
    self.source = source
    state = StreamState(namespaces: namespaces)
    var handler = unsafe StreamState.handler
    guard
      let parser = unsafe xmlCreatePushParserCtxt(
        &handler, Unmanaged.passUnretained(state).toOpaque(), nil, 0, nil)
    else {
      throw XMLError(.inconsistent, at: 0, of: [], "libxml2 has no memory for a parser")
    }
    unsafe self.parser = unsafe parser
    unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
  }

  deinit { unsafe xmlFreeParserCtxt(parser) }

  /// The next event; nil at the end of the part.
  ///
  /// - Throws: ``XMLError``, or what the source throws.
  public func read() throws -> Event? {
    while next == state.events.count {
      if isAtEnd { return nil }
      next = 0
      state.events.removeAll(keepingCapacity: true)
      let piece = try source()
      try feed(piece ?? [], isLast: piece == nil)
    }
    defer { next += 1 }
    return state.events[next]
  }

  private func feed(_ piece: [UInt8], isLast: Bool) throws(XMLError) {
    try checkTags(piece)
    let code = unsafe piece.withUnsafeBytes { raw in
      unsafe xmlParseChunk(
        parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count),
        isLast ? 1 : 0)
    }
    offset += piece.count
    isAtEnd = isLast
    if state.hasDoctype {
      throw XMLError(
        code: .doctype, line: line, column: 1, offset: offset,
        message: "a part may not have a DOCTYPE")
    }
    let isIllFormed = unsafe code != 0 && parser.pointee.wellFormed == 0
    if isIllFormed || state.error != nil {
      throw XMLError(
        code: .malformed, line: line, column: 1, offset: offset,
        message: state.error ?? "the part is not well-formed")
    }
  }

  private var line: Int {
    unsafe parser.pointee.input.map { unsafe Int($0.pointee.line) } ?? 1
  }

  private func checkTags(_ piece: [UInt8]) throws(XMLError) {
    for byte in piece {
      if byte == UInt8(ascii: ">") {
        tagLength = nil
      } else if let length = tagLength {
        tagLength = length + 1
        if length > Self.longestTag {
          throw XMLError(
            code: .tagTooLong, line: line, column: 1, offset: offset,
            message: "a tag of more than \(Self.longestTag) bytes")
        }
      } else if byte == UInt8(ascii: "<") {
        tagLength = 1
      }
    }
  }
}
