internal import DraftXML

/// What the number formats of a workbook make of its numbers (ECMA-376 part 1, § 18.8.30 and 18.8.31).
struct CellFormats {
  /// What a number with a format is.
  enum Meaning: Hashable {
    case number
    case date(hasDate: Bool, hasTime: Bool)
    /// Hours that do not begin anew after 24: `[h]:mm`.
    case duration
    /// A code with so many digits, leading zeros shown: `000000000000`.
    case digits(Int)
  }

  private var meanings: [Meaning] = []

  /// Formats of a workbook without styles: every number is one.
  init() {}

  /// Reads the styles part.
  init(_ tree: XMLTree) {
    var codes: [String: String] = [:]
    for element in tree.elements.indices where tree.name(of: element).local == "numFmt" {
      if let id = tree.attribute("numFmtId", uri: nil, of: element) {
        codes[id] = tree.attribute("formatCode", uri: nil, of: element)
      }
    }
    guard let list = tree.children(of: 0).first(where: { tree.name(of: $0).local == "cellXfs" })
    else { return }
    for format in tree.children(of: list) where tree.name(of: format).local == "xf" {
      let id = tree.attribute("numFmtId", uri: nil, of: format) ?? "0"
      meanings.append(codes[id].map(CellFormats.meaning) ?? CellFormats.builtIn(Int(id) ?? 0))
    }
  }

  /// What a number in a cell of a style is.
  func meaning(ofStyle style: Int) -> Meaning {
    meanings.indices.contains(style) ? meanings[style] : .number
  }

  /// The formats that a workbook need not write down.
  static func builtIn(_ id: Int) -> Meaning {
    switch id {
    case 14...17, 27...31, 34...36, 50...58: .date(hasDate: true, hasTime: false)
    case 18...21, 32, 33, 45, 47: .date(hasDate: false, hasTime: true)
    case 46: .duration
    case 22: .date(hasDate: true, hasTime: true)
    default: .number
    }
  }

  /// What a format code makes of a number.
  static func meaning(_ code: String) -> Meaning {
    // The first section is that of positive numbers.
    var letters = ""
    var isElapsed = false
    var scalars = code.unicodeScalars[...]
    while let scalar = scalars.popFirst(), scalar != ";" {
      switch scalar {
      case "\"":
        while let next = scalars.popFirst(), next != "\"" {}
      case "\\", "_", "*": _ = scalars.popFirst()
      case "[":
        var inside = ""
        while let next = scalars.popFirst(), next != "]" { inside.unicodeScalars.append(next) }
        let lower = inside.lowercased()
        if !lower.isEmpty, lower.allSatisfy({ "hms".contains($0) }) {
          letters += lower
          isElapsed = true
        }
      default: letters.unicodeScalars.append(scalar)
      }
    }
    if !letters.isEmpty, letters.allSatisfy({ $0 == "0" }), letters.utf8.count > 1 {
      return .digits(letters.utf8.count)
    }
    let lower = letters.lowercased()
    if lower.contains("general") || lower.contains("0") || lower.contains("#") {
      // Seconds may have decimals: `ss.000`.
      guard lower.contains("s") && !lower.contains("#") && !lower.contains("general") else {
        return .number
      }
    }
    let hasTime = lower.contains { $0 == "h" || $0 == "s" }
    let hasDay = lower.contains { $0 == "y" || $0 == "d" }
    if isElapsed, !hasDay { return .duration }
    let hasDate = hasDay || (lower.contains("m") && !hasTime)
    return hasDate || hasTime ? .date(hasDate: hasDate, hasTime: hasTime) : .number
  }
}
