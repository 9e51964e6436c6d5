@testable import Draft
import TestSupport
import Testing

/// Rows whose data were corrected are told from rows that have taken the places of others.
@Suite struct BatchMatchTests {
  private static let header = "name,addr,city,day"
  private static func row(_ name: String, _ address: String) -> String {
    "\(name),\(address),Алматы,22.11.2026"
  }
  private static let rows = [
    header, row("Ли", "улица 1"), row("Ким", "улица 2"), row("Пак", "улица 3"),
    row("Цой", "улица 4"),
  ]

  private func documents(_ bench: BatchBench) throws -> [String] {
    try bench.documents.map { try bench.read($0) }.sorted()
  }

  /// Half of the clients are others: the documents of those before stay, and their numbers are theirs.
  @Test func otherClientsTakeNothingOver() async throws {
    let bench = try BatchBench("{{ name }} {{ addr }} {{ city }} {{ day }} {{ number }}")
    defer { bench.folder.remove() }
    try await bench.run(Self.rows)
    let before = bench.contents
    let list = [
      Self.header, Self.row("Ли", "улица 1"), Self.row("Нур", "дом 8"), Self.row("Бек", "дом 9"),
      Self.row("Цой", "улица 4"),
    ]
    let (summary, records) = try await bench.run(list)
    #expect(summary.drawn == 2 && summary.unchanged == 2)
    #expect(records.map(\.number) == ["1", "5", "6", "4"])
    #expect(bench.contents.filter { before[$0.key] != nil } == before)
    let notice = try #require(summary.notices.first)
    #expect(summary.notices.count == 1 && notice.code == "rows-gone" && notice.severity == .warning)
    #expect(notice.message.en.hasSuffix("2 («Ким.txt», «Пак.txt»)"))
    #expect(
      try bench.lines() == [
        "1 drawn 1", "2 drawn 5", "3 drawn 6", "4 drawn 4", "2 gone 2", "3 gone 3",
      ])
    // Rows that come back have what they had.
    let (back, same) = try await bench.run(Self.rows)
    #expect(back.unchanged == 4 && same.map(\.number) == ["1", "2", "3", "4"])
    #expect(try bench.lines().suffix(2) == ["2 gone 5", "3 gone 6"])
    // Nobody misses a document that somebody has taken away.
    for name in ["Нур.txt", "Бек.txt"] { FileSystem.remove(bench.out + "/" + name) }
    #expect(try await bench.run(Self.rows).summary.notices.isEmpty)
  }

  @Test func aCorrectedRowKeepsWhatItHas() async throws {
    let bench = try BatchBench("{{ name }} {{ addr }} {{ number }}")
    defer { bench.folder.remove() }
    try await bench.run(Self.rows)
    var list = Self.rows
    list[2] = Self.row("Кимов", "улица 2")
    list[3] = Self.row("Пак", "улица 33")
    let (summary, records) = try await bench.run(list)
    #expect(summary.drawn == 2 && summary.notices.map(\.code) == ["rows-corrected"])
    #expect(records.map(\.number) == ["1", "2", "3", "4"])
    // Moved and corrected at once.
    list = [
      Self.header, Self.row("Цой", "улица 44"), Self.row("Нур", "дом 8"), Self.row("Ли", "улица 1"),
      Self.row("Пак", "улица 33"), Self.row("Кимов", "проспект 2"),
    ]
    let (moved, order) = try await bench.run(list)
    #expect(moved.drawn == 3 && moved.unchanged == 2 && moved.notices.isEmpty)
    #expect(order.map(\.number) == ["4", "5", "1", "3", "2"])
    #expect(
      try documents(bench) == [
        "Кимов проспект 2 2", "Ли улица 1 1", "Нур дом 8 5", "Пак улица 33 3", "Цой улица 44 4",
      ])
  }

  /// A row that is like two that are gone, and two rows that are like one, are new.
  @Test func whatIsNotCertainIsNew() async throws {
    let bench = try BatchBench("{{ name }} {{ addr }} {{ number }}")
    defer { bench.folder.remove() }
    try await bench.run(Self.rows)
    let first = [
      Self.header, Self.row("Ли", "улица 1"), Self.row("Цой", "улица 4"),
      Self.row("Ким", "улица 3"),
    ]
    let (_, records) = try await bench.run(first)
    #expect(records.map(\.number) == ["1", "4", "5"])
    let second = [
      Self.header, Self.row("Ли", "улица 1"), Self.row("Ким", "улица 3"),
      Self.row("Цой", "дом 1"), Self.row("Юн", "улица 4"),
    ]
    let (_, others) = try await bench.run(second)
    #expect(others.map(\.number) == ["1", "5", "6", "7"])
    #expect(try documents(bench).count == 7)
  }

  @Test func columnsMayBeAddedAndStandInAnyOrder() async throws {
    let bench = try BatchBench("{{ name }} {{ number }}")
    defer { bench.folder.remove() }
    // Two rows are equal.
    try await bench.run(["name,addr", "Ли,улица 1", "Ким,улица 2", "Ли,улица 1"])
    let (summary, _) = try await bench.run([
      "addr,name", "улица 1,Ли", "улица 2,Ким", "улица 1,Ли",
    ])
    #expect(summary.unchanged == 3)
    let (added, records) = try await bench.run([
      "addr,status,name", "улица 1,новый,Ли", "улица 2,новый,Ким", "улица 1,готово,Ли",
    ])
    #expect(added.drawn == 3 && records.map(\.number) == ["1", "2", "3"])
    #expect(try documents(bench) == ["Ким 2", "Ли 1", "Ли 3"])
    #expect(added.notices.isEmpty)
  }

  @Test func theOrderOfKeysIsNoDifference() throws {
    let made = try ["{\"a\":{\"x\":1,\"y\":2},\"b\":[1]}", "{\"b\":[1],\"a\":{\"y\":2,\"x\":1}}"]
      .map { DataDigest.of(try DataFile(json: Array($0.utf8), name: nil).root) }
    #expect(made[0] == made[1])
    let other = try DataFile(json: Array("{\"a\":{\"x\":2,\"y\":1},\"b\":[1]}".utf8), name: nil)
    #expect(DataDigest.of(other.root) != made[0])
  }

  /// An identification number in a cell of numbers is the same key as in a cell of text.
  @Test func aKeyIsItsText() async throws {
    let bench = try BatchBench("{{ name }} {{ iin }} {{ number }}")
    defer { bench.folder.remove() }
    let lists = [
      "{\"name\": \"Ли\", \"iin\": \"840712300456\"}", "{\"name\": \"Ли\", \"iin\": 840712300456}",
    ]
    var batch = try bench.batch()
    batch.keyPath = "iin"
    for list in lists {
      try bench.write(list + "\n", "rows.jsonl")
      let summary = try await batch.run(RowSource(bench.folder.path("rows.jsonl")), into: bench.out)
      #expect(summary.drawn == 1)
    }
    #expect(try documents(bench) == ["Ли 840712300456 1"])
    #expect(try bench.lines() == ["1 drawn 1"])
  }

  @Test func aLikenessIsWrittenAndRead() throws {
    let data = try DataFile(
      json: Array("{\"a\":\"Ли\",\"b\":{\"c\":[1,\"\",null,true]}}".utf8), name: nil)
    let likeness = RowLikeness(data.root)
    #expect(likeness.leaves.count == 3 && likeness.leaves == likeness.leaves.sorted())
    #expect(likeness.text.count == 30)
    #expect(RowLikeness(text: likeness.text) == likeness)
    #expect(RowLikeness(text: "12") == nil && RowLikeness(text: "zzzzzzzzzz") == nil)
    let text = (1...200).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    let wide = RowLikeness(try DataFile(json: Array("{\(text)}".utf8), name: nil).root)
    #expect(wide.leaves.count == RowLikeness.most)
  }
}
