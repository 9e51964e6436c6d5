import Draft
import DraftCasework

/// A template that `draft check` looks at, with the samples that its branches are counted by.
struct CheckedTemplate {
  /// The file.
  var path: String
  /// Its name in messages.
  var name: String
  /// The data files that are samples, each by itself.
  var samples: [String] = []
  /// What every sample has besides.
  var shared: [DataFile] = []
  /// The languages that it is drawn in one by one.
  var languages: [String] = []
  /// What is doubtful about the document besides.
  var warnings: [Diagnostic] = []
  /// The words for its fields, of a document of the catalogue, whose samples are case files.
  var notes: FieldNotes?

  /// The template of a file.
  init(_ path: String, samples: [String], shared: [DataFile]) {
    self.path = path
    name = path
    self.samples = samples
    self.shared = shared
  }

  /// The templates of a document of the catalogue, by the samples that are given, else its own.
  static func templates(
    of description: DocumentDescription, in catalogue: Catalogue, samples: [String],
    shared: [DataFile]
  ) throws -> [CheckedTemplate] {
    let constants = try catalogue.constants()
    let notes = try catalogue.notes(for: description)
    let paths = Set(description.formats.compactMap(description.template)).sorted()
    return paths.enumerated().map { index, path in
      var template = CheckedTemplate(
        path, samples: samples.isEmpty ? description.samplePaths : samples,
        shared: constants + shared)
      template.name = Paths.short(path)
      template.languages = description.languages
      template.notes = notes
      if index == 0 { template.warnings = notes.warnings }
      return template
    }
  }

  /// How many branches there are, and what the samples miss of them.
  ///
  /// - Returns: nil when there are no samples or the template is wrong; its errors are found without it.
  func coverage() throws -> (counted: BranchCoverage, diagnostics: [Diagnostic])? {
    guard !samples.isEmpty, let template = try? Template(contentsOf: path, name: name) else {
      return nil
    }
    // For what is said in documents of one language only.
    let variants = languages.compactMap { LanguageSelection([$0]) }.compactMap {
      try? Template(contentsOf: path, name: name, languages: $0)
    }
    var coverage = BranchCoverage(of: template, variants: variants)
    let texts = FieldKinds(of: [template]).texts { notes != nil && CaseFile.knows($0) }
    var diagnostics: [Diagnostic] = []
    for sample in samples {
      do {
        let file = try DataFile(contentsOf: sample, name: Paths.short(sample))
        let data = try CaseData(merging: shared + [file]).reading(texts)
        do throws(Diagnostics) {
          try coverage.add(notes == nil ? data.root : CaseFile(data).data)
        } catch {
          let items = data.locating(error.items).map {
            Self.noting($0, sample: Paths.short(sample))
          }
          diagnostics += notes?.explain(items) ?? items
        }
      } catch let error as Diagnostics {
        diagnostics += error.items
      }
    }
    return (coverage, diagnostics + coverage.diagnostics)
  }

  /// The diagnostic with the sample that it belongs to.
  private static func noting(_ diagnostic: Diagnostic, sample: String) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.notes.append(
      Diagnostic.Note(
        Message(
          en: "in the sample «\(sample)»", ru: "в образце «\(sample)»", kk: "«\(sample)» мысалында")
      ))
    return diagnostic
  }
}
