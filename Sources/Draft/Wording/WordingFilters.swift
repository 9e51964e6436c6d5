internal import DraftWording

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The filters of Kazakh and Russian wording; `lang="kk"` or `lang="ru"` overrides the language in
/// scope, and without either it is Russian.
struct WordingFilters {
  /// Forms that the firm gives.
  let dictionary: WordingDictionary

  /// All filters.
  var all: [Filter] {
    let cases = GrammaticalCase.allCases.map { grammatical in
      Filter(grammatical.rawValue, Self.inflection, inputKind: .text) { input throws(FilterError) in
        try self.inflect(input, grammatical)
      }
    }
    return cases + names + numbers + texts
  }

  private static let empty = Value.string("")
  private static let language = Filter.Parameter("lang", empty)
  private static let inflection = [
    Filter.Parameter("kind", empty), Filter.Parameter("gender", empty),
    Filter.Parameter("order", empty), Filter.Parameter("number", empty),
    Filter.Parameter("poss", empty), language,
  ]

  // MARK: - Names and phrases

  private var names: [Filter] {
    [
      Filter("inflect", [Filter.Parameter("case")] + Self.inflection, inputKind: .text) {
        input throws(FilterError) in
        try self.inflect(input, try Self.grammaticalCase(input) ?? .nominative)
      },
      Filter(
        "gender",
        [
          Filter.Parameter("kind", Self.empty), Filter.Parameter("order", Self.empty),
          Self.language,
        ],
        inputKind: .text
      ) { input throws(FilterError) in
        let gender = RussianName.gender(
          of: try Self.text(input), kind: try Self.option(input, "kind", NameKind.init(rawValue:)),
          order: Self.order(try input.string("order")))
        return .string(gender?.rawValue ?? "unknown")
      },
      Filter(
        "initials",
        [
          Filter.Parameter("style", Self.empty), Filter.Parameter("case", Self.empty),
          Filter.Parameter("gender", Self.empty), Filter.Parameter("order", Self.empty),
          Self.language,
        ], inputKind: .text
      ) { input throws(FilterError) in
        let style =
          try Self.option(input, "style", InitialsStyle.init(rawValue:)) ?? .spacedInitialsSurname
        let grammatical = try Self.grammaticalCase(input) ?? .nominative
        let text = try Self.text(input)
        let worded = try Self.wording { () throws(WordingError) in
          Self.language(of: input) == "kk"
            ? try KazakhName.initials(text, style: style.rawValue, case: grammatical)
            : try RussianName.initials(
              text, style: style, case: grammatical, gender: Self.gender(input),
              order: Self.order(Self.given(input, "order")))
        }
        return self.value(worded, of: text, grammatical, input)
      },
    ]
  }

  private func inflect(_ input: FilterInput, _ grammatical: GrammaticalCase) throws(FilterError)
    -> Value
  {
    let language = Self.language(of: input)
    if let own = Self.override(input.value, grammatical, language) { return .string(own) }
    let text = try Self.text(input)
    let isPlural =
      try Self.option(input, "number") { $0 == "pl" ? true : $0 == "sg" ? false : nil } ?? false
    let isPossessive = try Self.option(input, "poss") { $0 == "3" ? true : $0 == "0" ? false : nil }
    let kind = try Self.option(input, "kind") { Kind($0) }
    let gender = try Self.checkedGender(input)
    let order = Self.order(try input.string("order"))
    let worded = try Self.wording { () throws(WordingError) in
      if language == "kk" {
        let isName = kind?.name != nil || (Self.given(input, "order") != nil && kind == nil)
        return isName && isPossessive == nil && !isPlural
          ? try KazakhName.inflect(text, to: grammatical)
          : try KazakhEnding.inflect(
            text, to: grammatical, possessive: isPossessive, plural: isPlural)
      }
      if kind?.name != nil
        || (kind == nil && !isPlural && (order != nil || RussianName.isName(text)))
      {
        return try RussianName.inflect(
          text, to: grammatical, kind: kind?.name, gender: gender, order: order)
      }
      return try RussianPhrase.inflect(text, to: grammatical, plural: isPlural, gender: gender)
    }
    return value(worded, of: text, grammatical, input)
  }

