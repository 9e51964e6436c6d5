/// A statement as the parser reads it: a tag or block of the template, or what stands between.
///
/// Cases that hold much are indirect, so that a statement is small enough to be handed on.
enum Statement: Sendable {
  case literal(Range<Int>)
  indirect case emit(Expression, TagContext)
  /// `otherwiseTag` is the `else`, nil when there is none.
  indirect case condition(
    [(test: Expression, body: [Statement])], otherwise: [Statement], otherwiseTag: Range<Int>?,
    TagContext)
  indirect case loop(Loop, TagContext)
  indirect case set(AssignmentTarget, Expression, TagContext)
  indirect case setBlock(AssignmentTarget, [Filtering], body: [Statement], TagContext)
  indirect case with([(target: AssignmentTarget, value: Expression)], body: [Statement], TagContext)
  indirect case macro(Routine, TagContext)
  indirect case call(Expression, Routine, TagContext)
  indirect case filter([Filtering], body: [Statement], TagContext)
  indirect case evaluate(Expression, TagContext)
  indirect case include([String], isOptional: Bool, TagContext)
  case group([Statement])
  indirect case leave(isContinue: Bool, TagContext)
  case remember
  case restore
  case mark(Int32, loop: Int?)

  /// What the piece says of the tag.
  struct TagContext: Sendable {
    var span: Range<Int>
    var site: Int32
    var language: String?
    var captures: MarkupLevel
  }

  struct Loop: Sendable {
    var target: AssignmentTarget
    var iterable: Expression
    var filter: Expression?
    var isRecursive: Bool
    var body: [Statement]
    var otherwise: [Statement]
    /// The `else`; nil when there is none.
    var otherwiseTag: Range<Int>?
  }

  struct Routine: Sendable {
    var name: Expression.Word
    var parameters: [(word: Expression.Word, fallback: Expression?)]
    var body: [Statement]
  }

  struct Filtering: Sendable {
    var word: Expression.Word
    var arguments: Expression.Arguments
  }
}

/// What an assignment writes to.
indirect enum AssignmentTarget: Sendable {
  case name(Expression.Word)
  case attribute(Expression.Word, Expression.Word)
  case tuple([AssignmentTarget], Range<Int>)

  /// The names that the target binds.
  var names: [Expression.Word] {
    switch self {
    case .name(let word): [word]
    case .attribute: []
    case .tuple(let targets, _): targets.flatMap(\.names)
    }
  }
}
