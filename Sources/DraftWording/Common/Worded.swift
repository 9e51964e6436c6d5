/// A piece of wording together with the doubts that its rules leave.
public struct Worded: Sendable, Hashable {
  /// The text to print.
  public var text: String
  /// Why a person should look at the text; empty when the rules are certain.
  public var doubts: [Doubt]

  /// A text with the doubts that go with it.
  public init(_ text: String, doubts: [Doubt] = []) {
    self.text = text
    self.doubts = doubts
  }
}

/// A form that was given by a rule of last resort, so that a person should confirm it.
public struct Doubt: Sendable, Hashable {
  /// Why the form is uncertain.
  public enum Reason: String, Sendable, Hashable {
    /// A surname that is declined or left as it is depending on what the family does.
    case indeclinableSurname = "indeclinable-surname"
    /// The gender could not be told, so that the form may be wrong.
    case undecidedGender = "undecided-gender"
    /// A name of foreign pattern.
    case foreignName = "foreign-name"
    /// A word without Cyrillic letters passes unchanged.
    case notCyrillic = "not-cyrillic"
    /// An ending that no rule knows; the word is left as it is.
    case unknownEnding = "unknown-ending"
    /// Both a kept and a dropped vowel are in use.
    case fleetingVowel = "fleeting-vowel"
    /// The vowel row (front or back) of a Kazakh ending is not settled.
    case vowelHarmony = "vowel-harmony"
    /// A woman's surname like «Щербина», a noun or the counterpart of «Щербин».
    case nounOrAdjective = "noun-or-adjective"
    /// The order of the parts of a name had to be guessed.
    case nameOrder = "name-order"
    /// The last word of a Kazakh phrase was taken for a possessive by its ending alone.
    case possessiveEnding = "possessive-ending"
    /// Words with capitals that may be the name of a person or of something else.
    case nameOrPhrase = "name-or-phrase"
    /// A noun that may be a singular or a plural, of either gender, or not in the nominative at all.
    case wordForm = "word-form"
    /// A noun without a singular after a number in which no numeral fits: «22 суток».
    case noNumeralForm = "no-numeral-form"
  }

  /// The word in question, as the data spells it.
  public var word: String
  /// The form that was given.
  public var form: String
  /// Why it is uncertain.
  public var reason: Reason

  /// Records a form that a person should confirm.
  public init(word: String, form: String, reason: Reason) {
    self.word = word
    self.form = form
    self.reason = reason
  }
}

/// Wording was asked for something that has no answer: a case that the language lacks, an
/// impossible date, a negative amount.
public struct WordingError: Error, Sendable, Hashable {
  /// A stable code, in kebab case: `unknown-case`, `bad-date`, `bad-number`, `bad-amount`,
  /// `unknown-currency`, `bad-option`.
  public var code: String
  /// What is wrong, in English and without case data beyond the value itself.
  public var message: String

  /// An error with a stable code.
  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
