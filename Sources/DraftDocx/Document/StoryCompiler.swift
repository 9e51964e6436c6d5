internal import DraftLanguage
internal import DraftXML

/// A part of the document as its author reads it, with its tags found.
struct ReadStory: Sendable {
  /// The name of the part in the package.
  var name: String
  /// Its name in messages ("body", "header 1").
  var label: String
  var story: Story
  var source: SourceText
  var tags: [Tag]
  var literalBraces: [LiteralBrace]
  var diagnostics: [Diagnostic]
  /// Whether it is the body of the document.
  var isBody: Bool
}

/// A part of the document made into a program over its own bytes.
///
/// All fills share it, whatever thread they run in: it is one reference to count, not one for each of
/// its parts.
final class CompiledStory: Sendable {
  /// The name of the part in the package.
  let name: String
  /// What to run.
  let program: Program
  /// How values are written.
  let emitter: WordEmitter
  /// What to put right in the output.
  let mending: Mending
  /// What the marks of the output stand for.
  let marks: StoryMarks

  /// A part with all that its fills need.
  init(
    name: String, program: Program, emitter: WordEmitter, mending: Mending, marks: StoryMarks
  ) {
    self.name = name
    self.program = program
    self.emitter = emitter
    self.mending = mending
    self.marks = marks
  }
}

/// Compiles one part; see the chapter on architecture for the passes.
struct StoryCompiler {
  /// The file's name for messages.
  var file: String?
  /// Filters, tests, functions, limits.
  var environment: Environment
  /// The languages of the paragraph styles.
  var styleLanguages: [String: String]
  /// The languages to draw; nil for the part as it is.
  var selection: LanguageSelection?

  /// What a part compiles to.
  struct Result {
    /// Nil when the part holds no tags or has errors.
    var story: CompiledStory?
    /// Everything that is wrong or doubtful.
    var diagnostics: [Diagnostic]
  }

  /// Reads a part.
  ///
  /// - Parameters:
  ///   - tree: the part.
  ///   - name: its name in the package.
  ///   - label: its name in messages ("body", "header 1").
  ///   - kind: how its text is found.
  func read(_ tree: XMLTree, name: String, label: String, kind: StoryReader.Kind) -> ReadStory {
    let story = StoryReader(styleLanguages: styleLanguages).read(tree, as: kind)
    let source = story.source(file: file, part: label)
    let scan = TagScanner.scan(source, form: .document)
    return ReadStory(
      name: name, label: label, story: story, source: source, tags: scan.tags,
      literalBraces: scan.literalBraces, diagnostics: scan.diagnostics,
      isBody: story.tree.elements.indices.contains { story.word($0) == .body })
  }

