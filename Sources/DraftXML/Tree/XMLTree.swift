/// A well-formed XML part: its bytes, and every element as ranges of these bytes.
///
/// The tree is flat and immutable: ``elements`` holds all elements in document order, so that the
/// descendants of element `i` are the elements from `i + 1` up to, not including,
/// `elements[i].subtreeEnd`. Nothing is copied out of the bytes: attributes and text are read from
/// them when asked for. All offsets count bytes of ``bytes`` from 0.
public struct XMLTree: Sendable {
  /// An element as byte ranges and links to its relatives.
  ///
  /// For `<a x="1">text</a>` at offset 0: `start` 0, `contentStart` 9, `contentEnd` 13, `end` 17.
  public struct Element: Sendable, Hashable {
    /// The index of the element's name in ``XMLTree/names``.
    public var name: Int32
    /// The index of the parent in ``XMLTree/elements``; -1 for the root.
    public var parent: Int32
    /// How many ancestors the element has; 0 for the root.
    public var depth: Int32
    /// The offset of the `<` of the start tag.
    public var start: Int32
    /// The offset just past the `>` of the start tag.
    public var contentStart: Int32
    /// The offset of the `<` of the end tag; for a self-closing element that of its end.
    public var contentEnd: Int32
    /// The offset just past the `>` of the end tag, or past the `/>`.
    public var end: Int32
    /// The index just past the last descendant: that of the next sibling, when there is one.
    public var subtreeEnd: Int32
    /// The innermost namespace declaration in scope, an index into the tree's declarations; or -1.
    var scope: Int32

    /// Whether the element is written `<a/>`.
    public var isSelfClosing: Bool { contentEnd == end }
    /// The whole element, tags included.
    public var range: Range<Int> { Int(start)..<Int(end) }
    /// What stands between the tags; empty for a self-closing element.
    public var content: Range<Int> { Int(contentStart)..<Int(contentEnd) }
    /// The start tag from `<` to past `>`; for a self-closing element the whole of it.
    public var startTag: Range<Int> { Int(start)..<Int(contentStart) }
    /// The end tag from `<` to past `>`; empty for a self-closing element.
    public var endTag: Range<Int> { Int(contentEnd)..<Int(end) }
  }

  /// The part in UTF-8.
  ///
  /// A part that came as UTF-8 is kept byte for byte, with its byte order mark if it has one. A part in
  /// another encoding is converted, loses its byte order mark, and declares UTF-8.
  public let bytes: [UInt8]
  /// All elements in document order; the root is the first and there is always one.
  public let elements: [Element]
  /// The different names of the elements, in the order of their first use.
  public let names: [XMLName]
  /// All namespace declarations, each linked to the one it was made inside of.
  let declarations: [NamespaceDeclaration]

  /// Reads a part.
  ///
  /// The part must be well-formed (XML 1.0) and namespace-well-formed, in UTF-8, UTF-16 or another
  /// encoding that libxml2 knows. Document type declarations are refused, so there are no entities but
  /// the five of XML; nothing is ever loaded from elsewhere.
  ///
  /// - Throws: ``XMLError`` at the first defect or passed limit.
  public init(_ bytes: [UInt8], limits: XMLLimits = .standard) throws(XMLError) {
    let parsed = try Parser.parse(try Encoding.utf8(bytes, limits: limits), limits: limits)
    self.bytes = parsed.bytes
    elements = parsed.elements
    names = parsed.names
    declarations = parsed.declarations
  }

  /// The name of an element.
  public func name(of element: Int) -> XMLName { names[Int(elements[element].name)] }

  /// The index of the first element inside an element; nil when there is none.
  public func firstChild(of element: Int) -> Int? {
    element + 1 < Int(elements[element].subtreeEnd) ? element + 1 : nil
  }

  /// The index of the next element with the same parent; nil when there is none.
  public func nextSibling(of element: Int) -> Int? {
    let next = Int(elements[element].subtreeEnd)
    guard next < elements.count, elements[next].parent == elements[element].parent else {
      return nil
    }
    return next
  }

  /// The indexes of the elements directly inside an element, in document order.
  public func children(of element: Int) -> [Int] {
    var children: [Int] = []
    var next = firstChild(of: element)
    while let child = next {
      children.append(child)
      next = nextSibling(of: child)
    }
    return children
  }
}

/// A namespace declared by a start tag.
struct NamespaceDeclaration: Sendable {
  /// The prefix in bytes; empty for the default namespace.
  var prefix: [UInt8]
  /// The namespace; empty when the declaration takes the default namespace back.
  var uri: String
  /// The declaration that was the innermost before this one; -1 for none.
  var outer: Int32
}
