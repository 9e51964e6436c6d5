internal import CLibXML2

/// Brings the bytes of a part to UTF-8 (XML 1.0, § 4.3.3 and appendix F).
enum Encoding {
  /// The part in UTF-8, checked to be valid; the very same bytes if they are UTF-8 already.
  static func utf8(_ bytes: [UInt8], limits: XMLLimits) throws(XMLError) -> [UInt8] {
    if bytes.count > limits.bytes { throw tooLarge(limits) }
    let utf8 = try converted(bytes)
    if utf8.count > limits.bytes { throw tooLarge(limits) }
    if let fault = UTF8Check.firstFault(in: utf8) {
      throw XMLError(.encoding, at: fault, of: utf8, "these bytes are not UTF-8")
    }
    return utf8
  }

  private static func tooLarge(_ limits: XMLLimits) -> XMLError {
    XMLError(.tooLarge, at: 0, of: [], "a part of more than \(limits.bytes) bytes")
  }

  private static func converted(_ bytes: [UInt8]) throws(XMLError) -> [UInt8] {
    let start = Array(bytes.prefix(4))
    if start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF] || start == [0x3C, 0, 0, 0]
      || start == [0, 0, 0, 0x3C]
    {
      throw XMLError(.encoding, at: 0, of: [], "UTF-32 is not supported")
    }
    if start.starts(with: [0xFF, 0xFE]) { return try utf16(bytes.dropFirst(2), high: 1) }
    if start.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), high: 0) }
    if start == [0x3C, 0, 0x3F, 0] { return try utf16(bytes[...], high: 1) }
    if start == [0, 0x3C, 0, 0x3F] { return try utf16(bytes[...], high: 0) }
    guard let declared = declaredEncoding(bytes) else { return bytes }
    let name = String(decoding: bytes[declared], as: UTF8.self)
    switch name.lowercased() {
    case "utf-8", "utf8": return bytes
    case let name where name.hasPrefix("utf-16") || name.hasPrefix("utf16"):
      throw XMLError(
        .encoding, at: declared.lowerBound, of: bytes,
        "the part declares \(name) but has one byte a character")
    default:
      if start.starts(with: [0xEF, 0xBB, 0xBF]) {
        throw XMLError(
          .encoding, at: declared.lowerBound, of: bytes,
          "the part declares \(name) but begins with the mark of UTF-8")
      }
      guard let utf8 = transcoded(bytes, from: name) else {
        throw XMLError(
          .encoding, at: declared.lowerBound, of: bytes,
          "the part cannot be read in its declared encoding \(name)")
      }
      return declaringUTF8(utf8)
    }
  }

  /// UTF-16 to UTF-8; `high` is the place of the high byte in each pair.
  private static func utf16(_ bytes: ArraySlice<UInt8>, high: Int) throws(XMLError) -> [UInt8] {
    func fail(_ out: [UInt8]) -> XMLError {
      XMLError(.encoding, at: out.count, of: out, "these bytes are not UTF-16")
    }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 2 + bytes.count / 4)
    var offset = bytes.startIndex
    func unit(_ offset: Int) -> UInt32 {
      UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + 1 - high])
    }
    while offset + 1 < bytes.endIndex {
      var value = unit(offset)
      offset += 2
      if value & 0xFC00 == 0xD800, offset + 1 < bytes.endIndex, unit(offset) & 0xFC00 == 0xDC00 {
        value = 0x1_0000 + (value & 0x3FF) << 10 + (unit(offset) & 0x3FF)
        offset += 2
      }
      guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
        throw fail(out)
      }
      out.append(contentsOf: encoded)
    }
    if offset != bytes.endIndex { throw fail(out) }
    return declaringUTF8(out)
  }

  /// The bytes in UTF-8 by libxml2's converter for `name`; nil if it has none or fails.
  private static func transcoded(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard Parser.isReady, let handler = unsafe xmlFindCharEncodingHandler(name) else { return nil }
    defer { _ = unsafe xmlCharEncCloseFunc(handler) }
    guard let source = unsafe xmlBufferCreate(), let target = unsafe xmlBufferCreate() else {
      return nil
    }
    defer {
      unsafe xmlBufferFree(source)
      unsafe xmlBufferFree(target)
    }
    guard unsafe xmlBufferAdd(source, bytes, Int32(bytes.count)) == 0 else { return nil }
    var left = bytes.count
    while left > 0 {
      guard unsafe xmlCharEncInFunc(handler, target, source) >= 0 else { return nil }
      let now = unsafe Int(xmlBufferLength(source))
      guard now < left else { return nil }
      left = now
    }
    let count = unsafe Int(xmlBufferLength(target))
    return unsafe Array(UnsafeBufferPointer(start: xmlBufferContent(target), count: count))
  }

  /// The same part with `UTF-8` as its declared encoding, if it declares any.
  private static func declaringUTF8(_ bytes: [UInt8]) -> [UInt8] {
    guard let declared = declaredEncoding(bytes) else { return bytes }
    var bytes = bytes
    bytes.replaceSubrange(declared, with: "UTF-8".utf8)
    return bytes
  }

  /// Where the XML declaration names the encoding; nil if there is no declaration or no name in it.
  private static func declaredEncoding(_ bytes: [UInt8]) -> Range<Int>? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    let head = bytes[start...].prefix(1024)
    guard head.starts(with: "<?xml".utf8), let close = head.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    var scanner = AttributeScanner(tag: start + 1..<close)
    while let field = scanner.next(in: bytes) {
      if bytes[field.local].elementsEqual("encoding".utf8) { return field.value }
    }
    return nil
  }
}
