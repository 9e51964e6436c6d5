import Draft
import Testing

@testable import DraftCasework

/// What fields are, in words: read, found by path, and said where one is missing.
@Suite struct FieldNotesTests {
  private func notes(_ texts: String...) throws -> FieldNotes {
    FieldNotes(
      try texts.map { .object(try DataFile(yaml: Array($0.utf8), name: "fields.yaml").root) })
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