  /// What `kind` may say: a part of a name, or a phrase.
  private struct Kind {
    var name: NameKind?

    init?(_ text: String) {
      name = NameKind(rawValue: text)
      if name == nil, !["phrase", "position", "organisation", "organization"].contains(text) {
        return nil
      }
    }
  }

  /// The text of a wording, its doubts told as warnings, each once.
  private func value(
    _ worded: Worded, of text: String, _ grammatical: GrammaticalCase, _ input: FilterInput
  ) -> Value {
    let language = Self.language(of: input)
    let worded =
      dictionary.isEmpty
      ? worded
      : dictionary.correcting(worded, of: text, case: grammatical, language: language)
    for doubt in worded.doubts {
      input.warn(
        code: "uncertain-form", message: .uncertainForm(doubt),
        hint: .overrideForm(doubt, grammatical, language), key: "\(doubt.word)|\(doubt.form)")
    }
    return .string(worded.text)
  }

  /// The form that the data give for a case: `{ru: "Ким", cases: {genitive: "Кима"}}`, where `cases`
  /// may also be grouped by language.
  private static func override(
    _ value: Value, _ grammatical: GrammaticalCase, _ language: String
  ) -> String? {
    guard case .object(let object) = value, case .object(var cases)? = object["cases"] else {
      return nil
    }
    if case .object(let own)? = cases[language] { cases = own }
    for (key, form) in zip(cases.keys, cases.values) where GrammaticalCase(name: key) == grammatical
    {
      if case .string(let text) = form { return text }
    }
    return nil
  }

  // MARK: - Numbers, money, dates

  private var numbers: [Filter] {
    [
      Filter(
        "words",
        [
          Filter.Parameter("gender", Self.empty), Filter.Parameter("case", Self.empty),
          Filter.Parameter("style", Self.empty), Self.language,
        ], inputKind: .number
      ) { input throws(FilterError) in
        let number = try input.integer()
        let grammatical = try Self.grammaticalCase(input) ?? .nominative
        if Self.language(of: input) == "kk" {
          let words = KazakhNumeral.cardinal(number, style: try Self.numeralStyle(input) ?? .full)
          return try Self.ending(words, grammatical)
        }
        let gender = try Self.checkedGender(input) ?? .masculine
        return .string(
          try Self.wording { () throws(WordingError) in
            try RussianNumeral.cardinal(number, gender: gender, case: grammatical)
          })
      },
      Filter(
        "ordinal",
        [
          Filter.Parameter("gender", Self.empty), Filter.Parameter("case", Self.empty),
          Filter.Parameter("style", Self.empty), Self.language,
        ], inputKind: .number
      ) { input throws(FilterError) in
        let number = try input.integer()
        let grammatical = try Self.grammaticalCase(input) ?? .nominative
        if Self.language(of: input) == "kk" {
          let words = KazakhNumeral.ordinal(number, style: try Self.numeralStyle(input) ?? .short)
          return try Self.ending(words, grammatical)
        }
        let isPlural = Self.given(input, "gender") == "p"
        let gender = isPlural ? .masculine : try Self.checkedGender(input) ?? .masculine
        return .string(
          try Self.wording { () throws(WordingError) in
            try RussianNumeral.ordinal(number, gender: gender, plural: isPlural, case: grammatical)
          })
      },
      Filter(
        "count",
        [
          Filter.Parameter("noun", Self.empty), Filter.Parameter("case", Self.empty),
          Filter.Parameter("words", .bool(false)), Filter.Parameter("style", Self.empty),
          Self.language,
        ], inputKind: .number
      ) { input throws(FilterError) in try self.count(input) },
      Filter(
        "money",
        [
          Filter.Parameter("currency", .string("KZT")), Filter.Parameter("case", Self.empty),
          Filter.Parameter("cap", .bool(false)), Filter.Parameter("style", Self.empty),
          Self.language,
        ], inputKind: .number
      ) { input throws(FilterError) in try Self.money(input) },
      Filter(
        "date",
        [
          Filter.Parameter("style", Self.empty), Filter.Parameter("case", Self.empty),
          Self.language,
        ],
        inputKind: .date
      ) { input throws(FilterError) in
        let text = try input.string()
        let style = try Self.option(input, "style", DateStyle.init(rawValue:)) ?? .long
        let grammatical = try Self.grammaticalCase(input) ?? .nominative
        return .string(
          try Self.wording { () throws(WordingError) in
            let date = try CivilDate(iso: text)
            return Self.language(of: input) == "kk"
              ? try KazakhDate.format(date, style: style, case: grammatical)
              : try RussianDate.format(date, style: style, case: grammatical)
          })
      },
      Filter(
        "percent",
        [
          Filter.Parameter("case", Self.empty), Filter.Parameter("words", .bool(true)),
          Self.language,
        ],
        inputKind: .number
      ) { input throws(FilterError) in
        let number = try input.decimal().value
        let words = input.flag("words")
        let grammatical = try Self.grammaticalCase(input) ?? .nominative
        return .string(
          try Self.wording { () throws(WordingError) in
            Self.language(of: input) == "kk"
              ? try KazakhPercent.format(number, case: grammatical, words: words)
              : try RussianPercent.format(number, case: grammatical, words: words)
          })
      },
      Filter("number", [Self.language], inputKind: .number) { input throws(FilterError) in
        .string(DigitGrouping.number(try input.decimal().value))
      },
    ]
  }

