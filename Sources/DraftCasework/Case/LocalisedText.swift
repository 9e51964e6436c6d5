public import Draft

/// A text in Kazakh and in Russian; templates print the one of the language around them.
///
/// Names come from the identity document in each language and are never transliterated.
public struct LocalisedText: CaseValue, Hashable {
  /// The Kazakh text; nil when it is not given.
  public var kk: String?
  /// The Russian text; nil when it is not given.
  public var ru: String?
  /// Whether the text was written once, for all languages.
  public let isNeutral: Bool

  /// A text in one language or both.
  public init(kk: String? = nil, ru: String? = nil) {
    self.kk = kk
    self.ru = ru
    isNeutral = false
  }

  /// A text that is the same in every language.
  public init(_ text: String) {
    kk = text
    ru = text
    isNeutral = true
  }

  /// Reads a scalar, or a mapping with `kk` or `ru`.
  public init?(value: Value) {
    if let text = value.text {
      self.init(text)
      return
    }
    guard case .object(let object) = value else { return nil }
    self.init(kk: object["kk"]?.text, ru: object["ru"]?.text)
    if kk == nil, ru == nil { return nil }
  }

  /// The text as a value of case data.
  public var value: Value {
    if isNeutral, let text = kk { return .string(text) }
    var pairs: [(key: String, value: Value)] = []
    if let kk { pairs.append(("kk", .string(kk))) }
    if let ru { pairs.append(("ru", .string(ru))) }
    return .object(ObjectValue(pairs))
  }

  /// The text in a language of documents (`kk`, `ru`); nil when it is not given.
  public func text(in language: String) -> String? { language == "kk" ? kk : ru }

  /// The text for a message: in its language when there is one, else in the other.
  public func text(for language: InterfaceLanguage) -> String {
    (language == .kk ? kk ?? ru : ru ?? kk) ?? ""
  }

  /// The text in every language after a change.
  func map(_ change: (String, String) -> String?) -> LocalisedText {
    if isNeutral, let text = ru { return LocalisedText(change(text, "ru") ?? text) }
    return LocalisedText(kk: kk.flatMap { change($0, "kk") }, ru: ru.flatMap { change($0, "ru") })
  }
}

extension LocalisedText: ExpressibleByStringLiteral {
  /// A text that is the same in every language.
  public init(stringLiteral text: String) { self.init(text) }
}
