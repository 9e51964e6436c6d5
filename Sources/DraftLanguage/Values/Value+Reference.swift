extension Value.Reference {
  /// What a reference points at.
  enum Kind: UInt8 {
    /// A value whose error was already reported: it absorbs every use in silence.
    case poison
    case closure
    case namespace
    case loop
    case cycler
    case joiner
    case function
  }

  init(kind: Kind, index: Int) {
    self.kind = kind.rawValue
    self.index = Int32(truncatingIfNeeded: index)
  }

  var what: Kind { Kind(rawValue: kind) ?? .poison }
  var isNamespace: Bool { kind == Kind.namespace.rawValue }
}

extension Value {
  /// A value whose error was already reported.
  static let poison = Value.reference(Reference(kind: .poison, index: 0))

  /// What an inline `if` without `else` gives when it does not hold: nothing, and no error.
  static let absent = Value.reference(Reference(kind: .poison, index: 1))

  var isPoison: Bool {
    if case .reference(let reference) = self { reference.kind == 0 } else { false }
  }

  var isUndefined: Bool {
    if case .undefined = self { true } else { false }
  }

  /// An integer, a fraction's exact value, or a truth value as 0 or 1.
  var isNumber: Bool {
    switch self {
    case .int, .decimal, .bool: true
    default: false
    }
  }
}