  /// `count(noun)`; without a noun it is Jinja's own `count`, the length of a list.
  private func count(_ input: FilterInput) throws(FilterError) -> Value {
    let language = Self.language(of: input)
    guard let noun = Self.picked(input["noun"], language) ?? Self.given(input, "noun") else {
      guard let length = Environment.standard.filters["length"] else { return .undefined }
      return try length.body(input)
    }
    let grammatical = try Self.grammaticalCase(input) ?? .nominative
    let words = input.flag("words")
    let amount = try input.decimal()
    let style = language == "kk" ? try Self.numeralStyle(input) ?? .full : .full
    let whole = Int(amount.written ?? amount.value.description)
    let worded = try Self.wording { () throws(WordingError) in
      if language == "kk" {
        guard let whole else {
          throw WordingError(code: "bad-number", message: "a whole number is needed")
        }
        return try KazakhCount.count(
          whole, noun: noun, case: grammatical, words: words, style: style)
      }
      guard let whole else {
        return try RussianCount.count(amount.value, noun: noun, case: grammatical, words: words)
      }
      return try RussianCount.count(whole, noun: noun, case: grammatical, words: words)
    }
    return value(worded, of: noun, grammatical, input)
  }

  private static func money(_ input: FilterInput) throws(FilterError) -> Value {
    let number = try input.decimal().value
    let grammatical = try grammaticalCase(input) ?? .nominative
    let isCapital = input.flag("cap")
    let currency = try option(input, "currency", Currency.init(code:)) ?? .kzt
    let isKazakh = language(of: input) == "kk"
    let numerals =
      isKazakh ? given(input, "style").flatMap(KazakhNumeral.Style.init(rawValue:)) : nil
    let layout = numerals == nil ? given(input, "style") : nil
    if let layout, KazakhMoney.Layout(rawValue: layout) == nil,
      KazakhNumeral.Style(rawValue: layout) == nil
    {
      throw unknownOption("style", layout)
    }
    return .string(
      try wording { () throws(WordingError) in
        let amount = try MoneyAmount(number)
        return isKazakh
          ? try KazakhMoney.format(
            amount, currency: currency, style: numerals ?? .full, case: grammatical,
            capitalized: isCapital,
            layout: layout.flatMap(KazakhMoney.Layout.init(rawValue:)) ?? .contract)
          : try RussianMoney.format(
            amount, currency: currency, case: grammatical, capitalized: isCapital,
            style: layout.flatMap(RussianMoney.Style.init(rawValue:)) ?? .contract)
      })
  }

