/// One thing that is wrong or doubtful in a template, in the data, or between the two.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable {
    /// No document is written.
    case error
    /// The document is written; a person should look.
    case warning
  }

  /// A second place or fact that explains the first: "opened here".
  public struct Note: Sendable, Hashable {
    /// What the place has to do with the error.
    public var message: Message
    /// Where; nil when the note is a sentence only.
    public var place: Place?

    /// A note that points at a place.
    public init(_ message: Message, at place: Place? = nil) {
      self.message = message
      self.place = place
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// A stable code in kebab case, such as `unknown-field`; never reused for another meaning.
  public var code: String
  /// What is wrong.
  public var message: Message
  /// Where it is wrong; nil when it concerns the whole document.
  public var place: Place?
  /// Second places.
  public var notes: [Note]
  /// What to do next, most useful first.
  public var hints: [Message]
  /// The data path concerned, such as `client.iin` or `items[2].price`; nil when none is.
  public var dataPath: String?

  /// Records something wrong.
  public init(
    _ severity: Severity = .error, code: String, _ message: Message, at place: Place? = nil,
    notes: [Note] = [], hints: [Message] = [], dataPath: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.notes = notes
    self.hints = hints
    self.dataPath = dataPath
  }
}

/// All that is wrong with a template or with a fill, thrown together.
public struct Diagnostics: Error, Sendable, Hashable {
  /// In the order of the document, errors and warnings together.
  public var items: [Diagnostic]

  /// Gathers diagnostics to throw them.
  public init(_ items: [Diagnostic]) { self.items = items }

  /// Whether anything forbids writing the document.
  public var hasErrors: Bool { items.contains { $0.severity == .error } }
}

extension Diagnostic {
  /// Orders diagnostics of one source as they stand in it.
  static func comesBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    (left.place?.line ?? 0, left.place?.column ?? 0)
      < (right.place?.line ?? 0, right.place?.column ?? 0)
  }
}
