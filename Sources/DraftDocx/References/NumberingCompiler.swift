internal import DraftLanguage
internal import DraftPackage
internal import DraftXML

/// Finds out once what the numbers of a template's clauses and lists need.
struct NumberingCompiler {
  /// The lists of the body; nil when neither clauses nor loops ask for their numbers.
  private(set) var body: BodyNumbers?
  /// What is wrong with the definitions of lists.
  private(set) var diagnostics: [Diagnostic] = []
  private var part: String?
  private var tree: XMLTree?
  private let limits: XMLLimits

  /// Looks at the parts of a template.
  init(_ reader: DocumentReader, _ parts: [ReadStory], limits: XMLLimits, file: String?) {
    self.limits = limits
    guard let story = parts.first(where: \.isBody) else { return }
    var wanted: Set<String> = []
    for part in parts {
      for index in part.tags.indices {
        for name in part.tags[index].clausesAskedFor(in: part.source) { wanted.insert(name) }
      }
    }
    func holds(_ keyword: String) -> Bool {
      story.tags.contains { $0.kind == .statement && $0.keyword == keyword }
    }
    let hasClauses = !wanted.isEmpty || holds("clause")
    guard hasClauses || reader.numbering != nil && holds("for") else { return }
    if let name = reader.numbering {
      do throws(PackageError) {
        let bytes = try reader.package.read(name)
        do throws(XMLError) {
          tree = try XMLTree(bytes, limits: limits)
          part = name
        } catch {
          diagnostics.append(DocumentReader.diagnostic(error, part: "numbering", file: file))
        }
      } catch {
        diagnostics.append(DocumentReader.diagnostic(error, file: file))
      }
    }
    body = BodyNumbers(
      story.story.tree, numbers: ListNumbers(numbering: tree, styles: reader.styles),
      wanted: wanted, hasClauses: hasClauses)
  }

  /// What is wrong with the names of clauses, when all parts are compiled.
  func mistakes(in stories: [CompiledStory], of parts: [ReadStory]) -> [Diagnostic] {
    guard let body, body.hasClauses else { return [] }
    let main = parts.first(where: \.isBody)?.name
    let compiled = stories.first { $0.name == main }
    if compiled == nil, parts.first(where: \.isBody)?.tags.isEmpty == false {
      return ClauseCheck.unknownNames(parts)
    }
    let check = ClauseCheck(compiled?.marks ?? StoryMarks(), compiled?.program)
    return check.doubles
      + stories.flatMap {
        check.mistakes(of: $0.program.references, isBody: $0.name == main)
      }
  }

  /// What a fill needs; nil when the body has no marks.
  func compile(
    _ stories: [CompiledStory], of parts: [ReadStory], wording: ClauseWording?
  ) -> (document: DocumentNumbers, part: String?)? {
    guard let body, let read = parts.first(where: \.isBody),
      let compiled = stories.first, compiled.name == read.name, !compiled.marks.isEmpty
    else { return nil }
    let story = read.story
    var names: Set<String> = []
    var highest = 0
    for element in story.tree.elements.indices {
      if story.word(element) == .bookmarkStart,
        let name = story.tree.wordAttribute("name", of: element)
      {
        names.insert(name)
      }
      if story.word(element).isRangeMark,
        let id = story.tree.wordAttribute("id", of: element).flatMap(XMLTree.number)
      {
        highest = max(highest, id)
      }
    }
    let numbering = compiled.marks.restarts.isEmpty ? nil : tree
    return (
      DocumentNumbers(
        numbers: body.numbers, marks: compiled.marks, deepCounters: body.deepCounters,
        bookmarks: names, prefix: story.prefix(0), firstID: highest + 1,
        numbering: numbering.map { NumberingPart($0, definitions: body.numbers.definitions) },
        wording: wording),
      numbering == nil ? nil : part
    )
  }

  /// What the tables of contents of a template need; nil when it has none that can be made anew.
  func contents(_ reader: DocumentReader, _ parts: [ReadStory]) -> ContentsRenewal? {
    guard let body = parts.first(where: \.isBody),
      body.story.contents.contains(where: \.isRenewable)
    else { return nil }
    var definitions = tree
    if definitions == nil, let name = reader.numbering,
      let bytes = try? reader.package.read(name)
    {
      definitions = try? XMLTree(bytes, limits: limits)
    }
    return ContentsRenewal(numbering: definitions, styles: reader.styles, limits: limits)
  }

  /// The settings of a template with a table of contents, by name.
  func settings(of reader: DocumentReader, _ parts: [ReadStory]) -> [String: [UInt8]] {
    guard let name = reader.settings, let body = parts.first(where: \.isBody),
      !body.story.contents.isEmpty,
      let bytes = try? reader.package.read(name), let tree = try? XMLTree(bytes, limits: limits),
      let changed = FieldUpdates.requested(in: tree)
    else { return [:] }
    return [name: changed]
  }
}
