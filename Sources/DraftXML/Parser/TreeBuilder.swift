internal import CLibXML2

/// Builds the tree from the events of one parse; `fail` keeps the first defect only.
///
/// libxml2 tells where it stands: in a start-element event at the `>` or `/` that ends the start tag,
/// in an end-element event just past the `>`. A tag holds no other `<` than its first, so its start is
/// the nearest one before. Each byte that is expected is looked at; anything else is an error.
@safe struct TreeBuilder {
  /// The parser that is running; nil before and after.
  var context: xmlParserCtxtPtr?
  private(set) var error: XMLError?

  private let bytes: [UInt8]
  private let limits: XMLLimits
  private var elements: [XMLTree.Element] = []
  private var open: [Int32] = []
  private var names = NameTable()
  private var declarations: [NamespaceDeclaration] = []
  private var scopeCount = 0
  private var openScopes: [Int32] = []
  /// The offset past the last tag.
  private var last = 0

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
    if unsafe Int(xmlDictSize(context.pointee.dict)) > limits.names {
      return fail(.tooManyNames, at: position, "more than \(limits.names) different names")
    }
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
    guard unsafe isName(prefix, local, at: start + 1) else { return lost(position) }
    if elements.count >= limits.elements {
      return fail(.tooManyElements, at: start, "more than \(limits.elements) elements")
    }
    if open.count >= limits.depth {
      return fail(.tooDeep, at: start, "elements nested deeper than \(limits.depth)")
    }
    if contentStart - start > limits.tagBytes {
      return fail(.tagTooLong, at: start, "a start tag of more than \(limits.tagBytes) bytes")
    }
    let parent = open.last ?? -1
    openScopes.append(Int32(truncatingIfNeeded: scopeCount))
    var scope = parent >= 0 ? elements[Int(parent)].scope : -1
    if declarationCount > 0 {
      scopeCount += declarationCount
      if scopeCount > limits.namespaces {
        return fail(
          .tooManyAttributes, at: start, "more than \(limits.namespaces) namespaces in scope")
      }
      for index in 0..<declarationCount {
        declarations.append(
          NamespaceDeclaration(
            prefix: unsafe spaces?[2 * index].map { unsafe Array(String(cString: $0).utf8) } ?? [],
            uri: unsafe spaces?[2 * index + 1].map { unsafe String(cString: $0) } ?? "",
            outer: scope))
        scope = Int32(declarations.count - 1)
      }
    }
    let index = Int32(elements.count)
    elements.append(
      XMLTree.Element(
        name: unsafe names.index(local, prefix, uri), parent: parent, depth: Int32(open.count),
        start: Int32(start), contentStart: Int32(contentStart), contentEnd: Int32(contentStart),
        end: Int32(contentStart), subtreeEnd: index + 1, scope: scope))
    open.append(index)
    last = contentStart
    return true
  }

  /// An end tag, or the end of a self-closing element, has been read; false when the parse must stop.
  mutating func end(position: Int) -> Bool {
    guard error == nil else { return false }
    guard let element = open.popLast(), let scopes = openScopes.popLast() else {
      return lost(position)
    }
    scopeCount = Int(scopes)
    guard position >= last, position <= bytes.count, position > 1,
      bytes[position - 1] == UInt8(ascii: ">")
    else { return lost(position) }
    let index = Int(element)
    let isSelfClosing =
      position == Int(elements[index].contentStart) && bytes[position - 2] == UInt8(ascii: "/")
    if isSelfClosing {
      elements[index].contentEnd = Int32(position)
    } else {
      guard let start = tagStart(before: position - 1), bytes[start + 1] == UInt8(ascii: "/") else {
        return lost(position)
      }
      elements[index].contentEnd = Int32(start)
    }
    elements[index].end = Int32(position)
    elements[index].subtreeEnd = Int32(elements.count)
    last = position
    return true
  }

  /// The tree's pieces, or the first defect.
  func finish() throws(XMLError) -> Parser.Result {
    if let error { throw error }
    guard open.isEmpty, let root = elements.first, Int(root.subtreeEnd) == elements.count else {
      throw XMLError(.inconsistent, at: last, of: bytes, "libxml2 left elements open")
    }
    return Parser.Result(
      bytes: bytes, elements: elements, names: names.names, declarations: declarations)
  }

  private mutating func lost(_ position: Int) -> Bool {
    fail(.inconsistent, at: position, "libxml2 reports a tag where there is none")
  }

  /// The nearest `<` before `position` and not before the end of the last tag.
  private func tagStart(before position: Int) -> Int? {
    // The hottest loop of a parse: the bounds are checked once, here.
    let last = self.last
    precondition(last >= 0 && position <= bytes.count)
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      var offset = position - 1
      while offset >= last {
        if unsafe bytes[offset] == UInt8(ascii: "<") { return offset }
        offset -= 1
      }
      return nil
    }
  }

  /// Whether the qualified name stands at `offset`.
  private func isName(
    _ prefix: UnsafePointer<xmlChar>?, _ local: UnsafePointer<xmlChar>?, at offset: Int
  ) -> Bool {
    var offset = offset
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
