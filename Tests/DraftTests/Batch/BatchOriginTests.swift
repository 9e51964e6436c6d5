import Draft
import TestSupport
import Testing

/// The same list drawn with something else into the folder of another set of documents.
@Suite struct BatchOriginTests {
  private static let rows = ["name", "Ан", "Ким", "Ли"]

  /// That a batch is refused and leaves all as it was.
  private func isRefused(_ batch: Batch, _ bench: BatchBench) async throws -> [Diagnostic] {
    let before = bench.contents
    let manifest = try bench.read("manifest.jsonl")
    let refusal = await #expect(throws: Diagnostics.self) { try await bench.run(Self.rows, batch) }
    #expect(refusal?.items.map(\.code) == ["other-documents"])
    #expect(bench.contents == before)
    #expect(try bench.read("manifest.jsonl") == manifest)
    return refusal?.items ?? []
  }

  @Test func anotherTemplateIsRefused() async throws {
    let bench = try BatchBench()
    defer { bench.folder.remove() }
    try bench.write("Доверенность {{ name }}", "dov.txt")
    try await bench.run(Self.rows)
    let items = try await isRefused(try bench.batch("dov.txt"), bench)
    #expect(items.first?.message.en.contains("«t»") == true)
    // The same one, edited, draws its documents anew.
    try bench.write("{{ name }}!", "t.txt")
    let (summary, _) = try await bench.run(Self.rows)
    #expect(summary.drawn == 3 && bench.documents == ["Ан.txt", "Ким.txt", "Ли.txt"])
    #expect(try bench.read("Ким.txt") == "Ким!")
  }

  @Test func otherLanguagesAreRefused() async throws {
    let text = "{% lang ru %}Иск{% endlang %}{% lang kk %}Талап{% endlang %} {{ name }}"
    let bench = try BatchBench(text)
    defer { bench.folder.remove() }
    let batch = { (codes: String?) in
      try bench.batch(languages: codes.flatMap { LanguageSelection($0) })
    }
    try await bench.run(Self.rows, try batch("ru"))
    #expect(try bench.read("Ли.txt") == "Иск Ли")
    for other in ["kk", "kk,ru", nil] {
      let items = try await isRefused(try batch(other), bench)
      #expect(items.first?.message.en.hasSuffix("--lang ru") == true)
    }
    #expect(try await bench.run(Self.rows, try batch("ru")).summary.unchanged == 3)
  }

