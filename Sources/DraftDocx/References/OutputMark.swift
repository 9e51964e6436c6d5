internal import DraftLanguage
internal import DraftXML

/// What is left in the output of a part for work that can be done only when all of it is there.
///
/// In bytes it is U+0001, a letter, numbers with commas between them, and U+0002. XML can hold neither
/// of the two characters, so that nothing a document or its data say is ever taken for a mark.
enum OutputMark: Sendable, Hashable {
  /// A paragraph of a list begins: the number of a ``StoryMarks/Paragraph``.
  case paragraph(Int)
  /// A place that the program marked (see `Piece.mark`), with the turn of its loop.
  case place(Int, LoopTurn?)
  /// The list that a paragraph is in: the number of a ``StoryMarks/ListUse``.
  case list(Int)
  /// The paragraph of a clause ends: the number of a place.
  case end(Int)
  /// The number of a clause is asked for: the number of a request, and the site that it stands at.
  case reference(Int, site: Int)

  /// The mark in bytes.
  var bytes: [UInt8] {
    let (letter, numbers): (String, [Int]) =
      switch self {
      case .paragraph(let number): ("P", [number])
      case .place(let number, let turn):
        ("M", [number] + (turn.map { [Int($0.serial), Int($0.index)] } ?? []))
      case .list(let number): ("L", [number])
      case .end(let number): ("E", [number])
      case .reference(let number, let site): ("R", [number, site])
      }
    let text = letter + numbers.map(String.init).joined(separator: ",")
    return [0x01] + Array(text.utf8) + [0x02]
  }

  /// Reads a mark from its letter on; nil when there is none.
  ///
  /// - Parameter at: the offset of the letter; after it that of what follows the mark.
  init?(_ bytes: [UInt8], at: inout Int) {
    var numbers = (0, 0, 0)
    var count = 0
    guard at < bytes.count else { return nil }
    let letter = bytes[at]
    at += 1
    while at < bytes.count, bytes[at] != 0x02 {
      var number = 0
      let first = at
      while at < bytes.count, 0x30...0x39 ~= bytes[at], at - first < 9 {
        number = number * 10 + Int(bytes[at] - 0x30)
        at += 1
      }
      switch count {
      case 0: numbers.0 = number
      case 1: numbers.1 = number
      case 2: numbers.2 = number
      default: return nil
      }
      count += 1
      guard at > first, at < bytes.count else { return nil }
      if bytes[at] == UInt8(ascii: ",") { at += 1 } else if bytes[at] != 0x02 { return nil }
    }
    at += 1
    switch (letter, count) {
    case (UInt8(ascii: "P"), 1): self = .paragraph(numbers.0)
    case (UInt8(ascii: "M"), 1): self = .place(numbers.0, nil)
    case (UInt8(ascii: "M"), 3):
      self = .place(numbers.0, LoopTurn(serial: Int32(numbers.1), index: Int32(numbers.2)))
    case (UInt8(ascii: "L"), 1): self = .list(numbers.0)
    case (UInt8(ascii: "E"), 1): self = .end(numbers.0)
    case (UInt8(ascii: "R"), 2): self = .reference(numbers.0, site: numbers.1)
    default: return nil
    }
  }

  /// All marks of an output with the bytes that they take.
  static func all(in bytes: [UInt8]) -> [(range: Range<Int>, mark: OutputMark)] {
    var found: [(range: Range<Int>, mark: OutputMark)] = []
    var at = 0
    while let start = XMLBytes.firstIndex(of: 0x01, in: bytes, from: at) {
      at = start + 1
      if let mark = OutputMark(bytes, at: &at) { found.append((start..<at, mark)) }
    }
    return found
  }
}

/// Where what stood in an output with marks stands when other bytes have taken their places.
struct OutputMove: Sendable {
  /// Where each mark ended, and how much farther on than there what follows it stands now.
  private var steps: [(end: Int, shift: Int)] = []

  /// Takes note of a mark; they come in their order.
  mutating func replace(_ range: Range<Int>, by count: Int) {
    steps.append((range.upperBound, (steps.last?.shift ?? 0) + count - range.count))
  }

  /// Tells where places stand now that are given in ascending order.
  struct Cursor {
    private let steps: [(end: Int, shift: Int)]
    private var next = 0
    private var shift = 0

    fileprivate init(_ steps: [(end: Int, shift: Int)]) { self.steps = steps }

    /// Where a place stands now.
    mutating func moved(_ place: Int) -> Int {
      while next < steps.count, steps[next].end <= place {
        shift = steps[next].shift
        next += 1
      }
      return place + shift
    }
  }

  /// A cursor at the beginning of the output.
  var cursor: Cursor { Cursor(steps) }
}
