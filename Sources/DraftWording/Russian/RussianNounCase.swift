/// The six cases of Russian, so that the tables below need no answer for a Kazakh case.
enum RussianNounCase: Int {
  case nominative, genitive, dative, accusative, instrumental, prepositional

  /// The Russian case for a case of either language; a case that Russian lacks is the error
  /// `unknown-case`.
  init(_ grammatical: GrammaticalCase) throws(WordingError) {
    switch grammatical {
    case .nominative: self = .nominative
    case .genitive: self = .genitive
    case .dative: self = .dative
    case .accusative: self = .accusative
    case .instrumental: self = .instrumental
    case .prepositional: self = .prepositional
    case .locative, .ablative, .attributive:
      throw WordingError(
        code: "unknown-case", message: "Russian has no \(grammatical.rawValue) case")
    }
  }

  /// The case that gives the form once animacy is known: the accusative of living beings equals the
  /// genitive, that of things the nominative.
  func resolved(animate: Bool) -> RussianNounCase {
    self == .accusative ? (animate ? .genitive : .nominative) : self
  }
}
