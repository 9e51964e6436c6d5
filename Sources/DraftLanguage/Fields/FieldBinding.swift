extension FieldReporter {
  /// What a variable of the template stands for.
  enum Binding {
    /// A value of the data, or one of several.
    case data([Origin])
    /// A group of `groupby`: its key and its elements.
    case group(key: [Origin], list: [Origin])
    case routine(Statement.Routine)
    case computed

    static func path(_ path: String) -> Binding { .data([Origin(path: path)]) }

    /// The values of the data that it may be.
    var origins: [Origin] { if case .data(let origins) = self { origins } else { [] } }

    func isSame(as other: Binding) -> Bool {
      switch (self, other) {
      case (.data(let left), .data(let right)): left == right
      case (.group(let key, let list), .group(let otherKey, let otherList)):
        key == otherKey && list == otherList
      case (.routine(let left), .routine(let right)): left.name.span == right.name.span
      case (.computed, .computed): true
      default: false
      }
    }

    /// One of several: the values of the data among them or, where none is, the last.
    static func joined(_ bindings: [Binding]) -> Binding {
      var origins: [Origin] = []
      for origin in bindings.flatMap(\.origins) {
        if let place = origins.firstIndex(where: { $0.path == origin.path }) {
          origins[place] = origins[place].joined(with: origin)
        } else if origins.count < Origin.limit {
          origins.append(origin)
        }
      }
      return origins.isEmpty ? bindings.last ?? .computed : .data(origins)
    }
  }

  /// A value of the data that an expression may stand for, and when it does.
  struct Origin: Equatable {
    /// How many values a variable is followed to, and through how many conditions; no template of a
    /// document comes near, and one that was made to be slow stays harmless.
    static let limit = 32

    var path: String
    /// The source text of the conditions.
    var conditions: [String] = []
    /// Paths that these ask for with `is defined`.
    var guarded: [String] = []
    /// Paths without which alone they hold.
    var absent: [String] = []
    /// Whether something else stands in when the value is missing.
    var isOptional = false

    var isPlain: Bool { conditions.isEmpty && guarded.isEmpty && absent.isEmpty && !isOptional }

    /// A value inside this one.
    func inside(_ path: String) -> Origin {
      var inner = self
      inner.path = path
      inner.isOptional = false
      return inner
    }

    var optional: Origin {
      var copy = self
      copy.isOptional = true
      return copy
    }

    /// The same value under more conditions, the outer ones.
    func under(_ outer: Origin) -> Origin {
      var copy = self
      copy.conditions = Array((outer.conditions + conditions).prefix(Self.limit))
      copy.guarded = Array((outer.guarded + guarded).prefix(Self.limit))
      copy.absent = Array((outer.absent + absent).prefix(Self.limit))
      return copy
    }

    /// The value when it is reached in two ways.
    func joined(with other: Origin) -> Origin {
      var copy = self
      copy.conditions = zip(conditions, other.conditions).prefix { $0 == $1 }.map { $0.0 }
      copy.guarded = guarded.filter(other.guarded.contains)
      copy.absent = absent.filter(other.absent.contains)
      copy.isOptional = isOptional && other.isOptional
      return copy
    }
  }
}
