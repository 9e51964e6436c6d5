import Draft
import DraftCasework
import Foundation
import Synchronization
import TestSupport
import Testing

/// The batch as a library.
@Suite struct BatchTests {
  /// A folder with a text template and rows.
  private struct Bench {
    let folder: TemporaryFolder
    let list: String
    var out: String { folder.path("out") }

    init(_ template: String, _ rows: String, ending: String = "csv") throws {
      folder = try TemporaryFolder()
      list = "rows." + ending
      try write(template, "template.txt")
      try write(rows, list)
    }

    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: folder.path(name)))
    }

    func read(_ name: String) throws -> String {
      try String(contentsOfFile: out + "/" + name, encoding: .utf8)
    }

    var documents: [String] {
      FileSystem.names(in: out).filter { $0.hasSuffix(".txt") }
    }

    func batch() throws -> Batch {
      Batch([try BatchTemplate(contentsOf: folder.path("template.txt"))], jobs: 2)
    }

    func run(_ batch: Batch) async throws -> (Batch.Summary, [BatchRecord]) {
      let records = Mutex<[BatchRecord]>([])
      let summary = try await batch.run(RowSource(folder.path(list)), into: out) { record in
        records.withLock { $0.append(record) }
      }
      return (summary, records.withLock { $0 })
    }
  }

  @Test func everyRowIsReportedInOrder() async throws {
    let rows = (1...100).map { $0 % 10 == 0 ? "" : "имя \($0)" }
    let bench = try Bench("{{ a }}", "a,b\n" + rows.map { "\($0),x\n" }.joined())
    defer { bench.folder.remove() }
    let (summary, records) = try await bench.run(try bench.batch())
    #expect(records.map(\.row) == Array(1...100))
    #expect(summary.drawn == 90 && summary.failed == 10 && summary.rows == 100)
    #expect(summary.failures.map(\.row) == [10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
    #expect(try bench.read("37.txt") == "имя 37")
    #expect(bench.documents.count == 90)
  }

  /// What somebody puts under the name of a document, after that was looked at, stays.
  @Test(arguments: [false, true])
  func aFileThatComesMeanwhileIsLeft(force: Bool) async throws {
    let bench = try Bench("{{ a }}", "a\n" + (1...20).map { "имя \($0)\n" }.joined())
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.force = force
    let records = Mutex<[BatchRecord]>([])
    let summary = try await batch.run(
      RowSource(bench.folder.path(bench.list)), into: bench.out
    ) { record in
      records.withLock { $0.append(record) }
      if record.row == 1 { try Data("чужое".utf8).write(to: URL(filePath: bench.out + "/3.txt")) }
    }
    #expect(summary.drawn == 19 && summary.failed == 1)
    let third = try #require(records.withLock { $0.first { $0.row == 3 } })
    #expect(third.status == .failed && third.files.isEmpty)
    #expect(third.diagnostics.map(\.code) == ["file-exists"])
    #expect(try bench.read("3.txt") == "чужое")
    #expect(try bench.read("4.txt") == "имя 4")
    // The next run sees it before it writes anything, or replaces it where that is wanted.
    let (again, _) = try await bench.run(batch)
    #expect(again.drawn == (force ? 1 : 0) && again.failed == (force ? 0 : 1))
    #expect(try bench.read("3.txt") == (force ? "имя 3" : "чужое"))
  }

  @Test func equalReasonsAreTogether() async throws {
    let rows = (1...1000).map { $0 % 100 == 0 ? "x,1,2" : $0 > 500 ? ",1" : "x,1" }
    let bench = try Bench("{{ a }}{{ c }}", "a,b\n" + rows.joined(separator: "\n") + "\n")
    defer { bench.folder.remove() }
    let (summary, _) = try await bench.run(try bench.batch())
    #expect(summary.failed == 1000 && summary.failures.count == 100)
    let reasons = summary.reasons.items
    #expect(reasons.map(\.diagnostic.code) == ["unknown-field", "ragged-row", "unknown-field"])
    #expect(reasons.map(\.diagnostic.dataPath) == ["c", nil, "a"])
    #expect(reasons.map(\.count) == [990, 10, 495])
    let spans = reasons.map { $0.spans.map { $0.first.row...$0.last.row } }
    #expect(spans[0].prefix(2) == [1...99, 101...199] && spans[0].count == BatchReasons.most)
    #expect(spans[1].prefix(2) == [100...100, 200...200] && reasons[1].shownCount == 8)
    #expect(spans[2].first == 501...599 && reasons[2].spans[0].last.line == 600)
    #expect(summary.reasons.unlistedCount == 0 && summary.headers == ["a", "b"])
    // Each row's own reasons are in the manifest.
    let lines = try bench.read("manifest.jsonl").split(separator: "\n")
    #expect(lines.count == 1000)
    #expect(lines[998].contains("field `a`") && lines[998].contains("field `c`"))
  }

  @Test func reasonsDoNotGrowWithTheRows() async throws {
    let bench = try Bench("{{ a }}", "a\n" + (1...300).map { "\($0)\n" }.joined())
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    _ = try await bench.run(batch)
    for name in bench.documents {
      try Data("правка".utf8).write(to: URL(filePath: bench.out + "/" + name))
    }
    batch.salt = [1]
    let (summary, _) = try await bench.run(batch)
    #expect(summary.failed == 300)
    #expect(summary.reasons.items.count == 100 && summary.reasons.unlistedCount == 200)
  }

  @Test func whoeverAsksIsToldHowManyRowsThereAre() async throws {
    let bench = try Bench("{{ a }}", "a\n" + (1...50).map { "\($0)\n" }.joined())
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.shard = try #require(Batch.Shard(3, of: 8))
    for (isWanted, total) in [(false, nil), (true, 6)] {
      let control = BatchControl(countsRows: isWanted)
      let source = RowSource(bench.folder.path("rows.csv"))
      let summary = try await batch.run(source, into: bench.out, control: control)
      #expect(summary.rows == 6 && control.done == 6 && control.total == total)
    }
  }

  @Test func whatItIsMadeOfDecides() async throws {
    let bench = try Bench("{% include 'part.txt' %}", "a\n1\n2\n")
    defer { bench.folder.remove() }
    try bench.write("{{ a }} {{ b }}", "part.txt")
    var batch = try bench.batch()
    batch.base = try CaseData(merging: [], assignments: [("b", "x")])
    #expect(try await bench.run(batch).0.drawn == 2)
    #expect(try await bench.run(batch).0.unchanged == 2)
    batch.base = try CaseData(merging: [], assignments: [("b", "y")])
    #expect(try await bench.run(batch).0.drawn == 2)
    #expect(try bench.read("2.txt") == "2 y")
    try bench.write("{{ a }}:{{ b }}", "part.txt")
    batch.templates = try bench.batch().templates
    #expect(try await bench.run(batch).0.drawn == 2)
    #expect(try bench.read("1.txt") == "1:y")
    batch.salt = [1]
    #expect(try await bench.run(batch).0.drawn == 2)
    // A document that somebody removed is drawn again; one that somebody changed stays.
    FileSystem.names(in: bench.out).filter { $0 == "1.txt" }.forEach {
      try? FileManager.default.removeItem(atPath: bench.out + "/" + $0)
    }
    try Data("правка".utf8).write(to: URL(filePath: bench.out + "/2.txt"))
    let (summary, _) = try await bench.run(batch)
    #expect(summary.drawn == 1 && summary.unchanged == 1 && summary.edited == 1)
    #expect(try bench.read("1.txt") == "1:y" && bench.read("2.txt") == "правка")
  }

  @Test func aCorrectedRowKeepsItsNumberAndLeavesNoStaleDocument() async throws {
    let bench = try Bench("{{ a }} {{ number }}", "a,b\nАн,1\nКим,2\nЛи,3\n")
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.numbers = RunningNumber(from: "5", path: "number")
    batch.name = { naming in
      guard case .string(let name)? = naming.fields["a"] else { return "" }
      return name
    }
    _ = try await bench.run(batch)
    #expect(bench.documents == ["Ан.txt", "Ким.txt", "Ли.txt"])
    try bench.write("a,b\nАн,1\nКимов,2\nЛи,3\n", "rows.csv")
    let (summary, records) = try await bench.run(batch)
    #expect(summary.drawn == 1 && summary.unchanged == 2)
    #expect(records.map(\.number) == ["5", "6", "7"])
    #expect(bench.documents == ["Ан.txt", "Кимов.txt", "Ли.txt"])
    #expect(try bench.read("Кимов.txt") == "Кимов 6")
    // Rows that change places keep what they have.
    try bench.write("a,b\nЛи,3\nНов,4\nАн,1\nКимов,2\n", "rows.csv")
    let (moved, order) = try await bench.run(batch)
    #expect(moved.drawn == 1 && moved.unchanged == 3)
    #expect(order.map(\.number) == ["7", "8", "5", "6"])
  }

  @Test func equalRowsAreAllDrawn() async throws {
    let bench = try Bench("{{ a }}", "a\nx\nx\ny\nx\n")
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.name = { _ in "имя" }
    let (_, records) = try await bench.run(batch)
    #expect(
      records.flatMap(\.files).map(\.name) == [
        "имя.txt", "имя (2).txt", "имя (3).txt", "имя (4).txt",
      ])
    #expect(Set(records.map(\.key)).count == 4)
    #expect(try await bench.run(batch).0.unchanged == 4)
  }

  /// Names of files are names of clients.
  @Test func aFolderThatIsMadeIsItsOwnersAlone() async throws {
    func rights(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    let bench = try Bench("{{ a }}", "a\nx\n")
    defer { bench.folder.remove() }
    let deep = bench.folder.path("above/out")
    _ = try await bench.batch().run(RowSource(bench.folder.path("rows.csv")), into: deep)
    #expect(try rights(deep) == 0o700)
    #expect(try rights(bench.folder.path("above"))?.isMultiple(of: 0o10) == false)
    try FileSystem.makeFolder(bench.out)
    let before = try rights(bench.out)
    _ = try await bench.run(bench.batch())
    #expect(try rights(bench.out) == before && before != 0o700)
  }

  @Test func aFileOfSomebodyElseIsNotTouched() async throws {
    let bench = try Bench("{{ a }}", "a\nx\ny\n")
    defer { bench.folder.remove() }
    try FileSystem.makeFolder(bench.out)
    try Data("чужой".utf8).write(to: URL(filePath: bench.out + "/1.txt"))
    // What is there already byte for byte may be its own from a run whose manifest is lost.
    try Data("y".utf8).write(to: URL(filePath: bench.out + "/2.txt"))
    var batch = try bench.batch()
    let (summary, records) = try await bench.run(batch)
    #expect(summary.drawn == 1 && records[0].diagnostics.map(\.code) == ["file-exists"])
    #expect(try bench.read("1.txt") == "чужой")
    batch.force = true
    #expect(try await bench.run(batch).0.drawn == 1)
    #expect(try bench.read("1.txt") == "x")
  }

  /// A row may bring a number that is given to no row before it either.
  @Test(arguments: [
    ("csv", "a,number\nx,\ny,6\nz,\nw,5\nv,\n"),
    (
      "jsonl",
      [
        #"{"a":"x"}"#, #"{"a":"y","number":6}"#, #"{"a":"z"}"#, #"{"a":"w","number":"5"}"#,
        #"{"a":"v"}"#,
      ].joined(separator: "\n")
    ),
  ])
  func numbersOfTheListAreGivenToNoOtherRow(_ ending: String, _ rows: String) async throws {
    let bench = try Bench("{{ number }}", rows, ending: ending)
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.numbers = RunningNumber(from: "5", path: "number")
    let (summary, records) = try await bench.run(batch)
    #expect(records.map(\.number) == ["7", "6", "8", "5", "9"])
    #expect(summary.drawn == 5)
    let (again, same) = try await bench.run(batch)
    #expect(again.unchanged == 5 && same.map(\.number) == records.map(\.number))
  }

  @Test func numbersOfOtherShardsAreNotGiven() async throws {
    let bench = try Bench("{{ number }}", "a,number\nx,\ny,\nz,\nw,101\n")
    defer { bench.folder.remove() }
    var numbers: [String?] = []
    for index in 1...2 {
      var batch = try bench.batch()
      batch.numbers = RunningNumber(from: "101", path: "number")
      batch.shard = try #require(Batch.Shard(index, of: 2))
      numbers += try await bench.run(batch).1.map(\.number)
    }
    #expect(numbers == ["103", "105", "102", "101"])
  }

  @Test func aNumberThatWasGivenStays() async throws {
    let bench = try Bench("{{ number }}", "a,number\nx,\ny,6\n")
    defer { bench.folder.remove() }
    var batch = try bench.batch()
    batch.numbers = RunningNumber(from: "5", path: "number")
    #expect(try await bench.run(batch).1.map(\.number) == ["5", "6"])
    try bench.write("a,number\nx,\ny,6\nz,6\nw,5\n", "rows.csv")
    let (_, records) = try await bench.run(batch)
    #expect(records.map(\.number) == ["5", "6", nil, nil])
    #expect(records[2...].allSatisfy { $0.diagnostics.map(\.code) == ["number-taken"] })
    // Nor does the row get it by asking again.
    let (again, same) = try await bench.run(batch)
    #expect(again.drawn == 0 && again.unchanged == 2)
    #expect(same[3].diagnostics.map(\.code) == ["number-taken"])
  }

  @Test func shardsShareNumbersAndRowsWithoutOverlap() async throws {
    let bench = try Bench("{{ number }}", "a\n" + (1...20).map { "\($0)\n" }.joined())
    defer { bench.folder.remove() }
    var all: [BatchRecord] = []
    for index in 1...3 {
      var batch = try bench.batch()
      batch.numbers = RunningNumber(from: "101", path: "number")
      batch.shard = try #require(Batch.Shard(index, of: 3))
      all += try await bench.run(batch).1
    }
    #expect(all.map(\.row).sorted() == Array(1...20))
    #expect(Set(all.compactMap(\.number)).count == 20)
    // One after the other in one folder, they leave one manifest in order.
    let lines = try bench.read("manifest.jsonl").split(separator: "\n")
    #expect(lines.count == 20 && lines[6].hasPrefix("{\"row\":7,"))
  }

  @Test func cellsBecomeWhatTheCaseNeeds() {
    #expect(CaseFile.kind(of: "engagement.fee.amount") == .number)
    #expect(CaseFile.kind(of: "engagement.scope[0].hearings") == .number)
    #expect(CaseFile.kind(of: "client.birth_date") == .date)
    #expect(CaseFile.kind(of: "client.iin") == .text)
    #expect(CaseFile.kind(of: "retention.requested") == .boolean)
    #expect(CaseFile.kind(of: "power_of_attorney.powers.settlement") == .boolean)
    #expect(CaseFile.kind(of: "specialist.seal") == .boolean)
    #expect(CaseFile.kind(of: "client.name.ru") == nil && CaseFile.kind(of: "seal") == nil)
    #expect(CaseFile.kind(of: "мой.счёт") == nil)
  }

  @Test(.enabled(if: Office.program != nil, Comment(rawValue: Office.missing)))
  func makesPDFOfManyRowsAtOnce() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Data(WordFile(p("{{ a }}")).bytes).write(to: URL(filePath: folder.path("t.docx")))
    try Data("a\nx\n\"\"\ny\n".utf8).write(to: URL(filePath: folder.path("rows.csv")))
    let template = try BatchTemplate(contentsOf: folder.path("t.docx"), formats: [.docx, .pdf])
    let batch = Batch([template])
    let out = folder.path("out")
    let first = try await batch.run(RowSource(folder.path("rows.csv")), into: out)
    #expect(first.drawn == 2)
    #expect(FileSystem.names(in: out) == ["1.docx", "1.pdf", "2.docx", "2.pdf", "manifest.jsonl"])
    #expect(try FileSystem.read(out + "/2.pdf").starts(with: Array("%PDF-".utf8)))
    #expect(try await batch.run(RowSource(folder.path("rows.csv")), into: out).unchanged == 2)
  }

  /// LibreOffice's module for tables lies beside its program.
  private static var hasCalc: Bool {
    guard let program = Office.program.flatMap(FileSystem.resolved),
      let folder = Paths.parent(of: program)
    else { return false }
    return ["libsclo.so", "libsclo.dylib"].contains { FileSystem.exists(folder + "/" + $0) }
  }

  /// A workbook as LibreOffice writes it gives the documents of the CSV file that it was made of.
  @Test(.enabled(if: hasCalc, "LibreOffice Calc is not installed (libreoffice-calc-nogui)"))
  func aWorkbookOfLibreOfficeIsReadLikeItsTable() async throws {
    let bench = try Bench(
      "{{ name }}, {{ iin }}, {{ sum + 1 }}, {{ day | date }}",
      """
      name,iin,sum,day
      Әйгерім Ыбыраева,880412400523,1500.50,2026-11-22
      "а, б",040412400523,2,2026-01-02
      """)
    defer { bench.folder.remove() }
    // The second column is text; LibreOffice makes numbers and a date of the others.
    _ = try Program.run(
      Office.program ?? "",
      [
        "-env:UserInstallation=file://\(bench.folder.path("profile"))", "--headless",
        "--infilter=CSV:44,34,76,1,2/2/4/5,0,false,true,false", "--convert-to", "xlsx", "rows.csv",
      ], in: bench.folder.url)
    let batch = try bench.batch()
    let fields = batch.templates[0].template.fields
    let options = RowOptions { path in fields.first { $0.path == path }?.kind }
    for ending in ["csv", "xlsx"] {
      let source = RowSource(bench.folder.path("rows." + ending), options: options)
      let summary = try await batch.run(source, into: bench.folder.path(ending))
      #expect(summary.drawn == 2, "\(summary.failures)")
    }
    for name in ["1.txt", "2.txt"] {
      let texts = try ["csv/", "xlsx/"].map {
        try String(contentsOfFile: bench.folder.path($0 + name), encoding: .utf8)
      }
      #expect(texts[0] == texts[1])
    }
    let first = try String(contentsOfFile: bench.folder.path("xlsx/1.txt"), encoding: .utf8)
    #expect(first.hasPrefix("Әйгерім Ыбыраева, 880412400523, 1501.5, 22\u{A0}ноября"))
  }
}
