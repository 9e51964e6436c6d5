/// Arguments in their plainest form: options by one of their names, each value an argument of its own.
///
/// The library that parses arguments takes longer to look at all the commands that there are than a
/// document takes to draw. So what is written plainly is read here. All else, such as help, mistakes,
/// `--name=value` and values that begin with `-`, is left to the library, which knows what to say.
struct PlainArguments {
  /// An option that may be written plainly.
  struct Option {
    /// Its names with their hyphens, the one first by which it is asked for.
    var names: [String]
    var takes: Takes
  }

  /// What follows the name of an option.
  enum Takes {
    /// Nothing.
    case nothing
    /// One value; the option stands once.
    case one
    /// One value each time that it stands.
    case oneEach
    /// All values up to the next option.
    case all
  }

  /// What belongs to no option, in order.
  private(set) var words: [String] = []
  private var values: [String: [String]] = [:]

  /// Reads arguments; nil when they are not plain, or hold an option that is not among those given.
  init?(_ arguments: some Collection<String>, _ options: [Option]) {
    var rest = Array(arguments)[...]
    while let word = rest.popFirst() {
      if Self.isValue(word) {
        words.append(word)
        continue
      }
      guard let option = options.first(where: { $0.names.contains(word) }) else { return nil }
      let name = option.names[0]
      var taken: [String] = []
      switch option.takes {
      case .nothing: break
      case .one, .oneEach:
        guard let value = rest.popFirst(), Self.isValue(value) else { return nil }
        if option.takes == .one, values[name] != nil { return nil }
        taken = [value]
      case .all:
        taken = Array(rest.prefix(while: Self.isValue))
        if taken.isEmpty { return nil }
        rest = rest.dropFirst(taken.count)
      }
      values[name, default: []] += taken
    }
  }

  /// Whether an option stands among the arguments.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The values of an option, in order.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The value of an option; nil when it is not given.
  func one(_ name: String) -> String? { values[name]?.first }

  private static func isValue(_ word: String) -> Bool {
    word.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
  }
}
