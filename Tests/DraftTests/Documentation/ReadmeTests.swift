import Draft
import DraftCasework
import Foundation
import Testing

/// What the README shows is what happens.
@Suite(.serialized) struct ReadmeTests {
  @Test func theSwiftExamplesAreTheCompiledOnes() throws {
    let shown = try Page("README.md").blocks.filter { $0.kind == "swift" }.map(\.lines)
    let compiled = try ["ReadmeExample", "ReadmeCaseExample"].map { name in
      let source = try Page("Tests/DraftTests/Documentation/\(name).swift").lines
      return Array(
        source.drop { $0 != "// example: begin" }.dropFirst().prefix { $0 != "// example: end" })
    }
    #expect(shown == compiled)
  }

  @Test func aCaseMadeInSwiftBecomesAnAgreement() throws {
    let file = try DataFile(contentsOf: Project.folder + "/samples/agreement.yaml")
    let sample = try CaseFile(CaseData(merging: [file], assignments: []))
    let (client, consultant) = (try #require(sample.client), try #require(sample.consultant))
    let text = try DocumentText(agreement(with: client, by: consultant)).string()
    #expect(text.contains("450\u{A0}000 (четыреста пятьдесят тысяч) тенге"))
    #expect(text.contains("Ахметова Айгүл Серікқызы"))
  }

  @Test func theGuidesSwiftIsTheCompiledOne() throws {
    let shown = try Page("Sources/Draft/Draft.docc/GettingStarted.md").blocks
      .filter { $0.kind == "swift" }.flatMap(\.lines)
      .filter { $0 != "import Draft" && !$0.isEmpty }
    var compiled: [String] = []
    var isInside = false
    for line in try Page("Tests/DraftTests/Documentation/GuideExamples.swift").lines {
      if line.hasPrefix("  // example:") {
        isInside = line.hasSuffix("begin")
      } else if isInside, !line.isEmpty {
        compiled.append(String(line.dropFirst(2)))
      }
    }
    #expect(shown == compiled)
  }

  @Test func theSwiftExampleRuns() async throws {
    guard FileManager.default.fileExists(atPath: "samples/letter.docx") else {
      return  // Run from another folder.
    }
    let data = Value.object(try DataFile(contentsOf: "samples/letter.yaml").root)
    let documents = try await reminders(for: [data, data])
    #expect(documents.count == 2 && documents[0] == documents[1] && !documents[0].isEmpty)
  }

  /// Runs the lines after `$` in a folder that has the samples, as a user with a Russian locale.
  @Test(.enabled(if: Command.isBuilt, "the command draft is not built beside the tests"))
  func transcriptsAreTrue() throws {
    let page = try Page("README.md")
    let command = try Command()
    defer { command.clean() }
    var outputs: [Int: [String]] = [:]
    for block in page.blocks where block.kind == "console" {
      var lines: [String] = []
      for line in block.lines where line.hasPrefix("$ ") {
        lines.append(line)
        lines += try command.run(String(line.dropFirst(2)))
      }
      outputs[block.line] = lines
      if !Project.records {
        #expect(lines == block.lines, "README.md, line \(block.line)")
      }
    }
    #expect(!outputs.isEmpty)
    if Project.records { try Project.record(page.replacing(outputs), "README.md") }
  }
}
