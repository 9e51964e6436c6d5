import TestSupport

/// Makes random templates out of words that occur once, with the words that must come out.
struct WordSalad {
  /// A template.
  struct Salad {
    var body: String
    var data: String
    /// The words that must come out, in order.
    var expected: [String]
  }

  private var random: SeededNumbers
  private var count = 0
  private var fields: [String] = []

  init(seed: UInt64) { random = SeededNumbers(seed) }

  mutating func make() -> Salad {
    var body = ""
    var expected: [String] = []
    for _ in 0...random.below(4) {
      let block = block(depth: 2)
      body += block.markup
      expected += block.words
    }
    return Salad(
      body: body + p(), data: "{\(fields.joined(separator: ", "))}", expected: expected)
  }

  private typealias Piece = (markup: String, words: [String])

  private mutating func word() -> String {
    count += 1
    return "w\(count)"
  }

  private mutating func field(_ value: String) -> String {
    let name = "f\(fields.count)"
    fields.append("\"\(name)\": \(value)")
    return name
  }

  /// Paragraphs, tables, blocks that take paragraphs or rows, blocks that cross paragraphs.
  private mutating func block(depth: Int) -> Piece {
    guard depth > 0 else { return paragraph() }
    switch random.below(7) {
    case 0: return conditional(depth, "p")
    case 1: return conditional(depth, "")
    case 2: return loop(depth, "p")
    case 3: return table(depth)
    case 4: return crossing()
    case 5: return rows(depth)
    default: return paragraph()
    }
  }

  private mutating func conditional(_ depth: Int, _ form: String) -> Piece {
    let holds = random.once(in: 2)
    let name = field(holds ? "true" : "false")
    let (yes, no) = (block(depth: depth - 1), block(depth: depth - 1))
    return (
      p(Run("{%\(form) if \(name) %}")) + yes.markup + p(Run("{%\(form) else %}")) + no.markup
        + p(Run("{%\(form) endif %}")), holds ? yes.words : no.words
    )
  }

  private mutating func loop(_ depth: Int, _ form: String) -> Piece {
    let turns = random.below(4)
    let name = field("[\((0..<turns).map(String.init).joined(separator: ", "))]")
    let inner = block(depth: depth - 1)
    return (
      p(Run("{%\(form) for i in \(name) %}")) + inner.markup + p(Run("{%\(form) endfor %}")),
      (0..<turns).flatMap { _ in inner.words }
    )
  }

  private mutating func table(_ depth: Int) -> Piece {
    let (left, right) = (block(depth: depth - 1), block(depth: depth - 1))
    return (tbl(tr(tc(left.markup, p()), tc(right.markup, p()))), left.words + right.words)
  }

  private mutating func rows(_ depth: Int) -> Piece {
    let turns = random.below(3)
    let name = field("[\((0..<turns).map(String.init).joined(separator: ", "))]")
    let (left, right) = (paragraph(), paragraph())
    let form = random.once(in: 2) ? "tr" : ""
    return (
      tbl(
        tr(tc(p(Run("{%\(form) for i in \(name) %}"))), tc(p())),
        tr(tc(left.markup), tc(right.markup)),
        tr(tc(p(Run("{%\(form) endfor %}"))), tc(p()))) + p(),
      (0..<turns).flatMap { _ in left.words + right.words }
    )
  }

  /// `a {% if x %} b ¶ c ¶ d {% endif %} e`
  private mutating func crossing() -> Piece {
    let words = (0..<5).map { _ in word() }
    let isLoop = random.once(in: 2)
    let turns = random.below(isLoop ? 3 : 2)
    let name = field("[\((0..<turns).map(String.init).joined(separator: ", "))]")
    let (open, close) =
      isLoop ? ("{% for i in \(name) %}", "{% endfor %}") : ("{% if \(name) %}", "{% endif %}")
    return (
      p(Run("\(words[0]) \(open) \(words[1])")) + p(b(words[2]))
        + p(Run("\(words[3]) \(close) \(words[4])")),
      [words[0]] + (0..<turns).flatMap { _ in words[1...3] } + [words[4]]
    )
  }

  /// A line of words, values, conditions and loops, in runs of different formatting.
  private mutating func paragraph() -> Piece {
    var runs: [Run] = []
    var words: [String] = []
    for _ in 0...random.below(5) {
      let text: String
      switch random.below(6) {
      case 0:
        let value = word()
        text = "{{ \(field("\"\(value)\"")) }}"
        words.append(value)
      case 1:
        let (yes, no) = (word(), word())
        let holds = random.once(in: 2)
        let name = field(holds ? "1" : "0")
        text = "{% if \(name) %} \(yes) {% else %} \(no) {% endif %}"
        words.append(holds ? yes : no)
      case 2:
        let values = (0..<random.below(3)).map { _ in word() }
        let name = field("[\(values.map { "\"\($0)\"" }.joined(separator: ", "))]")
        let tail = word()
        runs.append(Run("{% for i in \(name) %}"))
        runs.append(b(" {{ i }} "))
        text = "\(tail) {% endfor %}"
        words += values.flatMap { [$0, tail] }
      default:
        let plain = word()
        text = plain
        words.append(plain)
      }
      runs.append(random.once(in: 3) ? b(text) : Run(text))
      runs.append(" ")
    }
    return ("<w:p>\(runs.map(\.xml).joined())</w:p>", words)
  }
}
