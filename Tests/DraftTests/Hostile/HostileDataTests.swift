import Draft
import DraftPackage
import Foundation
import TestSupport
import Testing

/// Data and programs made to harm end in a named error, soon.
@Suite struct HostileDataTests {
  private func codes(
    _ template: String, _ json: String = "{}", _ change: (inout Environment) -> Void = { _ in }
  )
    -> [String]
  {
    var environment = Environment.draft
    environment.limits.steps = 200_000
    environment.limits.outputBytes = 4 << 20
    change(&environment)
    do throws(Diagnostics) {
      let data = try DataFile(json: Array(json.utf8), name: nil).root
      let file = WordFile(p(Run(template)))
      let one = try Template(docx: file.bytes, environment: environment)
      return try one.fill(with: data, missing: .error).diagnostics.map(\.code)
    } catch { return error.items.map(\.code) }
  }

  @Test func loopsBeyondTheBudget() {
    let nested =
      "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{% endfor %}{% endfor %}{% endfor %}"
    #expect(codes(nested) == ["too-many-steps"])
    #expect(codes("{% for a in range(1000000000) %}x{% endfor %}") == ["value-too-large"])
    #expect(codes("{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}") == ["calls-too-deep"])
    #expect(
      codes(
        "{% for i in range(1000) %}{{ x }}{% endfor %}",
        "{\"x\": \"\(String(repeating: "a", count: 10_000))\"}") == ["output-too-large"])
    #expect(codes("{{ 'a' * 1000000000 }}") == ["value-too-large"])
    #expect(
      codes(
        "{% set n = namespace(l=[1]) %}{% for i in range(60) %}{% set n.l = n.l + n.l %}{% endfor %}"
      ) == ["value-too-large"])
  }

  @Test func deepExpressions() {
    #expect(codes("{{ \(String(repeating: "(", count: 50_000)) }}").count == 1)
    #expect(codes("{{ \(String(repeating: "-", count: 50_000))1 }}").count == 1)
    #expect(codes("{{ \(String(repeating: "not ", count: 50_000))x }}", "{\"x\": 1}").count == 1)
    #expect(codes(String(repeating: "{% if x %}", count: 500), "{\"x\": 1}").count >= 1)
  }

  @Test func valuesOfAnyLengthAreWhole() throws {
    let long = String(repeating: "аб ", count: 400_000)
    let filled = try Template(docx: WordFile(p("[{{ x }}]")).bytes).fill(with: ["x": .string(long)])
    #expect(visibleText(try Package(filled).read("word/document.xml")) == "[\(long)]\n")
  }

  @Test func deepData() {
    let json =
      "{\"a\": \(String(repeating: "[", count: 100_000))\(String(repeating: "]", count: 100_000))}"
    #expect(codes("x", json) == ["data-limit"])
    let yaml = "a: " + String(repeating: "[", count: 20_000)
    #expect(throws: Diagnostics.self) { try DataFile(yaml: Array(yaml.utf8), name: nil) }
  }

  @Test func aliasBombs() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(throws: Diagnostics.self) { try DataFile(yaml: Array(yaml.utf8), name: nil) }
    #expect(throws: Diagnostics.self) {
      try DataFile(yaml: Array("a: &a [*a]\n".utf8), name: nil)
    }
  }

  @Test func includesThatNeverEnd() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.url.appending(path: "a.txt").path()
    try Data("a{% include 'b.txt' %}".utf8).write(to: folder.url.appending(path: "a.txt"))
    try Data("b{% include 'a.txt' %}".utf8).write(to: folder.url.appending(path: "b.txt"))
    #expect(throws: Diagnostics.self) {
      try Template(contentsOf: path).fill(with: HostileDataTests.noData)
    }
    for name in ["../../etc/passwd", "/etc/passwd", "b/../../x"] {
      try Data("{% include '\(name)' %}".utf8).write(to: folder.url.appending(path: "a.txt"))
      #expect(throws: Diagnostics.self) {
        try Template(contentsOf: path).fill(with: HostileDataTests.noData)
      }
    }
  }

  private static let noData = Value.object(ObjectValue([]))
}
