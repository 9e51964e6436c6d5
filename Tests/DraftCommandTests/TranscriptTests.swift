import Foundation
import TestSupport
import Testing

/// What people and scripts see of the command. A text that does not fit is written anew, to be
/// reviewed, when `DRAFT_RECORD` is set.
@Suite struct TranscriptTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/Transcripts")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test func theCommandIsThere() {
    #expect(FileManager.default.isExecutableFile(atPath: Program.draft), "\(Program.draft)")
    #expect(!TranscriptTests.names.isEmpty)
  }

  @Test(arguments: names) func saysWhatIsWritten(_ name: String) throws {
    let path = TranscriptTests.folder.appending(path: name)
    let written = Transcript(try String(contentsOf: path, encoding: .utf8))
    let made = try written.run()
    for (old, new) in zip(written.steps, made.steps) where old != new {
      Issue.record(
        """
        % \(new.command)
        \(new.result.joined(separator: "\n"))
        instead of
        \(old.result.joined(separator: "\n"))
        """)
    }
    if made.steps != written.steps, ProcessInfo.processInfo.environment["DRAFT_RECORD"] != nil {
      try Data(made.text.utf8).write(to: path)
    }
  }
}
