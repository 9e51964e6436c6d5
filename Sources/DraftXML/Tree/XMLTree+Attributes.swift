/// An attribute as a start tag holds it.
public struct XMLAttribute: Sendable, Hashable {
  /// The namespace; nil when the attribute is in none, as any attribute without a prefix.
  public var uri: String?
  /// The name without its prefix.
  public var local: String
  /// The prefix as written; nil when there is none.
  public var prefix: String?
  /// The value with references decoded and white space normalised (XML 1.0, § 3.3.3).
  public var value: String
  /// Where the raw value stands in the tree's bytes, without its quotes.
  public var range: Range<Int>
}

extension XMLTree {
  /// The value of an attribute, decoded and normalised; nil when the element has no such attribute.
  ///
  /// - Parameters:
  ///   - local: the name without prefix.
  ///   - uri: the namespace; nil for an attribute in none.
  ///   - element: an index into ``elements``.
  public func attribute(_ local: String, uri: String?, of element: Int) -> String? {
    attributeRange(local, uri: uri, of: element).map { XMLText.attributeValue(bytes, in: $0) }
  }

  /// The value of the first attribute of a local name, in whatever namespace; nil when there is none.
  public func attribute(named local: String, of element: Int) -> String? {
    var scanner = AttributeScanner(tag: elements[element].startTag)
    while let raw = scanner.next(in: bytes) {
      if XMLBytes.range(raw.local, of: bytes, is: local), !raw.isDeclaration(in: bytes) {
        return XMLText.attributeValue(bytes, in: raw.value)
      }
    }
    return nil
  }

  /// Where the raw value of an attribute stands, without its quotes; nil when there is none.
  public func attributeRange(_ local: String, uri: String?, of element: Int) -> Range<Int>? {
    var scanner = AttributeScanner(tag: elements[element].startTag)
    while let raw = scanner.next(in: bytes) {
      guard XMLBytes.range(raw.local, of: bytes, is: local), !raw.isDeclaration(in: bytes),
        namespace(of: raw, element) == uri
      else { continue }
      return raw.value
    }
    return nil
  }

  /// All attributes of an element in the order written, without namespace declarations.
  public func attributes(of element: Int) -> [XMLAttribute] {
    var attributes: [XMLAttribute] = []
    var scanner = AttributeScanner(tag: elements[element].startTag)
    while let raw = scanner.next(in: bytes) {
      if raw.isDeclaration(in: bytes) { continue }
      attributes.append(
        XMLAttribute(
          uri: namespace(of: raw, element),
          local: String(decoding: bytes[raw.local], as: UTF8.self),
          prefix: raw.prefix.isEmpty ? nil : String(decoding: bytes[raw.prefix], as: UTF8.self),
          value: XMLText.attributeValue(bytes, in: raw.value), range: raw.value))
    }
    return attributes
  }

  /// The namespace that a prefix stands for at an element, its own declarations included.
  ///
  /// - Parameter prefix: the prefix; nil asks for the default namespace.
  /// - Returns: nil when the prefix is not declared there, or there is no default namespace.
  public func namespace(of prefix: String?, at element: Int) -> String? {
    let uri = lookUp(Array((prefix ?? "").utf8)[...], elements[element].scope)
    return uri == "" ? nil : uri
  }

  private func namespace(of raw: RawAttribute, _ element: Int) -> String? {
    raw.prefix.isEmpty ? nil : lookUp(bytes[raw.prefix], elements[element].scope)
  }

  private func lookUp(_ prefix: ArraySlice<UInt8>, _ scope: Int32) -> String? {
    // Bound to its namespace always, and to no other (Namespaces in XML 1.0, § 3).
    if prefix.elementsEqual("xml".utf8) { return "http://www.w3.org/XML/1998/namespace" }
    var scope = scope
    while scope >= 0 {
      let declaration = declarations[Int(scope)]
      if prefix.count == declaration.prefix.count, prefix.elementsEqual(declaration.prefix) {
        return declaration.uri
      }
      scope = declaration.outer
    }
    return nil
  }
}

/// Where the pieces of an attribute stand.
struct RawAttribute {
  var prefix: Range<Int>
  var local: Range<Int>
  var value: Range<Int>

  /// Whether the attribute declares a namespace.
  func isDeclaration(in bytes: [UInt8]) -> Bool {
    let name = prefix.isEmpty ? local : prefix
    return name.count == 5 && XMLBytes.range(name, of: bytes, is: "xmlns")
  }
}

/// Walks over the attributes of a start tag that is known to be well-formed.
struct AttributeScanner {
  private var position: Int
  private let end: Int
  private var nameIsSkipped = false

  /// A scanner before the first attribute of the start tag in `tag`, which ends just past its `>`.
  init(tag: Range<Int>) {
    position = tag.lowerBound + 1
    end = tag.upperBound
  }

  /// The next attribute; nil when there is none.
  mutating func next(in bytes: [UInt8]) -> RawAttribute? {
    precondition(end <= bytes.count)
    return unsafe bytes.withUnsafeBufferPointer { unsafe next(in: $0) }
  }

  /// The same without a check of the bounds at each byte, which nothing here leaves.
  private mutating func next(in bytes: UnsafeBufferPointer<UInt8>) -> RawAttribute? {
    if !nameIsSkipped {
      nameIsSkipped = true
      unsafe skip(in: bytes) {
        !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
      }
    }
    unsafe skip(in: bytes, while: Self.isSpace)
    let start = position
    unsafe skip(in: bytes) {
      $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "=") && !Self.isSpace($0)
    }
    let colon = position
    unsafe skip(in: bytes) { $0 != UInt8(ascii: "=") && !Self.isSpace($0) }
    let nameEnd = position
    unsafe skip(in: bytes) { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    guard position < end else { return nil }
    let quote = unsafe bytes[position]
    position += 1
    let valueStart = position
    unsafe skip(in: bytes) { $0 != quote }
    guard position < end else { return nil }
    let value = valueStart..<position
    position += 1
    if colon == nameEnd {
      return RawAttribute(prefix: start..<start, local: start..<nameEnd, value: value)
    }
    return RawAttribute(prefix: start..<colon, local: colon + 1..<nameEnd, value: value)
  }

  private mutating func skip(
    in bytes: UnsafeBufferPointer<UInt8>, while matches: (UInt8) -> Bool
  ) {
    while position < end, unsafe matches(bytes[position]) { position += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
