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
      Filter("inflect", [Filter.Parameter("case", Self.empty)] + Self.inflection, inputKind: .text)
      {
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
          of: try Self.text(input, try Self.language(of: input)),
          kind: try Self.option(input, "kind", NameKind.self), order: try Self.order(input))
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
        let language = try Self.language(of: input)
        let style = try Self.option(input, "style", InitialsStyle.self) ?? .spacedInitialsSurname
        let grammatical = try Self.grammaticalCase(input) ?? .nominative
        let (gender, order) = (try Self.gender(input), try Self.order(input))
        let text = try Self.text(input, language)
        let worded = try Self.wording { () throws(WordingError) in
          language == .kazakh
            ? try KazakhName.initials(text, style: style, case: grammatical)
            : try RussianName.initials(
              text, style: style, case: grammatical, gender: gender, order: order)
        }
        return self.value(worded, of: text, grammatical, input, language)
      },
    ]
  }

  private func inflect(_ input: FilterInput, _ grammatical: GrammaticalCase) throws(FilterError)
    -> Value
  {
    let language = try Self.language(of: input)
    let isPlural =
      try Self.option(input, "number", ["sg", "pl"]) {
        $0 == "pl" ? true : $0 == "sg" ? false : nil
      } ?? false
    let isPossessive = try Self.option(input, "poss", ["3", "0"]) {
      $0 == "3" ? true : $0 == "0" ? false : nil
    }
    let kind = try Self.option(
      input, "kind", NameKind.allCases.map(\.rawValue) + Kind.phrases, Kind.init)
    let (gender, order) = (try Self.gender(input), try Self.order(input))
    if let own = Self.override(input.value, grammatical, language) { return .string(own) }
    let text = try Self.text(input, language)
    let worded = try Self.wording { () throws(WordingError) in
      if language == .kazakh {
        let isName = kind?.name != nil || (order != nil && kind == nil)
        return isName && isPossessive == nil && !isPlural
          ? try KazakhName.inflect(text, to: grammatical)
          : try KazakhEnding.inflect(
            text, to: grammatical, possessive: isPossessive, plural: isPlural)
      }
      if kind?.name != nil || kind == nil && order != nil && !isPlural {
        return try RussianName.inflect(
          text, to: grammatical, kind: kind?.name, gender: gender, order: order)
      }
      if kind == nil, !isPlural {
        return try RussianWording.inflect(text, to: grammatical, gender: gender)
      }
      return try RussianPhrase.inflect(text, to: grammatical, plural: isPlural, gender: gender)
    }
    return value(worded, of: text, grammatical, input, language)
  }

  /// What `kind` may say: a part of a name, or a phrase.
  private struct Kind {
    static let phrases = ["phrase", "position", "organisation", "organization"]
    var name: NameKind?

    init?(_ text: String) {
      name = NameKind(rawValue: text)
      if name == nil, !Self.phrases.contains(text) { return nil }
    }
  }

  /// The text of a wording, its doubts told as warnings, each once.
  private func value(
    _ worded: Worded, of text: String, _ grammatical: GrammaticalCase, _ input: FilterInput,
    _ language: Language
  ) -> Value {
    let worded =
      dictionary.isEmpty
      ? worded
      : dictionary.correcting(worded, of: text, case: grammatical, language: language.rawValue)
    for doubt in worded.doubts {
      input.warn(
        code: "uncertain-form", message: .uncertainForm(doubt),
        hint: .overrideForm(doubt, grammatical, language.rawValue),
        key: "\(doubt.word)|\(doubt.form)")
    }
    return .string(worded.text)
  }

  /// The form that the data give for a case: `{ru: "Ким", cases: {genitive: "Кима"}}`, where `cases`
  /// may also be grouped by language.
  private static func override(
    _ value: Value, _ grammatical: GrammaticalCase, _ language: Language
  ) -> String? {
    guard case .object(let object) = value, case .object(var cases)? = object["cases"] else {
      return nil
    }
    if case .object(let own)? = cases[language.rawValue] { cases = own }
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
        let style = try Self.numeralStyle(input)
        let gender = try Self.gender(input) ?? .masculine
        if try Self.language(of: input) == .kazakh {
          let words = KazakhNumeral.cardinal(number, style: style ?? .full)
          return try Self.ending(words, grammatical)
        }
        return .string(
          try Self.wording { () throws(WordingError) in
            try RussianNumeral.cardinal(
              number, gender: gender, case: grammatical, namesOne: style != .short)
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
        let isPlural = try Self.given(input, "gender") == "p"
        let gender = isPlural ? .masculine : try Self.gender(input) ?? .masculine
        let isRussian = try Self.language(of: input) == .russian
        let isDigits = isRussian ? try Self.given(input, "style") == "digits" : false
        let style = isDigits ? nil : try Self.numeralStyle(input)
        if !isRussian {
          let words = KazakhNumeral.ordinal(number, style: style ?? .short)
          return try Self.ending(words, grammatical)
        }
        return .string(
          try Self.wording { () throws(WordingError) in
            isDigits
              ? try RussianNumeral.digitOrdinal(
                number, gender: gender, plural: isPlural, case: grammatical)
              : try RussianNumeral.ordinal(
                number, gender: gender, plural: isPlural, case: grammatical)
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
        let style = try Self.option(input, "style", DateStyle.self) ?? .long
        let grammatical = try Self.grammaticalCase(input) ?? .nominative
        let language = try Self.language(of: input)
        return .string(
          try Self.wording { () throws(WordingError) in
            let date = try CivilDate(iso: text)
            return language == .kazakh
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
        let words = Self.flag(input, "words", true)
        let grammatical = try Self.grammaticalCase(input) ?? .nominative
        let language = try Self.language(of: input)
        return .string(
          try Self.wording { () throws(WordingError) in
            language == .kazakh
              ? try KazakhPercent.format(number, case: grammatical, words: words)
              : try RussianPercent.format(number, case: grammatical, words: words)
          })
      },
      Filter("number", [Self.language], inputKind: .number) { input throws(FilterError) in
        _ = try Self.language(of: input)
        return .string(DigitGrouping.number(try input.decimal().value))
      },
    ]
  }

  /// `count(noun)`; without a noun it is Jinja's own `count`, the length of a list.
  private func count(_ input: FilterInput) throws(FilterError) -> Value {
    let language = try Self.language(of: input)
    var noun = Self.picked(input["noun"], language)
    if noun == nil { noun = try Self.given(input, "noun") }
    guard let noun else {
      guard let length = Environment.standard.filters["length"] else { return .undefined }
      return try length.body(input)
    }
    let grammatical = try Self.grammaticalCase(input) ?? .nominative
    let words = Self.flag(input, "words")
    let amount = try input.decimal()
    let style = try Self.numeralStyle(input) ?? .full
    let whole = Int(amount.written ?? amount.value.description)
    let worded = try Self.wording { () throws(WordingError) in
      if language == .kazakh {
        guard let whole else {
          return try KazakhCount.count(
            amount.value, noun: noun, case: grammatical, words: words, style: style)
        }
        return try KazakhCount.count(
          whole, noun: noun, case: grammatical, words: words, style: style)
      }
      guard let whole else {
        return try RussianCount.count(amount.value, noun: noun, case: grammatical, words: words)
      }
      return try RussianCount.count(whole, noun: noun, case: grammatical, words: words)
    }
    return value(worded, of: noun, grammatical, input, language)
  }

  /// `style` of `money` is a layout or, with the layout of contracts, a style of numerals.
  private static func money(_ input: FilterInput) throws(FilterError) -> Value {
    let number = try input.decimal().value
    let grammatical = try grammaticalCase(input) ?? .nominative
    let isCapital = flag(input, "cap")
    let currency =
      try option(input, "currency", Currency.allCases.map(\.rawValue), Currency.init(code:)) ?? .kzt
    let styles = MoneyLayout.allCases.map(\.rawValue) + KazakhNumeral.Style.allCases.map(\.rawValue)
    let style = try option(input, "style", styles) { $0 == "any" || styles.contains($0) ? $0 : nil }
    let layout = style.flatMap(MoneyLayout.init(rawValue:)) ?? .contract
    let numerals = style.flatMap(KazakhNumeral.Style.init(rawValue:)) ?? .full
    let language = try language(of: input)
    return .string(
      try wording { () throws(WordingError) in
        let amount = try MoneyAmount(number)
        return language == .kazakh
          ? try KazakhMoney.format(
            amount, currency: currency, style: numerals, case: grammatical,
            capitalized: isCapital, layout: layout)
          : try RussianMoney.format(
            amount, currency: currency, case: grammatical, capitalized: isCapital, style: layout,
            namesOne: numerals != .short)
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
        .string(change(try Self.text(input, try Self.language(of: input))))
      }
    }
  }
}
