/// How many columns of a fixed-width screen a text takes.
enum TextWidth {
  /// The columns of a text: one a character, two for those of East Asia and pictures, none for marks
  /// that combine with the character before.
  static func columns(_ text: some StringProtocol) -> Int {
    let utf8 = text.utf8
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return text.reduce(0) { $0 + columns($1) }
  }

  /// The columns of one character.
  static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x0000...0x02FF, 0x0370...0x10FF, 0x1200...0x200A, 0x2010...0x2BFF: return 1
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Breaks a line at spaces so that no piece is wider than `width`; a word that is wider by itself is
  /// cut. Spaces at the breaks are dropped, no-break spaces are kept together.
  ///
  /// - Parameters:
  ///   - first: the width of the first piece.
  ///   - width: the width of the others.
  static func wrap(_ text: some StringProtocol, first: Int, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    var limit = max(1, first)
    var spaces = 0
    func isBreak(_ character: Character) -> Bool { character == " " }
    var rest = text[...]
    while !rest.isEmpty {
      let gap = rest.prefix(while: isBreak)
      spaces = gap.count
      rest = rest[gap.endIndex...]
      let word = rest.prefix { !isBreak($0) }
      rest = rest[word.endIndex...]
      if word.isEmpty { break }
      let size = columns(word)
      if !line.isEmpty, used + spaces + size > limit {
        lines.append(line)
        (line, used, limit, spaces) = ("", 0, max(1, width), 0)
      } else if line.isEmpty, !lines.isEmpty {
        spaces = 0
      }
      line += String(repeating: " ", count: spaces)
      used += spaces
      for character in word {
        let size = columns(character)
        if used + size > limit, !line.isEmpty {
          lines.append(line)
          (line, used, limit) = ("", 0, max(1, width))
        }
        line.append(character)
        used += size
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
