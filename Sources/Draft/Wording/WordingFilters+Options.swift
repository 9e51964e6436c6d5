internal import DraftWording

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Reading the options of the wording filters: a missing, undefined, null or empty option is not
/// given; a value that an option does not take is the error `bad-option`.
extension WordingFilters {
  /// The language of a wording.
  enum Language: String {
    case kazakh = "kk"
    case russian = "ru"
  }

  /// An option as text; nil when it is not given.
  static func given(_ input: FilterInput, _ name: String) throws(FilterError) -> String? {
    switch input[name] {
    case .undefined, .null: return nil
    case .string(let text): return text.isEmpty ? nil : text
    case .int(let number): return String(number)
    case .decimal(let number): throw unknownOption(name, number.value.description)
    case .bool(let flag): throw unknownOption(name, flag ? "true" : "false")
    case .list, .object, .fragment, .reference: throw unknownOption(name, "…")
    }
  }

  /// An option that takes the values that `read` knows.
  static func option<Option>(
    _ input: FilterInput, _ name: String, _ values: [String] = [], _ read: (String) -> Option?
  ) throws(FilterError) -> Option? {
    guard let text = try given(input, name) else { return nil }
    guard let option = read(text) else { throw unknownOption(name, text, values) }
    return option
  }

  /// An option that is one of the cases of an enumeration.
  static func option<Option: RawRepresentable & CaseIterable>(
    _ input: FilterInput, _ name: String, _ type: Option.Type
  ) throws(FilterError) -> Option? where Option.RawValue == String {
    try option(input, name, Option.allCases.map(\.rawValue), Option.init(rawValue:))
  }

  /// The language of the wording: the option `lang`, else the one in scope, else Russian.
  static func language(of input: FilterInput) throws(FilterError) -> Language {
    if let given = try option(input, "lang", ["kk", "ru"], Language.init(rawValue:)) {
      return given
    }
    return input.language.flatMap(Language.init(rawValue:)) ?? .russian
  }

  /// The option `case`.
  static func grammaticalCase(_ input: FilterInput) throws(FilterError) -> GrammaticalCase? {
    guard let text = try given(input, "case") else { return nil }
    guard let grammatical = GrammaticalCase(name: text) else {
      throw FilterError(code: "unknown-case", message: .unknownCase(text), hint: .cases)
    }
    return grammatical
  }

  /// The option `gender`; `auto` and `unknown` mean that the rules shall tell.
  static func gender(_ input: FilterInput) throws(FilterError) -> Gender? {
    let known = ["m", "f", "n", "auto"]
    return try option(input, "gender", known) { text -> Gender?? in
      if text == "auto" || text == "unknown" { return .some(nil) }
      return Gender(name: text).map { .some($0) }
    } ?? nil
  }

  /// The option `order` of a full name: letters for surname (`s`, or `b` for a bare one without a
  /// suffix), first name and patronymic; those that ``NameOrder`` lacks («fp») leave it to the rules.
  static func order(_ input: FilterInput) throws(FilterError) -> NameOrder? {
    try option(input, "order", NameOrder.allCases.map(\.rawValue)) { text -> NameOrder?? in
      if let order = NameOrder(rawValue: text) { return .some(order) }
      switch text {
      case "bfp": return .some(.sfp)
      case "fpb": return .some(.fps)
      case "bf": return .some(.sf)
      case "fb": return .some(.fs)
      case "fp", "f", "p", "s": return .some(nil)
      default: return nil
      }
    } ?? nil
  }

  /// The option `style` of numbers in words; `any` is the default of the filter.
  static func numeralStyle(_ input: FilterInput) throws(FilterError) -> KazakhNumeral.Style? {
    try option(input, "style", KazakhNumeral.Style.allCases.map(\.rawValue)) {
      text -> KazakhNumeral.Style?? in
      text == "any" ? .some(nil) : KazakhNumeral.Style(rawValue: text).map { .some($0) }
    } ?? nil
  }

  /// An option that is true or false; without it `fallback` holds.
  static func flag(_ input: FilterInput, _ name: String, _ fallback: Bool = false) -> Bool {
    switch input[name] {
    case .undefined, .null, .string(""): fallback
    default: input.flag(name)
    }
  }

  // MARK: - The value

  /// The value as text in the language of the wording.
  static func text(_ input: FilterInput, _ language: Language) throws(FilterError) -> String {
    if let picked = picked(input.value, language) { return picked }
    return try input.words()
  }

  /// The text of a localised value in a language.
  static func picked(_ value: Value, _ language: Language) -> String? {
    guard case .object(let object) = value, object.isLocalised,
      case .string(let text)? = object[language.rawValue]
    else { return nil }
    return text
  }

  // MARK: - Errors

  /// Does a piece of wording; its errors become those of the template.
  static func wording<Result>(_ work: () throws(WordingError) -> Result) throws(FilterError)
    -> Result
  {
    do throws(WordingError) { return try work() } catch {
      throw FilterError(code: error.code, message: .wording(error), hint: nil)
    }
  }

  /// The error of a value that an option does not take.
  static func unknownOption(
    _ name: String, _ text: String, _ values: [String] = []
  ) -> FilterError {
    FilterError(
      code: "bad-option", message: .unknownOption(name, text),
      hint: values.isEmpty ? nil : .optionValues(values))
  }
}
