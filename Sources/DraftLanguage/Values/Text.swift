/// Python's text operations, on UTF-8.
enum Text {
  /// Where `part` first stands in `text`, as a byte range; nil when it does not.
  static func find(_ part: String, in text: String, from: Int = 0) -> Range<Int>? {
    find(Array(part.utf8), in: Array(text.utf8), from: from)
  }

  static func find(_ part: [UInt8], in text: [UInt8], from: Int = 0) -> Range<Int>? {
    guard !part.isEmpty, part.count <= text.count else { return nil }
    var at = from
    let last = text.count - part.count
    while at <= last {
      if text[at] == part[0] {
        var length = 1
        while length < part.count, text[at + length] == part[length] { length += 1 }
        if length == part.count { return at..<(at + length) }
      }
      at += 1
    }
    return nil
  }

  static func replace(_ text: String, _ old: String, with new: String, count: Int = -1) -> String {
    let bytes = Array(text.utf8)
    let part = Array(old.utf8)
    var result: [UInt8] = []
    var left = count < 0 ? Int.max : count
    if part.isEmpty {
      var parts = ""
      for scalar in text.unicodeScalars {
        if left > 0 {
          parts += new
          left -= 1
        }
        parts.unicodeScalars.append(scalar)
      }
      return left > 0 ? parts + new : parts
    }
    var at = 0
    while left > 0, let found = find(part, in: bytes, from: at) {
      result += bytes[at..<found.lowerBound]
      result += new.utf8
      at = found.upperBound
      left -= 1
    }
    result += bytes[at...]
    return String(decoding: result, as: UTF8.self)
  }

  static func split(_ text: String, _ separator: String, _ limit: Int = -1) -> [String] {
    let bytes = Array(text.utf8)
    let part = Array(separator.utf8)
    var pieces: [String] = []
    var at = 0
    while limit < 0 || pieces.count < limit, let found = find(part, in: bytes, from: at) {
      pieces.append(String(decoding: bytes[at..<found.lowerBound], as: UTF8.self))
      at = found.upperBound
    }
    pieces.append(String(decoding: bytes[at...], as: UTF8.self))
    return pieces
  }

  static func rsplit(_ text: String, _ separator: String, _ limit: Int) -> [String] {
    let pieces = split(text, separator)
    guard limit >= 0, pieces.count > limit + 1 else { return pieces }
    let head = pieces[..<(pieces.count - limit)].joined(separator: separator)
    return [head] + pieces[(pieces.count - limit)...]
  }

  /// Words between blanks.
  static func words(_ text: String, _ limit: Int = -1) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.first {
      if isBlank(scalar) {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      } else {
        if word.isEmpty, limit >= 0, words.count == limit {
          words.append(String(scalars))
          return words
        }
        word.append(scalar)
      }
      scalars = scalars.dropFirst()
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value != 0x200B && Scalars.isSpace(scalar.value) || scalar.value == 0x85
      || (0x1C...0x1F).contains(scalar.value)
  }

  static func strip(_ text: String, _ characters: String?) -> String {
    stripStart(stripEnd(text, characters), characters)
  }

  static func stripStart(_ text: String, _ characters: String?) -> String {
    let set = characters.map { Set($0.unicodeScalars) }
    return String(text.unicodeScalars.drop { set?.contains($0) ?? isBlank($0) })
  }

  static func stripEnd(_ text: String, _ characters: String?) -> String {
    let set = characters.map { Set($0.unicodeScalars) }
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, set?.contains(last) ?? isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }

  static func capitalize(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return "" }
    return first.properties.titlecaseMapping + String(text.unicodeScalars.dropFirst()).lowercased()
  }

  /// Python's `str.title`: a letter after anything that is no letter is capital.
  static func title(_ text: String) -> String {
    var result = ""
    var inWord = false
    for scalar in text.unicodeScalars {
      let isLetter = scalar.properties.isCased
      if isLetter {
        result += inWord ? scalar.properties.lowercaseMapping : scalar.properties.titlecaseMapping
      } else {
        result.unicodeScalars.append(scalar)
      }
      inWord = isLetter
    }
    return result
  }

  /// Jinja's `title` filter: words begin after blanks, hyphens and opening brackets.
  static func titleWords(_ text: String) -> String {
    var result = ""
    var startsWord = true
    for scalar in text.unicodeScalars {
      if isBlank(scalar) || "-({[<".unicodeScalars.contains(scalar) {
        result.unicodeScalars.append(scalar)
        startsWord = true
      } else {
        result +=
          startsWord ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
        startsWord = false
      }
    }
    return result
  }

  static func swapCase(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result +=
        scalar.properties.isUppercase
        ? scalar.properties.lowercaseMapping : scalar.properties.uppercaseMapping
    }
    return result
  }

  static func pad(_ text: String, _ width: Int, _ fill: String, left: Bool, right: Bool) -> String {
    let missing = width - text.unicodeScalars.count
    guard missing > 0, missing < 1 << 20 else { return text }
    if left, right {
      // Python puts the odd blank to the left when the width is odd.
      let before = missing / 2 + (missing & width & 1)
      return String(repeating: fill, count: before) + text
        + String(repeating: fill, count: missing - before)
    }
    let padding = String(repeating: fill, count: missing)
    return left ? padding + text : text + padding
  }

  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var afterReturn = false
    var open = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where afterReturn:
        afterReturn = false
        continue
      case "\n", "\r", "\u{0B}", "\u{0C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}",
        "\u{2029}":
        lines.append(String(line))
        line = String.UnicodeScalarView()
        open = false
      default:
        line.append(scalar)
        open = true
      }
      afterReturn = scalar == "\r"
    }
    if open { lines.append(String(line)) }
    return lines
  }
}
