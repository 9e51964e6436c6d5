/// Gives repeated elements ids of their own: bookmarks, drawings, content controls; comments keep one
/// anchor (ECMA-376 part 1, §§ 17.13.6.2, 20.4.2.5, 17.5.2.18).
struct IdentifierRenewal {
  private var next = 1
  private var drawings: Set<String> = []
  private var controls: Set<String> = []
  private var bookmarks: Set<String> = []
  private var bookmarkNames: Set<String> = []
  private var comments: Set<String> = []
  /// The id that the open bookmark of an old id has now.
  private var renamed: [String: String] = [:]
  private var inControlProperties = false

  /// No ids are known.
  init() {}

  /// Notes the highest id of the part, after which new ones are counted.
  init(scanning bytes: [UInt8]) {
    var scanner = MarkupScanner(bytes)
    while let markup = scanner.next() {
      guard
        let range = markup.attribute("id", in: bytes)
          ?? (bytes[markup.local].elementsEqual("id".utf8)
            ? markup.attribute("val", in: bytes) : nil),
        let number = Int(String(decoding: bytes[range], as: UTF8.self)), number < Int(Int32.max) / 2
      else { continue }
      next = max(next, number + 1)
    }
  }

  /// The element with an id that has not been used yet; nil when it may stay as it is.
  mutating func renew(_ bytes: [UInt8], _ markup: MarkupScanner.Markup) -> [UInt8]? {
    let local = String(decoding: bytes[markup.local], as: UTF8.self)
    switch local {
    case "docPr", "cNvPr":
      guard local == "docPr", let range = markup.attribute("id", in: bytes) else { return nil }
      return replace(range, in: bytes, markup, unless: \.drawings)
    case "bookmarkStart":
      guard let range = markup.attribute("id", in: bytes),
        let name = markup.attribute("name", in: bytes)
      else { return nil }
      let old = string(bytes, range)
      let oldName = string(bytes, name)
      if bookmarks.insert(old).inserted, bookmarkNames.insert(oldName).inserted { return nil }
      let id = fresh()
      renamed[old] = id
      bookmarks.insert(id)
      var count = 2
      while !bookmarkNames.insert("\(oldName.prefix(34))_\(count)").inserted { count += 1 }
      return splice(
        bytes, markup.range, [(range, id), (name, "\(oldName.prefix(34))_\(count)")])
    case "bookmarkEnd":
      guard let range = markup.attribute("id", in: bytes),
        let id = renamed[string(bytes, range)]
      else { return nil }
      return splice(bytes, markup.range, [(range, id)])
    case "sdtPr":
      inControlProperties = true
      return nil
    case "sdtContent":
      inControlProperties = false
      return nil
    case "id":
      guard inControlProperties, let range = markup.attribute("val", in: bytes) else { return nil }
      return replace(range, in: bytes, markup, unless: \.controls)
    case "commentRangeStart", "commentRangeEnd", "commentReference":
      guard let range = markup.attribute("id", in: bytes) else { return nil }
      return comments.insert(local + string(bytes, range)).inserted ? nil : []
    default: return nil
    }
  }

  private mutating func replace(
    _ range: Range<Int>, in bytes: [UInt8], _ markup: MarkupScanner.Markup,
    unless seen: WritableKeyPath<Self, Set<String>>
  ) -> [UInt8]? {
    if self[keyPath: seen].insert(string(bytes, range)).inserted { return nil }
    let id = fresh()
    self[keyPath: seen].insert(id)
    return splice(bytes, markup.range, [(range, id)])
  }

  private mutating func fresh() -> String {
    defer { next += 1 }
    return String(next)
  }

  private func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func splice(
    _ bytes: [UInt8], _ range: Range<Int>, _ changes: [(Range<Int>, String)]
  ) -> [UInt8] {
    var result: [UInt8] = []
    var cursor = range.lowerBound
    for (place, text) in changes.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      result += bytes[cursor..<place.lowerBound]
      result += text.utf8
      cursor = place.upperBound
    }
    return result + bytes[cursor..<range.upperBound]
  }
}
