import Draft
import Testing

@testable import DraftCasework

/// What fields are, in words: read, found by path, and said where one is missing.
@Suite struct FieldNotesTests {
  private func notes(_ texts: String...) throws -> FieldNotes {
    var notes = FieldNotes()
    for text in texts { notes.add(try DataFile(yaml: Array(text.utf8), name: "fields.yaml")) }
    return notes
  }

  @Test func aNoteHasItsWordsValuesAndLanguages() throws {
    let notes = try notes(
      """
      demand.days: { kk: "неше күн", ru: "сколько дней" }
      demand.mode: { kk: "тәсілі", ru: "способ", values: [post, 1, kk] }
      demand.breach: { kk: "бұзушылық", ru: "нарушение", localised: true }
      demand.note: "заметка"
      demand.broken: [1]
      """)
    let days = try #require(notes["demand.days"])
    #expect(days.label.text(for: .kk) == "неше күн")
    #expect(days.label.text(for: .ru) == "сколько дней")
    #expect(days.values == [])
    #expect(!days.isLocalised)
    #expect(notes["demand.mode"]?.values == ["post", "1", "kk"])
    #expect(notes["demand.breach"]?.isLocalised == true)
    #expect(notes["demand.note"]?.label.text(for: .kk) == "заметка")
    #expect(notes["demand.broken"] == nil)
    #expect(notes["demand.other"] == nil)
    #expect(notes.paths == ["demand.breach", "demand.days", "demand.mode", "demand.note"])
  }

  /// An entry that cannot be read is told with its place, and what can be read of it holds.
  @Test func brokenEntriesAreTold() throws {
    let broken = try notes(
      """
      demand.days: { kk: "неше күн", ru: "сколько дней" }
      demand.list: [1]
      demand.mode: { ru: "способ", value: [post] }
      demand.kind: { ru: "вид", values: post }
      demand.part: { ru: "часть", values: [a, [b]] }
      demand.breach: { kk: "бұзушылық", localised: yes please }
      """)
    #expect(broken.warnings.allSatisfy { $0.code == "bad-field-note" && $0.severity == .warning })
    #expect(broken.warnings.map(\.place?.line) == [2, 3, 4, 5, 6])
    #expect(broken.warnings.first?.message.ru == "пояснение к полю `demand.list` не читается")
    #expect(broken["demand.mode"]?.label.text(for: .ru) == "способ")
    #expect(broken["demand.part"]?.values == ["a"])
    var own = FieldNotes()
    let file = try DataFile(
      yaml: Array("name: a\nfields:\n  x: { ru: икс }\n  y: {}\n".utf8), name: "document.yaml")
    own.add(file, below: "fields")
    #expect(own.warnings.map(\.place?.line) == [4])
    #expect(own.paths == ["x"])
  }

  @Test func numbersOfItemsDoNotMatter() throws {
    let notes = try notes("claim.facts.text: { kk: мән-жай, ru: обстоятельство }")
    #expect(notes["claim.facts[12].text"] == notes["claim.facts.text"])
    #expect(notes["claim.facts[].text"] != nil)
    #expect(notes["claim.facts.text[0]"] != nil)
    #expect(notes["engagement.fee.stages[1].amount"]?.label.text(for: .ru) == "сумма")
  }

  /// A document's own words win over the shared ones, and both over what the tool says itself.
  @Test func theMostParticularWordsWin() throws {
    let notes = try notes(
      """
      claim.pretrial.date: { kk: талап-арыз, ru: претензия }
      confidentiality.mode: { kk: құпия, ru: тайна }
      """,
      "claim.pretrial.date: { kk: шағым, ru: жалоба }")
    #expect(notes["claim.pretrial.date"]?.label.text(for: .ru) == "жалоба")
    let mode = try #require(notes["confidentiality.mode"])
    #expect(mode.label.text(for: .ru) == "тайна")
    #expect(mode.values == ["nda", "clause", "objection"])
    #expect(notes["matter.subject"]?.isLocalised == true)
    #expect(notes["consultant.seal"]?.values == ["true", "false"])
  }

  /// A missing field is explained; nothing else gets a word more.
  @Test func onlyMissingFieldsAreExplained() throws {
    let notes = try notes(
      "filing.signed_by: { kk: кім, ru: кто, values: [client, consultant] }")
    let message = Message(en: "m", ru: "m", kk: "m")
    let explained = notes.explain([
      Diagnostic(code: "unknown-field", message, dataPath: "filing.signed_by"),
      Diagnostic(code: "unknown-field", message, dataPath: "filing.unheard_of"),
      Diagnostic(code: "unknown-field", message),
      Diagnostic(code: "bad-argument", message, dataPath: "filing.signed_by"),
    ])
    #expect(explained.map(\.hints.count) == [1, 0, 0, 0])
    let hint = try #require(explained.first?.hints.first)
    #expect(hint.text(in: .ru) == "впишите `filing.signed_by` в дело: кто: client | consultant")
    #expect(
      hint.text(in: .kk) == "`filing.signed_by` өрісін іске жазыңыз: кім: client | consultant")
  }
}
