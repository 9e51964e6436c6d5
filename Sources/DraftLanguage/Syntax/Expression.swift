/// An expression as the parser reads it, with the span of the source that it came from.
struct Expression: Sendable {
  var kind: Kind
  var span: Range<Int>
  /// How many expressions stand one inside the other, this one included.
  var depth: Int

  indirect enum Kind: Sendable {
    case constant(Value)
    case name(String)
    case attribute(Expression, String)
    case item(Expression, Expression)
    case slice(Expression, lower: Expression?, upper: Expression?, step: Expression?)
    case call(Expression, Arguments)
    case filter(Expression?, Word, Arguments)
    case test(Expression, Word, Arguments, negated: Bool)
    case not(Expression)
    case negative(Expression)
    case positive(Expression)
    case binary(BinaryOperator, Expression, Expression)
    case compare(Expression, [Comparison])
    case and([Expression])
    case or([Expression])
    case concatenate([Expression])
    case conditional(condition: Expression, then: Expression, otherwise: Expression?)
    case list([Expression])
    case dictionary([(key: Expression, value: Expression)])
  }

  /// A name with its span: of a filter, test or keyword argument.
  struct Word: Sendable {
    var name: String
    var span: Range<Int>
  }

  /// What stands between the parentheses of a call.
  struct Arguments: Sendable {
    var positional: [Expression] = []
    var named: [(word: Word, value: Expression)] = []
    /// The parentheses with what is in them; empty when there are none.
    var span: Range<Int> = 0..<0
    var isEmpty: Bool { positional.isEmpty && named.isEmpty }
    var depth: Int {
      max(positional.map(\.depth).max() ?? 0, named.map(\.value.depth).max() ?? 0)
    }
  }

  struct Comparison: Sendable {
    var comparison: ComparisonOperator
    var right: Expression
  }
}

enum BinaryOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
  case power = "**"
}

enum ComparisonOperator: String, Sendable {
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contained = "in"
  case notContained = "not in"
}
