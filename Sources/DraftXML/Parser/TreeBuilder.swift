internal import CLibXML2

/// Builds the tree from the events of one parse; `fail` keeps the first defect only.
///
/// libxml2 tells where it stands: in a start-element event at the `>` or `/` that ends the start tag,
/// in an end-element event just past the `>`. A tag holds no other `<` than its first, and neither does
/// text. Each byte that is expected is looked at; anything else is an error.
@safe struct TreeBuilder {
  /// The parser that is running; nil before and after.
  var context: xmlParserCtxtPtr?
  private(set) var error: XMLError?

  private let bytes: [UInt8]
  private let limits: XMLLimits
  private var elements: [XMLTree.Element] = []
  /// The innermost element whose end is still to come; -1 for none.
  private var current: Int32 = -1
  private var names = NameTable()
  /// How each name was written first.
  private var written: [Written] = []
  private var declarations: [NamespaceDeclaration] = []
  /// How many namespace declarations are in scope at each of them, itself included.
  private var scopeCounts: [Int] = []
  /// The offset past the last tag.
  private var last = 0
  /// Up to here there cannot be too many names: each takes a letter and what divides it from the next.
  private var namesOffset = 0

  /// A name as it stands in a tag.
  private struct Written {
    var range: Range<Int>
    /// Its first eight bytes, and which bits of them are its own.
    var start: UInt64
    var mask: UInt64
  }

  init(bytes: [UInt8], limits: XMLLimits) {
    self.bytes = bytes
    self.limits = limits
    elements.reserveCapacity(bytes.count / 32 + 1)
  }

  /// Notes a defect unless there is one already; always false, so that a caller may return it.
  @discardableResult
  mutating func fail(_ code: XMLError.Code, at offset: Int, _ message: String) -> Bool {
    if error == nil { error = XMLError(code, at: offset, of: bytes, message) }
    return false
  }

  /// Looks at the number of names that the parser has met; false when the parse must stop.
  mutating func checkNames(position: Int) -> Bool {
    guard error == nil, let context = unsafe context else { return false }
    let count = unsafe Int(xmlDictSize(context.pointee.dict))
    if count > limits.names {
      return fail(.tooManyNames, at: position, "more than \(limits.names) different names")
    }
    namesOffset = position + 2 * (limits.names - count)
    return true
  }

