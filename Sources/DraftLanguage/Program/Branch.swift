/// One way that a template may go: an arm of a condition, or the text of a loop.
///
/// `and`, `or` and filters such as `default` choose values, not text, and make no branches. A loop is one
/// branch, what it repeats; that it has nothing to go over is a branch only where it has an `else`.
public struct Branch: Sendable, Hashable {
  /// What leads into a branch.
  public enum Kind: Sendable, Hashable {
    /// The condition of an `if` or `elif` holds, or that of `a if condition else b`.
    case condition
    /// The conditions do not hold, and an `else` says what stands there then.
    case otherwise
    /// The conditions do not hold, and nothing stands there then.
    case nothing
    /// A loop has something to go over.
    case loop
  }

  /// What leads into it.
  public var kind: Kind
  /// As they stand in the template: the condition; for `else` and for nothing, all conditions that do
  /// not hold; for a loop, what it goes over.
  public var expressions: [String]
  /// The condition, the `else`, or what the loop goes over.
  public var place: Place
  /// The number of the branch around it in ``Program/branches``; nil when there is none.
  public var outer: Int?
  /// Where a fill passes when it takes the branch; several when a text is included more than once.
  var points: Set<BranchPoint>
}

/// The branches of one program that fills have taken.
public struct TakenBranches: Sendable, Hashable {
  var points: Set<BranchPoint> = []

  /// None.
  public init() {}

  /// Whether a fill has taken a branch of the program.
  public func contains(_ branch: Branch) -> Bool { !points.isDisjoint(with: branch.points) }

  /// Adds the branches that another fill of the program has taken.
  public mutating func formUnion(_ other: TakenBranches) { points.formUnion(other.points) }
}

/// A choice that a fill makes, and how it falls out.
enum BranchPoint: Sendable, Hashable {
  /// An operation: the condition of `branch` holds, `begin` enters its loop.
  case operation(Int32, Bool)
  /// A conditional expression.
  case node(Int32, Bool)
}

/// A branch as the compiler notes it.
struct BranchEntry: Sendable {
  var kind: Branch.Kind
  var expressions: [SourceSpan]
  var span: SourceSpan
  /// The entry around it, -1 for none.
  var outer: Int32
  var point: BranchPoint
}

extension Program {
  /// All branches, in the order of the template.
  public var branches: [Branch] {
    var branches: [Branch] = []
    var numbers: [Int] = []
    var known: [BranchKey: Int] = [:]
    for entry in tables.branchEntries {
      let key = BranchKey(kind: entry.kind, place: tables.place(entry.span))
      if let number = known[key] {
        branches[number].points.insert(entry.point)
        numbers.append(number)
        continue
      }
      known[key] = branches.count
      numbers.append(branches.count)
      branches.append(
        Branch(
          kind: entry.kind, expressions: entry.expressions.map(tables.text), place: key.place,
          outer: entry.outer < 0 ? nil : numbers[Int(entry.outer)], points: [entry.point]))
    }
    return branches
  }
}

/// What two compilations of one branch have in common.
private struct BranchKey: Hashable {
  var kind: Branch.Kind
  var place: Place
}
