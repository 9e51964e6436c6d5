internal import DraftWording

/// What the tags of a text name, ready to be compared by passage.
struct TagReader {
  /// A path on one side of a pair.
  struct Use {
    var path: String
    var span: Range<Int>
  }

  /// What two passages do not agree in.
  struct Comparison {
    var onlyFirst: [Use] = []
    var onlySecond: [Use] = []
    var conditionsFirst: [Use] = []
    var conditionsSecond: [Use] = []
    var units: [(path: String, first: Range<Int>, second: Range<Int>)] = []
  }

  /// What one passage names; the first place of each path.
  private struct Names {
    var values: [Use] = []
    var conditions: [Use] = []
    /// Conditions that choose the form of a word, and paths with a `default`.
    var fallbacks: Set<String> = []
    /// The texts that conditions compare each path with.
    var constants: [String: Set<String>] = [:]
    /// The same of conditions that choose the form of a word.
    var forms: [String: Set<String>] = [:]
    var units: [(use: Use, unit: PeriodUnit)] = []

    func has(_ path: String) -> Bool { values.contains { $0.path == path } }
    func asks(_ path: String) -> Bool {
      conditions.contains { $0.path == path } || fallbacks.contains(path)
    }
  }

  private let tags: [Tag]
  private let fields: [TagFields]
  /// Tags whose condition only chooses the form of a word.
  private let grammatical: Set<Int>
  /// Stretches in which names stand for paths, the inner after the outer.
  private let scopes: [(range: Range<Int>, names: [String: String])]
  /// The tags in paragraphs of their own that belong to one passage, by the start of the passage.
  private let outer: [Int: [Int]]

  init(_ text: BilingualText, _ environment: Environment) {
    tags = text.tags
    let fields = text.tags.map { TagFields($0, in: text.source, environment: environment) }
    self.fields = fields
    grammatical = Set(
      text.blocks.filter { $0.keyword == "if" && Self.isGrammatical($0, text) }
        .flatMap { [$0.open] + $0.branches })
    var scopes: [(range: Range<Int>, names: [String: String])] = []
    for (index, tag) in text.tags.enumerated()
    where tag.keyword == "set" && !fields[index].names.isEmpty {
      scopes.append((tag.span.upperBound..<text.masked.count, fields[index].names))
    }
    for block in text.blocks where !fields[block.open].names.isEmpty {
      let range = text.tags[block.open].span.upperBound..<text.tags[block.close].span.lowerBound
      scopes.append((range, fields[block.open].names))
    }
    self.scopes = scopes
    outer = Self.outer(text)
  }

  /// Whether an offset lies in a comment.
  func isComment(_ offset: Int) -> Bool {
    tags.contains { $0.kind == .comment && $0.span.contains(offset) }
  }

  /// Gives the tags that stand outside all passages to the one passage that their block is about.
  private static func outer(_ text: BilingualText) -> [Int: [Int]] {
    let passages = text.pairs.enumerated().flatMap { number, pair in
      pair.passages.map { (pair: number, group: pair.group, passage: $0) }
    }
    var inside: Set<Int> = []
    for one in passages {
      for segment in one.passage.segments { inside.formUnion(text.tags(in: segment.span)) }
    }
    var outer: [Int: [Int]] = [:]
    for block in text.blocks where block.keyword == "if" || block.keyword == "for" {
      guard !inside.contains(block.open) else { continue }
      let range = text.tags[block.open].span.lowerBound..<text.tags[block.close].span.upperBound
      let touched = passages.filter { $0.passage.extent.overlaps(range) }
      guard let first = touched.first,
        touched.allSatisfy({
          $0.group == first.group && $0.passage.language == first.passage.language
        }),
        touched.count == 1 || text.pairs[first.pair].isLine
      else { continue }
      outer[first.passage.extent.lowerBound, default: []] += [block.open] + block.branches
    }
    return outer
  }

  // MARK: Comparing

  /// What the passages of a pair do not agree in.
  func compare(_ pair: BilingualText.Pair, in text: BilingualText) -> Comparison {
    let first = names(pair.passages[0], text)
    let second = names(pair.passages[1], text)
    var result = Comparison()
    result.onlyFirst = first.values.filter { !second.has($0.path) }
    result.onlySecond = second.values.filter { !first.has($0.path) }
    result.conditionsFirst = Self.conditions(of: first, missingIn: second, result.onlyFirst)
    result.conditionsSecond = Self.conditions(of: second, missingIn: first, result.onlySecond)
    for one in first.units {
      let others = second.units.filter { $0.use.path == one.use.path }
      if !others.isEmpty, !others.contains(where: { $0.unit == one.unit }) {
        result.units.append((one.use.path, one.use.span, others[0].use.span))
      }
    }
    return result
  }

