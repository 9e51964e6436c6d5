/// Which branches of a template its samples reach: the arms of its conditions and the texts of its loops.
///
/// What no sample reaches, nobody has seen on paper.
///
/// ```swift
/// var coverage = BranchCoverage(of: template)
/// for sample in samples { try coverage.add(sample) }
/// print(coverage.reached, "of", coverage.branches)
/// ```
public struct BranchCoverage: Sendable {
  /// The same branch in several compilations of one template.
  private struct Key: Hashable, Sendable {
    let kind: Branch.Kind
    let place: Place

    init(_ branch: Branch) { (kind, place) = (branch.kind, branch.place) }
  }

  private let template: Template
  private let variants: [Template]
  /// By part of the template.
  private let parts: [[Branch]]
  private var keys: Set<Key> = []

  /// The coverage of a template by no sample yet.
  ///
  /// - Parameters:
  ///   - template: the template as it stands, whose branches are counted.
  ///   - variants: the same template compiled for one language each. A branch that only they reach,
  ///     because it asks for the languages of the document, is reached too.
  public init(of template: Template, variants: [Template] = []) {
    self.template = template
    self.variants = variants
    parts = template.programs.map(\.branches)
  }

  /// Adds the branches that a sample reaches.
  ///
  /// - Parameter sample: what the template is filled with.
  /// - Throws: ``Diagnostics`` with everything that is missing or wrong; nothing is added then.
  public mutating func add(_ sample: ObjectValue) throws(Diagnostics) {
    var found: Set<Key> = []
    for template in [template] + variants {
      let programs = template.programs
      for (program, taken) in zip(programs, try template.takenBranches(with: sample)) {
        for branch in program.branches where taken.contains(branch) { found.insert(Key(branch)) }
      }
    }
    keys.formUnion(found)
  }

  /// How many branches there are.
  public var branches: Int { parts.reduce(0) { $0 + $1.count } }

  /// How many of them a sample reaches.
  public var reached: Int { parts.reduce(0) { $0 + $1.count(where: isReached) } }

  private func isReached(_ branch: Branch) -> Bool { keys.contains(Key(branch)) }

  /// A warning for each branch that no sample reaches, in the order of the template. One that stands in
  /// such a branch is counted there and not listed.
  public var diagnostics: [Diagnostic] {
    var findings = Findings()
    for part in parts {
      // The outermost branch around each, itself included, that is not reached.
      var roots: [Int?] = []
      var counts: [Int: Int] = [:]
      for (index, branch) in part.enumerated() {
        let root = branch.outer.flatMap { roots[$0] } ?? (isReached(branch) ? nil : index)
        roots.append(root)
        if let root { counts[root, default: 0] += 1 }
      }
      let listed = part.indices.filter { roots[$0] == $0 }.sorted {
        let (left, right) = (part[$0].place, part[$1].place)
        return (left.line, left.column, $0) < (right.line, right.column, $1)
      }
      for index in listed {
        findings.append(.unreached(part[index], inside: (counts[index] ?? 1) - 1))
      }
    }
    return findings.items
  }
}
