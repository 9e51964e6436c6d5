/// Why a part cannot be read as XML, and where.
public struct XMLError: Error, Sendable, Hashable {
  /// What went wrong, as a stable word that programs may compare.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The bytes are not well-formed XML 1.0.
    case malformed = "xml-malformed"
    /// A prefix is not declared, or the part breaks Namespaces in XML in another way.
    case namespace = "xml-namespace"
    /// The part has a document type declaration, which OPC forbids (ECMA-376 part 2, § 8.1.4).
    case doctype = "xml-doctype"
    /// The bytes are not in the encoding they claim to be in, or nobody here knows that encoding.
    case encoding = "xml-encoding"
    /// The part has more bytes than ``XMLLimits/bytes``.
    case tooLarge = "xml-too-large"
    /// Elements are nested deeper than ``XMLLimits/depth``.
    case tooDeep = "xml-too-deep"
    /// The part has more elements than ``XMLLimits/elements``.
    case tooManyElements = "xml-too-many-elements"
    /// A start tag has more attributes than ``XMLLimits/attributes``.
    case tooManyAttributes = "xml-too-many-attributes"
    /// The part has more different names than ``XMLLimits/names``.
    case tooManyNames = "xml-too-many-names"
    /// A start tag is longer than ``XMLLimits/tagBytes``.
    case tagTooLong = "xml-tag-too-long"
    /// The parser reported a position where no tag is: a defect of this program, not of the part.
    case inconsistent = "xml-inconsistent"
  }

  /// What went wrong.
  public var code: Code
  /// The line, counted from 1, in the UTF-8 form of the part.
  public var line: Int
  /// The column, counted from 1 in Unicode scalars.
  public var column: Int
  /// The offset in bytes from the start of the UTF-8 form of the part.
  public var offset: Int
  /// What went wrong, in English, without the position.
  public var message: String

  /// An error at a place that the caller has worked out.
  public init(code: Code, line: Int, column: Int, offset: Int, message: String) {
    self.code = code
    self.line = line
    self.column = column
    self.offset = offset
    self.message = message
  }

  /// An error at a byte offset of `bytes`, from which line and column follow.
  init(_ code: Code, at offset: Int, of bytes: [UInt8], _ message: String) {
    let end = min(max(offset, 0), bytes.count)
    var line = 1
    var column = 1
    for byte in bytes[..<end] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        column += 1
      }
    }
    self.init(code: code, line: line, column: column, offset: end, message: message)
  }
}

extension XMLError: CustomStringConvertible {
  /// The error on one line: `xml-malformed at 3:14: …`.
  public var description: String { "\(code.rawValue) at \(line):\(column): \(message)" }
}
