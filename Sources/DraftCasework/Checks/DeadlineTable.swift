public import Draft

/// The terms of procedure by key, as `deadlines.yaml` writes them.
public struct DeadlineTable: Sendable {
  /// One term.
  public struct Entry: Sendable {
    /// What is to be done.
    public var title: LocalisedText
    /// How long it runs.
    public var term: Term
    /// The event from which it runs.
    public var event: LocalisedText?
    /// The article it comes from.
    public var source: LocalisedText?
    /// Whether the article was read in an edition of known date.
    public var isVerified: Bool
    /// Whether a last day that is not worked moves on.
    public var moves: Bool
  }

  /// The terms by key, in the order of the table.
  public private(set) var keys: [String] = []
  private var entries: [String: Entry] = [:]

  /// No terms.
  public init() {}

  /// Adds the terms of a file; a key that is there already is replaced.
  ///
  /// - Throws: ``Diagnostics`` with every entry that lacks its title or its term.
  public mutating func add(_ file: DataFile) throws(Diagnostics) {
    var errors: [Diagnostic] = []
    for (key, value) in zip(file.root.keys, file.root.values) {
      guard case .object(let object) = value,
        let title = object["title"].flatMap(LocalisedText.init(value:)),
        let term = object["term"].flatMap(Term.init(value:))
      else {
        let path = "[\"\(key)\"]"
        errors.append(
          Diagnostic(
            code: "bad-deadline",
            Message(
              en: "\(key): a term needs `title` and `term`, such as `{working_days: 10}`",
              ru: "\(key): сроку нужны `title` и `term`, например `{working_days: 10}`",
              kk: "\(key): мерзімге `title` пен `term` керек, мысалы `{working_days: 10}`"),
            at: file.place(of: path), dataPath: path))
        continue
      }
      if entries[key] == nil { keys.append(key) }
      entries[key] = Entry(
        title: title, term: term, event: object["from"].flatMap(LocalisedText.init(value:)),
        source: object["source"].flatMap(LocalisedText.init(value:)),
        isVerified: object["status"]?.text == "verified",
        moves: object["moves"].flatMap(Bool.init(value:)) ?? true)
    }
    if !errors.isEmpty { throw Diagnostics(errors) }
  }

  /// The term of a key; nil when the table lacks it.
  public subscript(key: String) -> Entry? { entries[key] }
}
