import Foundation
import TestSupport

/// A text of commands with what they print.
///
/// `% ` begins a command for the shell, `> ` goes on with it. What follows is its standard output,
/// then its standard error with `! ` before each line, then `[n]` when the exit code is not 0. Lines
/// that begin with `#` stand for the reader. A transcript is a folder of its own; `draft` is the
/// command that was built.
struct Transcript {
  struct Step: Equatable {
    var comments: [String] = []
    var command: String
    var result: [String] = []
  }

  var steps: [Step] = []
  private var closing: [String] = []

  init(_ text: String) {
    var comments: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("% ") {
        steps.append(Step(comments: comments, command: String(line.dropFirst(2))))
        comments = []
      } else if line.hasPrefix("#") || (line.isEmpty && (steps.isEmpty || !comments.isEmpty)) {
        comments.append(line)
      } else if line.hasPrefix("> "), let last = steps.indices.last, steps[last].result.isEmpty {
        steps[last].command += "\n" + line.dropFirst(2)
      } else if !steps.isEmpty {
        steps[steps.count - 1].result.append(line)
      }
    }
    // Blank lines before the next command are the reader's.
    for index in steps.indices {
      while steps[index].result.last == "" { steps[index].result.removeLast() }
    }
    closing = comments
  }

  /// The transcript with what the commands print now.
  func run() throws -> Transcript {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let home = try TemporaryFolder()
    defer { home.remove() }
    for document in CommandDocuments.all {
      try Data(document.file.bytes).write(to: folder.url.appending(path: document.name))
    }
    let bin = URL(filePath: Program.draft).deletingLastPathComponent().path()
    let environment = [
      "PATH": "\(bin):/usr/local/bin:/usr/bin:/bin", "HOME": home.url.path(), "LC_ALL": "C.UTF-8",
      "COLUMNS": "80", "SAMPLES": Program.project.appending(path: "samples").path(),
    ]
    var made = self
    for index in made.steps.indices {
      let result = try Program.run(
        "/bin/bash", ["-c", steps[index].command], in: folder.url, environment: environment)
      made.steps[index].result = lines(result.output.text, folder.url.path())
      made.steps[index].result += lines(result.error, folder.url.path()).map {
        $0.isEmpty ? "!" : "! \($0)"
      }
      if result.code != 0 { made.steps[index].result.append("[\(result.code)]") }
      while made.steps[index].result.last == "" { made.steps[index].result.removeLast() }
    }
    return made
  }

  /// The text of the file.
  var text: String {
    steps.map { step in
      let command = "% " + step.command.replacing("\n", with: "\n> ")
      let comments = step.comments.map { $0 + "\n" }.joined()
      return comments + ([command] + step.result).map { $0 + "\n" }.joined()
    }.joined(separator: "\n") + closing.map { $0 + "\n" }.joined()
  }

  private func lines(_ text: String, _ folder: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var lines = text.replacing(folder, with: "FOLDER/")
      .replacing(Program.project.path(), with: "PROJECT/")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}

/// Word files that transcripts find in their folder.
enum CommandDocuments {
  static let all: [(name: String, file: WordFile)] = [
    ("letter.docx", WordFile(p("Dear {{ client.name }},"), p("your case {{ number }} is open."))),
    (
      "broken.docx",
      WordFile(p("A {% if x %}"), p("{{ name | uper }}"), p("text {%p if y %}"), p("{%p endif %}"))
    ),
    ("plain.docx", WordFile(p("no tags"))),
  ]
}
