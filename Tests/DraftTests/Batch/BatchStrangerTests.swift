import Draft
import TestSupport
import Testing

/// A document and its number stay with whom they were drawn for, whatever becomes of other rows.
@Suite struct BatchStrangerTests {
  private static let header = "name,iin,addr,phone,day,firm"
  private static func row(
    _ name: String, _ iin: String, _ address: String, _ phone: String, _ day: String = "01.02.2026"
  ) -> String {
    // The firm's own number tells no rows apart.
    "\(name),\(iin),\(address),\(phone),\(day),180540001239"
  }
  private static let lee = row("Ли", "840712300456", "улица 1", "71")
  private static let kim = row("Ким", "900101300123", "улица 2", "72")
  private static let pak = row("Пак", "850505400789", "улица 3", "73")

  private static func bench() throws -> BatchBench {
    try BatchBench("{{ name }} {{ iin }} {{ day }} {{ number }}")
  }

  private func numbers(_ records: [BatchRecord]) -> [String?] { records.map(\.number) }

  /// A row that moves into the place of one that had failed is what it was before.
  @Test func aFailedRowGivesItsPlaceToNobody() async throws {
    let bench = try Self.bench()
    defer { bench.folder.remove() }
    let failing = Self.row("Ли", "840712300456", "улица 1", "71", "")
    try await bench.run([Self.header, failing, Self.kim, Self.pak])
    let corrected = Self.kim.replacing("72", with: "79")
    let (summary, records) = try await bench.run([Self.header, corrected, Self.pak])
    #expect(summary.notices.isEmpty && numbers(records) == ["2", "3"])
    #expect(bench.documents.count == 2)
  }

  /// A row with a cell that cannot be read, in another place than before, is not said to be gone for
  /// sure, and has its number again when it is mended.
  @Test func aRowMayBeUnreadableForAWhile() async throws {
    let bench = try Self.bench()
    defer { bench.folder.remove() }
    try await bench.run([Self.header, Self.lee, Self.kim, Self.pak])
    let new = Self.row("Цой", "700303300111", "улица 4", "74")
    let broken = Self.kim.replacing("01.02.2026", with: "#Н/Д")
    for _ in 1...2 {
      let (summary, _) = try await bench.run([Self.header, new, Self.lee, broken, Self.pak])
      #expect(summary.failed == 1)
      #expect(summary.notices.first?.message.en.contains("cannot be read: 1 («Ким.txt»)") == true)
    }
    let mended = Self.kim.replacing("01.02.2026", with: "03.02.2026")
    let (summary, records) = try await bench.run([Self.header, new, Self.lee, mended, Self.pak])
    #expect(summary.notices.isEmpty && numbers(records) == ["4", "1", "2", "3"])
    #expect(bench.documents.count == 4)
  }

  /// Of two rows with the same key the one that was there first in the list takes nothing from the other.
  @Test func nobodyGetsADocumentByAMistypedKey() async throws {
    let bench = try Self.bench()
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.keyPath = "iin"
    try await bench.run([Self.header, Self.lee, Self.kim], batch)
    let before = bench.contents
    let other = Self.row("Цой", "840712300456", "улица 4", "74")
    for _ in 1...2 {
      let (summary, records) = try await bench.run([Self.header, other, Self.lee, Self.kim], batch)
      #expect(summary.failed == 2 && summary.unchanged == 1)
      #expect(records[0].diagnostics.map(\.code) == ["key-taken"])
      #expect(records[1].diagnostics.map(\.code) == ["key-taken"])
      #expect(
        bench.contents.filter { $0.key != "manifest.jsonl" }
          == before.filter { $0.key != "manifest.jsonl" })
    }
    let put = other.replacing("840712300456", with: "700303300111")
    let (summary, records) = try await bench.run([Self.header, put, Self.lee, Self.kim], batch)
    #expect(summary.failed == 0 && numbers(records) == ["3", "1", "2"])
  }

  /// Rows of a list without a key are found by the field, too, when it is named from now on.
  @Test func aKeyMayBeNamedWithACorrection() async throws {
    let bench = try Self.bench()
    defer { bench.folder.remove() }
    try await bench.run([Self.header, Self.lee, Self.kim, Self.pak])
    var batch = try bench.batch()
    batch.keyPath = "iin"
    let corrected = Self.row("Ким", "900101300123", "дом 22", "79")
    let (summary, records) = try await bench.run(
      [Self.header, corrected, Self.pak, Self.lee], batch)
    #expect(summary.notices.isEmpty && numbers(records) == ["2", "3", "1"])
    #expect(bench.documents.count == 3)
  }

  /// Where rows are known by their places, a list from which one was taken away is refused.
  @Test(arguments: [nil, "row"]) func aListByPlacesMustNotMove(_ first: String?) async throws {
    let bench = try Self.bench()
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.keyPath = first
    try await bench.run([Self.header, Self.lee, Self.kim, Self.pak], batch)
    let before = bench.contents
    batch.keyPath = "row"
    let corrected = Self.kim.replacing("72", with: "79")
    for list in [[Self.kim, Self.pak], [corrected, Self.pak], [corrected]] {
      // Rows that are the same by their data have kept their documents before there were places.
      if first == nil, list.first == Self.kim { continue }
      let error = await #expect(throws: Diagnostics.self) {
        try await bench.run([Self.header] + list, batch)
      }
      #expect(error?.items.map(\.code) == ["rows-moved"])
      #expect(bench.contents == before)
    }
    let (summary, records) = try await bench.run(
      [Self.header, Self.lee, corrected, Self.pak, Self.row("Цой", "1", "2", "3")], batch)
    #expect(summary.failed == 0 && numbers(records) == ["1", "2", "3", "4"])
  }

  /// Another person at the same address, and a namesake, are others; who has only another number is not.
  @Test func anotherIdentificationNumberIsAnotherPerson() async throws {
    let bench = try Self.bench()
    defer { bench.folder.remove() }
    let others = (4...6).map { Self.row("Цой \($0)", "70030330011\($0)", "улица \($0)", "7\($0)") }
    try await bench.run([Self.header, Self.lee, Self.kim, Self.pak] + others)
    let wife = Self.row("Ли Анна", "860101400222", "улица 1", "71")
    let namesake = Self.row("Ким", "910202300333", "дом 5", "55")
    let typed = Self.pak.replacing("850505400789", with: "850505400797")
    let (summary, records) = try await bench.run([Self.header, wife, namesake, typed] + others)
    #expect(numbers(records) == ["7", "8", "3", "4", "5", "6"])
    #expect(summary.notices.map(\.code) == ["rows-gone"])
    #expect(bench.documents.count == 8)
  }

  /// Which document took whose place is said.
  @Test func documentsWithOtherNamesAreNamed() async throws {
    let bench = try Self.bench()
    defer { bench.folder.remove() }
    try await bench.run([Self.header, Self.lee, Self.kim])
    let (summary, records) = try await bench.run([
      Self.header, Self.lee.replacing("Ли", with: "Лин"), Self.kim,
    ])
    #expect(numbers(records) == ["1", "2"])
    #expect(summary.notices.map(\.code) == ["rows-corrected"])
    #expect(summary.notices.first?.message.en.hasSuffix("1 («Ли» → «Лин»)") == true)
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
