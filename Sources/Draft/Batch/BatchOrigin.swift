internal import DraftLanguage

/// What the documents of a row were drawn from, besides its data. Documents of another origin are others,
/// and none of them is replaced because a list is the same.
struct BatchOrigin: Sendable, Hashable {
  /// The templates' names without endings; a template that was edited is the same one.
  var template: String
  /// The languages, `kk,ru`; empty for the document as it stands.
  var languages: String

  /// Of the documents of a batch.
  init(_ templates: [BatchTemplate]) {
    var names: [String] = []
    for template in templates where !names.contains(template.name) { names.append(template.name) }
    template = names.joined(separator: ", ")
    languages = (templates.first?.selection?.languages ?? []).joined(separator: ",")
  }

  init(template: String, languages: String) {
    self.template = template
    self.languages = languages
  }
}

extension Batch {
  /// What its documents are drawn from.
  var origin: BatchOrigin { BatchOrigin(templates) }

  /// The endings of the files that it writes.
  var endings: Set<String> { Set(templates.flatMap(\.formats).map(\.rawValue)) }

  /// Why documents of an earlier run may not be replaced by those of this batch; nil when they may.
  ///
  /// - Parameters:
  ///   - record: a row of that run. A line without an origin is one of a version that wrote none.
  ///   - folder: where the documents are.
  func refusal(of record: BatchRecord, in folder: String) -> Diagnostic? {
    if record.files.isEmpty { return nil }
    let own = origin
    if let other = record.origin, other.template != own.template {
      return BatchLedger.otherTemplate(other.template, in: folder)
    }
    if let other = record.origin, other.languages != own.languages {
      return BatchLedger.otherLanguages(
        other.languages, in: folder, now: templates.first?.selection)
    }
    let kept = Set(record.files.map { Paths.ending(of: $0.name) })
    if !kept.isSubset(of: endings) {
      return BatchLedger.otherFormats(kept, in: folder, now: endings)
    }
    guard let number = record.number else { return nil }
    let field = record.numberField
    guard let numbers else { return BatchLedger.noNumbers(number, field, in: folder) }
    guard let field, field != numbers.path else { return nil }
    return BatchLedger.otherNumbers(field, in: folder, now: numbers.path)
  }
}