  /// Compiles a part.
  ///
  /// - Parameters:
  ///   - read: the part.
  ///   - body: the lists of the body; nil for other parts, and where no number is asked for.
  ///   - hasClauses: whether `ref` may name clauses of the body.
  func compile(_ read: ReadStory, body: BodyNumbers?, hasClauses: Bool) -> Result {
    let (story, source, label, isBody) = (read.story, read.source, read.label, read.isBody)
    let drops = selection.map { selection in
      story.units.contains { !selection.includes($0.language) }
        || (selection.layout == .sequence && isBody && story.units.contains { $0.language != nil })
    }
    if read.tags.isEmpty && read.literalBraces.isEmpty && read.diagnostics.isEmpty && drops != true
    {
      return Result(story: nil, diagnostics: [])
    }
    var tags = read.tags
    var anchors = tags.map { Anchor.find($0, in: story, source: source) }
    if (1..<max(tags.count, 1)).contains(where: { anchors[$0].start < anchors[$0 - 1].start }) {
      let order = tags.indices.sorted { anchors[$0].start < anchors[$1].start }
      (tags, anchors) = (order.map { tags[$0] }, order.map { anchors[$0] })
    }
    let match = BlockMatcher.match(tags, in: source)
    var diagnostics = read.diagnostics + match.diagnostics
    let start = Widening(
      story: story, source: source, tags: tags, blocks: match.blocks,
      anchors: anchors)
    // A block without its other end would make every later message a guess.
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      diagnostics += expressionMistakes(of: start, hasClauses)
      return Result(story: nil, diagnostics: once(diagnostics, story, source))
    }
    var pieces: [Piece] = []
    var statics: [UInt8] = []
    var last = start
    var mending = Mending()
    let isSequence = selection?.layout == .sequence && drops == true && isBody
    let turns: [LanguageSelection?] =
      isSequence
      ? selection?.languages.map { LanguageSelection([$0]) } ?? [selection] : [selection]
    for (turn, selection) in turns.enumerated() {
      var widening = start
      widening.source = last.source
      widening.sites = last.sites
      widening.marks = last.marks
      if let body {
        widening.planNumbers(body, neutral: selection?.neutral)
      } else if !isBody {
        widening.refuseClauses()
      }
      widening.isRepeated = turns.count > 1
      widening.place(
        read.literalBraces, selection: selection, isBody: isBody,
        window: turns.count > 1 ? (turn == 0, turn == turns.count - 1) : nil)
      diagnostics += widening.diagnostics.items
      let edited = widening.edits.apply(to: story.bytes)
      guard let own = edited.pieces else {
        // Tags that are wrong already have no place of their own.
        if diagnostics.contains(where: { $0.severity == .error }) {
          diagnostics += expressionMistakes(of: start, hasClauses)
        } else {
          diagnostics.append(StoryCompiler.lostTag(label))
        }
        return Result(story: nil, diagnostics: once(diagnostics, story, source))
      }
      let projected = selection.map { own.projected(to: $0, in: widening.source) } ?? own
      if turn == 0 {
        (pieces, statics) = (projected, edited.statics)
      } else {
        let offset = statics.count
        pieces += projected.map { piece in
          guard case .literal(let range) = piece else { return piece }
          return .literal(range.lowerBound + offset..<range.upperBound + offset)
        }
        statics += edited.statics
      }
      mending.formUnion(widening.mending())
      last = widening
    }
    let compiled = Program.compile(
      pieces: pieces, statics: statics, source: last.source, environment: environment,
      hasClauses: hasClauses)
    diagnostics += compiled.diagnostics
    guard let program = compiled.program, !diagnostics.contains(where: { $0.severity == .error })
    else { return Result(story: nil, diagnostics: once(diagnostics, story, source)) }
    return Result(
      story: CompiledStory(
        name: read.name, program: program,
        emitter: WordEmitter(sites: last.sites, hasReferences: hasClauses),
        mending: mending, marks: last.marks),
      diagnostics: once(diagnostics, story, source))
  }

  /// What is wrong inside the tags of a part whose blocks cannot be placed.
  private func expressionMistakes(of widening: Widening, _ hasClauses: Bool) -> [Diagnostic] {
    let pieces = widening.tags.indices.filter { index in
      let tag = widening.tags[index]
      switch tag.kind {
      case .comment: return false
      case .expression: return true
      case .statement:
        // Tags whose other end is missing have been told of.
        if tag.isCellTag { return false }
        return widening.blockOf[index] >= 0
          || (tag.keyword == "set" && widening.source.string(tag.inner).contains("="))
      }
    }
    return Program.compile(
      pieces: pieces.map {
        .tag(widening.tags[$0], site: 0, language: widening.languages[$0], captures: .text)
      }, statics: [], source: widening.source, environment: environment, hasClauses: hasClauses
    ).diagnostics
  }

  /// Leaves out what a fallback says again.
  private func once(_ diagnostics: [Diagnostic], _ story: Story, _ source: SourceText)
    -> [Diagnostic]
  {
    diagnostics.filter { diagnostic in
      guard let place = diagnostic.place, place.part == source.part,
        place.line - 1 < story.units.count, place.line > 0
      else { return true }
      guard story.units[place.line - 1].isRepeated else { return true }
      return !diagnostics.contains {
        $0.message == diagnostic.message && $0.place?.line != place.line
      }
    }
  }

  /// A mistake of ours, which must never pass silently.
  private static func lostTag(_ label: String) -> Diagnostic {
    Diagnostic(
      code: "internal",
      Message(
        en: "two tags of the part «\(label)» take each other's place; nothing is written",
        ru: "два тега части «\(label)» занимают одно место; документ не записан",
        kk: "«\(label)» бөлігінің екі тегі бір орынды алады; құжат жазылмады"))
  }
}

extension Widening {
  /// All passes, in order.
  ///
  /// - Parameters:
  ///   - braces: literal braces.
  ///   - selection: the languages to draw; nil for all as they stand.
  ///   - isBody: whether the part is the document's body, whose columns become paragraphs.
  ///   - window: whether the part drawn is the first and the last of several; nil when it is the only.
  mutating func place(
    _ braces: [LiteralBrace], selection: LanguageSelection?, isBody: Bool,
    window: (isFirst: Bool, isLast: Bool)?
  ) {
    captureText()
    decideLevels()
    captureMarkup()
    if let selection { project(to: selection, isBody: isBody) }
    if let window { self.window(isFirst: window.isFirst, isLast: window.isLast) }
    joinParagraphs()
    placeStructures()
    placeNumbers()
    placeInline()
    placeCellTags()
    placeSurroundings()
    dropParagraphIdentifiers()
    for brace in braces { place(brace) }
  }

  /// A literal brace stands as such.
  private mutating func place(_ brace: LiteralBrace) {
    let unit = story.units[story.unit(at: brace.span.lowerBound)]
    let span = brace.span.lowerBound - unit.offset..<brace.span.upperBound - unit.offset
    for (index, range) in unit.text.sourceRanges(of: span).enumerated() {
      if index == 0 {
        edits.replace(range, with: [.bytes(Array(brace.replacement.utf8))], order: 0)
      } else {
        edits.remove(range)
      }
    }
  }
}
