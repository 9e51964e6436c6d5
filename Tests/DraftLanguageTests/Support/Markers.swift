import DraftLanguage

/// A source with emoji in it that mark positions: `"{{ 1️⃣client. }}"`.
struct Marked {
  var text = ""
  /// Line and column of each marker, by its digit.
  var positions: [Character: (line: Int, column: Int)] = [:]

  init(_ marked: String) {
    var line = 1
    var column = 1
    for character in marked {
      if character.unicodeScalars.contains("\u{20E3}"),
        let digit = character.unicodeScalars.first
      {
        positions[Character(digit)] = (line, column)
        continue
      }
      text.append(character)
      column = character == "\n" ? 1 : column + 1
      if character == "\n" { line += 1 }
    }
  }

  /// Where a marker stands, as diagnostics print it.
  subscript(marker: Character) -> String {
    positions[marker].map { "\($0.line):\($0.column)" } ?? ""
  }
}

extension Diagnostic {
  /// The line and column.
  var position: String { place.map { "\($0.line):\($0.column)" } ?? "" }
}
