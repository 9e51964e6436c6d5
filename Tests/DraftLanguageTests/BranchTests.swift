import DraftLanguage
import Testing

/// The branches of a template and which of them a fill takes.
@Suite struct BranchTests {
  /// A template with the branches that fills of it have taken.
  private struct Covered {
    let program: Program
    var taken = TakenBranches()

    init(_ text: String, _ environment: Environment = .standard) throws {
      program = try #require(
        TextTemplateCompiler.compile(text, environment: environment).program)
    }

    @discardableResult
    mutating func fill(_ data: Value) -> String {
      guard case .object(let data) = data else { return "" }
      var renderer = Renderer(data: data)
      var output: [UInt8] = []
      var taken = TakenBranches()
      renderer.render(program, emitter: PlainEmitter(), into: &output, taken: &taken)
      self.taken.formUnion(taken)
      return String(decoding: output, as: UTF8.self)
    }

    /// The branches, those that are taken with a plus sign.
    var branches: [String] {
      program.branches.map {
        "\(taken.contains($0) ? "+" : "-")\($0.kind) \($0.expressions.joined(separator: ", "))"
      }
    }
  }

  @Test func everyArmOfAConditionIsABranch() throws {
    var covered = try Covered("{% if a %}1{% elif b > 2 %}2{% else %}3{% endif %}")
    #expect(
      covered.branches == ["-condition a", "-condition b > 2", "-otherwise a, b > 2"])
    #expect(covered.fill(["a": false, "b": 3]) == "2")
    #expect(covered.branches == ["-condition a", "+condition b > 2", "-otherwise a, b > 2"])
    #expect(covered.fill(["a": false, "b": 1]) == "3")
    #expect(covered.branches == ["-condition a", "+condition b > 2", "+otherwise a, b > 2"])
    #expect(covered.fill(["a": true, "b": 1]) == "1")
    #expect(covered.branches.allSatisfy { $0.hasPrefix("+") })
  }

  @Test func anElseThatIsNotWrittenIsABranch() throws {
    var covered = try Covered("{% if a %}1{% endif %}")
    covered.fill(["a": true])
    #expect(covered.branches == ["+condition a", "-nothing a"])
    covered.fill(["a": false])
    #expect(covered.branches == ["+condition a", "+nothing a"])
  }

  @Test func conditionsWithinALineAreBranches() throws {
    var covered = try Covered("{{ 'x' if a else ('y' if b) }}")
    #expect(covered.fill(["a": false, "b": true]) == "y")
    #expect(
      covered.branches == ["-condition a", "+otherwise a", "+condition b", "-nothing b"])
  }

  @Test func aLoopIsABranchAndSoIsItsElse() throws {
    var plain = try Covered("{% for x in list %}{{ x }}{% endfor %}")
    plain.fill(["list": []])
    #expect(plain.branches == ["-loop list"])
    plain.fill(["list": [1]])
    #expect(plain.branches == ["+loop list"])
    var other = try Covered(
      "{% for x in list if x > 1 %}{{ x }}{% else %}none{% endfor %}")
    #expect(other.fill(["list": [1]]) == "none")
    #expect(other.branches == ["-loop list", "+otherwise list"])
    #expect(other.fill(["list": [1, 2]]) == "2")
    #expect(other.branches == ["+loop list", "+otherwise list"])
  }

  /// The turns that a recursive loop takes by itself count as turns of it.
  @Test func recursionEntersTheLoop() throws {
    var covered = try Covered(
      "{% for x in tree recursive %}{{ x.name }}{{ loop(x.below) }}{% else %}.{% endfor %}")
    #expect(covered.fill(["tree": [["name": "a", "below": []]]]) == "a.")
    #expect(covered.branches == ["+loop tree", "+otherwise tree"])
  }

  @Test func branchesKnowWhatIsAroundThem() throws {
    let covered = try Covered(
      """
      {% macro m(x) %}{% if x %}1{% endif %}{% endmacro %}
      {% if a %}{% for y in list %}{{ 1 if y else 2 }}{% endfor %}{% endif %}
      """)
    let branches = covered.program.branches
    #expect(
      branches.map(\.expressions.first) == ["x", "x", "a", "list", "y", "y", "a"])
    #expect(branches.map(\.outer) == [nil, nil, nil, 2, 3, 3, nil])
  }

  @Test func branchesKnowTheirPlace() throws {
    let covered = try Covered("A\n{% if a %}1{% elif b %}\n  {% else %}3{% endif %}")
    let places = covered.program.branches.map(\.place)
    #expect(places.map(\.line) == [2, 2, 3])
    #expect(places.map(\.column) == [7, 20, 3])
    #expect(places.last?.text == "  {% else %}3{% endif %}")
  }

  /// A text that is included twice is one text.
  @Test func aBranchOfAnIncludedTextIsOne() throws {
    var environment = Environment.standard
    environment.includes = { name in
      name == "part" ? SourceText(Array("{% if x %}1{% endif %}".utf8), file: name) : nil
    }
    var covered = try Covered(
      "{% set x = false %}{% include 'part' %}{% set x = true %}{% include 'part' %}", environment)
    #expect(covered.branches == ["-condition x", "-nothing x"])
    covered.fill([:])
    #expect(covered.branches == ["+condition x", "+nothing x"])
  }

  /// `and` and `or` choose a value and make no branch; nor does a fill that nobody asks.
  @Test func nothingElseIsABranch() throws {
    let covered = try Covered("{{ a and b or c | default('d') }}{% set e = not a %}")
    #expect(covered.branches == [])
  }
}
