import DraftData
import DraftLanguage
import Testing

/// Lists that come in by and by, as through a pipe that somebody writes into.
@Suite struct PausedRowsTests {
  /// What has been sent and not been read.
  private final class Pipe {
    var pieces: [[UInt8]] = []
    var isClosed = false

    func send(_ text: String) { pieces.append(Array(text.utf8)) }

    func next() throws -> [UInt8]? {
      if !pieces.isEmpty { return pieces.removeFirst() }
      if isClosed { return nil }
      throw InputPending()
    }
  }

  /// A source that pauses before each piece.
  private static func paused(_ bytes: [UInt8], _ size: Int) -> () throws -> [UInt8]? {
    let next = pieces(of: bytes, size)
    var isPause = false
    return {
      isPause.toggle()
      if isPause { throw InputPending() }
      return next()
    }
  }

  /// All rows, asked for again after each pause.
  private static func rows(_ reader: RowReader) throws -> [String] {
    var lines: [String] = []
    for _ in 0..<10_000 {
      do {
        guard let row = try reader.next() else { return lines }
        lines.append(show(row))
      } catch is InputPending {}
    }
    Issue.record("the rows do not end")
    return lines
  }

  private static let tables: [[UInt8]] =
    [
      "a,b\r\n\"x, y\",\"он \"\"да\"\"\r\nушёл\"\r\n,\r\n\r\nКим,2\r\n",
      "sep=;\na;b,c\n1;2\n", "\n\nимя, b, c;d\nҮміт;y\n1;2;3\n", "a\tb\nx, y\t😀",
      "\"a\nb\";c\n1;2\n",
      "\u{FEFF}имя;b\nӘйгерім;1\n",
    ].map { Array($0.utf8) } + [
      [0xFF, 0xFE] + "имя;b\nӘйгерім 😀;1\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      // «имя;a», «Ия №;?» in Windows-1251.
      [
        0xE8, 0xEC, 0xFF, 0x3B, 0x61, 0x0A, 0xC8, 0xFF, 0xB9, 0x3B, 0x31, 0x0A, 0xC8, 0x3F, 0x3B,
        0x32,
      ],
    ]

  @Test(arguments: tables, [1, 2, 3, 7])
  func pausesChangeNoRow(_ bytes: [UInt8], _ size: Int) throws {
    let whole = try csv(bytes)
    let reader = try RowReader(
      csv: "rows.csv", options: RowOptions(), PausedRowsTests.paused(bytes, size))
    let expected = try show(whole)
    #expect(!expected.isEmpty)
    #expect(try PausedRowsTests.rows(reader) == expected)
    #expect(reader.notices == whole.notices && reader.headers == whole.headers)
  }

  @Test(
    arguments: [
      "Список;;\n;;\na;b,c\n1;2\n3;4\n", "Список\r\n\r\na;b,c\r\n1;2\r\n3;4",
      "x\r\ra;b,c\r1;2\r3;4\r",
      "sep=;\n\na;b,c\n1;2\n3;4\n",
    ], [1, 2, 3, 7])
  func pausesChangeNoHeader(_ text: String, _ size: Int) throws {
    let reader = try RowReader(
      csv: "rows.csv", options: RowOptions(headerRow: 3),
      PausedRowsTests.paused(Array(text.utf8), size))
    #expect(
      try PausedRowsTests.rows(reader) == [
        #"1@4 {a: "1", b,c: "2"}"#, #"2@5 {a: "3", b,c: "4"}"#,
      ])
  }

  @Test(arguments: [1, 5]) func pausesChangeNoLine(_ size: Int) throws {
    let bytes = Array("{\"a\": 1.50}\r\n\n{\"a\": }\n{\"b\": {\"c\": null}}".utf8)
    let reader = RowReader(jsonLines: "rows.jsonl", PausedRowsTests.paused(bytes, size))
    let whole = RowReader(jsonLines: "rows.jsonl", pieces(of: bytes, bytes.count))
    #expect(try PausedRowsTests.rows(reader) == show(whole))
  }

  @Test func aRowThatIsThereIsGivenOut() throws {
    let pipe = Pipe()
    let reader = try RowReader(csv: nil, options: RowOptions(), pipe.next)
    #expect(throws: InputPending.self) { try reader.next() }
    pipe.send("имя,b\nАйша,1\nБ")
    #expect(try reader.next().map(show) == #"1@2 {имя: "Айша", b: "1"}"#)
    #expect(throws: InputPending.self) { try reader.next() }
    pipe.send("ота,2\n")
    #expect(try reader.next().map(show) == #"2@3 {имя: "Бота", b: "2"}"#)
    pipe.isClosed = true
    #expect(try reader.next() == nil)
  }

  @Test func anEncodingThatShowsTooLateStopsTheReading() throws {
    let pipe = Pipe()
    pipe.send("name,b\nAisha,1\n")
    let reader = try RowReader(csv: nil, options: RowOptions(), pipe.next)
    #expect(try reader.next()?.number == 1)
    pipe.send("Боб,2\n")
    #expect(try reader.next()?.number == 2)
    pipe.pieces.append([0xC0, 0xE9, 0xF8, 0xE0, 0x2C, 0x33, 0x0A])
    #expect(
      thrown { try reader.next() } == [
        "data-encoding 4:1 from here on the rows are not UTF-8 text, though those before are; "
          + "reading stops"
      ])
  }

  /// What is in no encoding yet may be in one with the rest.
  @Test func whatCannotBeToldIsAwaited() throws {
    let pipe = Pipe()
    pipe.pieces = [[0x61, 0x0A, 0x98, 0x0A]]
    let reader = try RowReader(csv: nil, options: RowOptions(), pipe.next)
    #expect(throws: InputPending.self) { try reader.next() }
    pipe.pieces = [Array(repeating: 0xE8, count: 8) + [0x0A]]
    #expect(try reader.next()?.number == 1)
    #expect(reader.notices.map(\.code) == ["windows-1251"])
  }
}
