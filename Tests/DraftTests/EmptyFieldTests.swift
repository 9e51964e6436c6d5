import Draft
import Testing

/// A field that is left empty is said to be, with its line.
@Suite struct EmptyFieldTests {
  private func located(_ path: String, in yaml: String, code: String = "unknown-field") throws
    -> Diagnostic
  {
    let file = try DataFile(yaml: Array(yaml.utf8), name: "case.yaml")
    let message = Message(en: "no field", ru: "нет поля", kk: "өріс жоқ")
    let diagnostic = Diagnostic(code: code, message, dataPath: path)
    return try #require(try CaseData(merging: [file]).locating([diagnostic]).first)
  }

  @Test(arguments: [
    ("a", "a:\n"), ("a", "a: \" \"\n"), ("a", "a: {kk: \"\", ru: }\n"), ("a", "a: [\"\", {}]\n"),
    ("b[0].c", "b:\n  - c: ''\n"),
  ])
  func anEmptyFieldIsShown(_ path: String, _ yaml: String) throws {
    let diagnostic = try located(path, in: yaml)
    #expect(diagnostic.message.en == "the field `\(path)` of the case is empty")
    #expect(diagnostic.notes.map(\.place?.file) == ["case.yaml"])
    #expect(diagnostic.notes.map(\.place?.line) == [path == "a" ? 1 : 2])
  }

  @Test(arguments: [("a.b", "x: 1\na:\n"), ("a.b[2].c", "x: 1\na:\n  b: []\n")])
  func whatTheFieldIsInIsShown(_ path: String, _ yaml: String) throws {
    let diagnostic = try located(path, in: yaml)
    #expect(diagnostic.message.en == "no field")
    #expect(diagnostic.notes.map(\.place?.line) == [path == "a.b" ? 2 : 3])
  }

  /// Of what is not there nothing can be shown, and what is filled in is not empty.
  @Test(arguments: [
    ("a", "x: 1\n"), ("a.b", "a: {c: 1}\n"), ("a", "a: 0\n"), ("a", "a: false\n"),
    ("a.b", "a: x\n"),
  ])
  func otherFieldsAreLeftAsTheyAre(_ path: String, _ yaml: String) throws {
    let diagnostic = try located(path, in: yaml)
    #expect(diagnostic.message.en == "no field" && diagnostic.notes.isEmpty)
  }

  @Test func otherErrorsShowTheValue() throws {
    let diagnostic = try located("a", in: "a:\n", code: "wrong-type")
    #expect(diagnostic.message.en == "no field")
    #expect(diagnostic.notes.map(\.message.en) == ["the value was given here"])
  }
}
