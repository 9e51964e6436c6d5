public import DraftLanguage
public import DraftPackage
internal import DraftXML

/// A Word template made into programs over its own parts (ECMA-376).
///
/// Body, headers, footers, notes, comments, text boxes, document properties and the targets of
/// hyperlinks are read; every other part is carried over as it is. Nothing in it changes: any number of
/// threads may fill it at once.
public final class DocxTemplate: Sendable {
  /// What may be wrong with the template without forbidding its use.
  public let warnings: [Diagnostic]
  /// Filters, tests, functions and limits that it was compiled with.
  public let environment: Environment
  private let package: Package
  private let stories: [CompiledStory]
  /// What numbers of clauses and lists need; nil when nothing asks for any.
  private let numbers: (document: DocumentNumbers, part: String?)?
  /// What the tables of contents of the body need; nil when there are none to make anew.
  private let renewal: (contents: ContentsRenewal, story: Int)?
  /// Parts that change whatever the data are.
  private let changes: [String: [UInt8]]
  private let removals: Set<String>
  private let preparation: Preparation

  /// Compiles a template.
  ///
  /// - Parameters:
  ///   - bytes: the file. Transitional and Strict documents and templates (`.docx`, `.dotx`) are read;
  ///     macro-enabled ones are refused by name.
  ///   - name: its name for messages.
  ///   - environment: filters, tests, functions, limits.
  ///   - languages: the languages to draw; nil for the document as it stands.
  ///   - limits: what a hostile file may not exceed.
  /// - Throws: ``Diagnostics`` with everything that is wrong, in the order of the parts.
  public init(
    _ bytes: [UInt8], name: String? = nil, environment: Environment,
    languages: LanguageSelection? = nil, limits: PackageLimits = .standard
  ) throws(Diagnostics) {
    let reader: DocumentReader
    do throws(PackageError) {
      reader = try DocumentReader(
        package: Package(bytes, limits: limits), file: name, limits: limits)
    } catch {
      throw Diagnostics([DocumentReader.diagnostic(error, file: name)])
    }
    var diagnostics = reader.diagnostics
    if diagnostics.contains(where: { $0.severity == .error }) { throw Diagnostics(diagnostics) }
    var compiler = StoryCompiler(
      file: name, environment: environment, styleLanguages: reader.styleLanguages,
      selection: languages)
    var parts: [ReadStory] = []
    for part in reader.parts {
      do throws(XMLError) {
        let tree = try XMLTree(part.bytes, limits: limits.xml)
        parts.append(
          compiler.read(tree, name: part.name, label: part.label, kind: part.kind))
      } catch {
        diagnostics.append(DocumentReader.diagnostic(error, part: part.label, file: name))
      }
    }
    let known = TemplateLanguages(parts, selection: languages)
    diagnostics += known.diagnostics
    for index in parts.indices { known.mark(&parts[index]) }
    compiler.environment = environment.drawing(languages, of: known.codes)
    let numbering = NumberingCompiler(reader, parts, limits: limits.xml, file: name)
    diagnostics += numbering.diagnostics
    var stories: [CompiledStory] = []
    for part in parts {
      let result = compiler.compile(
        part, body: part.isBody ? numbering.body : nil, hasClauses: true)
      diagnostics += result.diagnostics
      if let story = result.story { stories.append(story) }
    }
    diagnostics += numbering.mistakes(in: stories, of: parts)
    if diagnostics.contains(where: { $0.severity == .error }) { throw Diagnostics(diagnostics) }
    self.environment = environment
    self.stories = stories
    package = reader.package
    numbers = numbering.compile(stories, of: parts, wording: environment.clauseWording)
    let body = parts.first(where: \.isBody)?.name
    renewal = stories.firstIndex { $0.name == body }.flatMap { index in
      numbering.contents(reader, parts).map { ($0, index) }
    }
    changes = reader.changes.merging(
      stories.isEmpty ? [:] : numbering.settings(of: reader, parts)
    ) { $1 }
    removals = reader.removals
    warnings = diagnostics
    preparation = Preparation()
  }

  /// A filled document.
  public struct Filled: Sendable {
    /// The file.
    public var bytes: [UInt8]
    /// Warnings; under ``MissingPolicy/gap`` also the errors that the gaps stand for.
    public var diagnostics: [Diagnostic]
  }

  /// The programs of the parts, in the order of the document, for reports about fields.
  public var programs: [Program] { stories.map(\.program) }

  /// Fills the template.
  ///
  /// - Parameters:
  ///   - data: the case data.
  ///   - missing: what to do where a field is missing.
  ///   - writer: a writer to use again for many fills in one thread; nil for a new one of
  ///     ``Compression/prepared``. The first fill by such a one makes ready what all of them use.
  /// - Throws: ``Diagnostics`` when anything forbids the document; nothing is half done then.
  public func fill(
    with data: ObjectValue, missing: MissingPolicy = .error, writer: PackageWriter? = nil
  ) throws(Diagnostics) -> Filled {
    let writer = writer ?? PackageWriter(compression: .prepared)
    writer.start()
    let prepared = try prepared(for: writer)
    var (drawn, numbering, diagnostics) = try draw(
      with: data, missing: missing, writer: writer, plans: prepared?.plans)
    do throws(PackageError) {
      let bytes: [UInt8]
      if let prepared {
        var parts: [PackedPart] = []
        for index in drawn.indices { parts.append(try drawn[index].packed(by: writer)) }
        if let (name, plan) = prepared.lists {
          parts.append(try plan.packed(numbering, name: name, by: writer))
        }
        bytes = try writer.write(prepared.package, parts)
      } else {
        var packed: [String: PackedPart] = [:]
        for index in drawn.indices {
          try drawn[index].packIfLong(by: writer)
          packed[drawn[index].name] = drawn[index].packed
        }
        bytes = try writer.write(
          package, replacing: parts(drawn, numbering), packed: packed, removing: removals)
      }
      return Filled(bytes: bytes, diagnostics: diagnostics)
    } catch {
      throw Diagnostics(diagnostics + [DocumentReader.diagnostic(error, file: nil)])
    }
  }

