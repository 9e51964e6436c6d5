/// A filter, a test or a function that templates may use.
///
/// A filter takes what stands before `|` and gives a value; a test gives a truth value; a function
/// has no input.
public struct Filter: Sendable {
  /// One thing that stands between the parentheses.
  public struct Parameter: Sendable {
    /// The name by which it may be given.
    public var name: String
    /// What holds when it is not given; nil when it must be.
    public var fallback: Value?

    /// A parameter that must be given.
    public init(_ name: String) {
      self.name = name
      fallback = nil
    }

    /// A parameter that may be left out. An undefined argument counts as left out.
    public init(_ name: String, _ fallback: Value) {
      self.name = name
      self.fallback = fallback
    }
  }

  /// What may follow the parameters.
  enum Rest: Sendable {
    case none
    case any
  }

  /// What is computed.
  public typealias Body = @Sendable (FilterInput) throws(FilterError) -> Value

  /// Its name in templates.
  public var name: String
  /// Its parameters in order.
  public var parameters: [Parameter]
  /// The kind of data that the input must be, of a function its arguments, for ``FieldReport``; nil when
  /// any will do.
  public var inputKind: FieldKind?
  /// What is computed.
  public var body: Body
  /// Whether an undefined input is passed on instead of being an error.
  var acceptsUndefined = false
  /// Whether more arguments than the parameters are passed on.
  var rest = Rest.none

  /// A filter, test or function.
  public init(
    _ name: String, _ parameters: [Parameter] = [], inputKind: FieldKind? = nil,
    body: @escaping Body
  ) {
    self.name = name
    self.parameters = parameters
    self.inputKind = inputKind
    self.body = body
  }

  /// The same filter with what only the standard ones may ask for.
  func with(acceptsUndefined: Bool = false, rest: Rest = .none) -> Filter {
    var copy = self
    copy.acceptsUndefined = acceptsUndefined
    copy.rest = rest
    return copy
  }
}

/// Why a filter cannot give a value; becomes a located error of the template.
public struct FilterError: Error, Sendable, Hashable {
  /// A stable code in kebab case.
  public var code: String
  /// What is wrong.
  public var message: Message
  /// What to do.
  public var hint: Message?

  /// An error of a filter; the renderer adds the place and the data path.
  public init(code: String, message: Message, hint: Message? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }
}
