extension Environment {
  /// The name under which templates ask how the document is drawn: `draft.languages`, `draft.layout`.
  static let drawing = "draft"

  /// The environment of a template of which some languages are drawn.
  ///
  /// `draft.languages` lists the codes in the order drawn, `draft.layout` is `columns` or `sequence`, so
  /// that a clause about two languages can stand in the draft that has both and not in the others.
  ///
  /// - Parameters:
  ///   - selection: the languages to draw; nil for the document as it stands.
  ///   - languages: all languages of the template, in its own order.
  public func drawing(_ selection: LanguageSelection?, of languages: [String]) -> Environment {
    var environment = self
    environment.globals[Self.drawing] = [
      "languages": .list((selection?.languages ?? languages).map { Value.string($0) }),
      "layout": .string((selection?.layout ?? .columns).rawValue),
    ]
    return environment
  }
}
