public import DraftData
public import DraftLanguage

/// Draws one document a row of a client list, on all cores, into a folder.
///
/// ```swift
/// let batch = Batch([try BatchTemplate(contentsOf: "nda.docx")], base: firm)
/// let summary = try await batch.run(RowSource("clients.xlsx"), into: "out")
/// ```
///
/// The folder's `manifest.jsonl` has a line a row. A run goes on where the one before it stopped,
/// however that was: rows whose document is there and made of the same are not drawn again, a row keeps
/// its number and its file name, and no file is ever seen half-written under its name. A document that
/// was changed by hand since is not touched.
public struct Batch: Sendable {
  /// What the template gets for a row, and what a person should look at.
  public typealias Prepared = (fields: ObjectValue, warnings: [Diagnostic])

  /// A part of the rows: every n-th one.
  public struct Shard: Sendable, Hashable {
    /// Which part, from 1 to ``count``.
    public let index: Int
    /// How many parts there are.
    public let count: Int

    /// A part of the rows; nil when there is no such part.
    public init?(_ index: Int, of count: Int) {
      guard count > 0, (1...count).contains(index) else { return nil }
      self.index = index
      self.count = count
    }

    /// All rows.
    public static let all = Shard(index: 1, count: 1)

    private init(index: Int, count: Int) {
      self.index = index
      self.count = count
    }

    /// Whether a row, counted from 1, belongs to the part.
    func has(_ row: Int) -> Bool { (row - 1) % count == index - 1 }

    /// How many of some rows belong to the part.
    func share(of rows: Int) -> Int { (rows - index + count) / count }
  }

  /// What is asked of a file name.
  public struct Naming: Sendable {
    /// The data that the template gets.
    public var fields: ObjectValue
    /// The case data as they were written.
    public var data: ObjectValue
    /// The number of the row.
    public var row: Int
    /// The number that the row was given.
    public var number: String?
  }

  /// The templates; together they make the files of a row.
  public var templates: [BatchTemplate]
  /// The case that lies under each row.
  public var base: CaseData
  /// What to do where a field is missing.
  public var missing = MissingPolicy.error
  /// How many rows are drawn at once; at least 1, and no more than 256 count.
  public var jobs: Int
  /// How many tasks draw: more than any machine has cores would only wait for one another.
  var taskCount: Int { max(1, min(256, jobs)) }
  /// Which of the rows are drawn.
  public var shard = Shard.all
  /// The numbers to give to rows that have none; nil gives none.
  public var numbers: RunningNumber?
  /// The field that a row is known by from run to run, or `row` for its place in the list; nil for all
  /// of its data.
  public var keyPath: String?
  /// Whether documents that were changed by hand, and files that are no part of the batch, may be
  /// replaced.
  public var force = false
  /// Whether documents are packed faster, and larger.
  public var isFast = false
  /// The language of the sentences in the manifest.
  public var language = InterfaceLanguage.en
  /// What texts of rows are read as, and those of the case below them: at first what the templates use
  /// their fields as. Of a table's cells `RowOptions.kind` decides, when there is one.
  public var kinds: FieldKinds
  /// Anything else that documents depend on, such as the bytes of a dictionary.
  public var salt: [UInt8] = []
  /// Makes the template's data of the case data: computes, checks.
  public var prepare: @Sendable (CaseData) throws(Diagnostics) -> Prepared
  /// The name of a row's files, without an ending; made safe and unique afterwards.
  public var name: @Sendable (Naming) throws -> String

  /// A batch whose templates get the data as they are, and whose files are numbered.
  ///
  /// - Parameters:
  ///   - templates: what to draw.
  ///   - base: the case that lies under each row; nil for none.
  ///   - jobs: how many rows are drawn at once; nil for as many as the machine has cores.
  public init(_ templates: [BatchTemplate], base: CaseData? = nil, jobs: Int? = nil) {
    self.templates = templates
    kinds = FieldKinds(joining: templates.map(\.kinds))
    self.base = base ?? .empty
    self.jobs = max(1, jobs ?? FileSystem.coreCount)
    prepare = { (data) throws(Diagnostics) in (data.root, []) }
    name = { "\($0.row)" }
  }

  /// What a batch has done.
  public struct Summary: Sendable {
    /// How many rows were drawn now.
    public var drawn = 0
    /// How many were drawn by an earlier run and need nothing.
    public var unchanged = 0
    /// How many of those have a document that was changed by hand, which was left as it is.
    public var edited = 0
    /// How many could not be drawn.
    public var failed = 0
    /// How many have documents with warnings, also from an earlier run.
    public var warned = 0
    /// How many have documents with visible gaps for what is missing, also from an earlier run.
    public var withGaps = 0
    /// The first of the rows that could not be drawn or have gaps, at most 100.
    public var failures: [BatchRecord] = []
    /// Why rows could not be drawn or have gaps, equal reasons together.
    public var reasons = BatchReasons()
    /// What documents have warnings for, equal ones together.
    public var warnings = BatchReasons()
    /// The cells of the list's header, one as often as it fills fields; nil when it has none.
    public var headers: [String]?
    /// The fields that these columns fill, in their order.
    public var columnFields: [String]?
    /// Whether the batch was asked to stop before its end.
    public var isInterrupted = false
    /// How the rows were read, and which documents have lost their rows.
    public var notices: [Diagnostic] = []

    /// An empty summary.
    public init() {}

    /// How many rows were looked at.
    public var rows: Int { drawn + unchanged + failed }
  }

  /// Draws the rows.
  ///
  /// - Parameters:
  ///   - source: the rows.
  ///   - folder: where the documents and the manifest go; when it is missing it is made, open to its
  ///     owner alone.
  ///   - control: asks the batch to stop, and tells how far it is.
  ///   - report: gets the record of each row, in the order of the rows, when its document is in place.
  /// - Returns: what was done; rows that failed are counted there and do not throw.
  /// - Throws: ``FileSystem/Failure`` when the folder cannot be written, or ``Diagnostics`` when the
  ///   rows cannot be read at all, the manifest is damaged (`manifest-damaged`), another batch is at
  ///   work in the folder (`batch-running`) or its drive locks no files (`no-locks`), it holds documents
  ///   of another template, in other languages or formats (`other-documents`), or most of the rows that
  ///   were drawn into it are no longer in the list and others stand in their places (`other-list`); or
  ///   `CancellationError` when its task is cancelled while it waits for rows. What was done until then
  ///   stays done.
  public func run(
    _ source: RowSource, into folder: String, control: BatchControl = BatchControl(),
    report: @escaping @Sendable (BatchRecord) throws -> Void = { _ in }
  ) async throws -> Summary {
    var source = source
    if source.options.kind == nil { source.options.kind = kinds.kind }
    guard let feed = try await RowFeed.open(source, control: control) else {
      var summary = Summary()
      summary.isInterrupted = true
      return summary
    }
    return try await BatchRun(
      self, source, feed, into: folder, control: control, report: report
    ).run()
  }

  /// The digest of all that every document is made of.
  var digest: [UInt8] {
    var hash = SHA256()
    hash.update(Array("draft \(Template.engineVersion) \(missing.rawValue)".utf8))
    for template in templates { hash.update(template.digest) }
    hash.update(SHA256.digest(salt))
    hash.update(Array("\(isFast)".utf8))
    return hash.finish()
  }
}

extension CaseData {
  /// No data.
  static let empty: CaseData = {
    guard let data = try? CaseData(merging: []) else { preconditionFailure("nothing to be wrong") }
    return data
  }()
}
