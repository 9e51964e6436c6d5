internal import DraftWording

/// Compares the passages of a text in two languages.
struct ParityChecker {
  typealias Pair = BilingualText.Pair
  typealias Passage = BilingualText.Passage

  let text: BilingualText
  let tags: TagReader
  private(set) var diagnostics: [Diagnostic] = []

  /// Everything that is doubtful in a text, in its order.
  static func check(_ text: BilingualText, _ environment: Environment) -> [Diagnostic] {
    var checker = ParityChecker(text: text, tags: TagReader(text, environment))
    checker.checkLetters()
    checker.checkLanguages()
    checker.checkPairs()
    return checker.diagnostics.enumerated().sorted {
      ($0.element.place?.line ?? 0, $0.element.place?.column ?? 0, $0.offset)
        < ($1.element.place?.line ?? 0, $1.element.place?.column ?? 0, $1.offset)
    }.map(\.element)
  }

  private init(text: BilingualText, tags: TagReader) {
    self.text = text
    self.tags = tags
  }

  // MARK: Letters and languages

  /// Latin letters in Cyrillic words, one report a line.
  private mutating func checkLetters() {
    for span in text.lines {
      var words: [(LookAlike.Finding, Range<Int>)] = []
      for finding in LookAlike.find(in: text.source.string(span)) {
        let range =
          finding.range.lowerBound + span.lowerBound..<finding.range.upperBound + span.lowerBound
        if !tags.isComment(range.lowerBound) { words.append((finding, range)) }
      }
      if let first = words.first {
        diagnostics.append(
          .latinLetter(first.0, at: text.source.place(first.1), more: words.count - 1))
      }
    }
  }

  private mutating func checkLanguages() {
    for segment in text.segments {
      guard let language = segment.language, language == "kk" || language == "ru",
        let range = TextLanguage.foreign(in: text.plain(segment.span), expected: language)
      else { continue }
      let span =
        range.lowerBound + segment.span.lowerBound..<range.upperBound + segment.span.lowerBound
      diagnostics.append(.otherLanguage(language, at: text.source.place(span)))
    }
  }

  // MARK: Pairs

  private mutating func checkPairs() {
    let pairs = confirmed(text.pairs)
    var next = 0
    while next < pairs.count {
      guard pairs[next].isLine else {
        diagnostics += compare(pairs[next])
        next += 1
        continue
      }
      let end = pairs[next...].firstIndex { !$0.isLine || $0.group != pairs[next].group }
      let run = Array(pairs[next..<(end ?? pairs.count)])
      let found = run.map { compare($0) }
      // Where every other line differs, the lines do not stand side by side.
      if found.count(where: { !$0.isEmpty }) > max(5, run.count / 4) {
        diagnostics += compare(whole(run))
      } else {
        diagnostics += settled(run, found)
      }
      next += run.count
    }
  }