  /// The languages of a layout are those of the document as it stands: the option is what differs.
  @Test func anotherLayoutIsToldByItsOption() async throws {
    let text = "{% lang ru %}Иск{% endlang %}{% lang kk %}Талап{% endlang %} {{ name }}"
    let bench = try BatchBench(text)
    defer { bench.folder.remove() }
    try await bench.run(Self.rows)
    for (codes, layout, option) in [
      ("kk,ru", LanguageSelection.Layout.sequence, "--layout sequence"),
      ("ru,kk", .sequence, "--lang ru,kk --layout sequence"), ("kk,ru", .columns, "--lang kk,ru"),
    ] {
      let batch = try bench.batch(languages: LanguageSelection(codes, layout: layout))
      let message = try await isRefused(batch, bench).first?.message
      #expect(message?.en.hasPrefix("this batch is drawn with \(option), and the") == true)
      #expect(
        message?.ru.hasSuffix("составлены без --lang и --layout") == true, "\(message?.ru ?? "")")
    }
    let other = try BatchBench(text)
    defer { other.folder.remove() }
    try await other.run(
      Self.rows, try other.batch(languages: LanguageSelection("kk,ru", layout: .sequence)))
    let message = try await isRefused(try other.batch(), other).first?.message
    #expect(message?.ru.hasPrefix("эта партия составляется без --lang и --layout, а") == true)
    #expect(message?.ru.hasSuffix("с --lang kk,ru или --layout sequence") == true)
  }

  @Test func aFormatThatIsLeftOutIsRefusedAndAFurtherOneIsAdded() async throws {
    var bench = try BatchBench()
    defer { bench.folder.remove() }
    bench.formats = [.docx]
    try await bench.run(Self.rows, try bench.batch("w.docx"))
    bench.formats = [.text]
    let items = try await isRefused(try bench.batch("w.docx"), bench)
    #expect(items.first?.hints.first?.en.hasSuffix("--format docx,txt") == true)
    bench.formats = [.docx, .text]
    #expect(try await bench.run(Self.rows, try bench.batch("w.docx")).summary.drawn == 3)
    let all = ["Ан.docx", "Ан.txt", "Ким.docx", "Ким.txt", "Ли.docx", "Ли.txt"]
    #expect(bench.documents == all)
    // Whoever wants no more of a format may say so; what is there of it stays.
    bench.formats = [.text]
    var batch = try bench.batch("w.docx")
    batch.force = true
    let word = bench.contents["Ким.docx"]
    try await bench.run(["name", "Ан", "Кимов", "Ли"], batch)
    #expect(bench.contents["Ким.docx"] == word && bench.documents.contains("Кимов.txt"))
    batch.force = false
    #expect(try await bench.run(["name", "Ан", "Кимов", "Ли"], batch).summary.unchanged == 3)
  }

  /// Documents do not lose their numbers because an option was forgotten.
  @Test func numbersThatAreNotGivenAgainAreRefused() async throws {
    let bench = try BatchBench(
      "{{ name }} № {% if number is defined %}{{ number }}{% else %}-{% endif %}")
    defer { bench.folder.remove() }
    try await bench.run(Self.rows)
    var batch = try bench.batch()
    batch.numbers = RunningNumber(from: "1", path: "a.number")
    let other = try await isRefused(batch, bench)
    #expect(other.first?.hints.first?.en.hasSuffix("--number number=…") == true)
    batch.numbers = nil
    let none = try await isRefused(batch, bench)
    #expect(none.first?.hints.first?.en.contains("--number number=…") == true)
    // A line that does not say where the number stands has one all the same.
    let lines = try bench.read("manifest.jsonl")
    try bench.replace(
      "manifest.jsonl", with: lines.replacing(#","numberField":"number""#, with: ""))
    _ = try await isRefused(batch, bench)
    // Whoever wants none may say so. A number goes to no other row, and back to its own.
    batch.force = true
    let (summary, records) = try await bench.run(Self.rows, batch)
    #expect(summary.drawn == 3 && records.map(\.number) == [nil, nil, nil])
    #expect(try bench.read("Ким.txt") == "Ким № -")
    batch.force = false
    #expect(try await bench.run(Self.rows, batch).summary.unchanged == 3)
    let (_, again) = try await bench.run(["name", "Нов"] + Self.rows.dropFirst())
    #expect(again.map(\.number) == ["4", "1", "2", "3"])
    #expect(try bench.read("Ким.txt") == "Ким № 2")
  }

  /// A row that comes back has its number again, or no document.
  @Test func aRowThatComesBackWithoutNumbersFails() async throws {
    let bench = try BatchBench(
      "{{ name }} {% if number is defined %}{{ number }}{% else %}-{% endif %}")
    defer { bench.folder.remove() }
    try await bench.run(["name", "Ан"])
    var batch = try bench.batch()
    batch.keyPath = "name"
    batch.numbers = nil
    batch.force = true
    try await bench.run(["name", "Ким"], batch)
    batch.force = false
    let (_, records) = try await bench.run(["name", "Ким", "Ан"], batch)
    #expect(records[1].diagnostics.map(\.code) == ["other-documents"])
    #expect(records.map(\.number) == [nil, "1"])
    // It is in the list again, so that the next run is refused as a whole.
    await #expect(throws: Diagnostics.self) { try await bench.run(["name", "Ким", "Ан"], batch) }
    #expect(try bench.read("Ан.txt") == "Ан 1")
  }

  /// Lines of a version that did not write what documents were drawn from are taken to match.
  @Test func linesWithoutAnOriginMatch() async throws {
    let bench = try BatchBench()
    defer { bench.folder.remove() }
    try await bench.run(Self.rows)
    let lines = try bench.read("manifest.jsonl")
    try bench.replace(
      "manifest.jsonl", with: lines.replacing(#","template":"t","languages":"""#, with: ""))
    #expect(try await bench.run(Self.rows).summary.unchanged == 3)
    #expect(try bench.read("manifest.jsonl") == lines)
  }
}
