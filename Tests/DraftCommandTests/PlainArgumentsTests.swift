import ArgumentParser
import Testing

@testable import DraftCommand

/// What is read without the library of arguments means what the library makes of it.
@Suite struct PlainArgumentsTests {
  private static let words = [
    "t.docx", "a.json", "b.yaml", "out.docx", "key=value", "=x", "gap", "blank", "kk", "kk,ru",
    "de",
    "sequence", "columns", "json", "short", "ru", "txt", "pdf", "help", "fill", "nda", "", "-",
    "--",
    "-h", "--help", "--version", "--output=x", "-oout", "--no-force", "-x", "-1", "--forc",
    "0", "2", "3/2", "1/3", "101/2026", "act.number=7", "jsonl", "csv", "docx,pdf",
  ]

  private static let options = Set(
    (PlainArguments.drawing + ListOptions.plain).flatMap(\.names) + ["--data", "-d"]
      + BatchCommand.Work.plain.flatMap(\.names)
  ).sorted()

  /// Argument lists by chance, many of them well-formed, always the same.
  private static func lists(_ count: Int, _ start: [String]) -> [[String]] {
    var state: UInt64 = 42
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return (0..<count).map { _ in
      var list = start
      for _ in 0..<number(below: 5) {
        switch number(below: 8) {
        case 0: list.append(words[number(below: words.count)])
        case 1: list += ["--force"]
        case 2: list += ["--set", words[number(below: 6)]]
        case 3: list += ["-d", "a.json", "b.yaml"]
        case 4: list += ["-o", "out.docx"]
        case 5: list += ["--missing", ["gap", "error", "none"][number(below: 3)]]
        case 6:
          list += ["--lang", ["kk", "ru,kk", "de"][number(below: 3)], "--layout", "sequence"]
        default:
          list.append(options[number(below: options.count)])
          list.append(words[number(below: words.count)])
        }
      }
      return list
    }
  }

  @Test func fillsAsTheLibraryReadsThem() throws {
    var plain = 0
    for list in Self.lists(1500, ["fill", "t.docx", "-o", "x.docx"]) + Self.lists(500, ["fill"]) {
      guard case .fill(let work)? = PlainCommand(list, commands: []) else { continue }
      plain += 1
      let command = try #require(try DraftTool.parseAsRoot(list) as? FillCommand, "\(list)")
      #expect("\(work)" == "\(command.work)", "\(list)")
    }
    #expect(plain > 100)
  }

  @Test func documentsAsTheLibraryReadsThem() throws {
    var plain = 0
    for list in Self.lists(1000, ["document", "nda", "case.yaml"]) {
      guard case .document(let work)? = PlainCommand(list, commands: []) else { continue }
      plain += 1
      let command = try #require(try DraftTool.parseAsRoot(list) as? DocumentCommand, "\(list)")
      #expect("\(work)" == "\(command.work)", "\(list)")
    }
    #expect(plain > 100)
  }

  @Test func batchesAsTheLibraryReadsThem() throws {
    var plain = 0
    for list in Self.lists(1500, ["batch", "nda", "rows.csv", "-o", "x"]) {
      guard case .batch(let work)? = PlainCommand(list, commands: []) else { continue }
      plain += 1
      let command = try #require(try DraftTool.parseAsRoot(list) as? BatchCommand, "\(list)")
      #expect("\(work)" == "\(command.work)", "\(list)")
    }
    #expect(plain > 100)
  }

  @Test(arguments: [
    ["batch", "nda", "rows.csv"], ["batch", "nda", "-", "-o", "x"], ["batch", "nda", "-o", "x"],
    ["batch", "nda", "rows.csv", "-o", "x", "--jobs", "0"],
    ["batch", "nda", "rows.csv", "-o", "x", "--number", "first"],
    [], ["-h"], ["fill"], ["fill", "--help"], ["fill", "t.docx"], ["fill", "t.docx", "-o", "-"],
    ["fill", "t.docx", "-o", "x", "-h"], ["fill", "t.docx", "--output=x"], ["help", "fill"],
    ["fill", "t.docx", "-o", "x", "--missing", "never"],
    ["fill", "t.docx", "-o", "x", "--lang", "de"],
    ["check", "t.docx"], ["no-such-document", "case.yaml"],
  ])
  func mistakesAndHelpAreLeftToTheLibrary(_ list: [String]) {
    #expect(PlainCommand(list, commands: ["check", "help"]) == nil)
  }

  /// An option that is new to a command must be known here, else it makes the command slow unseen.
  @Test func allOptionsOfTheCommandsAreKnown() {
    let known = Set(Self.options)
    let shown = [
      FillCommand.helpMessage(), DocumentCommand.helpMessage(), BatchCommand.helpMessage(),
    ].flatMap { help in
      help.matches(of: /(?m)^  (-[a-z], )?(--[a-z-]+)/).flatMap { match in
        [match.output.1.map { String($0.prefix(2)) }, String(match.output.2)].compactMap(\.self)
      }
    }
    #expect(shown.count > 20)
    #expect(Set(shown).subtracting(["--help", "--version", "-h"]).subtracting(known).isEmpty)
  }
}
