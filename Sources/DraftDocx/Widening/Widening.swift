internal import DraftLanguage
internal import DraftXML

/// What is known of the tags of one part, and what has been decided about them so far.
///
/// The passes that decide are extensions, one a file: ``decideLevels()``, ``captureText()``,
/// ``placeBlocks()``, ``placeRest()``.
struct Widening {
  /// The part.
  let story: Story
  /// The text of the part; hidden expressions are added to it.
  var source: SourceText
  /// The tags in the order of their bytes.
  let tags: [Tag]
  /// The blocks that they make.
  let blocks: [Block]
  /// Where the tags stand, by tag.
  let anchors: [Anchor]
  /// The block that each tag opens, divides or closes; -1 for none.
  var blockOf: [Int]
  /// The tags of each unit.
  let tagsOfUnit: UnitTags
  /// The language in scope at each tag.
  var languages: [String?]

  /// The structure that each tag takes with it.
  var levels: [Level]
  /// The markup level that a capturing tag captures.
  var captures: [MarkupLevel]
  /// Blocks that capture the text of their paragraph, by the tag that opens them.
  var texts: [Int: CapturedText] = [:]
  /// Places of emission, numbered by `Piece.tag(site:)`.
  var sites: [Site] = []
  /// What the last sites of runs were made of, and their numbers: two at most, the latest last.
  var lastOutlines: [(outline: Outline, site: Int32)] = []
  /// The changes to the part.
  var edits = EditList()
  /// What is wrong.
  var diagnostics = Findings()
  /// Offsets at which a value or a block begins or ends inside a text, which so must stay; ascending
  /// once the inline tags are placed.
  var solidPoints: [Int] = []
  /// Paragraphs, rows and cells that have been taken out.
  var removedElements: Set<Int> = []
  /// Cells whose table became plain paragraphs.
  var unwrapped: Set<Int> = []
  /// What the marks of the output stand for; see ``StoryMarks``.
  var marks = StoryMarks()
  /// What is marked at each paragraph of a list.
  var numberMarks: [Int: NumberMarks] = [:]
  /// The lists that begin anew in a loop, by the paragraphs in them; see ``StoryMarks/restarts``.
  var restarting: [Int: Int] = [:]
  /// Paragraphs that go on in the line of the one before.
  var joinedParagraphs: Set<Int> = []
  /// Whether the whole part comes out more than once.
  var isRepeated = false
  /// Whether the white space of a text is kept, by element.
  var isSpaced: [Bool]
  /// A start tag of a text that says so itself; nil before one is met.
  var spacedTag: Range<Int>?
  /// Whether the output may have cells without paragraphs or tables without rows.
  var needsMending = false
  /// Whether rows may get more or fewer cells than the grid has columns.
  var changesGrid = false

  init(story: Story, source: SourceText, tags: [Tag], blocks: [Block], anchors: [Anchor]) {
    self.story = story
    self.source = source
    self.tags = tags
    self.blocks = blocks
    self.anchors = anchors
    blockOf = Array(repeating: -1, count: tags.count)
    for (index, block) in blocks.enumerated() {
      for tag in [block.open] + block.branches + [block.close] { blockOf[tag] = index }
    }
    tagsOfUnit = UnitTags(anchors, unitCount: story.units.count)
    levels = Array(repeating: .inline, count: tags.count)
    captures = Array(repeating: .text, count: tags.count)
    languages = anchors.indices.map { story.units[anchors[$0].unit].language }
    isSpaced = Array(repeating: false, count: story.tree.elements.count)
    edits.reserve(tags: tags.count)
    scopeLanguages()
  }

  /// The tags of a block in order.
  func members(of block: Int) -> [Int] {
    [blocks[block].open] + blocks[block].branches + [blocks[block].close]
  }

  /// A block whose text stands for it: how Word split its runs does not matter.
  struct CapturedText: Sendable {
    /// The block as pieces and text.
    var content: [Insert]
    /// Its bytes, without the markup between them.
    var ranges: [Range<Int>]
    /// Where it ends in the source.
    var end: Int
    /// Whether it prints nothing where it stands.
    var isSilent: Bool
  }

  /// Whether a tag prints nothing where it stands.
  func isSilent(_ tag: Int) -> Bool { texts[tag]?.isSilent ?? tags[tag].isSilent }

  /// A tag as a piece of the program.
  func piece(_ tag: Int, site: Int32 = 0) -> Insert {
    .piece(.tag(tags[tag], site: site, language: languages[tag], captures: captures[tag]))
  }

  /// The place of a tag for a message.
  func place(_ tag: Int) -> Place { source.place(tags[tag].span) }

  /// Gives the tags inside `{% lang kk %} … {% endlang %}` the language that it names.
  private mutating func scopeLanguages() {
    for block in blocks where block.keyword == "lang" {
      let words = source.string(tags[block.open].inner).split(whereSeparator: \.isWhitespace)
      let code = words.dropFirst().first.map(String.init) ?? ""
      guard words.count == 2, LanguageSelection.codes.contains(code) else {
        diagnostics.append(.unknownLanguage(code, at: place(block.open)))
        continue
      }
      // Inner blocks come later in the list than the blocks around them.
      for tag in block.open...block.close { languages[tag] = code }
    }
  }
}
