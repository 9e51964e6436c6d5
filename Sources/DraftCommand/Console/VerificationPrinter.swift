import Draft
import DraftCasework

/// The report of `draft verify` for people.
struct VerificationPrinter {
  var language: InterfaceLanguage
  var isColored =
    FileSystem.isTerminal(1) && FileSystem.environment("NO_COLOR") == nil
    && FileSystem.environment("TERM") != "dumb"

  /// The whole report.
  func text(_ verification: Verification) -> String {
    var lines = [
      say(
        Message(
          en: "The case on \(verification.day.text)", ru: "Дело на \(verification.day.short)",
          kk: "\(verification.day.short) күнгі іс")), "",
    ]
    for finding in verification.findings { lines += self.lines(finding) }
    lines += ["", say(Message(en: "Documents", ru: "Документы", kk: "Құжаттар"))]
    for document in verification.documents { lines += self.lines(document) }
    let failed = verification.findings.count { $0.state == .failed }
    let warnings = verification.findings.count { $0.state == .warning }
    lines += [
      "",
      say(
        Message(
          en: "errors: \(failed), warnings: \(warnings)",
          ru: "ошибок: \(failed), предупреждений: \(warnings)",
          kk: "қате: \(failed), ескерту: \(warnings)")),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ finding: Finding) -> [String] {
    let source = finding.check.source.map { " (\(say($0)))" } ?? ""
    let head = say(finding.check.title) + source
    var lines = ["\(mark(finding.state)) \(head): \(say(finding.message))"]
    if finding.state != .passed, let place = finding.place, let file = place.file {
      lines.append("    \(file):\(place.line):\(place.column)")
    }
    lines += finding.hints.map { "    = \(say($0))" }
    return lines
  }

  private func lines(_ document: DocumentReadiness) -> [String] {
    let description = document.document
    let title = description.titles[language == .kk ? "kk" : "ru"] ?? ""
    if document.isReady { return ["\(mark(.passed)) \(description.name): \(title)"] }
    var lines = ["\(paint("–", "2")) \(description.name): \(title)"]
    if !document.missing.isEmpty {
      let list = document.missing.joined(separator: ", ")
      lines.append(
        "    = "
          + say(Message(en: "missing: \(list)", ru: "не хватает: \(list)", kk: "жетпейді: \(list)"))
      )
    }
    lines += document.problems.map { "    = \(say($0.message))" }
    return lines
  }

  private func mark(_ state: Finding.State) -> String {
    switch state {
    case .passed: paint("✓", "32")
    case .warning: paint("!", "33")
    case .failed: paint("✗", "31")
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private func say(_ message: Message) -> String { message.text(in: language) }
}
