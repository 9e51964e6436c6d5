internal import DraftLanguage
internal import DraftPackage
internal import Synchronization

/// The contents of a story in one fill.
struct Drawn {
  /// The number of the story.
  var story: Int
  /// The part.
  var bytes: [UInt8] = []
  /// The static bytes in it; nil when they may have been changed after they were copied.
  var copies: [CopiedBytes]?
}

/// What prepared fills of a template share, made by the first of them: a single fill has no use for it.
final class Preparation: Sendable {
  /// The template's package with the plans of its stories.
  struct Prepared: Sendable {
    /// The stories in their order, then what changes whatever the data are.
    let package: PreparedPackage
    /// By story, the segment of each operation that copies.
    private let segments: [[Int32]]
    private let fixed: [PreparedPackage.Content]

    init(
      _ package: Package, stories: [CompiledStory], changes: [String: [UInt8]],
      removals: Set<String>
    ) throws(PackageError) {
      var parts: [PreparedPackage.Part] = []
      var segments: [[Int32]] = []
      for story in stories {
        let copies = story.program.copies
        var numbers = [Int32](repeating: 0, count: Int(copies.last?.operation ?? -1) + 1)
        for (number, copy) in copies.enumerated() { numbers[Int(copy.operation)] = Int32(number) }
        segments.append(numbers)
        parts.append(
          PreparedPackage.Part(
            name: story.name, plan: story.mending.isNeeded ? nil : Self.plan(story, copies)))
      }
      let names = Set(stories.map(\.name))
      let fixed = changes.keys.filter { !names.contains($0) }.sorted()
      parts += fixed.map { PreparedPackage.Part(name: $0, plan: nil) }
      self.segments = segments
      self.fixed = fixed.map { PreparedPackage.Content(bytes: changes[$0] ?? [], copies: nil) }
      self.package = try PreparedPackage(package, parts: parts, removing: removals)
    }

    private static func plan(_ story: CompiledStory, _ copies: [Program.Copy]) -> DeflatePlan {
      let segments = copies.map { copy in
        DeflatePlan.Segment(
          range: copy.range, standsUntil: number(of: copy.standsUntil, in: copies))
      }
      return DeflatePlan(segments, of: story.program.statics, sample: story.program.sourceText)
    }

    /// How many of the copies come before an operation.
    private static func number(of operation: Int, in copies: [Program.Copy]) -> Int {
      var (low, high) = (0, copies.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(copies[middle].operation) < operation { low = middle + 1 } else { high = middle }
      }
      return low
    }

    /// The contents of all parts that a fill changes.
    func contents(_ drawn: [Drawn]) -> [PreparedPackage.Content] {
      drawn.map { drawn in
        PreparedPackage.Content(
          bytes: drawn.bytes,
          copies: drawn.copies?.map { copy in
            TemplateDeflater.Copy(
              segment: segments[drawn.story][Int(copy.operation)],
              // What is too long for 32 bits is no part that can be written.
              start: Int32(truncatingIfNeeded: copy.start))
          })
      } + fixed
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
