internal import Draft

/// The agreement states the scope in detail and the terms of payment (Standard 4.5; GK 683, 685).
extension CaseFile {
  var engagementFindings: [Finding] {
    guard let engagement else {
      return [
        Finding(
          .engagement, .warning, code: "engagement-missing",
          Message(
            en: "no written agreement on scope and payment",
            ru: "письменного соглашения об объёме и оплате нет",
            kk: "көлемі мен ақысы туралы жазбаша келісім жоқ"),
          hints: [.fill("engagement")])
      ]
    }
    var findings: [Finding] = []
    let scope = engagement.scope ?? []
    if scope.isEmpty {
      findings.append(
        .missing(
          "scope-missing", "engagement.scope",
          Message(
            en: "no assignment is named", ru: "не указано ни одно поручение",
            kk: "бірде-бір тапсырма көрсетілмеген")))
    }
    for (index, item) in scope.enumerated() where item.action == nil {
      findings.append(
        .missing(
          "scope-missing", "engagement.scope[\(index)].action",
          Message(
            en: "assignment \(index + 1) does not say what is done",
            ru: "в поручении \(index + 1) не сказано, что делается",
            kk: "\(index + 1)-тапсырмада не істелетіні айтылмаған")))
    }
    findings += feeFindings(engagement.fee)
    findings += expensesFindings(engagement)
    findings += taxFindings(engagement.vat)
    if !findings.contains(where: { $0.state == .failed }) {
      findings.insert(
        Finding(
          .engagement, .passed, code: "engagement",
          Message(
            en: "assignments: \(scope.count), payment stated",
            ru: "поручений: \(scope.count), оплата указана",
            kk: "тапсырма: \(scope.count), ақысы көрсетілген")), at: 0)
    }
    return findings
  }

  private func feeFindings(_ fee: Fee?) -> [Finding] {
    let path = "engagement.fee"
    guard let fee, let form = fee.form else {
      return [
        .missing(
          "fee-missing", "\(path).form",
          Message(
            en: "the form of payment is not named", ru: "форма оплаты не указана",
            kk: "ақы төлеу нысаны көрсетілмеген"))
      ]
    }
    let needed: [(String, Bool)] =
      switch form {
      case .fixed: [("amount", fee.amount != nil)]
      case .staged: [("stages", !(fee.stages ?? []).isEmpty)]
      case .hourly: [("rate", fee.rate != nil)]
      case .subscription: [("amount", fee.amount != nil), ("hours", fee.hours != nil)]
      case .free: []
      }
    var findings = needed.filter { !$0.1 }.map { key, _ in
      Finding.missing(
        "fee-missing", "\(path).\(key)",
        Message(
          en: "a fee of the form `\(form.rawValue)` needs `\(key)`",
          ru: "для оплаты `\(form.rawValue)` нужно `\(key)`",
          kk: "`\(form.rawValue)` ақысына `\(key)` керек"))
    }
    for (index, stage) in (fee.stages ?? []).enumerated() where form == .staged {
      if stage.amount == nil {
        findings.append(
          .missing(
            "fee-missing", "\(path).stages[\(index)].amount",
            Message(
              en: "stage \(index + 1) has no price", ru: "у этапа \(index + 1) нет цены",
              kk: "\(index + 1)-кезеңнің бағасы жоқ")))
      }
    }
    if fee.success?.isEnabled == true { findings += successFindings(fee.success) }
    return findings
  }

  /// No rule was found that allows or forbids a reward for success to consultants.
  private func successFindings(_ success: Fee.Success?) -> [Finding] {
    let path = "engagement.fee.success"
    var findings = [
      Finding(
        .engagement, .warning, code: "success-fee",
        Message(
          en: "a reward for success: no rule allows or forbids it, a lawyer must clear it",
          ru: "вознаграждение за успех: нормы нет, нужно подтверждение юриста",
          kk: "табысқа байланысты сыйақы: норма жоқ, заңгердің растауы керек"), at: path)
    ]
    if success?.amount == nil {
      findings.append(
        .missing(
          "success-fee-open", "\(path).amount",
          Message(
            en: "a reward for success needs a fixed sum",
            ru: "вознаграждению за успех нужна твёрдая сумма",
            kk: "табысқа байланысты сыйақыға бекітілген сома керек")))
    }
    if proceeding?.kind == .criminal || proceeding?.kind == .offence {
      findings.append(
        Finding(
          .engagement, .failed, code: "success-fee-barred",
          Message(
            en: "no reward for success in criminal and administrative-offence cases",
            ru: "по делам УПК и КоАП вознаграждение за успех не устанавливается",
            kk: "ҚПК мен ӘҚБтК істері бойынша табысқа байланысты сыйақы белгіленбейді"), at: path))
    }
    return findings
  }

  /// A price that is not there covers nothing: the agreement says then that the consultant bears the
  /// expenses, which he may not mean.
  private func expensesFindings(_ engagement: Engagement) -> [Finding] {
    guard engagement.fee?.form == .free, engagement.expenses?.mode == .included else { return [] }
    return [
      Finding(
        .engagement, .warning, code: "free-expenses",
        Message(
          en: "aid is free, so `included` means that the consultant bears the expenses",
          ru: "помощь безвозмездна, поэтому `included` значит, что расходы несёт консультант",
          kk: "көмек өтеусіз, сондықтан `included` шығыстарды консультант көтеретінін білдіреді"),
        hints: [
          Message(
            en:
              "if the client bears them, make `engagement.expenses.mode` `reimbursed` or `prepaid`",
            ru:
              "если их несёт клиент, укажите в `engagement.expenses.mode` `reimbursed` или `prepaid`",
            kk:
              "оларды клиент көтерсе, `engagement.expenses.mode` өрісінде `reimbursed` немесе `prepaid` көрсетіңіз"
          )
        ], at: "engagement.expenses.mode")
    ]
  }

  private func taxFindings(_ tax: ValueAddedTax?) -> [Finding] {
    guard let mode = tax?.mode, mode != .none, tax?.fields["rate"] == nil else { return [] }
    return [
      .missing(
        "vat-rate", "engagement.vat.rate",
        Message(
          en: "value added tax is charged, but its rate is not given",
          ru: "НДС начисляется, но ставка не указана",
          kk: "ҚҚС есептеледі, бірақ мөлшерлемесі көрсетілмеген"))
    ]
  }
}

extension Finding {
  /// Something that scope and payment need.
  static func missing(_ code: String, _ path: String, _ message: Message) -> Finding {
    Finding(.engagement, .failed, code: code, message, hints: [.fill(path)], at: path)
  }
}
