public import Draft

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A case held against the Standard and the law on a day, and what can be drawn from it.
public struct Verification: Sendable {
  /// The day.
  public var day: CaseDate
  /// What was found, check by check.
  public var findings: [Finding]
  /// The terms that run.
  public var deadlines: [RunningDeadline]
  /// The documents of the catalogue.
  public var documents: [DocumentReadiness]

  /// Whether a rule is broken.
  public var hasFailures: Bool { findings.contains { $0.state == .failed } }
}

extension Catalogue {
  /// Holds a case file against the Standard and the law.
  ///
  /// - Parameters:
  ///   - data: the case, the profile under it; the shared constants are not needed.
  ///   - day: the day; nothing reads a clock.
  /// - Throws: the failure to read a document, the calendar or the terms.
  public func verify(_ data: CaseData, on day: CaseDate) throws -> Verification {
    let (caseFile, diagnostics) = CaseFile.reading(data.root) { data.place(of: $0) }
    return try verify(caseFile, diagnostics, on: day) { data.place(of: $0) }
  }

  /// Holds a case that was put together in Swift against the Standard and the law.
  ///
  /// - Throws: the failure to read a document, the calendar or the terms.
  public func verify(_ caseFile: CaseFile, on day: CaseDate) throws -> Verification {
    let diagnostics = CaseFile.reading(caseFile.fields.object).diagnostics
    return try verify(caseFile, diagnostics, on: day) { _ in nil }
  }

  private func verify(
    _ caseFile: CaseFile, _ diagnostics: [Diagnostic], on day: CaseDate,
    place: (String) -> Place?
  ) throws -> Verification {
    let rules = try rules()
    var findings = diagnostics.map(Finding.init)
    if !findings.contains(where: { $0.state == .failed }) {
      findings.insert(
        Finding(
          .data, .passed, code: "data",
          Message(
            en: "no errors", ru: "ошибок нет", kk: "қате жоқ")), at: 0)
    }
    for var finding in caseFile.findings(on: day, rules: rules) {
      finding.place = finding.dataPath.flatMap(place)
      findings.append(finding)
    }
    var documents = try readiness(of: caseFile)
    if diagnostics.contains(where: { $0.severity == .error }) {
      for index in documents.indices { documents[index].problems.append(.wrongCase) }
    }
    return Verification(
      day: day, findings: findings,
      deadlines: caseFile.runningDeadlines(on: day, rules: rules),
      documents: documents)
  }
}

extension Diagnostic {
  /// That a field of the case is wrong, which stops every document.
  fileprivate static var wrongCase: Diagnostic {
    Diagnostic(
      code: "case-has-errors",
      Message(
        en: "the errors in the fields stop it", ru: "мешают ошибки в полях",
        kk: "өрістердегі қателер кедергі болады"))
  }
}

extension Verification {
  /// The report for programs, as JSON. Keys are stable; sentences are in one language.
  public func json(in language: InterfaceLanguage) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let bytes = try encoder.encode(CodedValue(value(in: language)))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func value(in language: InterfaceLanguage) -> Value {
    let findings = findings.map { finding in
      var fields = CaseFields()
      fields["check"] = .string(finding.check.rawValue)
      fields["state"] = .string(finding.state.rawValue)
      fields["code"] = .string(finding.code)
      fields["message"] = .string(finding.message.text(in: language))
      fields["source"] = finding.check.source.map { .string($0.text(in: language)) }
      fields["path"] = finding.dataPath.map(Value.string)
      fields["hints"] = .list(finding.hints.map { .string($0.text(in: language)) })
      if let place = finding.place {
        fields["file"] = place.file.map(Value.string)
        fields["line"] = .int(place.line)
        fields["column"] = .int(place.column)
      }
      return Value.object(fields.object)
    }
    let deadlines = deadlines.map { deadline in
      var fields = CaseFields()
      fields["key"] = deadline.key.map(Value.string)
      fields["title"] = .string(deadline.title.text(for: language))
      fields["source"] = deadline.source.map { .string($0.text(for: language)) }
      fields["verified"] = .bool(deadline.isVerified)
      fields["last"] = .string(deadline.last.text)
      fields["state"] = .string(deadline.state.rawValue)
      fields["days_left"] = .int(deadline.daysLeft)
      fields["working_days_left"] = .int(deadline.workingDaysLeft)
      return Value.object(fields.object)
    }
    let documents = documents.map { document in
      var fields = CaseFields()
      fields["name"] = .string(document.document.name)
      fields["ready"] = .bool(document.isReady)
      fields["missing"] = .list(document.missing.map(Value.string))
      fields["problems"] = .list(
        document.problems.map { .string($0.message.text(in: language)) })
      return Value.object(fields.object)
    }
    var fields = CaseFields()
    fields["on"] = .string(day.text)
    fields["passed"] = .bool(!hasFailures)
    fields["findings"] = .list(findings)
    fields["deadlines"] = .list(deadlines)
    fields["documents"] = .list(documents)
    return .object(fields.object)
  }
}
