internal import DraftLanguage
internal import DraftPackage

/// The contents of a story in one fill, on their way into the package.
struct DrawnStory {
  /// What is drawn.
  private let story: CompiledStory
  /// What is known of it; nil for nothing.
  private var plan: Preparation.StoryPlan?
  /// Whether it gets a plan of its own when it has become so long that this pays.
  private var mayBePlanned: Bool
  /// The part, or what is left of it to be packed.
  var bytes: [UInt8] = []
  /// What the bytes were copies of when they were drawn.
  private var copied: [CopiedBytes] = []
  /// Where it stands since the marks in it were replaced.
  private var move = OutputMove()
  /// The part in its packed form; nil as long as it is short enough to be kept.
  private(set) var packed: PackedPart?

  /// A story that nothing is drawn of yet.
  init(_ story: CompiledStory, plan: Preparation.StoryPlan?, mayBePlanned: Bool) {
    self.story = story
    self.plan = plan
    self.mayBePlanned = mayBePlanned
    // Room for values and repeated parts, so that few documents are moved while they grow.
    bytes.reserveCapacity(story.program.statics.count * 3 / 2)
  }

  /// The name of the part.
  var name: String { story.name }

  /// Draws a story that nothing is done to afterwards; a long one is packed while it grows, so that it is
  /// never there as a whole. One that may get a plan waits until it is long enough for it, or ends.
  ///
  /// - Throws: ``PackageError``: `cannot-write`.
  mutating func draw(
    by renderer: inout Renderer, packing writer: PackageWriter
  ) throws(PackageError) {
    let (story, mayBePlanned) = (story, mayBePlanned)
    let payingSize = Preparation.StoryPlan.payingSize(of: story.program)
    var plan = plan
    var isBegun = false
    draw(by: &renderer) { bytes, copied in
      if !isBegun {
        if mayBePlanned {
          guard bytes.count >= payingSize else {
            // So that it is not moved time and again; what is not written to takes no memory.
            bytes.reserveCapacity(payingSize + Renderer.pieceSize)
            return
          }
          plan = Preparation.StoryPlan(story.program)
        }
        writer.begin(story.name, plan: plan?.plan)
        isBegun = true
      }
      writer.add(&bytes, copies: plan?.copies(copied, OutputMove()) ?? [])
      copied.removeAll(keepingCapacity: true)
    }
    self.plan = plan
    if isBegun {
      packed = try writer.end(bytes, copies: copies)
      bytes = []
    }
  }

  /// Draws a story that is needed as a whole, because something may be done to it.
  mutating func draw(by renderer: inout Renderer) { draw(by: &renderer) { _, _ in } }

  private mutating func draw(by renderer: inout Renderer, drain: @escaping Renderer.Drain) {
    copied = renderer.render(
      story.program, emitter: story.emitter, into: &bytes,
      notesCopies: plan != nil || mayBePlanned, drain: drain)
  }

  /// What the bytes are copies of.
  private var copies: [SegmentCopy] { plan?.copies(copied, move) ?? [] }

  /// Takes the story with other bytes in the places of its marks.
  mutating func replaceMarks(_ bytes: [UInt8], _ move: OutputMove) {
    self.bytes = bytes
    self.move = move
  }

  /// Puts right what the template may have left invalid. Most stories are as they should be: then what is
  /// known of them still holds.
  mutating func mend() {
    guard story.mending.isNeeded else { return }
    let mended = Mender.mend(bytes, story.mending)
    guard mended != bytes else { return }
    bytes = mended
    copied = []
    plan = nil
    mayBePlanned = false
  }

  /// Packs the story now if it has become so long that a plan pays for it alone.
  ///
  /// - Throws: ``PackageError``: `cannot-write`.
  mutating func packIfLong(by writer: PackageWriter) throws(PackageError) {
    guard packed == nil, mayBePlanned,
      bytes.count >= Preparation.StoryPlan.payingSize(of: story.program)
    else { return }
    plan = Preparation.StoryPlan(story.program)
    packed = try packed(by: writer)
    bytes = []
  }

  /// The story in its packed form.
  ///
  /// - Throws: ``PackageError``: `cannot-write`.
  func packed(by writer: PackageWriter) throws(PackageError) -> PackedPart {
    if let packed { return packed }
    return try writer.pack(bytes, name: story.name, plan: plan?.plan, copies: copies)
  }
}
