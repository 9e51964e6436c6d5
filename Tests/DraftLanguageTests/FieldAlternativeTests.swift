import DraftLanguage
import Testing

/// Fields that another field makes needless.
@Suite struct FieldAlternativeTests {
  private func field(_ path: String, _ text: String) throws -> FieldReport.Field {
    let program = try #require(TextTemplateCompiler.compile(text).program)
    return try #require(program.fields.fields.first { $0.path == path })
  }

  @Test(arguments: [
    "{% if a is defined %}{{ a }}{% else %}{{ b }}{% endif %}",
    "{% if a is not defined %}{{ b }}{% endif %}",
    "{% if not (a is defined) and c %}{{ b }}{% endif %}",
    "{{ a if a is defined else b }}",
    "{% if a is defined or c is defined %}{% elif d %}{% else %}{{ b }}{% endif %}",
    "{% if b is defined or a is not defined %}{{ b }}{% endif %}",
    "{% if b is defined %}{{ b }}{% endif %}{% if a is undefined %}{{ b }}{% endif %}",
  ])
  func oneOfTwoIsEnough(_ text: String) throws {
    #expect(try field("b", text).alternatives.contains("a"))
    #expect(try !field("b", text).isOptional)
  }

  @Test(arguments: [
    "{% if a is defined %}{{ a }}{% else %}{{ b }}{% endif %}{{ b }}",
    "{% if a is defined and c %}{{ a }}{% else %}{{ b }}{% endif %}",
    "{% if c or a is not defined %}{{ b }}{% endif %}",
    "{% if a is defined %}{{ b }}{% endif %}",
    "{% if not a %}{{ b }}{% endif %}",
  ])
  func bothAreNeeded(_ text: String) throws {
    #expect(try field("b", text).alternatives == [])
  }

  @Test func alternativesInAListAreOfTheItem() throws {
    let text = "{% for x in list %}{{ x.a if x.a is defined else x.b }}{% endfor %}"
    #expect(try field("list[].b", text).alternatives == ["list[].a"])
  }

  /// A use that asks first does not count among the conditions of those that need the field.
  @Test func onlyUsesThatNeedItHaveConditions() throws {
    let text = "{% if b is defined %}{{ b }}{% endif %}{% if c %}{{ b }}{% endif %}"
    #expect(try field("b", text).conditions == [["c"]])
    #expect(
      try field("b", "{{ b | default(1) }}{% if c %}{{ b | d(2) }}{% endif %}").conditions.count
        == 2)
  }

  @Test func whatPicksAnItemIsNoNumber() throws {
    #expect(try field("kind", "{{ kinds[kind] }}").kind == .text)
    #expect(try field("place", "{{ list[place + 1] }}").kind == .number)
  }

  /// Cells are read by it: the text of a field that is printed somewhere is no truth value.
  @Test(arguments: [
    ("{% if a %}x{% endif %}", FieldKind.boolean), ("{{ b if not a else c }}", .boolean),
    ("{% if a is defined and a %}x{% endif %}", .boolean),
    ("{% if a is true %}x{% endif %}", .boolean),
    ("{% if a == true %}x{% endif %}", .boolean), ("{% if b and (a or c) %}x{% endif %}", .boolean),
    ("{% if a is defined %}x{% endif %}", .presence), ("{% if a is none %}x{% endif %}", .presence),
    ("{% if a is string %}x{% endif %}", .presence),
    ("{% set t = a or b %}{% if t is defined %}x{% endif %}", .presence),
    ("{% set t = a or b %}{% if t %}x{% endif %}", .boolean),
    ("{% set t = a if b else c %}{{ t }}", .text),
    ("{% if a %}{{ a }}{% endif %}", .text), ("{{ a or '—' }}", .text),
    ("{{ a | default('') }}{% if a %}x{% endif %}", .text),
    ("{% set b = a or '' %}{% if b %}{{ b }}{% endif %}", .text),
    ("{% if a == 'да' %}x{% endif %}", .text),
  ])
  func whatIsOnlyAskedAboutIsTruthOrPresence(_ text: String, _ kind: FieldKind) throws {
    #expect(try field("a", text).kind == kind)
  }
}
