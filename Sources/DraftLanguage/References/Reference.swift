/// A place of a template that asks for the number of a clause: `{{ ref("payment") }}`.
public struct Reference: Sendable {
  /// The name of the clause.
  public var clause: String
  /// The language in scope; nil in a neutral place.
  public var language: String?
  /// Where it stands.
  public var place: Place
  /// The blocks around it, from the outermost.
  public var enclosures: [Enclosure]

  /// `ref("payment")`, `ref("payment", "genitive")`, `ref("payment", "genitive", poss=3)`.
  ///
  /// The number is known only when the whole document is there; until then a placeholder stands for it.
  static let function = Filter(
    "ref", [.init("clause"), .init("case", .null), .init("poss", .null)]
  ) { (input) throws(FilterError) in
    let name = try input.string("clause") ?? ""
    let grammatical = try input.string("case")
    let possessive = try input.string("poss")
    guard possessive == nil || possessive == "3" || possessive == "0" else {
      throw .badArgument("poss")
    }
    let machine = input.machine
    machine.requests.append(
      ReferenceRequest(
        clause: name, language: input.language, grammaticalCase: grammatical,
        isPossessive: possessive == "3",
        place: machine.program.tables.place(of: input.node),
        turns: machine.loops.map { LoopTurn(serial: $0.serial, index: Int32($0.index)) }))
    return .string(ReferenceRequest.placeholder(machine.requests.count - 1))
  }

  /// Whether a call is one of `ref`. Without arguments it reads data of that name.
  static func isCall(_ callee: Expression, _ arguments: Expression.Arguments) -> Bool {
    if case .name("ref") = callee.kind { !arguments.isEmpty } else { false }
  }
}

/// What a `ref` asked for when it ran.
public struct ReferenceRequest: Sendable, Hashable {
  /// The name of the clause.
  public var clause: String
  /// The language in scope; nil in a neutral place.
  public var language: String?
  /// The case that the sentence asks for; nil for the number alone.
  public var grammaticalCase: String?
  /// Whether the Kazakh noun stands in the 3rd-person possessive («шарттың 4.2-тармағы»).
  public var isPossessive: Bool
  /// Where the `ref` stands.
  public var place: Place
  /// The turns of the loops that it ran in, from the outermost.
  public var turns: [LoopTurn]

  /// What stands for the number of a request in a text until it is known: the position of the request
  /// between two control characters, which no document may hold.
  public static func placeholder(_ position: Int) -> String { "\u{1}\(position)\u{2}" }
}

/// A turn of a loop.
public struct LoopTurn: Sendable, Hashable {
  /// The number of the run of a loop, one for each time that it is entered in a fill.
  public var serial: Int32
  /// The number of the turn, from 0.
  public var index: Int32

  /// A turn of a run.
  public init(serial: Int32, index: Int32) {
    self.serial = serial
    self.index = index
  }
}

/// A block that something stands in, told by a number that is its own in the program.
public enum Enclosure: Sendable, Hashable {
  /// One of the branches of an `if`, or of a `for` and its `else`, of which only one is drawn.
  case branch(of: Int, number: Int)
  /// The body of a `for`.
  case loop(Int)
  /// The body of a macro or caller.
  case routine(Int)
}

extension Machine {
  /// Marks a place of the output with the turn of a loop; -1 for none.
  func mark(
    _ id: Int32, _ loop: Int32, by emitter: any ValueEmitter, _ output: inout [UInt8]
  ) {
    guard !isPlain else { return }
    let state = loop < 0 ? nil : loops.last { $0.plan == loop }
    emitter.mark(
      id, turn: state.map { LoopTurn(serial: $0.serial, index: Int32($0.index)) }, into: &output)
  }
}

extension Tag {
  /// The name in `{% clause name %}`; nil when it cannot be read.
  public func clauseName(in source: SourceText) -> String? {
    var parser = Parser(source, Lexer.tokens(source, inner).tokens)
    parser.advance()
    return try? parser.clauseHead().name
  }

  /// The clauses whose numbers an expression, or the head of a statement, asks for.
  public func clausesAskedFor(in source: SourceText) -> Set<String> {
    guard kind != .comment, mayName(in: source.text) else { return [] }
    let tokens = Lexer.tokens(source, inner).tokens
    var names: Set<String> = []
    for (word, text) in zip(tokens, tokens.dropFirst(2)) {
      if case .name("ref") = word.kind, case .string(let name) = text.kind { names.insert(name) }
    }
    return names
  }

  /// Whether the tag may hold the word `ref`, so that most tags are not read twice; in a tag with
  /// letters of other alphabets it may have a soft hyphen in it.
  private func mayName(in text: [UInt8]) -> Bool {
    for index in inner {
      let byte = text[index]
      if byte >= 0x80 { return true }
      if byte == UInt8(ascii: "f"), index > inner.lowerBound + 1,
        text[index - 1] == UInt8(ascii: "e"), text[index - 2] == UInt8(ascii: "r")
      {
        return true
      }
    }
    return false
  }
}

extension Diagnostic {
  static func noClausesHere(_ place: Place) -> Diagnostic {
    Diagnostic(
      code: "no-clause-numbers",
      Message(
        en:
          "`ref` works in Word templates only: a text has no numbered lists to take a number from",
        ru: "`ref` работает только в шаблонах Word: в тексте нет нумерованных списков",
        kk: "`ref` тек Word үлгілерінде жұмыс істейді: мәтінде нөмірленген тізімдер жоқ"),
      at: place,
      hints: [
        Message(
          en: "type the number, or draw the text from a Word template with --format txt",
          ru: "впишите номер или получите текст из шаблона Word: --format txt",
          kk: "нөмірді жазыңыз немесе мәтінді Word үлгісінен алыңыз: --format txt")
      ])
  }

  static func clauseNeedsQuotes(_ place: Place) -> Diagnostic {
    Diagnostic(
      code: "clause-name",
      Message(
        en: "`ref` takes the name of a clause in quotes: `ref(\"payment\")`",
        ru: "`ref` требует имени пункта в кавычках: `ref(\"payment\")`",
        kk: "`ref` үшін тармақ атауы тырнақшада керек: `ref(\"payment\")`"),
      at: place)
  }
}
