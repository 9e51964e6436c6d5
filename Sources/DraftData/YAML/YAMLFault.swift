internal import DraftLanguage

/// Why a text is no YAML, and where.
struct YAMLFault {
  /// The mistakes that people make, told apart so that each gets its own advice.
  enum Kind: Hashable {
    case colonInValue
    case badIndent
    case missingColon(missingSpace: Bool)
    case dashOnKeyLine
    case textAfterQuote
    case openBracket(templateTag: Bool)
    case openQuote
    case badEscape
    case mustQuote
    case tab
    case textAfterBar
    case unknownReference
    case severalDocuments
    case tooDeep
    case duplicateKey
    case unexpected
  }

  private(set) var kind: Kind
  private var range: Range<Int>
  /// A second place: where the bracket opens, where the key was given first.
  private var second: Range<Int>?
  private let text: DataText
  private let limits: DataLimits

  /// Tells a person's mistake from what libyaml stumbled over.
  init(_ problem: YAMLComposer.Problem, in text: DataText, limits: DataLimits) {
    self.text = text
    self.limits = limits
    kind = .unexpected
    range = text.start..<text.start
    let lines = YAMLLines(text)
    switch problem {
    case .syntax(let problem, let mark, let context):
      let place = lines.offset(mark)
      range = place..<place
      classify(problem, context: context.map { ($0.text, lines.offset($0.mark)) }, lines)
    case .undefinedAlias(let mark):
      kind = .unknownReference
      range = lines.word(at: lines.offset(mark))
    case .duplicateKey(let key, let first):
      kind = .duplicateKey
      range = lines.range(of: key)
      second = lines.range(of: first)
    case .severalDocuments(let mark):
      kind = .severalDocuments
      range = lines.word(at: lines.offset(mark))
    case .tooDeep(let mark):
      kind = .tooDeep
      let place = lines.offset(mark)
      range = place..<place
    case .unreadable: break
    }
    if range.isEmpty { range = character(at: range.lowerBound) }
  }

  private mutating func classify(
    _ problem: String, context: (text: String, offset: Int)?, _ lines: YAMLLines
  ) {
    let opened = context?.offset
    let here = range.lowerBound
    if let tab = tab(near: [here, opened], lines) {
      kind = .tab
      range = tab
    } else if problem.hasPrefix("mapping values are not allowed")
      || problem.hasPrefix("found unexpected ':'")
    {
      classifyColon(at: here, lines)
    } else if problem.hasPrefix("could not find expected ':'") {
      let line = lines.line(at: opened ?? here)
      let colon = text.bytes[line].contains(0x3A)
      kind = .missingColon(missingSpace: colon)
      range = trimmed(max(line.lowerBound, opened ?? here)..<line.upperBound)
    } else if problem.hasPrefix("block sequence entries") {
      kind = .dashOnKeyLine
    } else if problem.hasPrefix("did not find expected key")
      || problem.hasPrefix("did not find expected '-'")
      || problem.hasPrefix("did not find expected <document start>")
    {
      kind = followsQuote(here, lines) ? .textAfterQuote : .badIndent
      range = trimmed(here..<lines.line(at: here).upperBound)
    } else if problem.contains("',' or '") {
      let bytes = text.bytes
      let start = opened ?? here
      kind = .openBracket(
        templateTag: bytes[start...].starts(with: [0x7B, 0x7B])
          || bytes[start...].starts(with: [0x7B, 0x25]))
      second = character(at: start)
    } else {
      classifyWord(problem, context: context, lines)
    }
  }

  private mutating func classifyColon(at offset: Int, _ lines: YAMLLines) {
    let words = lines.words(ofLineAt: offset)
    if hasColon(words.lowerBound..<offset) {
      kind = .colonInValue
    } else if let above = lines.words(above: offset), !hasColon(above),
      column(above, lines) == column(words, lines)
    {
      kind = .missingColon(missingSpace: text.bytes[above].contains(0x3A))
      range = above
    } else {
      kind = .badIndent
      range = words
    }
  }

  private mutating func classifyWord(
    _ problem: String, context: (text: String, offset: Int)?, _ lines: YAMLLines
  ) {
    let stage = context?.text ?? ""
    if problem.hasPrefix("found unexpected end of stream")
      || problem.hasPrefix("found unexpected document indicator")
    {
      kind = .openQuote
      range = character(at: context?.offset ?? range.lowerBound)
    } else if problem.contains("escape") || problem.contains("hexdecimal") {
      kind = .badEscape
    } else if stage.contains("block scalar") {
      kind = .textAfterBar
    } else if problem.hasPrefix("found character that cannot start")
      || problem.hasPrefix("found undefined tag handle") || problem.hasPrefix("mapping keys")
      || ["anchor", "alias", "tag", "directive"].contains(where: { stage.contains($0) })
    {
      kind = .mustQuote
      range = lines.word(at: context?.offset ?? range.lowerBound)
    }
  }

  /// The error as a person reads it.
  var diagnostic: Diagnostic {
    let place = text.place(range)
    switch kind {
    case .tooDeep:
      return DataFault.tooDeep(min(limits.depth, YAMLComposer.deepest), at: place)
    case .duplicateKey:
      return DataFault.duplicateKey(at: place, first: text.place(second ?? range))
    default:
      let code = kind == .severalDocuments ? "several-documents" : "invalid-yaml"
      var notes: [Diagnostic.Note] = []
      if let second {
        notes.append(
          Diagnostic.Note(
            Message(en: "opened here", ru: "открыто здесь", kk: "осы жерде ашылған"),
            at: text.place(second)))
      }
      return Diagnostic(code: code, kind.message, at: place, notes: notes, hints: kind.hints)
    }
  }
}

extension YAMLFault {
  /// A tab before the first word of one of the lines.
  private func tab(near offsets: [Int?], _ lines: YAMLLines) -> Range<Int>? {
    for case let offset? in offsets {
      let line = lines.line(at: offset)
      for index in line {
        let byte = text.bytes[index]
        if byte == 0x09 { return index..<(index + 1) }
        if byte != 0x20 && byte != 0x2D { break }
      }
    }
    return nil
  }

  /// Whether some words have a colon that ends a field's name.
  private func hasColon(_ range: Range<Int>) -> Bool {
    let words = text.bytes[range]
    return words.last == 0x3A
      || zip(words, words.dropFirst()).contains { $0 == 0x3A && ($1 == 0x20 || $1 == 0x09) }
  }

  private func column(_ words: Range<Int>, _ lines: YAMLLines) -> Int {
    words.lowerBound - lines.line(at: words.lowerBound).lowerBound
  }

  /// Whether what stands before the place on its line ends with a quote.
  private func followsQuote(_ offset: Int, _ lines: YAMLLines) -> Bool {
    let start = lines.line(at: offset).lowerBound
    let before = text.bytes[start..<min(offset, text.bytes.count)].last { $0 > 0x20 }
    return before == 0x22 || before == 0x27
  }

  private func character(at offset: Int) -> Range<Int> {
    let bytes = text.bytes
    guard offset < bytes.count else { return bytes.count..<bytes.count }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, text.bytes[end - 1] <= 0x20 { end -= 1 }
    return range.lowerBound..<end
  }
}
