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

  /// Reads what stands between the two characters; nil when it is no mark.
  init?(_ bytes: ArraySlice<UInt8>) {
    var numbers: [Int] = []
    for part in bytes.dropFirst().split(separator: UInt8(ascii: ","), maxSplits: 3) {
      guard let number = OutputMark.number(part) else { return nil }
      numbers.append(number)
    }
    switch (bytes.first, numbers.count) {
    case (UInt8(ascii: "P"), 1): self = .paragraph(numbers[0])
    case (UInt8(ascii: "M"), 1): self = .place(numbers[0], nil)
    case (UInt8(ascii: "M"), 3):
      self = .place(
        numbers[0], LoopTurn(serial: Int32(numbers[1]), index: Int32(numbers[2])))
    case (UInt8(ascii: "L"), 1): self = .list(numbers[0])
    case (UInt8(ascii: "E"), 1): self = .end(numbers[0])
    case (UInt8(ascii: "R"), 2): self = .reference(numbers[0], site: numbers[1])
    default: return nil
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count <= 9 else { return nil }
    var number = 0
    for digit in digits {
      guard 0x30...0x39 ~= digit else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  /// All marks of an output with the bytes that they take.
  static func all(in bytes: [UInt8]) -> [(range: Range<Int>, mark: OutputMark)] {
    var found: [(range: Range<Int>, mark: OutputMark)] = []
    var at = 0
    while let start = XMLBytes.firstIndex(of: 0x01, in: bytes, from: at) {
      guard let end = bytes[start...].firstIndex(of: 0x02) else { break }
      if let mark = OutputMark(bytes[start + 1..<end]) { found.append((start..<end + 1, mark)) }
      at = end + 1
    }
    return found
  }
}
