internal import Draft

extension CaseFile {
  /// Looks at the case as it stands on a day.
  ///
  /// Nothing here reads a clock: the same case on the same day has the same findings.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - rules: the calendar and the table of terms.
  /// - Returns: at least one finding a check that applies; deadlines one each.
  public func findings(on day: CaseDate, rules: CaseRules) -> [Finding] {
    dates(day) + insurance(day) + conflict(day) + confidentialityFindings(day) + engagementFindings
      + powerOfAttorneyFindings(day) + powersFindings + deadlineFindings(day, rules)
  }

  // MARK: Dates (requisites: a document is not dated later than tomorrow)

  private func dates(_ day: CaseDate) -> [Finding] {
    guard let date = agreement?.date else { return [] }
    if date > day.adding(days: 1) {
      return [
        Finding(
          .dates, .failed, code: "date-ahead",
          Message(
            en: "the agreement is dated \(date.text), which is still to come",
            ru: "договор датирован \(date.short), этот день ещё не наступил",
            kk: "шарттың күні – \(date.short), бұл күн әлі келген жоқ"), at: "agreement.date")
      ]
    }
    if let last = engagement?.term?.until, last < date {
      return [
        Finding(
          .dates, .failed, code: "end-before-start",
          Message(
            en: "the agreement ends on \(last.text), before its date",
            ru: "договор заканчивается \(last.short), раньше своей даты",
            kk: "шарт \(last.short) күні, өз күнінен бұрын аяқталады"),
          at: "engagement.term.until")
      ]
    }
    return [
      Finding(
        .dates, .passed, code: "dates",
        Message(
          en: "the agreement is of \(date.text)", ru: "договор от \(date.short)",
          kk: "шарттың күні – \(date.short)"))
    ]
  }

  // MARK: Insurance (Standard 1.7, 1.13)

  private func insurance(_ day: CaseDate) -> [Finding] {
    let path = "consultant.insurance"
    guard let insurance = consultant?.insurance, let last = insurance.validUntil else {
      return [
        Finding(
          .insurance, .failed, code: "insurance-missing",
          Message(
            en: "there is no contract of insurance: aid may not be begun",
            ru: "договора страхования нет: приступать к помощи нельзя",
            kk: "сақтандыру шарты жоқ: көмек көрсетуге кірісуге болмайды"),
          hints: [.fill("\(path).valid_until")], at: path)
      ]
    }
    if last < day {
      return [
        Finding(
          .insurance, .failed, code: "insurance-expired",
          Message(
            en: "the insurance ended on \(last.text)", ru: "страхование закончилось \(last.short)",
            kk: "сақтандыру \(last.short) күні аяқталған"),
          hints: [
            Message(
              en: "conclude a new contract and put it into the profile",
              ru: "заключите новый договор и внесите его в профиль",
              kk: "жаңа шарт жасасып, оны профильге енгізіңіз")
          ], at: "\(path).valid_until")
      ]
    }
    if let from = insurance.date, from > day {
      return [
        Finding(
          .insurance, .failed, code: "insurance-ahead",
          Message(
            en: "the insurance begins only on \(from.text)",
            ru: "страхование начинается только \(from.short)",
            kk: "сақтандыру тек \(from.short) күні басталады"), at: "\(path).date")
      ]
    }
    let left = day.days(until: last)
    return [
      Finding(
        .insurance, left <= 30 ? .warning : .passed,
        code: left <= 30 ? "insurance-ends-soon" : "insurance",
        Message(
          en: "in force until \(last.text)", ru: "действует до \(last.short) включительно",
          kk: "\(last.short) қоса алғанда дейін қолданылады"),
        hints: left <= 30
          ? [
            Message(
              en: "\(left) days are left: renew it in time",
              ru: "осталось дней: \(left), продлите вовремя",
              kk: "қалған күн: \(left), уақытында ұзартыңыз")
          ] : [], at: "\(path).valid_until")
    ]
  }

  // MARK: Deadlines

  /// The terms of the case with their last days, on a day; those that cannot be counted are left out.
  public func runningDeadlines(on day: CaseDate, rules: CaseRules) -> [RunningDeadline] {
    (deadlines ?? []).enumerated().compactMap { index, deadline in
      try? RunningDeadline(deadline, path: "deadlines[\(index)]", on: day, rules: rules)
    }
  }

  private func deadlineFindings(_ day: CaseDate, _ rules: CaseRules) -> [Finding] {
    (deadlines ?? []).enumerated().map { index, deadline in
      let path = "deadlines[\(index)]"
      do throws(IdentifierFault) {
        return try RunningDeadline(deadline, path: path, on: day, rules: rules).finding
      } catch {
        return Finding(
          .deadlines, .failed, code: error.code, error.message,
          hints: error.hint.map { [$0] } ?? [], at: path)
      }
    }
  }
}

extension Message {
  /// What field to fill in.
  static func fill(_ path: String) -> Message {
    Message(
      en: "fill in `\(path)`", ru: "заполните `\(path)`", kk: "`\(path)` өрісін толтырыңыз")
  }
}
