internal import DraftLanguage
internal import DraftXML

/// A part of the document made into a program over its own bytes.
struct CompiledStory: Sendable {
  /// The name of the part in the package.
  var name: String
  /// What to run.
  var program: Program
  /// How values are written.
  var emitter: WordEmitter
  /// What to put right in the output.
  var mending: Mending
}

/// Compiles one part; see the chapter on architecture for the passes.
struct StoryCompiler {
  /// The file's name for messages.
  var file: String?
  /// Filters, tests, functions, limits.
  var environment: Environment
  /// The languages of the paragraph styles.
  var styleLanguages: [String: String]

  /// What a part compiles to.
  struct Result {
    /// Nil when the part holds no tags or has errors.
    var story: CompiledStory?
    /// Everything that is wrong or doubtful.
    var diagnostics: [Diagnostic]
  }

  /// Compiles a part.
  ///
  /// - Parameters:
  ///   - tree: the part.
  ///   - name: its name in the package.
  ///   - label: its name in messages ("body", "header 1").
  ///   - kind: how its text is found.
  func compile(_ tree: XMLTree, name: String, label: String, kind: StoryReader.Kind) -> Result {
    let story = StoryReader(styleLanguages: styleLanguages).read(tree, as: kind)
    let source = story.source(file: file, part: label)
    let scan = TagScanner.scan(source, form: .document)
    if scan.tags.isEmpty && scan.literalBraces.isEmpty && scan.diagnostics.isEmpty {
      return Result(story: nil, diagnostics: [])
    }
    let placed = scan.tags.map { (tag: $0, anchor: Anchor($0, in: story, source: source)) }
      .sorted { $0.anchor.start < $1.anchor.start }
    let tags = placed.map(\.tag)
    let match = BlockMatcher.match(tags, in: source)
    var diagnostics = scan.diagnostics + match.diagnostics
    var widening = Widening(
      story: story, source: source, tags: tags, blocks: match.blocks,
      anchors: placed.map(\.anchor))
    // A block without its other end would make every later message a guess.
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      diagnostics += expressionMistakes(of: widening)
      return Result(story: nil, diagnostics: once(diagnostics, story, source))
    }
    widening.place(scan.literalBraces)
    diagnostics += widening.diagnostics
    let (pieces, statics) = widening.edits.apply(to: story.bytes)
    guard let pieces else {
      // Tags that are wrong already have no place of their own.
      if diagnostics.contains(where: { $0.severity == .error }) {
        diagnostics += expressionMistakes(of: widening)
      } else {
        diagnostics.append(StoryCompiler.lostTag(label))
      }
      return Result(story: nil, diagnostics: once(diagnostics, story, source))
    }
    let compiled = Program.compile(
      pieces: pieces, statics: statics, source: widening.source, environment: environment)
    diagnostics += compiled.diagnostics
    guard let program = compiled.program, !diagnostics.contains(where: { $0.severity == .error })
    else { return Result(story: nil, diagnostics: once(diagnostics, story, source)) }
    return Result(
      story: CompiledStory(
        name: name, program: program, emitter: WordEmitter(sites: widening.sites),
        mending: widening.mending()),
      diagnostics: once(diagnostics, story, source))
  }

  /// What is wrong with the expressions of a part whose blocks cannot be placed.
  private func expressionMistakes(of widening: Widening) -> [Diagnostic] {
    let tags = widening.tags
    return Program.compile(
      pieces: tags.indices.filter { widening.blockOf[$0] < 0 && tags[$0].kind == .expression }
        .map { .tag(tags[$0], site: 0, language: widening.languages[$0], captures: .text) },
      statics: [], source: widening.source, environment: environment
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
  mutating func place(_ braces: [LiteralBrace]) {
    captureText()
    decideLevels()
    captureMarkup()
    joinParagraphs()
    placeStructures()
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
