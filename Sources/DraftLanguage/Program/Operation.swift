/// One step of a program. Nodes, loops, routines and targets are indexes into its tables; jumps
/// are indexes of operations.
enum Operation: Sendable {
  /// Appends static bytes.
  case copy(lower: Int32, upper: Int32)
  /// Writes the value of a node.
  case emit(node: Int32, site: Int32)
  /// Evaluates a node for its effect.
  case evaluate(node: Int32)
  /// Goes on elsewhere.
  case jump(Int32)
  /// Goes on elsewhere when a node is false.
  case branch(unless: Int32, to: Int32)
  /// Stores the value of a node.
  case assign(target: Int32, node: Int32)
  /// Gives a name of an inner scope the value that it has outside.
  case initialise(slot: Int32, node: Int32)
  /// Enters a loop; goes to `otherwise` when there is nothing to go over.
  case begin(loop: Int32, otherwise: Int32)
  /// Takes the next element and goes back to `body`, or leaves the loop.
  case next(loop: Int32, body: Int32)
  /// Leaves the innermost loop.
  case leave
  /// Runs what follows up to `end` with its output captured, and stores the result.
  case capture(target: Int32, markup: Int32, end: Int32)
  /// Binds a macro or a caller to a slot.
  case define(slot: Int32, routine: Int32)
  /// Remembers the variables.
  case remember
  /// Puts the remembered variables back.
  case restore
  /// Marks a place of the output; `loop` is the plan whose turn is told, -1 for none.
  case mark(id: Int32, loop: Int32)
}

/// An expression of a program; children are indexes into the program's nodes, -1 for none.
enum Node: Sendable {
  case constant(Int32)
  case root(Int32)
  case slot(Int32)
  case outer(hops: Int32, slot: Int32)
  /// What a filter block captured.
  case captured
  case attribute(Int32, name: Int32)
  case item(Int32, Int32)
  case slice(Int32, lower: Int32, upper: Int32, step: Int32)
  case call(Int32)
  case not(Int32)
  case negative(Int32)
  case positive(Int32)
  case binary(BinaryOperator, Int32, Int32)
  case compare(ComparisonOperator, Int32, Int32)
  case chain(first: Int32, count: Int32)
  case and(first: Int32, count: Int32)
  case or(first: Int32, count: Int32)
  case concatenate(first: Int32, count: Int32)
  case list(first: Int32, count: Int32)
  case dictionary(first: Int32, count: Int32)
  case conditional(condition: Int32, then: Int32, otherwise: Int32)
}

/// A call of a filter, test, function, method, macro or plain value, its arguments in order.
struct Invocation: Sendable {
  enum Callee: Sendable {
    case filter(Filter)
    case test(Filter, negated: Bool)
    case function(Filter)
    /// `ref`, which no data of that name hides.
    case reference(Filter)
    case method(String)
    case value
  }

  var name: String
  var callee: Callee
  /// The filter's input, the method's receiver, or what is called; -1 for a function.
  var base: Int32
  /// One a parameter, -1 where the fallback holds; for macros and methods all positional ones.
  var arguments: [Int32]
  /// What follows the parameters.
  var rest: [Int32] = []
  /// Named arguments that are no parameters.
  var named: [(name: String, node: Int32)] = []
}

/// What an assignment writes to.
indirect enum Target: Sendable {
  case slot(Int32)
  case outer(hops: Int32, slot: Int32)
  case attribute(node: Int32, name: String)
  case tuple([Target], node: Int32)
}

/// What the operations of one `for` share.
struct LoopPlan: Sendable {
  var target: Int32
  var iterable: Int32
  var filter: Int32
  var loopSlot: Int32
  var isRecursive: Bool
  /// The slots that belong to the loop, to be put back after a recursive turn.
  var slots: Range<Int32> = 0..<0
  /// From the first operation of a turn to just past `next`.
  var body: Range<Int> = 0..<0
  /// The operations of its `else`.
  var otherwise: Range<Int> = 0..<0
  var markup: Int32
}

/// A macro, or the body of a `call` block.
struct Routine: Sendable {
  var name: String
  /// Parallel to the first slots of its frame.
  var parameters: [(name: String, fallback: Int32)]
  var slotCount = 0
  var callerSlot: Int32 = -1
  var variadicSlot: Int32 = -1
  var keywordSlot: Int32 = -1
  var usesVariadic = false
  var usesKeywords = false
  var body: Range<Int> = 0..<0
  var markup: Int32
}

/// Where a slot gets its values, for the data paths of messages.
enum SlotOrigin: Sendable {
  case unknown
  case node(Int32)
  case loop(Int32, position: Int32)
  case parameter(Int32)
}

/// A range of one of a program's sources.
struct SourceSpan: Sendable, Hashable {
  var source: Int32
  var lower: Int32
  var upper: Int32
}
