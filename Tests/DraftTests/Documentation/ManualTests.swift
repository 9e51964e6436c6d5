import Draft
import Testing

/// The manual page has the options that the command has.
@Suite struct ManualTests {
  @Test(.enabled(if: Command.isBuilt, "the command draft is not built beside the tests"))
  func optionsAreThoseOfTheCommand() throws {
    let command = try Command()
    defer { command.clean() }
    let names = [
      "fill", "text", "check", "audit", "fields", "documents", "document", "verify", "new", "batch",
    ]
    let subcommands = try command.run("draft --help").compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.hasPrefix("  -")
        ? line.split(separator: " ").first.map(String.init) : nil
    }
    var known: Set<String> = []
    for name in subcommands where names.contains(name) {
      for line in try command.run("draft help \(name)") where line.hasPrefix("  -") {
        for word in line.split(whereSeparator: { " ,".contains($0) }) where word.hasPrefix("--") {
          known.insert(String(word))
        }
      }
    }
    #expect(known.count > 10)
    let manual = try Page("Sources/DraftCommand/Manual/draft.1").lines.joined(separator: "\n")
      .replacing("\\-", with: "-").replacing("\\fB", with: " ")
    var described: Set<String> = []
    for word in manual.split(whereSeparator: { " \n,|\\]".contains($0) })
    where word.hasPrefix("--") { described.insert(String(word)) }
    #expect(described == known)
    #expect(names.allSatisfy { subcommands.contains($0) })
    for name in subcommands where name != "See" {
      #expect(manual.contains(name), "the manual page does not name `draft \(name)`")
    }
  }
}
