public import Draft

/// What `draft verify` looks at, in the order of its report.
public enum CaseCheck: String, Sendable, Hashable, Codable, CaseIterable {
  /// Fields and identifiers.
  case data
  /// Dates of documents.
  case dates
  /// Professional liability insurance (Standard 1.7, 1.13).
  case insurance
  /// Conflicts of interest (Standard 4.1; GPK 59).
  case conflict
  /// The agreement on confidential information (Standard 1.9).
  case confidentiality
  /// Scope and payment (Standard 4.5).
  case engagement
  /// The power of attorney itself (GK 167, 168).
  case powerOfAttorney = "power-of-attorney"
  /// Whether it covers what is planned (GPK 60).
  case powers
  /// The terms that run.
  case deadlines

  /// What the check is called in a report.
  public var title: Message {
    switch self {
    case .data:
      Message(
        en: "fields and identifiers", ru: "поля и идентификаторы",
        kk: "өрістер мен сәйкестендіргіштер")
    case .dates: Message(en: "dates of documents", ru: "даты документов", kk: "құжаттардың күндері")
    case .insurance: Message(en: "insurance", ru: "страхование", kk: "сақтандыру")
    case .conflict:
      Message(en: "conflict of interest", ru: "конфликт интересов", kk: "мүдделер қақтығысы")
    case .confidentiality: Message(en: "confidentiality", ru: "неразглашение", kk: "құпиялылық")
    case .engagement:
      Message(en: "scope and payment", ru: "объём и оплата", kk: "көлемі мен ақысы")
    case .powerOfAttorney: Message(en: "power of attorney", ru: "доверенность", kk: "сенімхат")
    case .powers: Message(en: "special powers", ru: "особые полномочия", kk: "арнайы өкілеттіктер")
    case .deadlines: Message(en: "deadlines", ru: "сроки", kk: "мерзімдер")
    }
  }

  /// Where the rule is written; nil for a rule of the tool's own.
  public var source: Message? {
    switch self {
    case .data, .dates, .deadlines: nil
    case .insurance: .standard("1.7, 1.13")
    case .conflict: .standard("4.1")
    case .confidentiality: .standard("1.9")
    case .engagement: .standard("4.5")
    case .powerOfAttorney:
      Message(en: "GK 167–168", ru: "статьи 167–168 ГК", kk: "АК 167–168-баптары")
    case .powers: Message(en: "GPK 60", ru: "статья 60 ГПК", kk: "АПК 60-бабы")
    }
  }
}

extension Message {
  /// A clause of the chamber's Standard.
  static func standard(_ clause: String) -> Message {
    Message(en: "Standard \(clause)", ru: "Стандарт, \(clause)", kk: "Стандарт, \(clause)")
  }
}

/// What a check found.
public struct Finding: Sendable, Hashable {
  /// How it ended.
  public enum State: String, Sendable, Hashable, Codable {
    /// All is in order.
    case passed
    /// A person should look.
    case warning
    /// A rule is broken, or what the rule asks for is missing.
    case failed
  }

  /// The check.
  public var check: CaseCheck
  /// How it ended.
  public var state: State
  /// A stable code in kebab case.
  public var code: String
  /// What was found.
  public var message: Message
  /// What to do next.
  public var hints: [Message]
  /// The data path concerned; nil when none is.
  public var dataPath: String?
  /// Where that was written; nil when it was not, or not in a file.
  public var place: Place?

  init(
    _ check: CaseCheck, _ state: State, code: String, _ message: Message, hints: [Message] = [],
    at dataPath: String? = nil
  ) {
    self.check = check
    self.state = state
    self.code = code
    self.message = message
    self.hints = hints
    self.dataPath = dataPath
  }

  /// A finding of the reader.
  init(_ diagnostic: Diagnostic) {
    self.init(
      .data, diagnostic.severity == .error ? .failed : .warning, code: diagnostic.code,
      diagnostic.message, hints: diagnostic.hints, at: diagnostic.dataPath)
    place = diagnostic.place
  }
}
