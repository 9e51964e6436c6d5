extension BilingualText {
  /// A text template; a `{% lang kk %}` block and the `{% lang ru %}` block after it are a pair, and
  /// where they have as many lines each, their lines are.
  public init(text source: SourceText) {
    self.init(source, form: .text)
    var passages: [Passage] = []
    for segment in segments {
      guard let language = segment.language, !isSilent(segment.span) || hasTags(segment.span)
      else { continue }
      if let last = passages.indices.last, passages[last].language == language {
        passages[last].segments.append(segment)
      } else {
        passages.append(Passage(language: language, segments: [segment]))
      }
    }
    var next = 0
    while next + 1 < passages.count {
      pairs += Self.pairs(passages[next], passages[next + 1], group: next)
      next += 2
    }
  }

  /// Two passages as a pair, or line by line when they have as many lines.
  public static func pairs(_ left: Passage, _ right: Passage, group: Int) -> [Pair] {
    guard left.segments.count == right.segments.count, left.segments.count > 1 else {
      return [Pair([left, right], group: group)]
    }
    return zip(left.segments, right.segments).map { one, other in
      var pair = Pair(
        [
          Passage(language: left.language, segments: [one]),
          Passage(language: right.language, segments: [other]),
        ], group: group)
      pair.isLine = true
      return pair
    }
  }

  private func hasTags(_ span: Range<Int>) -> Bool { !tags(in: span).isEmpty }
}
