import Draft

/// How far a batch is, on one line of the terminal; nothing when standard error is none, and nothing in
/// the first second.
struct ProgressBar {
  private let language: InterfaceLanguage
  /// Whether anybody sees it.
  let isShown: Bool
  private let start = ContinuousClock.now
  private var drawnAt: ContinuousClock.Instant?

  init(language: InterfaceLanguage, isWanted: Bool) {
    self.language = language
    isShown = isWanted && FileSystem.isTerminal(2) && FileSystem.environment("TERM") != "dumb"
  }

  /// Draws the line anew, ten times a second at most.
  mutating func update(done: Int, failed: Int, total: Int?) {
    let now = ContinuousClock.now
    guard isShown, now - start > .seconds(1) else { return }
    if let drawnAt, now - drawnAt < .milliseconds(100) { return }
    drawnAt = now
    let text = Self.text(
      done: done, failed: failed, total: total, seconds: (now - start) / .seconds(1),
      language: language, width: (FileSystem.terminalWidth(2) ?? 80) - 1)
    FileSystem.writeToStandardError("\r\(text)\u{1B}[K")
  }

  /// Takes the line away.
  func clear() {
    if drawnAt != nil { FileSystem.writeToStandardError("\r\u{1B}[K") }
  }

  /// The line.
  ///
  /// - Parameters:
  ///   - done: rows that are done.
  ///   - failed: those of them that failed.
  ///   - total: all rows; nil when that is not known.
  ///   - seconds: since the start.
  ///   - language: of the words.
  ///   - width: how long the line may be, for one that wraps could not be drawn over; the bar goes
  ///     first, then what stands last.
  static func text(
    done: Int, failed: Int, total: Int?, seconds: Double, language: InterfaceLanguage, width: Int
  ) -> String {
    let rate = Double(done) / seconds
    let shown = rate >= 10 ? String(Int(rate)) : String(Double(Int(rate * 10)) / 10)
    var parts: [String] = []
    if let total, total > 0 {
      let filled = min(20, done * 20 / total)
      parts.append(
        String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled))
      parts.append("\(done)/\(total)")
    } else {
      parts.append("\(done)")
    }
    parts.append(
      Message(en: "\(shown)/s", ru: "\(shown)/с", kk: "\(shown)/с").text(in: language))
    if failed > 0 {
      parts.append(
        Message(en: "failed: \(failed)", ru: "ошибок: \(failed)", kk: "қате: \(failed)")
          .text(in: language))
    }
    if let total, rate > 0, done < total {
      let left = Int(Double(total - done) / rate) + 1
      let minutes = left / 60
      let rest = left % 60
      let clock = "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
      parts.append(
        Message(en: "\(clock) left", ru: "осталось \(clock)", kk: "\(clock) қалды")
          .text(in: language))
    }
    var line = parts.joined(separator: "  ")
    while line.count > width, parts.count > 1 {
      if parts[0].contains("░") || parts[0].contains("█") {
        parts.removeFirst()
      } else {
        parts.removeLast()
      }
      line = parts.joined(separator: "  ")
    }
    return line
  }
}