  /// The findings of a run of lines, but for neighbours that agree together: «… туралы» stands above
  /// the Kazakh title of a paper and «о …» below the Russian one.
  private func settled(_ run: [Pair], _ found: [[Diagnostic]]) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var next = 0
    while next < run.count {
      guard !found[next].isEmpty else {
        next += 1
        continue
      }
      let end = found[next...].firstIndex { $0.isEmpty } ?? run.count
      let together = end - next > 1 ? compare(whole(Array(run[next..<end]))) : nil
      if let together, together.isEmpty {
        next = end
        continue
      }
      result += found[next..<end].joined()
      next = end
    }
    return result
  }

  private func whole(_ run: [Pair]) -> Pair {
    let sides = (0..<2).map { side in
      Passage(
        language: run[0].passages[side].language,
        segments: run.flatMap { $0.passages[side].segments })
    }
    return Pair(sides, group: run[0].group)
  }

  /// Drops pairs that only their position suggests, unless the words bear it out.
  private func confirmed(_ pairs: [Pair]) -> [Pair] {
    var isColumns: [Int: Bool] = [:]
    for (group, members) in Dictionary(grouping: pairs.filter { !$0.isLine }, by: \.group) {
      if members.contains(where: { $0.isMarked && $0.passages.count == 2 }) {
        isColumns[group] = true
        continue
      }
      let languages = members.filter { $0.passages.count == 2 }.map { $0.passages.map(language) }
      isColumns[group] =
        languages.count { $0 == ["kk", "ru"] } > 1
        && !languages.contains { $0[0] == "ru" || $0[1] == "kk" }
    }
    return pairs.filter { pair in
      if pair.isMarked { return true }
      guard isColumns[pair.group] == true else { return false }
      let languages = pair.passages.map(language)
      if pair.passages.count == 1 { return languages[0] == pair.passages[0].language }
      return languages[0] != "ru" && languages[1] != "kk" && languages != [nil, nil]
    }
  }

  private func language(_ passage: Passage) -> String? {
    TextLanguage.of(passage.segments.map { text.plain($0.span) }.joined(separator: ". "))
  }

  private func compare(_ pair: Pair) -> [Diagnostic] {
    guard pair.passages.count == 2 else {
      guard let only = pair.passages.first else { return [] }
      return [
        .missingPassage(
          Side(only, text), at: place(only), gap: pair.gap.map { text.source.place($0) })
      ]
    }
    let first = Side(pair.passages[0], text)
    let second = Side(pair.passages[1], text)
    let fields = tags.compare(pair, in: text)
    var found: [Diagnostic] = []
    for (side, other, missing) in [
      (first, second, fields.onlyFirst), (second, first, fields.onlySecond),
    ] {
      if let one = missing.first {
        found.append(
          .fieldsDiffer(
            missing.map(\.path), on: side, at: text.source.place(one.span),
            other: place(other.passage)))
      }
    }
    for (side, other, missing) in [
      (first, second, fields.conditionsFirst), (second, first, fields.conditionsSecond),
    ] {
      if let one = missing.first {
        found.append(
          .conditionsDiffer(
            missing.map(\.path), on: side, at: text.source.place(one.span),
            other: place(other.passage)))
      }
    }
    for unit in fields.units {
      found.append(
        .unitsDiffer(
          unit.path, at: text.source.place(unit.first), other: text.source.place(unit.second)))
    }
    return found + figures(first, second)
  }

  private func figures(_ first: Side, _ second: Side) -> [Diagnostic] {
    let comparison = FigureComparison(first.figures, second.figures)
    var found: [Diagnostic] = []
    let onlyFirst = comparison.onlyFirst
    let onlySecond = comparison.onlySecond
    if let one = onlyFirst.first ?? onlySecond.first {
      let other = onlyFirst.isEmpty ? first : second
      let otherPlace =
        onlyFirst.isEmpty || onlySecond.isEmpty
        ? place(other.passage) : text.source.place(onlySecond[0].range)
      found.append(
        .figuresDiffer(
          first.language == "kk" ? (onlyFirst, onlySecond) : (onlySecond, onlyFirst),
          at: text.source.place(one.range), other: otherPlace, otherSide: other))
    }
    for pair in comparison.different {
      found.append(
        .measuresDiffer(
          pair.first.text, at: text.source.place(pair.first.range),
          other: text.source.place(pair.second.range)))
    }
    return found
  }

  /// The first stretch of a passage that says something.
  private func place(_ passage: Passage) -> Place {
    let segment = passage.segments.first { !text.isSilent($0.span) } ?? passage.segments.first
    return text.source.place(segment?.span ?? 0..<0)
  }
}

extension ParityChecker {
  /// One passage with its figures.
  struct Side {
    var passage: Passage
    var figures = FigureList()

    var language: String { passage.language }

    init(_ passage: Passage, _ text: BilingualText) {
      self.passage = passage
      for segment in passage.segments {
        figures.append(
          FigureList(text.plain(segment.span), language: passage.language),
          offset: segment.span.lowerBound)
      }
    }
  }
}