  /// Kazakh words with an ending on the last of them.
  private static func ending(_ words: String, _ grammatical: GrammaticalCase) throws(FilterError)
    -> Value
  {
    if grammatical == .nominative { return .string(words) }
    return .string(
      try wording { () throws(WordingError) in
        try KazakhEnding.inflect(words, to: grammatical).text
      })
  }

  // MARK: - Letters

  private var texts: [Filter] {
    let changes: [(String, @Sendable (String) -> String)] = [
      ("upper_first", SentenceCase.upperFirst), ("lower_first", SentenceCase.lowerFirst),
      ("title_name", SentenceCase.titleName), ("typography", Typography.bind),
    ]
    return changes.map { name, change in
      Filter(name, [Self.language], inputKind: .text) { input throws(FilterError) in
        .string(change(try Self.text(input)))
      }
    }
  }

  // MARK: - Options

  /// An option as text; nil when it is missing, undefined or empty.
  private static func given(_ input: FilterInput, _ name: String) -> String? {
    switch input[name] {
    case .string(let text): text.isEmpty ? nil : text
    case .int(let number): String(number)
    default: nil
    }
  }

  /// The language of the wording.
  private static func language(of input: FilterInput) -> String {
    given(input, "lang") ?? input.language ?? "ru"
  }

  /// The value as text in the language of the wording.
  private static func text(_ input: FilterInput) throws(FilterError) -> String {
    if let picked = picked(input.value, language(of: input)) { return picked }
    return try input.string()
  }

  /// The text of a localised value in a language.
  private static func picked(_ value: Value, _ language: String) -> String? {
    guard case .object(let object) = value, object.isLocalised,
      case .string(let text)? = object[language]
    else { return nil }
    return text
  }

  private static func option<Option>(
    _ input: FilterInput, _ name: String, _ read: (String) -> Option?
  ) throws(FilterError) -> Option? {
    guard let text = given(input, name) else { return nil }
    guard let option = read(text) else { throw unknownOption(name, text) }
    return option
  }

  private static func grammaticalCase(_ input: FilterInput) throws(FilterError) -> GrammaticalCase?
  {
    guard let text = given(input, "case") else { return nil }
    guard let grammatical = GrammaticalCase(name: text) else {
      throw FilterError(code: "unknown-case", message: .unknownCase(text), hint: .cases)
    }
    return grammatical
  }

  /// The gender; `auto` and `unknown` mean that the rules shall tell.
  private static func gender(_ input: FilterInput) -> Gender? {
    given(input, "gender").flatMap(Gender.init(name:))
  }

  private static func checkedGender(_ input: FilterInput) throws(FilterError) -> Gender? {
    guard let text = given(input, "gender"), text != "auto", text != "unknown" else { return nil }
    guard let gender = Gender(name: text) else { throw unknownOption("gender", text) }
    return gender
  }

  /// The order of a full name; orders of Kazakh lists that say no more are left to the rules.
  private static func order(_ text: String?) -> NameOrder? {
    text.flatMap(NameOrder.init(rawValue:))
  }

  private static func numeralStyle(_ input: FilterInput) throws(FilterError) -> KazakhNumeral.Style?
  {
    try option(input, "style") { $0 == "any" ? .full : KazakhNumeral.Style(rawValue: $0) }
  }

  // MARK: - Errors

  private static func wording<Result>(_ work: () throws(WordingError) -> Result) throws(FilterError)
    -> Result
  {
    do throws(WordingError) { return try work() } catch { throw Self.error(error) }
  }

  private static func error(_ error: WordingError) -> FilterError {
    FilterError(code: error.code, message: .wording(error), hint: nil)
  }

  private static func unknownOption(_ name: String, _ text: String) -> FilterError {
    FilterError(code: "bad-option", message: .unknownOption(name, text))
  }
}
