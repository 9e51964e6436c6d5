import Draft
import DraftCasework
import Foundation
import TestSupport
import Testing

/// Every document of the catalogue, drawn from its samples: it is a valid Word document, its figures
/// agree with their words, and the first sample gives the text that was read. That both languages say
/// the same is tested with the other laws of parity.
///
/// The texts lie under `Fixtures/documents`, one for each document and language. After a change that is
/// meant, run once with `RECORD_SNAPSHOTS=1`, read what was recorded, and commit it.
@Suite struct ShippedDocumentsTests {
  /// A document of the catalogue with what its description says.
  struct Shipped: Sendable, CustomTestStringConvertible {
    let description: DocumentDescription
    let samples: [String]

    var testDescription: String { description.name }
  }

  private static let catalogue = Catalogue(folders: [Project.folder + "/Templates"])

  static let shipped: [Shipped] = {
    do {
      return try catalogue.names.map { name in
        let description = try #require(try catalogue.document(name))
        return Shipped(description: description, samples: description.samples)
      }
    } catch {
      Issue.record(error)
      return []
    }
  }()

  private static let constants = Result { try catalogue.constants() }

  /// What a template gets for a sample.
  static func data(_ sample: String) throws -> ObjectValue {
    let file = try DataFile(contentsOf: "\(Project.folder)/samples/\(sample)")
    return try CaseFile(CaseData(merging: constants.get() + [file])).data
  }

  @Test func everySampleBelongsToADocument() {
    let used = Set(Self.shipped.flatMap(\.samples))
    let names = Set(Self.shipped.map(\.description.name))
    // `letter.yaml` is the sample of the guide.
    let samples = FileSystem.names(in: Project.folder + "/samples")
      .filter { $0.hasSuffix(".yaml") && $0 != "letter.yaml" }
    #expect(samples.filter { !used.contains($0) } == [])
    #expect(names.count >= 50)
    #expect(Self.shipped.filter(\.samples.isEmpty).map(\.description.name) == [])
  }

  @Test(arguments: shipped) func everySampleGivesAValidDocument(_ document: Shipped) throws {
    let path = try #require(document.description.template(for: "docx"))
    let template = try Template(contentsOf: path)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for sample in document.samples {
      let drawn = try template.fill(with: Self.data(sample))
      #expect(drawn.diagnostics.filter { $0.severity == .error }.isEmpty)
      #expect(try DocumentValidity.faults(of: drawn.bytes) == [], "\(sample)")
      let file = folder.appending(path: sample + ".docx").path
      try FileSystem.write(drawn.bytes, to: file, overwrite: true)
      #expect(try Template.audit(contentsOf: file).map(\.message.en) == [], "\(sample)")
    }
  }

  @Test(arguments: shipped) func theFirstSampleGivesTheRecordedText(_ document: Shipped) throws {
    let description = document.description
    let data = try Self.data(#require(document.samples.first))
    for language in description.languages {
      let languages = try #require(LanguageSelection([language]))
      var made = ""
      var seen: Set<Substring> = [""]
      // A Word template and a text template say the same: of the second, only what differs is recorded.
      for format in description.formats where format != Template.Format.pdf.rawValue {
        let path = try #require(description.template(for: format))
        let drawn = try Template(contentsOf: path, languages: languages).fill(with: data).bytes
        let text =
          format == Template.Format.docx.rawValue
          ? try DocumentText(drawn).string() : String(decoding: drawn, as: UTF8.self)
        let lines = text.split(separator: "\n")
        let shown =
          made.isEmpty ? text : lines.filter { !seen.contains($0) }.joined(separator: "\n")
        made += made.isEmpty ? shown : "\n=== \(format) ===\n\(shown)\n"
        seen.formUnion(lines)
      }
      let path = "\(Self.fixtures)/\(description.name).\(language).txt"
      if FileSystem.environment("RECORD_SNAPSHOTS") != nil {
        try FileSystem.write(Array(made.utf8), to: path, overwrite: true)
      }
      let recorded = String(decoding: try FileSystem.read(path), as: UTF8.self)
      #expect(made == recorded, "\(description.name) in \(language)")
    }
  }

  /// What no sample reaches, nobody has seen on paper.
  @Test(arguments: shipped) func samplesReachEveryBranch(_ document: Shipped) throws {
    let description = document.description
    let samples = try document.samples.map(Self.data)
    for path in Set(description.formats.compactMap(description.template)) {
      let variants = try description.languages.map {
        try Template(contentsOf: path, languages: LanguageSelection([$0]))
      }
      var coverage = try BranchCoverage(of: Template(contentsOf: path), variants: variants)
      for sample in samples { try coverage.add(sample) }
      #expect(coverage.branches > 0)
      #expect(coverage.reached == coverage.branches)
      let missed = coverage.diagnostics.map {
        "\(Paths.name(of: path)) \($0.place?.line ?? 0): \($0.message.en)"
      }
      #expect(missed == [])
    }
  }

  private static let fixtures = Project.folder + "/Tests/DraftTests/Fixtures/documents"
}
