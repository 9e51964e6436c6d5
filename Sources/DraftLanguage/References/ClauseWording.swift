/// Puts the number of a clause into a sentence: «пункта 4.2», «4.2-тармақтың».
public struct ClauseWording: Sendable {
  /// What a clause is called, by its level.
  public enum Rank: Sendable, Hashable {
    /// The highest level of a list that has deeper ones: раздел, бөлім.
    case section
    /// A level below it, or the only one: пункт, тармақ.
    case clause
    /// The third level and those below: подпункт, тармақша.
    case subclause
  }

  /// What is to be said.
  public struct Request: Sendable, Hashable {
    /// The number: `4.2`.
    public var number: String
    /// What is numbered.
    public var rank: Rank
    /// The case as the template names it.
    public var grammaticalCase: String
    /// Whether the Kazakh noun stands in the 3rd-person possessive.
    public var isPossessive: Bool
    /// `kk`, `ru`; nil in a neutral place.
    public var language: String?

    /// What is to be said of a number.
    public init(
      number: String, rank: Rank, grammaticalCase: String, isPossessive: Bool, language: String?
    ) {
      self.number = number
      self.rank = rank
      self.grammaticalCase = grammaticalCase
      self.isPossessive = isPossessive
      self.language = language
    }
  }

  /// The words around the number.
  public struct Words: Sendable, Hashable {
    /// What stands before it, with the space.
    public var before: String
    /// What stands after it, with the hyphen or space.
    public var after: String

    /// The words around a number.
    public init(before: String = "", after: String = "") {
      self.before = before
      self.after = after
    }
  }

  /// The words for a request.
  public var words: @Sendable (Request) throws(FilterError) -> Words

  /// A wording.
  public init(_ words: @escaping @Sendable (Request) throws(FilterError) -> Words) {
    self.words = words
  }
}
