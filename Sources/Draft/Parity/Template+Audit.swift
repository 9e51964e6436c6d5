internal import DraftDocx
internal import DraftWording

extension Template {
  /// Compares the figures of a finished document, or of a template, with the words in brackets after
  /// them: «15 (десять) дней».
  ///
  /// - Parameter path: a Word document or a text; `-` is standard input.
  /// - Returns: errors where figure and words are different numbers, warnings where words are
  ///   misspelt or do not agree.
  /// - Throws: ``FileSystem/Failure``, or ``Diagnostics`` when it is no readable document.
  public static func audit(contentsOf path: String) throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for text in try texts(of: FileSystem.read(path), path: path) {
      for line in text.lines {
        for finding in FigureAudit.audit(text.plain(line)) {
          let start = line.lowerBound
          let span = finding.range.lowerBound + start..<finding.range.upperBound + start
          diagnostics.append(.figure(finding, at: text.source.place(span)))
        }
      }
    }
    return diagnostics
  }
}

extension Diagnostic {
  fileprivate static func figure(_ finding: FigureAudit.Finding, at place: Place) -> Diagnostic {
    let (figure, words) = (finding.figure, finding.words)
    switch finding.problem {
    case .value:
      return Diagnostic(
        code: "figure-value",
        Message(
          en: "the figure \(figure) is not what the words say: «\(words)»",
          ru: "число \(figure) не совпадает со словами «\(words)»",
          kk: "\(figure) саны «\(words)» деген сөздерге сәйкес келмейді"),
        at: place)
    case .agreement:
      return Diagnostic(
        .warning, code: "figure-agreement",
        Message(
          en: "the words «\(words)» stand in the wrong form",
          ru: "слова «\(words)» стоят не в той форме",
          kk: "«\(words)» сөздерінің тұлғасы дұрыс емес"),
        at: place)
    case .unreadable:
      return Diagnostic(
        .warning, code: "figure-unreadable",
        Message(
          en: "the words «\(words)» are misspelt or are no single number",
          ru: "слова «\(words)» написаны с ошибкой или не составляют одного числа",
          kk: "«\(words)» сөздері қате жазылған немесе бір санды құрамайды"),
        at: place)
    }
  }
}
