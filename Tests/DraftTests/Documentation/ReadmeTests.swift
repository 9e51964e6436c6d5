import Draft
import Foundation
import Testing

/// What the README shows is what happens.
@Suite(.serialized) struct ReadmeTests {
  @Test func theSwiftExampleIsTheCompiledOne() throws {
    let shown = try Page("README.md").blocks.filter { $0.kind == "swift" }.map(\.lines)
    let source = try Page("Tests/DraftTests/Documentation/ReadmeExample.swift").lines
    let compiled = source.drop { $0 != "// example: begin" }.dropFirst()
      .prefix { $0 != "// example: end" }
    #expect(shown == [Array(compiled)])
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
