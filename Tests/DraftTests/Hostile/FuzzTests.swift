import Draft
import DraftPackage
import TestSupport
import Testing

/// No bytes crash the engine or hold it up: what the runs of a seed make of good templates and data
/// ends in a document or in an error.
@Suite struct FuzzTests {
  private static let words: [String] = [
    "<", ">", "/>", "</w:r>", "<w:p>", "</w:p>", "<w:tc>", "</w:tr>", "&", ";", "\"", "{%", "%}",
    "{{", "}}", "{#", "#}", "{%p", "{%tr", "{%-", "endif", "endfor", "{% if x %}", "{% endif %}",
    "{% for i in x %}", "{% endfor %}", "{% raw %}", "{% set a %}", "{% macro f() %}", "|", "(",
    ")",
    "loop", ".", "'", "“", "\u{A0}", "\0", "{_", "_}", "{% vm %}", "{% hm %}", "{% cellbg x %}",
    "{% lang kk %}", "{% else %}", "<w:t/>", "<!--", "]]>",
  ]

  private func damage(_ bytes: [UInt8], _ random: inout SeededNumbers, tagsOnly: Bool) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(3) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      let end = min(bytes.count, place + random.below(40))
      switch random.below(tagsOnly ? 3 : 6) {
      case 0, 1:
        let word = FuzzTests.words[random.below(FuzzTests.words.count)]
        bytes.insert(contentsOf: word.utf8, at: place)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count))
      case 3: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 4: bytes.removeSubrange(place..<end)
      default: bytes[place] ^= 1 << UInt8(random.below(8))
      }
    }
    return bytes
  }

  private func fill(_ bytes: [UInt8], _ data: ObjectValue) -> [UInt8]? {
    var environment = Environment.draft
    environment.limits.steps = 50_000
    environment.limits.outputBytes = 1 << 20
    guard let template = try? Template(docx: bytes, environment: environment) else { return nil }
    return try? template.fill(with: data, missing: .gap).bytes
  }

  /// Parts with more, fewer and other bytes.
  @Test func damagedParts() throws {
    var random = SeededNumbers(2026)
    var made = 0
    for run in 0..<1500 {
      let one = Specimen.constructs[random.below(Specimen.constructs.count)]
      let bytes = try repacked(one.template) { name, bytes in
        guard name.hasPrefix("word/"), random.once(in: 2) || name == "word/document.xml" else {
          return bytes
        }
        return damage(bytes, &random, tagsOnly: run.isMultiple(of: 2))
      }
      guard let filled = fill(bytes, one.data) else { continue }
      made += 1
      _ = try Package(filled)
    }
    #expect(made > 100)
  }

  /// Tags put anywhere into the text of good templates: what comes out is well-formed.
  @Test func tagsAnywhere() throws {
    var random = SeededNumbers(7)
    let tags = FuzzTests.words.filter {
      !$0.contains("<") && !$0.contains("&") && $0 != "\0" && $0 != "]]>"
    }
    var made = 0
    for run in 0..<1500 {
      let one = Specimen.constructs[random.below(Specimen.constructs.count)]
      var splitter = RunSplitter(seed: UInt64(run), rarity: 8)
      let bytes = try repacked(splitter.split(one.template)) { name, bytes in
        guard name == "word/document.xml" else { return bytes }
        var text = String(decoding: bytes, as: UTF8.self)
        for _ in 0...random.below(3) {
          let ends = text.ranges(of: "</w:t>")
          guard !ends.isEmpty else { break }
          let end = ends[random.below(ends.count)].lowerBound
          text.insert(contentsOf: tags[random.below(tags.count)], at: end)
        }
        return Array(text.utf8)
      }
      guard let filled = fill(bytes, one.data) else { continue }
      made += 1
      let faults = try DocumentValidity.newFaults(of: filled, template: bytes)
      #expect(faults == [], "run \(run), \(one.name)")
      if !faults.isEmpty { return }
    }
    #expect(made > 100)
  }

  /// The bytes of the archive itself.
  @Test func damagedArchives() throws {
    var random = SeededNumbers(11)
    let letter = HostileFileTests.letter.bytes
    for _ in 0..<1500 {
      _ = fill(damage(letter, &random, tagsOnly: false), ObjectValue([("x", .string("v"))]))
    }
  }

  @Test func damagedData() throws {
    var random = SeededNumbers(13)
    let json = Array(
      #"{"a": {"b": [1, 2.50, "x\u0041", null, true]}, "x": {"$str": "s", "$list": []}}"#.utf8)
    let yaml = Array("a: &a {b: [1, 2.50, \"x\"]}\nc: *a\nd: |\n  text\ne: 2026-01-01\n".utf8)
    let template = try Template(docx: WordFile(p("{{ a.b }} {{ x }} {{ a.b[0] }}")).bytes)
    for _ in 0..<1500 {
      let isJSON = random.once(in: 2)
      let bytes = damage(isJSON ? json : yaml, &random, tagsOnly: false)
      let file =
        isJSON ? try? DataFile(json: bytes, name: nil) : try? DataFile(yaml: bytes, name: nil)
      if let file { _ = try? template.fill(with: file.root, missing: .gap) }
    }
  }
}
