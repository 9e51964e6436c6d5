internal import Draft

/// What the Standard asks of a consultant when he takes a case.
extension CaseFile {
  // MARK: Conflict of interest (Standard 4.1; GPK 59)

  func conflict(_ day: CaseDate) -> [Finding] {
    var findings: [Finding] = []
    for (party, path) in otherSides where isSame(party, as: client) {
      findings.append(
        Finding(
          .conflict, .failed, code: "conflict-same-person",
          Message(
            en: "the client's number is also that of the other side",
            ru: "номер клиента указан и у другой стороны",
            kk: "клиенттің нөмірі екінші тарапта да көрсетілген"), at: path))
    }
    guard let check = conflictCheck, let date = check.date else {
      return findings + [
        Finding(
          .conflict, .failed, code: "conflict-unchecked",
          Message(
            en: "circumstances that bar the case were not checked",
            ru: "обстоятельства, препятствующие принятию поручения, не проверены",
            kk: "тапсырманы қабылдауға кедергі келтіретін мән-жайлар тексерілмеген"),
          hints: [.fill("conflict_check.date")], at: "conflict_check")
      ]
    }
    if check.isFound == true, check.overrideReason == nil {
      findings.append(
        Finding(
          .conflict, .failed, code: "conflict-found",
          Message(
            en: "the check found an obstacle: the case may not be taken",
            ru: "проверка нашла препятствие: поручение принимать нельзя",
            kk: "тексеру кедергі тапты: тапсырманы қабылдауға болмайды"),
          hints: [
            Message(
              en: "if the law allows it all the same, say why in `conflict_check.override`",
              ru: "если закон это всё же допускает, укажите почему в `conflict_check.override`",
              kk:
                "егер заң бұған бәрібір жол берсе, себебін `conflict_check.override` өрісіне жазыңыз"
            )
          ], at: "conflict_check.found"))
    } else if date > day {
      findings.append(
        Finding(
          .conflict, .failed, code: "conflict-ahead",
          Message(
            en: "the check is dated \(date.text), which is still to come",
            ru: "проверка датирована \(date.short), этот день ещё не наступил",
            kk: "тексерудің күні – \(date.short), бұл күн әлі келген жоқ"),
          at: "conflict_check.date"))
    } else if let signed = agreement?.date, date > signed {
      findings.append(
        Finding(
          .conflict, .warning, code: "conflict-late",
          Message(
            en: "checked on \(date.text), after the agreement of \(signed.text)",
            ru: "проверено \(date.short), уже после договора от \(signed.short)",
            kk: "\(date.short) күні, \(signed.short) шартынан кейін тексерілген"),
          at: "conflict_check.date"))
    } else if findings.isEmpty {
      let isSpecial = check.disclosed != nil || check.overrideReason != nil
      findings.append(
        Finding(
          .conflict, .passed, code: "conflict",
          isSpecial
            ? Message(
              en: "checked on \(date.text), told to the client",
              ru: "проверено \(date.short), клиенту сообщено",
              kk: "\(date.short) күні тексерілген, клиентке хабарланған")
            : Message(
              en: "checked on \(date.text), clean",
              ru: "проверено \(date.short), препятствий нет",
              kk: "\(date.short) күні тексерілген, кедергі жоқ")))
    }
    return findings
  }

  /// The parties that stand against the client, with their paths.
  private var otherSides: [(Party, String)] {
    (matter?.opponents ?? []).enumerated().map { ($1, "matter.opponents[\($0)]") }
  }

  private func isSame(_ party: Party, as other: Party?) -> Bool {
    if let iin = party.iin, iin == other?.iin { return true }
    if let bin = party.bin, bin == other?.bin { return true }
    return false
  }

  // MARK: Confidentiality (Standard 1.9)

  func confidentialityFindings(_ day: CaseDate) -> [Finding] {
    let path = "confidentiality"
    let separate = fields["nda", as: Confidentiality.Paper.self]
    var mode = confidentiality?.mode
    if mode == nil, confidentiality?.objection != nil { mode = .objection }
    if mode == nil, separate?.date != nil { mode = .nda }
    switch mode {
    case nil:
      return [
        Finding(
          .confidentiality, .failed, code: "nda-missing",
          Message(
            en: "there is neither an agreement on confidentiality nor the client's objection",
            ru: "нет ни соглашения о неразглашении, ни возражения клиента",
            kk: "жарияламау туралы келісім де, клиенттің қарсылығы да жоқ"),
          hints: [.fill("\(path).mode")], at: path)
      ]
    case .clause?:
      return [
        Finding(
          .confidentiality, .passed, code: "nda-clause",
          Message(
            en: "a clause of the agreement", ru: "раздел договора", kk: "шарттың бөлімі"))
      ]
    case .nda?:
      let isOwn = confidentiality?.nda == nil && separate != nil
      return paper(
        confidentiality?.nda ?? separate, day, path: isOwn ? "nda" : "\(path).nda",
        Message(
          en: "the agreement on confidentiality", ru: "соглашение о неразглашении",
          kk: "жарияламау туралы келісім"))
    case .objection?:
      return paper(
        confidentiality?.objection, day, path: "\(path).objection",
        Message(en: "the client's objection", ru: "возражение клиента", kk: "клиенттің қарсылығы"))
    }
  }

  private func paper(
    _ paper: Confidentiality.Paper?, _ day: CaseDate, path: String, _ name: Message
  ) -> [Finding] {
    guard let date = paper?.date else {
      return [
        Finding(
          .confidentiality, .failed, code: "nda-undated",
          Message(
            en: "\(name.en) has no date, so it counts as not signed",
            ru: "\(name.ru): нет даты, считается неподписанным",
            kk: "\(name.kk): күні жоқ, қол қойылмаған болып саналады"),
          hints: [.fill("\(path).date")], at: path)
      ]
    }
    if date > day.adding(days: 1) {
      return [
        Finding(
          .confidentiality, .failed, code: "nda-ahead",
          Message(
            en: "\(name.en) is dated \(date.text), which is still to come",
            ru: "\(name.ru): датировано \(date.short), этот день ещё не наступил",
            kk: "\(name.kk): күні – \(date.short), бұл күн әлі келген жоқ"), at: "\(path).date")
      ]
    }
    return [
      Finding(
        .confidentiality, .passed, code: "nda",
        Message(
          en: "\(name.en) of \(date.text)", ru: "\(name.ru) от \(date.short)",
          kk: "\(name.kk), \(date.short)"))
    ]
  }
}
