/// What number words say, read back from a text.
struct NumberReading: Sendable, Hashable {
  /// The whole part.
  var whole = 0
  /// The fraction in millionths.
  var millionths = 0
  /// How many words were read.
  var used = 0
  /// The words are an ordinal or lead up to one.
  var isOrdinal = false
  /// The words do not make up one number: «сто двести».
  var isBroken = false
  /// The words name a fraction: «целых пять десятых», «бүтін оннан бес», «полтора».
  var hasFraction = false
  /// The Russian cases in which the words stand; empty when they agree in none.
  var cases = RussianCases.all
  /// The genders that the last word allows.
  var genders = RussianGenders.all
  /// The number ends in тысяча, миллион and the like.
  var endsInScale = false
  /// The word is a collective (двое) or the plural «одни».
  var isPluralOnly = false
}

/// A set of Russian cases.
struct RussianCases: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let nominative = RussianCases(rawValue: 1)
  static let genitive = RussianCases(rawValue: 2)
  static let dative = RussianCases(rawValue: 4)
  static let accusative = RussianCases(rawValue: 8)
  static let instrumental = RussianCases(rawValue: 16)
  static let prepositional = RussianCases(rawValue: 32)

  static let direct: RussianCases = [.nominative, .accusative]
  static let all = RussianCases(rawValue: 63)
  /// The single cases, in the order of the school.
  static let each: [RussianCases] = [
    .nominative, .genitive, .dative, .accusative, .instrumental, .prepositional,
  ]
}

/// A set of Russian genders.
struct RussianGenders: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let masculine = RussianGenders(rawValue: 1)
  static let feminine = RussianGenders(rawValue: 2)
  static let neuter = RussianGenders(rawValue: 4)
  static let all = RussianGenders(rawValue: 7)
}

/// Which form of a Russian noun a number asks for.
struct RussianDemand: Sendable, Hashable {
  var isPlural: Bool
  var grammatical: RussianCases

  /// The demand of a number in a case: один день, два дня, пять дней, двух дней.
  init(number: Int, in grammatical: RussianCases) {
    let tens = number % 100
    let units = number % 10
    let isDirect = RussianCases.direct.contains(grammatical)
    if units == 1, tens != 11 {
      (isPlural, self.grammatical) = (false, grammatical)
    } else if (2...4).contains(units), !(12...14).contains(tens) {
      (isPlural, self.grammatical) = isDirect ? (false, .genitive) : (true, grammatical)
    } else {
      (isPlural, self.grammatical) = (true, isDirect ? .genitive : grammatical)
    }
  }
}
