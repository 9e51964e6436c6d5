/// Rules of part names (ECMA-376 part 2, § 6.2.2) as zip entries have them: without the leading slash.
public enum PartName {
  /// The form of a name that equal names share: ASCII letters in lower case, no leading slash.
  public static func key(_ name: String) -> String {
    let utf8 = name.utf8
    let hasSlash = utf8.first == UInt8(ascii: "/")
    if !hasSlash, !utf8.contains(where: { isUpper($0) }) { return name }
    let bytes = utf8.dropFirst(hasSlash ? 1 : 0).map { isUpper($0) ? $0 | 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name of the relationships part of a part: `word/_rels/document.xml.rels`.
  ///
  /// - Parameter part: a part's name; nil for the package itself, which has `_rels/.rels`.
  public static func relationships(of part: String?) -> String {
    let part = trimmed(part ?? "")
    let split = part.utf8.lastIndex(of: UInt8(ascii: "/")).map { part.utf8.index(after: $0) }
    let folder = split.map { part[..<$0] } ?? ""
    let name = split.map { part[$0...] } ?? part[...]
    return "\(folder)_rels/\(name).rels"
  }

  /// The part that an internal relationship's target means (part 2, § 8.3, and RFC 3986, § 5.2).
  ///
  /// A fragment is cut off; `..` past the root stays at the root.
  ///
  /// - Parameters:
  ///   - target: the target as written, absolute or relative.
  ///   - part: the part the relationship belongs to; nil for the package.
  public static func resolve(_ target: String, from part: String?) -> String {
    let path = target.prefix { $0 != "#" && $0 != "?" }
    var segments: [Substring] = []
    if !path.utf8.starts(with: "/".utf8) {
      segments = trimmed(part ?? "").split(separator: "/").dropLast()
    }
    for segment in path.split(separator: "/") {
      switch segment {
      case ".": break
      case "..": _ = segments.popLast()
      default: segments.append(segment)
      }
    }
    return segments.joined(separator: "/")
  }

  /// Why a zip entry may not have a name; nil when it may.
  static func fault(of name: String) -> String? {
    if name.isEmpty { return "a name is empty" }
    if name.utf8.first == UInt8(ascii: "/") { return "a name is absolute" }
    var segment: [UInt8] = []
    for byte in Array(name.utf8) + [UInt8(ascii: "/")] {
      switch byte {
      case 0..<0x20, 0x7F: return "a name has a control character"
      case UInt8(ascii: "\\"): return "a name has a backslash"
      case UInt8(ascii: "/"):
        if segment.elementsEqual("..".utf8) || segment.elementsEqual(".".utf8) {
          return "a name leads out of its folder"
        }
        if segment.count == 2, segment[1] == UInt8(ascii: ":") {
          return "a name has a drive letter"
        }
        segment.removeAll(keepingCapacity: true)
      default: segment.append(byte)
      }
    }
    return nil
  }

  /// A name with its percent-encoded bytes decoded; nil when they make no UTF-8 or there are none.
  static func percentDecoded(_ name: String) -> String? {
    guard name.utf8.contains(UInt8(ascii: "%")) else { return nil }
    let bytes = Array(name.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        out.append(value)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(validating: out, as: UTF8.self)
  }

  private static func trimmed(_ part: String) -> String {
    part.utf8.first == UInt8(ascii: "/") ? String(part.dropFirst()) : part
  }

  private static func isUpper(_ byte: UInt8) -> Bool {
    UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z")
  }
}
