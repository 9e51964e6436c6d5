internal import DraftLanguage
internal import DraftXML

/// The languages of a template: those it declares, and those that its styles and tags name.
struct TemplateLanguages {
  /// The language of text that nothing marks; nil when that is in all languages.
  let fallback: String?
  /// All of them, in the order declared or met.
  let codes: [String]
  /// What is wrong with them.
  let diagnostics: [Diagnostic]

  /// Reads the parts of a template.
  init(_ parts: [ReadStory], selection: LanguageSelection?) {
    let (declared, mistakes) = DeclaredLanguages.read(parts.map { ($0.source, $0.tags) })
    var marked: [(code: String, place: Place)] = []
    for part in parts {
      var seen: Set<String> = []
      for unit in part.story.units {
        if let code = unit.language, seen.insert(code).inserted {
          marked.append((code, part.source.place(unit.offset..<unit.offset)))
        }
      }
      marked += DeclaredLanguages.marked(part.tags, in: part.source)
    }
    fallback = declared?.fallback
    codes = DeclaredLanguages.codes(declared, marked: marked)
    diagnostics =
      mistakes + DeclaredLanguages.mistakes(declared, marked: marked, selection: selection)
  }

  /// Gives text that nothing marks the language that the template declares for it.
  ///
  /// Paragraphs without text stay neutral, and those in which `{% lang %}` blocks stand, or which such a
  /// block encloses.
  func mark(_ part: inout ReadStory) {
    guard let fallback else { return }
    var marked: Set<Int> = []
    var opened: [Int] = []
    for tag in part.tags where tag.kind == .statement {
      let unit = part.story.unit(at: tag.span.lowerBound)
      if tag.keyword == "lang" { opened.append(unit) }
      if tag.keyword == "endlang", let first = opened.popLast(), first <= unit {
        marked.formUnion(first...unit)
      }
    }
    let silent = Dictionary(
      grouping: part.tags.filter { $0.kind != .expression },
      by: { part.story.unit(at: $0.span.lowerBound) })
    for index in part.story.units.indices
    where part.story.units[index].language == nil && !marked.contains(index) {
      let unit = part.story.units[index]
      // A paragraph of statements alone says nothing in any language.
      let says = unit.text.utf8.indices.contains { offset in
        unit.text.utf8[offset] > 0x20
          && !(silent[index] ?? []).contains { $0.span.contains(offset + unit.offset) }
      }
      if says { part.story.units[index].language = fallback }
    }
  }
}
