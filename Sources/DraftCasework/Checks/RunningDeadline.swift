internal import Draft

/// A term of the case with its last day counted.
public struct RunningDeadline: Sendable, Hashable {
  /// Where a term stands on a day.
  public enum State: String, Sendable, Hashable, Codable {
    /// There is time.
    case open
    /// Three working days or fewer are left.
    case near
    /// The last day is over.
    case missed
    /// Done in time.
    case done
    /// Done after the last day.
    case late
  }

  /// The key in the table; nil for a term of the case's own.
  public var key: String?
  /// What is to be done.
  public var title: LocalisedText
  /// The article the term comes from.
  public var source: LocalisedText?
  /// Whether that article was read in an edition of known date.
  public var isVerified: Bool
  /// The last day.
  public var last: CaseDate
  /// Where it stands.
  public var state: State
  /// Calendar days left; negative when it is over.
  public var daysLeft: Int
  /// Working days left.
  public var workingDaysLeft: Int
  /// The data path.
  public var dataPath: String
}

extension RunningDeadline {
  /// Counts a term of the case.
  ///
  /// - Throws: what the case fails to say about it.
  init(
    _ deadline: Deadline, path: String, on day: CaseDate, rules: CaseRules
  ) throws(IdentifierFault) {
    let entry = deadline.key.flatMap { rules.deadlines[$0] }
    if let key = deadline.key, entry == nil, deadline.until == nil, deadline.term == nil {
      throw RunningDeadline.unknownKey(key, rules.deadlines.keys)
    }
    guard let title = deadline.title ?? entry?.title else {
      throw IdentifierFault(
        code: "deadline-without-title",
        Message(
          en: "a term of your own needs a `title`", ru: "своему сроку нужен `title`",
          kk: "өз мерзіміңізге `title` керек"))
    }
    if let until = deadline.until {
      last = until
    } else if let term = deadline.term ?? entry?.term, let from = deadline.from {
      last = rules.calendar.end(of: term, after: from, moves: entry?.moves ?? true)
    } else {
      throw IdentifierFault(
        code: "deadline-without-start",
        Message(
          en: "the term needs `from`, the day of the event, or `until`, its last day",
          ru: "сроку нужен `from`, день события, или `until`, последний день",
          kk: "мерзімге оқиға күні `from` немесе соңғы күні `until` керек"),
        hint: entry?.event.map {
          Message(
            en: "it runs from: \($0.text(for: .en))", ru: "течёт с события: \($0.text(for: .ru))",
            kk: "мына оқиғадан басталады: \($0.text(for: .kk))")
        })
    }
    key = deadline.key
    self.title = title
    source = entry?.source
    isVerified = entry?.isVerified ?? true
    dataPath = path
    daysLeft = day.days(until: last)
    workingDaysLeft = rules.calendar.workingDays(after: day, through: last)
    if let done = deadline.done {
      state = done <= last ? .done : .late
    } else if daysLeft < 0 {
      state = .missed
    } else {
      state = workingDaysLeft <= 3 ? .near : .open
    }
  }

  private static func unknownKey(_ key: String, _ keys: [String]) -> IdentifierFault {
    IdentifierFault(
      code: "unknown-deadline",
      Message(
        en: "the table has no term «\(key)»", ru: "в таблице нет срока «\(key)»",
        kk: "кестеде «\(key)» мерзімі жоқ"),
      hint: NearestName.find(key, among: keys).map {
        Message(
          en: "did you mean `\($0)`?", ru: "может быть, `\($0)`?", kk: "мүмкін, `\($0)` шығар?")
      })
  }

  /// The term as a finding.
  var finding: Finding {
    let (en, ru, kk) = (title.text(for: .en), title.text(for: .ru), title.text(for: .kk))
    let message: Message
    switch state {
    case .done:
      message = Message(
        en: "\(en): done in time, the last day was \(last.text)",
        ru: "\(ru): сделано в срок, последний день – \(last.short)",
        kk: "\(kk): мерзімінде орындалды, соңғы күні – \(last.short)")
    case .late:
      message = Message(
        en: "\(en): done after the last day, \(last.text)",
        ru: "\(ru): сделано после последнего дня, \(last.short)",
        kk: "\(kk): соңғы күннен, \(last.short), кейін орындалды")
    case .missed:
      message = Message(
        en: "\(en): the last day was \(last.text), \(-daysLeft) days ago",
        ru: "\(ru): последний день был \(last.short), прошло дней: \(-daysLeft)",
        kk: "\(kk): соңғы күні \(last.short) болған, \(-daysLeft) күн өтті")
    case .near, .open:
      message = Message(
        en: "\(en): until \(last.text), \(daysLeft) days left, \(workingDaysLeft) of them working",
        ru: "\(ru): до \(last.short) включительно, осталось дней: \(daysLeft), "
          + "из них рабочих: \(workingDaysLeft)",
        kk: "\(kk): \(last.short) қоса алғанда, қалған күн: \(daysLeft), "
          + "оның ішінде жұмыс күні: \(workingDaysLeft)")
    }
    var hints: [Message] = []
    if let source {
      let (ru, kk) = (source.text(for: .ru), source.text(for: .kk))
      hints.append(
        isVerified
          ? Message(en: "\(ru)", ru: ru, kk: kk)
          : Message(
            en: "\(ru); compare with the text in force",
            ru: "\(ru); сверьте с действующей редакцией",
            kk: "\(kk); қолданыстағы редакциямен салыстырыңыз"))
    }
    if state == .missed || state == .late {
      hints.append(
        Message(
          en: "ask for the term to be restored, with reasons",
          ru: "заявите о восстановлении срока с указанием причин",
          kk: "себептерін көрсетіп, мерзімді қалпына келтіруді сұраңыз"))
    }
    let state: Finding.State =
      switch state {
      case .open, .done: .passed
      case .near: .warning
      case .missed, .late: .failed
      }
    return Finding(
      .deadlines, state, code: "deadline-\(self.state.rawValue)", message, hints: hints,
      at: dataPath)
  }
}
