/// Breaks one line of text into lines of a width in code points, as Python's `textwrap.wrap` does with
/// white space neither expanded nor replaced.
struct TextWrap {
  /// The width; one at least.
  var width: Int
  /// Whether a word longer than a line is cut.
  var breaksLongWords: Bool
  /// Whether a line may end after the hyphen of a compound word.
  var breaksOnHyphens: Bool

  /// The lines; none for a blank text.
  func lines(of text: String) -> [String] {
    var chunks = chunks(of: Array(text.unicodeScalars))[...]
    var lines: [[Unicode.Scalar]] = []
    while let first = chunks.first {
      if !lines.isEmpty, first.allSatisfy(Self.isSpace) {
        chunks.removeFirst()
        if chunks.isEmpty { break }
      }
      var line: [ArraySlice<Unicode.Scalar>] = []
      var length = 0
      while let chunk = chunks.first, length + chunk.count <= width {
        line.append(chunk)
        length += chunk.count
        chunks.removeFirst()
      }
      if let chunk = chunks.first, chunk.count > width {
        let rest = cut(chunk, room: width - length, line: &line)
        if rest.isEmpty { chunks.removeFirst() } else { chunks[chunks.startIndex] = rest }
      }
      if let last = line.last, last.allSatisfy(Self.isSpace) { line.removeLast() }
      if !line.isEmpty { lines.append(Array(line.joined())) }
    }
    return lines.map { line in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: line)
      return String(text)
    }
  }

  /// Puts what fits of a word that is longer than a line on a line, and gives what is left of it.
  private func cut(
    _ chunk: ArraySlice<Unicode.Scalar>, room: Int, line: inout [ArraySlice<Unicode.Scalar>]
  ) -> ArraySlice<Unicode.Scalar> {
    guard breaksLongWords else {
      if line.isEmpty {
        line.append(chunk)
        return []
      }
      return chunk
    }
    var end = chunk.startIndex + room
    if breaksOnHyphens, let hyphen = chunk[..<end].lastIndex(of: "-"), hyphen > chunk.startIndex,
      chunk[..<hyphen].contains(where: { $0 != "-" })
    {
      end = hyphen + 1
    }
    line.append(chunk[..<end])
    return chunk[end...]
  }

  /// White space, and words with what sticks to them; a compound word in its parts.
  private func chunks(of text: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
    var chunks: [ArraySlice<Unicode.Scalar>] = []
    var start = 0
    for end in text.indices.dropFirst().map({ $0 }) + (text.isEmpty ? [] : [text.count])
    where end == text.count || isBoundary(text, end, from: start) {
      chunks.append(text[start..<end])
      start = end
    }
    return chunks
  }

  /// Whether a chunk that began at `start` ends before a scalar.
  private func isBoundary(_ text: [Unicode.Scalar], _ end: Int, from start: Int) -> Bool {
    if Self.isSpace(text[end - 1]) != Self.isSpace(text[end]) { return true }
    guard breaksOnHyphens, !Self.isSpace(text[end]) else { return false }
    let at = { (index: Int) in text.indices.contains(index) ? text[index] : " " }
    if at(end - 1) == "-", text[end] != "-" {
      if text[start..<end].allSatisfy({ $0 == "-" }) {
        // A dash of two hyphens or more between two words.
        return end - start > 1 && Self.isPunctuated(at(start - 1)) && Self.isWord(text[end])
      }
      // The first part of a compound word.
      let isCompound =
        Self.isLetter(at(end - 2))
        && (Self.isLetter(at(end - 3)) || at(end - 3) == "-" && Self.isLetter(at(end - 4)))
      return isCompound && Self.isLetter(text[end])
        && (Self.isLetter(at(end + 1)) || at(end + 1) == "-" && Self.isLetter(at(end + 2)))
    }
    // A word before such a dash.
    return text[end] == "-" && at(end + 1) == "-" && at(end - 1) != "-"
      && Self.isPunctuated(at(end - 1))
      && text[end...].first { $0 != "-" }.map(Self.isWord) ?? false
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (0x09...0x0D).contains(scalar.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_"
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || scalar.properties.numericType != nil
  }

  /// Part of a word, or a mark that sticks to one before a dash.
  private static func isPunctuated(_ scalar: Unicode.Scalar) -> Bool {
    isWord(scalar) || "!\"'&.,?".unicodeScalars.contains(scalar)
  }
}
