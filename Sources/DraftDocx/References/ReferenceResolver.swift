internal import DraftLanguage
internal import DraftXML

/// Writes the numbers of clauses where `ref` asked for them.
struct ReferenceResolver {
  private let document: DocumentNumbers
  private let instances: [NumberReader.Instance]
  private let requests: [ReferenceRequest]
  /// What is wrong, each once.
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ document: DocumentNumbers, instances: [NumberReader.Instance], requests: [ReferenceRequest]
  ) {
    self.document = document
    self.instances = instances
    self.requests = requests
  }

  /// Writes the answer to a request as the site can hold it: a live field in a run, else text.
  mutating func write(_ number: Int, at site: Site, into output: inout [UInt8]) {
    guard requests.indices.contains(number) else { return }
    let request = requests[number]
    guard let instance = instance(for: request), let words = words(for: instance, request) else {
      return
    }
    let text = self.number(of: instance)
    switch site {
    case .run(let run), .paragraph(let run):
      XMLText.escape(words.before, into: &output, attribute: false)
      output.append(contentsOf: run.field(" REF \(instance.bookmark) \\w \\h ", showing: text))
      XMLText.escape(words.after, into: &output, attribute: false)
    case .attribute:
      XMLText.escape(words.before + text + words.after, into: &output, attribute: true)
    default: XMLText.escape(words.before + text + words.after, into: &output, attribute: false)
    }
  }

  /// The clause that a request means; nil with a diagnostic when it cannot be told.
  private mutating func instance(for request: ReferenceRequest) -> NumberReader.Instance? {
    let clauses = document.marks.clauses
    func fits(_ clause: StoryMarks.Clause) -> Bool {
      clause.name == request.clause
        && (clause.language == nil || request.language == nil
          || clause.language == request.language)
    }
    let drawn = instances.filter { fits(clauses[$0.clause]) }
    let reached = drawn.filter { $0.turn.map(request.turns.contains) ?? true }
    if let first = reached.first {
      // In a neutral place it is enough that the languages agree.
      let isOne =
        reached.count == 1
        || (request.language == nil
          && Set(reached.map { clauses[$0.clause].language }).count == reached.count
          && Set(reached.map(number)).count == 1)
      if isOne { return first }
    }
    let places = clauses.filter(fits).map(\.place)
    report(
      drawn.isEmpty
        ? .removedClause(request.clause, at: request.place, clauses: places)
        : .ambiguousClause(
          request.clause, at: request.place, clause: clauses[drawn[0].clause].place))
    return nil
  }

  private func number(of instance: NumberReader.Instance) -> String {
    ListNumbers.fullNumber(instance.list, level: instance.level, instance.numbers)
  }

  private mutating func words(
    for instance: NumberReader.Instance, _ request: ReferenceRequest
  ) -> ClauseWording.Words? {
    guard let grammatical = request.grammaticalCase else { return ClauseWording.Words() }
    guard let wording = document.wording else {
      report(.noWording(at: request.place))
      return nil
    }
    let rank: ClauseWording.Rank =
      switch instance.level {
      case 0: document.deepCounters.contains(instance.list.counters) ? .section : .clause
      case 1: .clause
      default: .subclause
      }
    do throws(FilterError) {
      return try wording.words(
        ClauseWording.Request(
          number: number(of: instance), rank: rank, grammaticalCase: grammatical,
          isPossessive: request.isPossessive, language: request.language))
    } catch {
      report(
        Diagnostic(
          code: error.code, error.message, at: request.place,
          hints: error.hint.map { [$0] } ?? []))
      return nil
    }
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}

extension RunSite {
  /// A complex field (ECMA-376 part 1, § 17.16.18) from inside the text of a run to inside the text of
  /// the next, all in the formatting of the run.
  func field(_ instruction: String, showing text: String) -> [UInt8] {
    var bytes = leafEnd + Array("</\(run)>".utf8)
    func add(_ content: String) {
      bytes += Array("<\(run)>".utf8) + runProperties + Array("\(content)</\(run)>".utf8)
    }
    var shown: [UInt8] = []
    XMLText.escape(text, into: &shown, attribute: false)
    let w = prefix
    add("<\(w)fldChar \(w)fldCharType=\"begin\"/>")
    add("<\(w)instrText xml:space=\"preserve\">\(instruction)</\(w)instrText>")
    add("<\(w)fldChar \(w)fldCharType=\"separate\"/>")
    add("<\(leaf)>\(String(decoding: shown, as: UTF8.self))</\(leaf)>")
    add("<\(w)fldChar \(w)fldCharType=\"end\"/>")
    return bytes + Array("<\(run)>".utf8) + runProperties + leafStart
  }
}
