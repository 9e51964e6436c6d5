import DraftData
import DraftLanguage
import Testing

@Suite struct CaseDataTests {
  func merge(_ files: [String], _ assignments: [(String, String)] = []) throws -> CaseData {
    try CaseData(
      merging: files.enumerated().map { index, text in
        try DataFile(yaml: Array(text.utf8), name: "\(index + 1).yaml")
      }, assignments: assignments.map { (path: $0.0, value: $0.1) })
  }

  @Test func mappingsMergeAndTheRestIsReplaced() throws {
    let data = try merge([
      "a: {x: 1, y: {p: 1}}\nlist: [1, 2]\nkept: k\nwas: {a: 1}",
      "a: {y: {q: 2}, z: 3}\nlist: [3]\nwas: null\nnew: n",
    ])
    #expect(
      show(data.root) == """
        {a: {x: 1, y: {p: 1, q: 2}, z: 3}, list: [3], kept: "k", was: null, new: "n"}
        """)
    #expect(data.place(of: "a.x")?.file == "1.yaml")
    #expect(data.place(of: "a.y.q")?.file == "2.yaml")
    #expect(data.place(of: "list[0]")?.file == "2.yaml")
    #expect(data.place(of: "list[1]") == nil)
    #expect(data.place(of: "was.a") == nil)
    #expect(data.place(of: "was")?.file == "2.yaml")
  }

  @Test func noFilesMakeAnEmptyCase() throws {
    #expect(show(try CaseData(merging: []).root) == "{}")
  }

  @Test(arguments: [
    ("n", "5", "{n: 5}"), ("n", "1012.50", "{n: 1012.50m}"), ("n", "007", "{n: \"007\"}"),
    ("n", "", "{n: \"\"}"), ("n", "true", "{n: true}"), ("n", "null", "{n: null}"),
    ("n", "no", "{n: \"no\"}"), ("n", "2026-11-22", "{n: \"2026-11-22\"}"),
    ("n", "\"5\"", "{n: \"5\"}"), ("n", "[1, {\"a\": 2}]", "{n: [1, {a: 2}]}"),
    ("n", "{x", "{n: \"{x\"}"), ("n", "ТОО «Ромашка»", "{n: \"ТОО «Ромашка»\"}"),
    ("n", " 5 ", "{n: 5}"), ("a.b.c", "1", "{a: {b: {c: 1}}}"), ("a[0].b", "1", "{a: [{b: 1}]}"),
    ("[\"a.b\"]", "1", "{a.b: 1}"),
  ])
  func assignmentsOverNothing(_ path: String, _ value: String, _ expected: String) throws {
    #expect(show(try merge([], [(path, value)]).root) == expected)
  }

  @Test(arguments: [
    ("client.name", "Б", "{client: {name: \"Б\", iin: \"05\"}, list: [1, {x: 2}], t: \"x\"}"),
    ("list[1].x", "3", "{client: {name: \"А\", iin: \"05\"}, list: [1, {x: 3}], t: \"x\"}"),
    ("list[2]", "3", "{client: {name: \"А\", iin: \"05\"}, list: [1, {x: 2}, 3], t: \"x\"}"),
    ("t", "{}", "{client: {name: \"А\", iin: \"05\"}, list: [1, {x: 2}], t: {}}"),
  ])
  func assignmentsOverData(_ path: String, _ value: String, _ expected: String) throws {
    let data = try merge(["client: {name: А, iin: '05'}\nlist: [1, {x: 2}]\nt: x"], [(path, value)])
    #expect(show(data.root) == expected)
  }

  @Test func theFileIsNotChangedByAnAssignmentThatFails() {
    let report = errors {
      try merge(
        ["a: 1\nlist: [1]"],
        [
          ("a.b", "1"), ("list[5]", "1"), ("list.x", "1"), ("a..b", "1"), ("[0]", "1"), ("", "1"),
          ("n", "{\"a\": 1, \"a\": 2}"), ("n", "123456789012345678901234567890123456789"),
          ("good", "1"),
        ])
    }
    let path = "this is no path to a field (write it like `client.name=…` or `items[0].price=…`)"
    #expect(
      report.split(separator: "\n").map(String.init) == [
        "set-conflict 1:1 ‹a.b› the path leads through a value that has no fields",
        "set-conflict 1:1 ‹list[5]› the path leads to an item that the list does not have",
        "set-conflict 1:1 ‹list.x› the path leads through a value that has no fields",
        "set-path 1:1 ‹a..b› \(path)", "set-path 1:1 ‹[0]› \(path)", "set-path 1:1 ‹› \(path)",
        "duplicate-key 1:10 ‹\"a\"› the same field is given twice "
          + "(keep one of the two, or rename one) [first given here 1:2 ‹\"a\"›]",
        "number-too-long 1:1 ‹123456789012345678901234567890123456789› the number is too long: "
          + "38 digits are the most (if it is an account or a code, put it in quotes)",
      ])
  }

  @Test func placesOfAssignments() throws {
    let data = try merge(
      ["a: {x: 1}"], [("a.y", "{\"z\": 2}"), ("n.m", "текст")])
    #expect(show(data.place(of: "a.x")) == "1:8 ‹1›")
    #expect(show(data.place(of: "a.y")) == "1:5 ‹{\"z\": 2}›")
    #expect(show(data.place(of: "a.y.z")) == "1:5 ‹{\"z\": 2}›")
    #expect(show(data.place(of: "a")) == "1:1 ‹a›")
    #expect(show(data.place(of: "n")) == "1:1 ‹n.m›")
    #expect(data.place(of: "n.m")?.file == "--set")
  }
}
