internal import DraftLanguage
internal import DraftPackage
internal import Synchronization

/// What prepared fills of a template share, made by the first of them: a single fill has no use for it.
final class Preparation: Sendable {
  /// What is known of the contents of one story.
  final class StoryPlan: Sendable {
    let plan: DeflatePlan
    /// Where each segment of the plan begins in the bytes that its operation copies.
    private let offsets: [Int32]
    /// The first segment of each operation, and of those behind it.
    private let firsts: [Int32]

    /// From how many bytes of a story on a plan pays for one document: 64 times those that its program has.
    ///
    /// What a plan takes grows with the bytes of the program, and what it saves with those that come out.
    /// Measured in instructions, over six templates of 10 to 365 KB with tables of 8 to 3,000 rows, both are
    /// equal at 20 times for a short template and at 44 for a long one, beside zlib's level 6; beside level 1
    /// at 50 to 115, where files by a plan are smaller.
    static func payingSize(of program: Program) -> Int { 64 * program.statics.count }

    /// Plans for a story.
    ///
    /// The marks in its bytes are no part of the document. What comes in the place of most is not known;
    /// of those that count paragraphs nothing is left, so that what stands on both sides is one segment.
    init(_ program: Program) {
      let marks = OutputMark.all(in: program.statics)
      var bytes: [UInt8] = []
      var segments: [(range: Range<Int>, certainUntil: Int)] = []
      var (offsets, firsts): ([Int32], [Int32]) = ([], [])
      for copy in program.copies {
        while firsts.count <= copy.operation { firsts.append(Int32(segments.count)) }
        let end = copy.range.upperBound
        var (first, start, copied) = (copy.range.lowerBound, bytes.count, copy.range.lowerBound)
        func close() {
          guard bytes.count > start else { return }
          offsets.append(Int32(first - copy.range.lowerBound))
          segments.append((start..<bytes.count, Int(copy.certainUntil)))
        }
        var index = Self.first(of: marks, from: copied)
        while index < marks.count, marks[index].range.upperBound <= end {
          let (range, mark) = marks[index]
          bytes += program.statics[copied..<range.lowerBound]
          copied = range.upperBound
          if case .paragraph = mark {
          } else {
            close()
            (first, start) = (copied, bytes.count)
          }
          index += 1
        }
        bytes += program.statics[copied..<end]
        close()
      }
      firsts.append(Int32(segments.count))
      plan = DeflatePlan(
        segments.map { segment in
          DeflatePlan.Segment(
            segment.range,
            certainUntil: segment.certainUntil < firsts.count
              ? Int(firsts[segment.certainUntil]) : segments.count)
        }, of: bytes)
      (self.offsets, self.firsts) = (offsets, firsts)
    }

    /// The first of marks that stands at a place or behind it.
    private static func first(
      of marks: [(range: Range<Int>, mark: OutputMark)], from place: Int
    ) -> Int {
      var (low, high) = (0, marks.count)
      while low < high {
        let middle = (low + high) / 2
        if marks[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
      }
      return low
    }

    /// The segments of the plan that a rendering has copied.
    ///
    /// - Parameter move: where everything stands since other bytes took the places of its marks.
    func copies(_ copied: [CopiedBytes], _ move: OutputMove) -> [SegmentCopy] {
      var copies: [SegmentCopy] = []
      copies.reserveCapacity(copied.count)
      var move = move.cursor
      for copy in copied {
        let operation = Int(copy.operation)
        for segment in Int(firsts[operation])..<Int(firsts[operation + 1]) {
          let start = move.moved(copy.start + Int(offsets[segment]))
          // What is too long for 32 bits is no part that can be written.
          copies.append(
            SegmentCopy(segment: Int32(segment), start: Int32(truncatingIfNeeded: start)))
        }
      }
      return copies
    }
  }

  /// What is known of the part with the lists: those that begin anew are added in one place.
  struct ListPlan: Sendable {
    /// The part.
    let part: NumberingPart
    private let plan: DeflatePlan

    /// Plans for the part.
    init(_ part: NumberingPart) {
      self.part = part
      let ranges = [0..<part.end, part.end..<part.bytes.count]
      plan = DeflatePlan(
        ranges.map { DeflatePlan.Segment($0, certainUntil: 2) }, of: part.bytes)
    }

    /// The part with what was added to it; nil for nothing.
    func packed(
      _ changed: [UInt8]?, name: String, by writer: PackageWriter
    ) throws(PackageError) -> PackedPart {
      let bytes = changed ?? part.bytes
      let rest = bytes.count - (part.bytes.count - part.end)
      return try writer.pack(
        bytes, name: name, plan: plan,
        copies: [.init(segment: 0, start: 0), .init(segment: 1, start: Int32(rest))])
    }
  }

  /// The template's package, with what does not depend on the data in place, and the plans of its parts.
  final class Prepared: Sendable {
    let package: PreparedPackage
    /// In the order of the stories.
    let plans: [StoryPlan]
    /// The name of the part with the lists, and its plan; nil when it stays as it is.
    let lists: (name: String, plan: ListPlan)?

    /// Makes a template ready.
    init(
      _ package: Package, stories: [CompiledStory], lists: (name: String, part: NumberingPart)?,
      changes: [String: [UInt8]], removals: Set<String>
    ) throws(PackageError) {
      plans = stories.map { StoryPlan($0.program) }
      self.lists = lists.map { ($0.name, ListPlan($0.part)) }
      let names = stories.map(\.name) + (lists.map { [$0.name] } ?? [])
      let fixed = changes.filter { !names.contains($0.key) }
      self.package = try PreparedPackage(
        fixed.isEmpty ? package : package.replacing(fixed), parts: names, removing: removals)
    }
  }

  private let made = AtomicLazyReference<Prepared>()
  private let making = Mutex(())

  /// What has been made, or is made now: by the first that wants it, for which others wait.
  func package(_ make: () throws(PackageError) -> Prepared) throws(PackageError) -> Prepared {
    if let made = made.load() { return made }
    return try making.withLock { _ throws(PackageError) in
      if let made = made.load() { return made }
      return made.storeIfNil(try make())
    }
  }
}
