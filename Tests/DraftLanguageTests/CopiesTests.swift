import DraftLanguage
import Testing

/// Which static bytes come out wherever others do.
@Suite struct CopiesTests {
  /// Each piece of static text with the first piece behind it that may come out without it; `end` for none.
  private func certainties(_ source: String) throws -> [String] {
    let program = try #require(
      TextTemplateCompiler.compile(source, environment: .standard).program)
    func text(_ copy: Program.Copy) -> String {
      String(decoding: program.statics[copy.range], as: UTF8.self)
    }
    return program.copies.map { copy in
      let other = program.copies.first { $0.operation >= copy.certainUntil }
      return "\(text(copy))<\(other.map(text) ?? "end")"
    }
  }

  @Test func textOutsideOfBlocksIsCertain() throws {
    #expect(try certainties("a{{ x }}b{{ y }}c") == ["a<end", "b<end", "c<end"])
  }

  @Test func anArmIsCertainToItsEnd() throws {
    #expect(
      try certainties("a{% if x %}b{{ v }}c{% elif y %}d{% else %}e{% endif %}f")
        == ["a<end", "b<d", "c<d", "d<e", "e<f", "f<end"])
  }

  @Test func anArmInAnArm() throws {
    #expect(
      try certainties("{% if x %}a{% if y %}b{% endif %}c{% endif %}d")
        == ["a<d", "b<c", "c<d", "d<end"])
  }

  @Test func aTurnIsCertainToItsEnd() throws {
    #expect(
      try certainties("a{% for x in xs %}b{{ x }}c{% else %}d{% endfor %}e")
        == ["a<end", "b<d", "c<d", "d<e", "e<end"])
  }

  @Test func aMacroIsCertainToItsEnd() throws {
    let found = try certainties("{% macro m() %}a{{ x }}b{% endmacro %}c{{ m() }}d")
    #expect(found.contains("c<end") || found.contains("c<a"))
    #expect(found.allSatisfy { !$0.hasPrefix("a<b") && !$0.hasPrefix("c<d") })
  }
}
