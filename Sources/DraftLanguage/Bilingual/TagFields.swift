/// The data that one tag names, for comparing the tags of two texts that should say the same.
///
/// Unlike ``FieldReport`` it says what stands in a tag, not what a template needs: arguments of
/// filters, which fit a word to its sentence, do not count.
public struct TagFields: Sendable, Hashable {
  /// One path with its place.
  public struct Use: Sendable, Hashable {
    /// What the path is there for.
    public enum Role: Sendable, Hashable {
      /// Its value is printed or gone over.
      case value
      /// It is asked whether something holds.
      case condition
      /// It may be missing: `default` takes its place.
      case fallback
    }

    /// The dotted path as written: `client.name`, `scope[].price`.
    public var path: String
    /// What it is there for.
    public var role: Role
    /// Where it stands.
    public var span: Range<Int>
  }

  /// All paths in the order of the tag.
  public private(set) var uses: [Use] = []
  /// What the names that the tag introduces stand for: the variable of a loop, of a `set`.
  public private(set) var names: [String: String] = [:]
  /// The texts in quotation marks, such as the unit that a `count` filter counts.
  public private(set) var strings: [String] = []

  /// Reads a tag; what cannot be read names nothing.
  public init(_ tag: Tag, in source: SourceText, environment: Environment) {
    guard tag.kind != .comment else { return }
    let tokens = Lexer.tokens(source, tag.inner).tokens
    for token in tokens {
      if case .string(let text) = token.kind { strings.append(text) }
    }
    var parser = Parser(source, tokens)
    do throws(Parser.Failure) {
      if tag.kind == .expression {
        walk(try parser.tuple(), .value, environment)
      } else {
        parser.advance()
        try readStatement(tag.keyword, &parser, environment)
      }
    } catch {
      uses = []
    }
  }

  private mutating func readStatement(
    _ keyword: String, _ parser: inout Parser, _ environment: Environment
  ) throws(Parser.Failure) {
    switch keyword {
    case "if", "elif": walk(try parser.tuple(), .condition, environment)
    case "for":
      let head = try parser.loopHead()
      walk(head.iterable, .value, environment)
      if case .name(let word) = head.target, let path = Self.path(head.iterable) {
        names[word.name] = path + "[]"
      }
      if let filter = head.filter { walk(filter, .condition, environment) }
    case "set":
      let head = try parser.setHead()
      if case .name(let word) = head.target, let path = Self.path(head.value) {
        names[word.name] = path
      } else {
        walk(head.value, .value, environment)
      }
    case "with":
      for pair in try parser.withHead() {
        if case .name(let word) = pair.target, let path = Self.path(pair.value) {
          names[word.name] = path
        } else {
          walk(pair.value, .value, environment)
        }
      }
    default: break
    }
  }

  /// The path that an expression is, if it is one; filters that keep the value are looked through.
  private static func path(_ expression: Expression) -> String? {
    switch expression.kind {
    case .name(let name): return name
    case .attribute(let base, let name): return path(base).map { $0 + "." + name }
    case .item(let base, let index):
      guard let path = path(base) else { return nil }
      if case .constant(.string(let name)) = index.kind { return path + "." + name }
      return path + "[]"
    case .slice(let base, _, _, _): return path(base)
    case .filter(let input?, _, _): return path(input)
    default: return nil
    }
  }

  private mutating func walk(
    _ expression: Expression, _ role: Use.Role, _ environment: Environment
  ) {
    func all(_ parts: [Expression]) { for part in parts { walk(part, role, environment) } }
    switch expression.kind {
    case .constant: break
    case .name, .attribute, .item:
      if let path = Self.path(expression) {
        uses.append(Use(path: path, role: role, span: expression.span))
      } else if case .attribute(let base, _) = expression.kind {
        walk(base, role, environment)
      } else if case .item(let base, _) = expression.kind {
        walk(base, role, environment)
      }
    case .slice(let base, _, _, _): walk(base, role, environment)
    case .call(let callee, let arguments):
      if Reference.isCall(callee, arguments) {
        if case .constant(.string(let name))? = arguments.positional.first?.kind {
          uses.append(Use(path: "ref(\"\(name)\")", role: role, span: expression.span))
        }
        return
      }
      switch callee.kind {
      case .attribute(let base, let method) where Methods.names.contains(method):
        walk(base, role, environment)
      case .name(let name) where environment.functions[name] != nil: break
      case .name: break
      default: walk(callee, role, environment)
      }
      all(arguments.positional)
    case .filter(let input?, let word, _):
      walk(input, role, environment)
      if word.name == "default" || word.name == "d", let path = Self.path(input) {
        uses.append(Use(path: path, role: .fallback, span: input.span))
      }
    case .filter(nil, _, _): break
    case .test(let input, _, _, _): walk(input, .condition, environment)
    case .not(let operand), .negative(let operand), .positive(let operand):
      walk(operand, role, environment)
    case .binary(_, let left, let right): all([left, right])
    case .compare(let first, let comparisons): all([first] + comparisons.map(\.right))
    case .and(let items), .or(let items), .concatenate(let items), .list(let items): all(items)
    case .conditional(let condition, let then, let otherwise):
      walk(condition, .condition, environment)
      all([then] + (otherwise.map { [$0] } ?? []))
    case .dictionary(let pairs): all(pairs.map(\.value))
    }
  }
}
