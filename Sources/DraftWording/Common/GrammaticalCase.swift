/// A grammatical case of Russian or Kazakh.
///
/// Russian has the first six but for `locative`…`attributive`; Kazakh has all but `prepositional`.
/// Asking a language for a case that it lacks is a ``WordingError``.
public enum GrammaticalCase: String, Sendable, Hashable, CaseIterable {
  /// Именительный, атау септік.
  case nominative
  /// Родительный, ілік септік.
  case genitive
  /// Дательный, барыс септік.
  case dative
  /// Винительный, табыс септік.
  case accusative
  /// Творительный, көмектес септік.
  case instrumental
  /// Предложный; Russian only.
  case prepositional
  /// Жатыс септік; Kazakh only.
  case locative
  /// Шығыс септік; Kazakh only.
  case ablative
  /// The relational adjective on -дағы/-дегі («2019 жылғы 15 мамырдағы»); Kazakh only.
  case attributive

  /// Reads a full English name or one of the short codes
  /// `nom gen dat acc ins prep loc abl attr`; nil for anything else.
  public init?(name: String) {
    switch name {
    case "nom": self = .nominative
    case "gen": self = .genitive
    case "dat": self = .dative
    case "acc": self = .accusative
    case "ins": self = .instrumental
    case "prep": self = .prepositional
    case "loc": self = .locative
    case "abl": self = .ablative
    case "attr": self = .attributive
    default: self.init(rawValue: name)
    }
  }
}