  /// The bytes of the changed parts by name, before they are packed.
  package func render(
    with data: ObjectValue, missing: MissingPolicy = .error
  ) throws(Diagnostics) -> (parts: [String: [UInt8]], diagnostics: [Diagnostic]) {
    let drawn = try draw(with: data, missing: missing, writer: nil, plans: nil)
    return (parts(drawn.stories, drawn.numbering), drawn.diagnostics)
  }

  /// The branches that a fill takes: one for each of ``programs``, in their order.
  ///
  /// - Parameter data: the case data.
  /// - Throws: ``Diagnostics`` when anything forbids the document.
  public func takenBranches(with data: ObjectValue) throws(Diagnostics) -> [TakenBranches] {
    // What numbers of clauses forbid shows only when the whole document is drawn.
    _ = try draw(with: data, missing: .error, writer: nil, plans: nil)
    var renderer = Renderer(data: data, environment: environment, missing: .error)
    return stories.map { story in
      var taken = TakenBranches()
      var output: [UInt8] = []
      renderer.render(story.program, emitter: story.emitter, into: &output, taken: &taken)
      return taken
    }
  }

  /// The contents of the stories, in their order, and the part with the lists if it changes.
  ///
  /// - Parameters:
  ///   - writer: packs stories while they grow; nil when all of them must be there at the end.
  ///   - plans: what is known of the stories.
  private func draw(
    with data: ObjectValue, missing: MissingPolicy, writer: PackageWriter?,
    plans: [Preparation.StoryPlan]?
  ) throws(Diagnostics) -> (
    stories: [DrawnStory], numbering: [UInt8]?, diagnostics: [Diagnostic]
  ) {
    var renderer = Renderer(data: data, environment: environment, missing: missing)
    var contents: [DrawnStory] = []
    contents.reserveCapacity(stories.count)
    for (index, story) in stories.enumerated() {
      contents.append(
        DrawnStory(story, plan: plans?[index], mayBePlanned: mayBePlanned(for: writer)))
      if let writer, !isRevised, !story.mending.isNeeded {
        do throws(PackageError) {
          try contents[index].draw(by: &renderer, packing: writer)
        } catch {
          throw Diagnostics(
            renderer.diagnostics + [DocumentReader.diagnostic(error, file: nil)])
        }
      } else {
        contents[index].draw(by: &renderer)
      }
      if renderer.isHalted { break }
    }
    let diagnostics = renderer.diagnostics
    guard renderer.isWritable else { throw Diagnostics(diagnostics) }
    var numbering: [UInt8]?
    if let numbers {
      var outputs = contents.map(\.bytes)
      let resolved = numbers.document.resolve(
        &outputs, sites: stories.map(\.emitter.sites), requests: renderer.requests)
      guard resolved.diagnostics.isEmpty else {
        throw Diagnostics(diagnostics + resolved.diagnostics)
      }
      numbering = resolved.numbering
      for (index, output) in outputs.enumerated() {
        contents[index].replaceMarks(output, resolved.moves[index])
      }
    }
    for index in contents.indices { contents[index].mend() }
    if let (renewal, story) = renewal {
      do throws(XMLError) {
        contents[story].bytes = try renewal.renew(contents[story].bytes, numbering: numbering)
      } catch {
        throw Diagnostics(
          diagnostics + [DocumentReader.diagnostic(error, part: "body", file: nil)])
      }
    }
    return (contents, numbering, diagnostics)
  }

  /// All parts that a fill changes, but for those that are packed already.
  private func parts(_ drawn: [DrawnStory], _ numbering: [UInt8]?) -> [String: [UInt8]] {
    var parts = changes
    if let part = numbers?.part, let numbering { parts[part] = numbering }
    for story in drawn { parts[story.name] = story.packed == nil ? story.bytes : nil }
    return parts
  }

  /// Whether parts are changed when all of them are there: numbers of clauses and lists, and tables of
  /// contents, change what has been copied, and parts that no tag stands in.
  private var isRevised: Bool { numbers != nil || renewal != nil }

  /// Whether stories that have become long are packed by plans of their own.
  private func mayBePlanned(for writer: PackageWriter?) -> Bool {
    writer?.compression.planning == .forLongParts && renewal == nil
  }

  /// What all fills by such a writer use; nil for nothing. Of a part with a table of contents too little is
  /// known.
  private func prepared(for writer: PackageWriter) throws(Diagnostics) -> Preparation.Prepared? {
    guard writer.compression.planning == .always, renewal == nil else { return nil }
    do throws(PackageError) {
      return try preparation.package { () throws(PackageError) in
        var lists: (name: String, part: NumberingPart)?
        if let numbers, let name = numbers.part, let part = numbers.document.numbering {
          lists = (name, part)
        }
        return try Preparation.Prepared(
          package, stories: stories, lists: lists, changes: changes, removals: removals)
      }
    } catch {
      throw Diagnostics([DocumentReader.diagnostic(error, file: nil)])
    }
  }
}
