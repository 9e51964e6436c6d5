import DraftLanguage
import Testing

/// What a field is used as, however far from the data.
@Suite struct FieldKindTests {
  private func fields(_ text: String) throws -> [FieldReport.Field] {
    let program = try #require(TextTemplateCompiler.compile(text).program)
    return program.fields.fields
  }

  private func field(_ path: String, _ text: String) throws -> FieldReport.Field {
    try #require(try fields(text).first { $0.path == path }, "\(path)")
  }

  @Test(arguments: [
    "{% set t = a if a is defined else 0 %}{{ t * 2 }}",
    "{% set t = a | default(0) %}{{ t * 2 }}",
    "{% set t = 0 if q else a %}{% set u = t %}{{ u | round(2) }}",
    "{% if q %}{% set t = a %}{% else %}{% set t = 0 %}{% endif %}{{ t * 2 }}",
    "{% if q %}{% if r %}{% set t = a %}{% endif %}{% else %}{% set t = b %}{% endif %}{{ t * 2 }}",
    "{% if a is undefined %}{% set a = 1 %}{% endif %}{{ a * 2 }}",
    "{% set t = b or a %}{{ t * 2 }}", "{% set t = a or b %}{{ t * 2 }}",
    "{% set t = q and a %}{{ t * 2 }}", "{{ (a or 0) * 2 }}",
    "{% with t = a if q else 0 %}{{ t * 2 }}{% endwith %}",
    "{% set t, u = a, b %}{{ t * 2 }}{{ u }}",
    "{% macro m(t) %}{{ t * 2 }}{% endmacro %}{{ m(a if q else 0) }}",
    "{% macro m(t=a) %}{{ t * 2 }}{% endmacro %}{{ m() }}",
    "{% set n = namespace(t=a) %}{{ n.t * 2 }}",
    "{% set n = namespace(t=0) %}{% for x in list %}{% set n.t = a %}{% endfor %}{{ n.t * 2 }}",
    "{% for t in [b, a] %}{{ t * 2 }}{% endfor %}", "{% for i in range(a) %}{{ i }}{% endfor %}",
    "{% if a in [1, 2] %}yes{% endif %}", "{% if a == b %}{{ b * 2 }}{% endif %}",
  ])
  func isANumberWhereAVariableIs(_ text: String) throws {
    #expect(try field("a", text).kind == .number)
  }

  @Test(arguments: [
    "{{ list | map(attribute='a') | sum }}", "{{ list | sum(attribute='a') }}",
    "{% for t in list | map(attribute='a') %}{{ t * 2 }}{% endfor %}",
    "{% for x in (list if q else other) %}{{ x.a * 2 }}{% endfor %}",
    "{% set x = (list | first) or other %}{{ x.a * 2 }}",
    "{% set x = list[0] if q else other %}{{ x.a * 2 }}",
  ])
  func isANumberInAList(_ text: String) throws {
    #expect(try field("list[].a", text).kind == .number)
  }

  @Test func whatIsPrintedIsTextThoughItIsAlsoAsked() throws {
    #expect(try field("a", "{{ a or 'none' }}").kind == .text)
    #expect(try field("a", "{% set t = a or 'none' %}{{ t }}").kind == .text)
    #expect(try field("a", "{% set t = a %}{% if t %}yes{% endif %}").kind == .boolean)
  }

  @Test func daysThatAreComparedAreDays() throws {
    let text = "{% if a > b %}late{% endif %}{{ a | d('') }}"
    #expect(try field("b", text).kind == .number)
    var environment = Environment.standard
    environment.add(filter: Filter("day", inputKind: .date) { (input) in input.value })
    let program = TextTemplateCompiler.compile(
      "{% if a > b %}late{% endif %}{{ a | day }}", environment: environment
    ).program
    #expect(try #require(program).fields.fields.map(\.kind) == [.date, .date])
  }

  @Test func eachValueOfAVariableIsReportedWithItsConditions() throws {
    let branches =
      "{% if q %}{% set t = a %}{% elif r %}{% set t = b %}{% else %}{% set t = c %}{% endif %}"
    let text = branches + "{{ t }}"
    #expect(try field("a", text).conditions == [["q"]])
    #expect(try field("b", text).conditions == [["not (q)", "r"]])
    #expect(try field("c", text).conditions == [["not (q)", "not (r)"]])
    #expect(try field("b", "{% set t = a or b %}{{ t }}").isOptional == false)
  }

  @Test func aVariableIsNotNeededWhereSomethingStandsIn() throws {
    #expect(try field("a", "{% set t = a | default(0) %}{{ t }}").isOptional)
    #expect(try field("a", "{% set t = a if a is defined else 0 %}{{ t }}").isOptional)
    let one = "{% set t = a if a is defined else b %}{{ t }}"
    #expect(try field("b", one).alternatives == ["a"])
    #expect(try field("a", "{% set t = a %}{{ t }}").isOptional == false)
  }

  @Test func whatChoosesAValueIsReported() throws {
    let paths = { try Set(fields($0).map(\.path)) }
    #expect(try paths("{% set t = roles[role] %}{{ t.name }}").contains("role"))
    #expect(try paths("{{ (a if q else b).name }}").isSuperset(of: ["q", "a.name", "b.name"]))
    let filtered = "{% set t = list | selectattr('kind', 'eq', wanted) | list %}{{ t | length }}"
    #expect(try paths(filtered).isSuperset(of: ["wanted", "list[].kind"]))
  }

  /// A name that is bound again has nothing of the namespace before it.
  @Test func aNamespaceOfTheSameNameIsAnother() throws {
    let text = "{% set n = namespace(t=a) %}{% set n = namespace(t=b) %}{{ n.t * 2 }}"
    #expect(try field("a", text).kind == .text)
    #expect(try field("b", text).kind == .number)
  }

  /// A template that was made to be slow is reported in time.
  @Test(.timeLimit(.minutes(1))) func chainsOfChoicesAreHarmless() throws {
    let chain = (0..<300).map { "{% set t = t if q\($0) else a\($0) %}" }.joined()
    let doubling = (0..<60).map { _ in "{% set t = (t if q else t) or t %}" }.joined()
    let text = "{% set t = b %}" + chain + doubling + "{{ t * 2 }}{% if t == t %}{% endif %}"
    #expect(try field("a0", text).kind == .number)
    #expect(try fields(text).count == 602)
  }
}
