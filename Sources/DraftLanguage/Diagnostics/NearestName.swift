/// Finds the name that a misspelt one was probably meant to be.
public enum NearestName {
  /// The candidate nearest to `name`, or nil when none is near enough.
  public static func find(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
    guard !wanted.isEmpty else { return nil }
    let limit = max(1, (wanted.count + 1) / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates.prefix(2000) where candidate != name {
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let found = distance(wanted, letters)
      if found <= limit, found < max(wanted.count, letters.count), found < best?.distance ?? .max {
        best = (candidate, found)
      }
    }
    return best?.name
  }

  /// Insertions, deletions, changes and swaps of neighbours between two words; a letter and its
  /// look-alike of the other alphabet count as one.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, a) in left.enumerated() {
      var current = [row + 1]
      for (column, b) in right.enumerated() {
        let same = a == b || LookAlike.latin(of: a) == LookAlike.latin(of: b)
        var cost = min(last[column] + (same ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = last
      last = current
    }
    return last[right.count]
  }
}

/// Cyrillic letters that look like Latin ones.
enum LookAlike {
  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "в": "b", "е": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c",
    "т": "t", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "һ": "h", "А": "A", "В": "B",
    "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y",
    "Х": "X", "І": "I", "Ј": "J", "Ѕ": "S",
  ]

  /// The Latin letter that a Cyrillic one looks like; any other letter is itself.
  static func latin(of scalar: Unicode.Scalar) -> Unicode.Scalar { pairs[scalar] ?? scalar }

  /// The first letter of the alphabet that is in the minority, when a name mixes both.
  static func stranger(in name: String) -> (letter: Character, position: Int, isCyrillic: Bool)? {
    var latin = 0
    var cyrillic = 0
    for scalar in name.unicodeScalars {
      if scalar.properties.isAlphabetic {
        if scalar.value < 0x250 { latin += 1 }
        if (0x400...0x52F).contains(scalar.value) { cyrillic += 1 }
      }
    }
    guard latin > 0, cyrillic > 0 else { return nil }
    let seeksCyrillic = cyrillic <= latin
    for (position, letter) in name.enumerated() {
      guard let scalar = letter.unicodeScalars.first, scalar.properties.isAlphabetic else {
        continue
      }
      if (0x400...0x52F).contains(scalar.value) == seeksCyrillic {
        return (letter, position + 1, seeksCyrillic)
      }
    }
    return nil
  }
}
