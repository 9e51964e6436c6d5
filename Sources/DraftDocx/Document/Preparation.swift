internal import DraftLanguage
internal import DraftPackage
internal import Synchronization

/// What prepared fills of a template share, made by the first of them: a single fill has no use for it.
final class Preparation: Sendable {
  /// What is known of the contents of one story.
  struct StoryPlan: Sendable {
    let plan: DeflatePlan
    /// The segment of each operation that copies.
    private let segments: [Int32]

    /// Plans for a story.
    init(_ program: Program) {
      let copies = program.copies
      plan = DeflatePlan(copies.map(\.range), of: program.statics)
      var segments = [Int32](repeating: 0, count: Int(copies.last?.operation ?? -1) + 1)
      for (number, copy) in copies.enumerated() {
        segments[Int(copy.operation)] = Int32(number)
      }
      self.segments = segments
    }

    /// The segments of the plan that a rendering has copied.
    func copies(_ copied: [CopiedBytes]) -> [SegmentCopy] {
      copied.map { copy in
        SegmentCopy(
          segment: segments[Int(copy.operation)],
          // What is too long for 32 bits is no part that can be written.
          start: Int32(truncatingIfNeeded: copy.start))
      }
    }
  }

  /// The template's package, with what does not depend on the data in place, and the plans of its stories.
  struct Prepared: Sendable {
    let package: PreparedPackage
    /// In the order of the stories.
    let plans: [StoryPlan]

    /// Makes a template ready.
    init(
      _ package: Package, stories: [CompiledStory], changes: [String: [UInt8]],
      removals: Set<String>
    ) throws(PackageError) {
      plans = stories.map { StoryPlan($0.program) }
      let names = stories.map(\.name)
      let fixed = changes.filter { !names.contains($0.key) }
      self.package = try PreparedPackage(
        fixed.isEmpty ? package : package.replacing(fixed), parts: names, removing: removals)
    }
  }

  private let made = Mutex<Prepared?>(nil)

  /// What has been made, or is made now.
  func package(_ make: () throws(PackageError) -> Prepared) throws(PackageError) -> Prepared {
    if let made = made.withLock({ $0 }) { return made }
    // Two threads may make it at once: what they make is the same.
    let new = try make()
    made.withLock { $0 = new }
    return new
  }
}
