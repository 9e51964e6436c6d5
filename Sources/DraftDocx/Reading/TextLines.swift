/// Lines of a plain text while they are laid out.
struct TextLines {
  /// The lines, without spaces at their ends.
  private(set) var lines: [String] = []
  private var isGapWanted = false

  /// Wants an empty line before the next one; several wishes make one line, and none is made at the top.
  mutating func gap() { isGapWanted = true }

  /// Adds a line.
  mutating func add(_ line: String) {
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)] == " " {
      end = line.index(before: end)
    }
    if isGapWanted, !lines.isEmpty { lines.append("") }
    isGapWanted = false
    lines.append(String(line[..<end]))
  }

  /// Adds lines laid out elsewhere; empty ones among them are gaps.
  mutating func add(_ block: [String]) {
    for line in block {
      if line.isEmpty { gap() } else { add(line) }
    }
  }
}