  /// The conditions of one passage that the other does not ask, or asks of other values.
  private static func conditions(
    of names: Names, missingIn other: Names, _ told: [Use]
  ) -> [Use] {
    names.conditions.filter { use in
      guard !told.contains(where: { $0.path == use.path }) else { return false }
      guard other.asks(use.path) else { return true }
      let known = (other.constants[use.path] ?? []).union(other.forms[use.path] ?? [])
      return !known.isEmpty && !(names.constants[use.path] ?? []).isSubset(of: known)
    }
  }

  private func names(_ passage: BilingualText.Passage, _ text: BilingualText) -> Names {
    var names = Names()
    var indexes = outer[passage.extent.lowerBound] ?? []
    for segment in passage.segments { indexes += text.tags(in: segment.span) }
    for index in indexes {
      let tag = fields[index]
      // Kazakh words do not agree with anything: there every condition says something.
      let isForm =
        passage.language == "ru" && (grammatical.contains(index) || self.isForm(tag))
      for use in tag.uses {
        guard let path = normal(use.path, at: use.span.lowerBound) else { continue }
        switch use.role {
        case .value:
          if !names.has(path) { names.values.append(Use(path: path, span: use.span)) }
        case .condition:
          if isForm {
            names.forms[path, default: []].formUnion(tag.strings)
          } else {
            names.constants[path, default: []].formUnion(tag.strings)
          }
          let last = path.split(separator: ".").last ?? ""
          if isForm || last == "gender" || last == "sex" {
            // Russian words agree where Kazakh ones do not; nothing is asked of the other text.
            names.fallbacks.insert(path)
          } else if !names.conditions.contains(where: { $0.path == path }) {
            names.conditions.append(Use(path: path, span: use.span))
          }
        case .fallback: names.fallbacks.insert(path)
        }
      }
      if let use = tag.uses.first(where: { $0.role == .value }),
        let path = normal(use.path, at: use.span.lowerBound),
        let unit = tag.strings.lazy.compactMap({ PeriodUnit(of: $0) }).first
      {
        names.units.append((Use(path: path, span: tags[index].span), unit))
      }
    }
    return names
  }

  /// A path without what depends on the language: names of loops, cases, languages. Nil for what is
  /// no data.
  private func normal(_ path: String, at offset: Int) -> String? {
    var path = path
    for scope in scopes.reversed() where scope.range.contains(offset) {
      let head = path.prefix { $0 != "." && $0 != "[" }
      if let meaning = scope.names[String(head)] { path = meaning + path.dropFirst(head.count) }
    }
    var parts = path.split(separator: ".").map(String.init)
    guard parts.first != "loop" else { return nil }
    while parts.count > 1, let last = parts.last, Self.isForm(last) { parts.removeLast() }
    return parts.map { part in
      for suffix in ["_kk", "_ru", "_en"] where part.hasSuffix(suffix) && part.count > 3 {
        return String(part.dropLast(3))
      }
      return part
    }.filter { !Self.languages.contains($0) }.joined(separator: ".")
  }

  private static let languages: Set<String> = ["kk", "ru", "en"]

  private static func isForm(_ name: String) -> Bool {
    languages.contains(name) || GrammaticalCase(name: name) != nil
  }

  // MARK: Forms of words

  /// `{{ "ая" if client.gender == "f" else "ый" }}`.
  private func isForm(_ tag: TagFields) -> Bool {
    guard !tag.uses.contains(where: { $0.role == .value }), tag.strings.count > 1 else {
      return false
    }
    return tag.strings.allSatisfy { $0.count < 4 } || Self.areForms(tag.strings)
  }

  /// Whether the branches of a condition are forms of the same words: «именуемый», «именуемая».
  private static func isGrammatical(_ block: Block, _ text: BilingualText) -> Bool {
    let members = ([block.open] + block.branches + [block.close]).map { text.tags[$0].span }
    var branches: [String] = []
    for (start, end) in zip(members, members.dropFirst()) {
      let span = start.upperBound..<end.lowerBound
      guard span.count < 200, text.tags(in: span).isEmpty else { return false }
      branches.append(text.plain(span))
    }
    guard branches.count > 1 else {
      // An ending: «исполнител{% if … %}ей{% endif %}».
      let before = members[0].lowerBound
      return branches[0].count < 4 && before > 0 && text.masked[before - 1] > 0x7F
        && branches[0].allSatisfy(\.isLetter)
    }
    return branches.allSatisfy { $0.count < 4 && $0.allSatisfy(\.isLetter) } || areForms(branches)
  }

  private static func areForms(_ texts: [String]) -> Bool {
    let words = texts.map { text in text.split { !$0.isLetter }.map { Array($0.lowercased()) } }
    guard let first = words.first, !first.isEmpty,
      words.allSatisfy({ $0.count == first.count })
    else { return false }
    for other in words.dropFirst() {
      for (one, two) in zip(first, other) {
        let common = zip(one, two).prefix { $0 == $1 }.count
        if common < 2 || max(one.count, two.count) - common > 5 { return false }
      }
    }
    return true
  }
}
