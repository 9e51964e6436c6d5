internal import Draft

/// The power of attorney: whether it holds, and whether it covers what is planned.
extension CaseFile {
  // MARK: The paper (GK 167, 168)

  func powerOfAttorneyFindings(_ day: CaseDate) -> [Finding] {
    var findings: [Finding] = []
    if let power = powerOfAttorney {
      findings.append(powerFinding(power, day))
    } else if proceeding?.kind == .civil || proceeding?.kind == .administrative {
      findings.append(
        Finding(
          .powerOfAttorney, .warning, code: "power-missing",
          Message(
            en: "no power of attorney, though a court is to be addressed",
            ru: "доверенности нет, а дело в суде или органе",
            kk: "сенімхат жоқ, ал іс сотта немесе органда"),
          hints: [
            Message(
              en: "draw one, or have the client declare it in the hearing (GPK 61(5))",
              ru: "составьте её или заявите о полномочиях в заседании (часть пятая статьи 61 ГПК)",
              kk:
                "оны жасаңыз немесе өкілеттікті отырыста мәлімдетіңіз (АПК 61-бабының бесінші бөлігі)"
            )
          ]))
    }
    if let basis = client?.representative?.basis, let last = basis.validUntil, last < day {
      findings.append(
        Finding(
          .powerOfAttorney, .failed, code: "basis-expired",
          Message(
            en: "the authority of the client's representative ended on \(last.text)",
            ru: "полномочия представителя клиента закончились \(last.short)",
            kk: "клиент өкілінің өкілеттігі \(last.short) күні аяқталған"),
          at: "client.representative.basis.valid_until"))
    }
    return findings
  }

  private func powerFinding(_ power: PowerOfAttorney, _ day: CaseDate) -> Finding {
    let path = "power_of_attorney"
    guard let issued = power.date, let last = power.lastDay else {
      return Finding(
        .powerOfAttorney, .failed, code: "power-undated",
        Message(
          en: "the power of attorney has no date: it is void",
          ru: "в доверенности нет даты: она ничтожна",
          kk: "сенімхаттың күні жоқ: ол жарамсыз"),
        hints: [.fill("\(path).date")], at: path)
    }
    if issued > day.adding(days: 1) {
      return Finding(
        .powerOfAttorney, .failed, code: "power-ahead",
        Message(
          en: "it is dated \(issued.text), which is still to come",
          ru: "датирована \(issued.short), этот день ещё не наступил",
          kk: "күні – \(issued.short), бұл күн әлі келген жоқ"), at: "\(path).date")
    }
    if last > issued.adding(months: 36) {
      let most = issued.adding(months: 36)
      return Finding(
        .powerOfAttorney, .failed, code: "power-too-long",
        Message(
          en: "it runs until \(last.text), longer than three years",
          ru: "срок до \(last.short) – больше трёх лет",
          kk: "мерзімі \(last.short) дейін – үш жылдан асады"),
        hints: [
          Message(
            en: "not later than \(most.text)", ru: "не позднее \(most.short)",
            kk: "\(most.short) күнінен кешіктірмей")
        ], at: "\(path).until")
    }
    if last < day {
      return Finding(
        .powerOfAttorney, .failed, code: "power-expired",
        Message(
          en: "it ended on \(last.text)", ru: "срок закончился \(last.short)",
          kk: "мерзімі \(last.short) күні аяқталған"), at: path)
    }
    let isOpen = power.until == nil
    let isNear = day.days(until: last) <= 30
    return Finding(
      .powerOfAttorney, isNear ? .warning : .passed,
      code: isNear ? "power-ends-soon" : "power-of-attorney",
      Message(
        en: "of \(issued.text), in force until \(last.text)",
        ru: "от \(issued.short), действует до \(last.short) включительно",
        kk: "\(issued.short) берілген, \(last.short) қоса алғанда дейін қолданылады"),
      hints: isOpen
        ? [
          Message(
            en: "it names no term, so it runs one year",
            ru: "срок в ней не указан, поэтому она действует один год",
            kk: "мерзімі көрсетілмеген, сондықтан ол бір жыл қолданылады")
        ] : [])
  }

  // MARK: What it covers (GPK 60)

  /// The special powers that the plans of the case need, each with the path that asks for it.
  private var plannedPowers: [(power: SpecialPower, path: String)] {
    var planned: [(SpecialPower, String)] = []
    for (index, item) in (engagement?.scope ?? []).enumerated() {
      for power in item.requiredPowers {
        planned.append((power, "engagement.scope[\(index)].powers"))
      }
    }
    for power in proceeding?.plannedPowers ?? [] {
      planned.append((power, "proceeding.planned"))
    }
    return planned
  }

  var powersFindings: [Finding] {
    let planned = plannedPowers
    guard !planned.isEmpty else { return [] }
    let granted = Set(powerOfAttorney?.powers ?? [])
    var seen: Set<SpecialPower> = []
    let missing = planned.filter { !granted.contains($0.power) && seen.insert($0.power).inserted }
    if missing.isEmpty {
      return [
        Finding(
          .powers, .passed, code: "powers",
          Message(
            en: "all that is planned is covered", ru: "всё, что планируется, покрыто",
            kk: "жоспарланғанның бәрі қамтылған"))
      ]
    }
    return missing.map { power, path in
      let wording = power.wording
      return Finding(
        .powers, .failed, code: "power-not-granted",
        Message(
          en: "the power of attorney lacks: \(power.rawValue)",
          ru: "в доверенности нет: \(wording.text(for: .ru))",
          kk: "сенімхатта жоқ: \(wording.text(for: .kk))"),
        hints: [
          Message(
            en: "add `\(power.rawValue)` to `power_of_attorney.powers`",
            ru: "добавьте `\(power.rawValue)` в `power_of_attorney.powers`",
            kk: "`power_of_attorney.powers` өрісіне `\(power.rawValue)` қосыңыз")
        ], at: path)
    }
  }
}