  /// A start tag has been read; false when the parse must stop.
  mutating func start(
    position: Int, _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?, _ declarationCount: Int,
    _ spaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> Bool {
    guard error == nil else { return false }
    guard position > last, position < bytes.count, let start = tagStart(before: position) else {
      return lost(position)
    }
    let contentStart: Int
    if bytes[position] == UInt8(ascii: ">") {
      contentStart = position + 1
    } else if bytes[position] == UInt8(ascii: "/"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: ">")
    {
      contentStart = position + 2
    } else {
      return lost(position)
    }
    let name = unsafe names.index(local, prefix, uri)
    guard unsafe isWritten(name, prefix, local, at: start + 1) else { return lost(position) }
    if elements.count >= limits.elements { return refuse(.tooManyElements, at: start) }
    let parent = current
    let depth = parent < 0 ? 0 : elements[Int(parent)].depth + 1
    if Int(depth) >= limits.depth { return refuse(.tooDeep, at: start) }
    if contentStart - start > limits.tagBytes { return refuse(.tagTooLong, at: start) }
    var scope = parent < 0 ? -1 : elements[Int(parent)].scope
    if declarationCount > 0 {
      let outerCount = scope < 0 ? 0 : scopeCounts[Int(scope)]
      if outerCount + declarationCount > limits.namespaces {
        return refuse(.tooManyAttributes, at: start)
      }
      unsafe declare(declarationCount, spaces, in: &scope, outerCount)
    }
    let index = Int32(elements.count)
    elements.append(
      XMLTree.Element(
        name: name, parent: parent, depth: depth,
        start: Int32(start), contentStart: Int32(contentStart), contentEnd: Int32(contentStart),
        end: Int32(contentStart), subtreeEnd: index + 1, scope: scope))
    current = index
    last = contentStart
    return position < namesOffset || checkNames(position: position)
  }

  /// Notes that a start tag passes a limit; always false.
  @inline(never)
  private mutating func refuse(_ code: XMLError.Code, at offset: Int) -> Bool {
    let message =
      switch code {
      case .tooManyElements: "more than \(limits.elements) elements"
      case .tooDeep: "elements nested deeper than \(limits.depth)"
      case .tagTooLong: "a start tag of more than \(limits.tagBytes) bytes"
      default: "more than \(limits.namespaces) namespaces in scope"
      }
    return fail(code, at: offset, message)
  }

  /// Adds the namespace declarations of a start tag.
  ///
  /// - Parameters:
  ///   - spaces: prefix and namespace of each.
  ///   - scope: the innermost declaration before them, and the last of them afterwards.
  ///   - outerCount: how many are in scope before them.
  @inline(never)
  private mutating func declare(
    _ count: Int, _ spaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    in scope: inout Int32, _ outerCount: Int
  ) {
    for index in 0..<count {
      declarations.append(
        NamespaceDeclaration(
          prefix: unsafe spaces?[2 * index].map { unsafe Array(String(cString: $0).utf8) } ?? [],
          uri: unsafe spaces?[2 * index + 1].map { unsafe String(cString: $0) } ?? "",
          outer: scope))
      scopeCounts.append(outerCount + index + 1)
      scope = Int32(declarations.count - 1)
    }
  }

  /// An end tag, or the end of a self-closing element, has been read; false when the parse must stop.
  mutating func end(position: Int) -> Bool {
    guard error == nil else { return false }
    guard current >= 0, position >= last, position <= bytes.count, position > 1,
      bytes[position - 1] == UInt8(ascii: ">")
    else { return lost(position) }
    let isSelfClosing = position == last && bytes[position - 2] == UInt8(ascii: "/")
    var contentEnd = position
    if !isSelfClosing {
      guard let start = tagStart(before: position - 1), bytes[start + 1] == UInt8(ascii: "/") else {
        return lost(position)
      }
      contentEnd = start
    }
    let count = elements.count
    // One access in place: an element is long enough to be copied out and in otherwise.
    func close(_ element: inout XMLTree.Element) {
      element.contentEnd = Int32(contentEnd)
      element.end = Int32(position)
      element.subtreeEnd = Int32(count)
    }
    let closed = Int(current)
    close(&elements[closed])
    current = elements[closed].parent
    last = position
    return true
  }

  /// The tree's pieces, or the first defect.
  func finish() throws(XMLError) -> Parser.Result {
    if let error { throw error }
    guard current < 0, let root = elements.first, Int(root.subtreeEnd) == elements.count else {
      throw XMLError(.inconsistent, at: last, of: bytes, "libxml2 left elements open")
    }
    return Parser.Result(
      bytes: bytes, elements: elements, names: names.names, declarations: declarations)
  }

  private mutating func lost(_ position: Int) -> Bool {
    fail(.inconsistent, at: position, "libxml2 reports a tag where there is none")
  }

  /// The start of the tag that ends at `position`: the first `<` after the last tag, or the last one
  /// where a comment, CDATA section or instruction stands between the two.
  @inline(__always)
  private func tagStart(before position: Int) -> Int? {
    guard last < position else { return nil }
    let angle = UInt8(ascii: "<")
    // Most tags follow upon another.
    let first =
      bytes[last] == angle ? last : XMLBytes.first(angle, in: bytes, last..<position)
    guard first + 1 < position else { return nil }
    let next = bytes[first + 1]
    if next != UInt8(ascii: "!"), next != UInt8(ascii: "?") { return first }
    return bytes[first..<position].lastIndex(of: angle)
  }

  /// Whether a name stands at `offset`: as it was written before, or, for the first time, letter by
  /// letter.
  private mutating func isWritten(
    _ name: Int32, _ prefix: UnsafePointer<xmlChar>?, _ local: UnsafePointer<xmlChar>?,
    at offset: Int
  ) -> Bool {
    if Int(name) < written.count {
      let first = written[Int(name)]
      let length = first.range.count
      guard offset + length < bytes.count,
        (XMLBytes.word(at: offset, in: bytes) ^ first.start) & first.mask == 0
      else { return false }
      return length <= 8 || XMLBytes.areEqual(first.range, offset..<offset + length, in: bytes)
    }
    return unsafe isFirst(prefix, local, at: offset)
  }

  /// Whether a name that has not been met before stands at `offset`.
  @inline(never)
  private mutating func isFirst(
    _ prefix: UnsafePointer<xmlChar>?, _ local: UnsafePointer<xmlChar>?, at offset: Int
  ) -> Bool {
    var end = offset
    guard unsafe isName(prefix, local, at: &end) else { return false }
    let length = min(end - offset, 8)
    written.append(
      Written(
        range: offset..<end, start: XMLBytes.word(at: offset, in: bytes),
        mask: length == 0 ? 0 : ~0 >> (64 - 8 * length)))
    return true
  }

  private func isName(
    _ prefix: UnsafePointer<xmlChar>?, _ local: UnsafePointer<xmlChar>?, at offset: inout Int
  ) -> Bool {
    if let prefix = unsafe prefix {
      guard unsafe isText(prefix, at: &offset), bytes[offset] == UInt8(ascii: ":") else {
        return false
      }
      offset += 1
    }
    guard let local = unsafe local else { return false }
    return unsafe isText(local, at: &offset)
  }

  private func isText(_ text: UnsafePointer<xmlChar>, at offset: inout Int) -> Bool {
    var index = 0
    while unsafe text[index] != 0 {
      guard offset < bytes.count, unsafe bytes[offset] == text[index] else { return false }
      index += 1
      offset += 1
    }
    return offset < bytes.count
  }
}
