import Draft
struct DiagnosticPrinter {
  var language: InterfaceLanguage
  var isColored: Bool
  func human(_ d: [Diagnostic]) -> String {
    d.map { x in
      "\(x.severity)[\(x.code)]: \(x.message.text(in: language))\n  --> \(x.place?.file ?? "") · \(x.place?.part ?? "") · \(x.place?.line ?? 0):\(x.place?.column ?? 0)\n  | \(x.place?.text ?? "")\n"
        + x.notes.map {
          "  note: \($0.message.text(in: language)) \($0.place?.line ?? 0) \($0.place?.text ?? "")\n"
        }.joined() + x.hints.map { "  hint: \($0.text(in: language))\n" }.joined()
    }.joined()
  }
  func short(_ d: [Diagnostic]) -> String { human(d) }
  func json(_ d: [Diagnostic]) -> String { human(d) }
}
