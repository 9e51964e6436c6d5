internal import DraftPackage

/// Splits the runs of a document at random, as Word does when its author types, corrects and checks the
/// spelling: inside tags, inside words, between any two characters.
public struct RunSplitter {
  private var random: SeededNumbers
  /// One cut in so many characters, about.
  private let rarity: Int
  private var marks = 0

  /// A splitter whose cuts are those of a seed.
  public init(seed: UInt64, rarity: Int = 4) {
    random = SeededNumbers(seed)
    self.rarity = rarity
  }

  /// The document with its runs split.
  public mutating func split(_ file: [UInt8]) throws -> [UInt8] {
    let stories = Set(try Package(file).storyNames)
    return try repacked(file) { name, bytes in
      stories.contains(name) ? split(part: String(decoding: bytes, as: UTF8.self)) : bytes
    }
  }

  /// The part with its runs split; only the texts directly in runs of plain prefix `w` are touched.
  mutating func split(part: String) -> [UInt8] {
    var out = ""
    out.reserveCapacity(part.utf8.count * 3)
    var rest = part[...]
    var runs: [String] = []
    var properties: [String] = []
    while let open = rest.firstIndex(of: "<") {
      out += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[open...close]
      rest = rest[rest.index(after: close)...]
      out += tag
      if tag.hasSuffix("/>") { continue }
      if tag.hasPrefix("<w:r>") || tag.hasPrefix("<w:r ") {
        runs.append("w:r")
        properties.append("")
        if rest.hasPrefix("<w:rPr>"), let end = rest.firstRange(of: "</w:rPr>") {
          properties[properties.count - 1] = String(rest[..<end.upperBound])
        }
      } else if tag == "</w:r>" {
        _ = runs.popLast()
        _ = properties.popLast()
      } else if tag == "<w:t>" || tag.hasPrefix("<w:t "), let end = rest.firstIndex(of: "<"),
        rest[end...].hasPrefix("</w:t>"), let property = properties.last
      {
        out.removeLast(tag.count)
        out += "<w:t xml:space=\"preserve\">"
        out += pieces(of: rest[..<end], property)
        rest = rest[end...]
      }
    }
    out += rest
    return Array(out.utf8)
  }

  private mutating func pieces(of text: Substring, _ properties: String) -> String {
    var out = ""
    var index = text.unicodeScalars.startIndex
    let scalars = text.unicodeScalars
    while index < scalars.endIndex {
      if index > scalars.startIndex, random.once(in: rarity) { out += cut(properties) }
      if scalars[index] == "&", let end = scalars[index...].firstIndex(of: ";") {
        out += String(scalars[index...end])
        index = scalars.index(after: end)
        continue
      }
      let scalar = scalars[index]
      if random.once(in: 12) {
        out +=
          "&#\(random.once(in: 2) ? "x\(String(scalar.value, radix: 16))" : "\(scalar.value)");"
      } else {
        out.unicodeScalars.append(scalar)
      }
      index = scalars.index(after: index)
    }
    return out
  }

  /// What stands between the two halves of a text.
  private mutating func cut(_ properties: String) -> String {
    let text = "<w:t xml:space=\"preserve\">"
    switch random.below(9) {
    case 0: return "</w:t>\(text)"
    case 1: return "</w:t><w:lastRenderedPageBreak/>\(text)"
    default: break
    }
    let revision =
      random.once(in: 3) ? " w:rsidR=\"00\(String(random.below(0xFFFFFF), radix: 16))\"" : ""
    var noise = ""
    switch random.below(6) {
    case 0: noise = "<w:proofErr w:type=\"spellStart\"/>"
    case 1: noise = "<w:proofErr w:type=\"gramEnd\"/><w:proofErr w:type=\"spellEnd\"/>"
    case 2:
      marks += 1
      let id = 900_000 + marks
      noise =
        "<w:bookmarkStart w:id=\"\(id)\" w:name=\"_mark\(id)\"/><w:bookmarkEnd w:id=\"\(id)\"/>"
    case 3: noise = "<w:r\(revision)>\(properties)</w:r>"
    default: break
    }
    return "</w:t></w:r>\(noise)<w:r\(revision)>\(properties)\(text)"
  }
}
