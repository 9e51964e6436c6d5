internal import DraftLanguage
internal import DraftPackage

/// The contents of a story in one fill, on their way into the package.
struct DrawnStory {
  /// The name of the part.
  let name: String
  /// What is known of it; nil for nothing.
  private var plan: Preparation.StoryPlan?
  /// The part, or what is left of it to be packed.
  var bytes: [UInt8] = []
  /// What the bytes were copies of when they were drawn.
  private var copied: [CopiedBytes] = []
  /// Where it stands since the marks in it were replaced.
  private var move = OutputMove()
  /// The part in its packed form; nil as long as it is short enough to be kept.
  private(set) var packed: PackedPart?

  /// A story that nothing is drawn of yet.
  init(name: String, plan: Preparation.StoryPlan?) {
    self.name = name
    self.plan = plan
  }

  /// Draws a story that nothing is done to afterwards; a long one is packed while it grows, so that it is
  /// never there as a whole.
  ///
  /// - Throws: ``PackageError``: `cannot-write`.
  mutating func draw(
    _ story: CompiledStory, by renderer: inout Renderer, packing writer: PackageWriter
  ) throws(PackageError) {
    let (name, plan) = (name, plan)
    var isBegun = false
    draw(story, by: &renderer) { bytes, copied in
      if !isBegun { writer.begin(name, plan: plan?.plan) }
      isBegun = true
      writer.add(&bytes, copies: plan?.copies(copied, OutputMove()) ?? [])
      copied.removeAll(keepingCapacity: true)
    }
    if isBegun {
      packed = try writer.end(bytes, copies: copies)
      bytes = []
    }
  }

  /// Draws a story that is needed as a whole, because something may be done to it.
  mutating func draw(_ story: CompiledStory, by renderer: inout Renderer) {
    draw(story, by: &renderer) { _, _ in }
  }

  private mutating func draw(
    _ story: CompiledStory, by renderer: inout Renderer, drain: @escaping Renderer.Drain
  ) {
    copied = renderer.render(
      story.program, emitter: story.emitter, into: &bytes, notesCopies: plan != nil, drain: drain)
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
  mutating func mend(_ mending: Mending) {
    let mended = Mender.mend(bytes, mending)
    guard mended != bytes else { return }
    bytes = mended
    copied = []
    plan = nil
  }

  /// The story in its packed form.
  ///
  /// - Throws: ``PackageError``: `cannot-write`.
  func packed(by writer: PackageWriter) throws(PackageError) -> PackedPart {
    if let packed { return packed }
    return try writer.pack(bytes, name: name, plan: plan?.plan, copies: copies)
  }
}
