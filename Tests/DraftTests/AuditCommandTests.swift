import Draft
import Foundation
import TestSupport
import Testing

/// `draft audit` and the exit codes of `draft check`, run as a person runs them.
@Suite(.enabled(if: Command.isBuilt, "the command draft is not built beside the tests"))
struct AuditCommandTests {
  private func run(_ line: String) throws -> [String] {
    let command = try Command()
    defer { command.clean() }
    return try command.run(line)
  }

  @Test func aWrongFigureOfATextExitsWithOne() throws {
    let lines = try run(
      "printf 'Мерзімі:\\n15 (он) күн\\n' | draft audit - --ui en; echo $?")
    #expect(lines.first == "error[figure-value]: the figure 15 is not what the words say: «он»")
    #expect(lines.contains { $0.hasSuffix("line 2") })
    #expect(lines.contains { $0.hasSuffix("| ^^^^^^^") })
    #expect(lines.last == "1")
  }

  @Test func rightFiguresExitWithZero() throws {
    let lines = try run("printf '15 (он бес) күн, 2 (два) дня' | draft audit - --ui ru; echo $?")
    #expect(lines == ["-: числа и слова совпадают", "0"])
  }

  @Test func wrongFormsAreWarnings() throws {
    let lines = try run(
      "printf 'в 2 (два) экземплярах, 12 (двенатцать) дней' | draft audit - --diagnostics short; echo $?"
    )
    #expect(
      lines.map { $0.split(separator: "[").last?.prefix { $0 != "]" } ?? "" }
        == ["figure-agreement", "figure-unreadable", "0"])
  }

  @Test func everyParagraphOfAWordDocumentIsRead() throws {
    var file = WordFile(p("Срок: 5 (", b("шесть"), ") дней"), tbl(tr(tc(p("7 (бес) күн")))))
    file.footer = p("10 % (двадцать процентов)")
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).docx").path
    try FileSystem.write(file.bytes, to: path, overwrite: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lines = try run("draft audit '\(path)' --diagnostics short; echo $?")
    #expect(lines.count == 4)
    #expect(lines[0].contains(":body:1:7: error[figure-value]"))
    #expect(lines[1].contains(":body:2:1: error[figure-value]"))
    #expect(lines[2].contains(":footer 1:1:1: error[figure-value]"))
    #expect(lines[3] == "1")
  }

  @Test func aMissingFileIsNoFinding() throws {
    #expect(try run("draft audit nothing.docx; echo $?").last == "74")
    #expect(try run("draft check nothing.docx; echo $?").last == "74")
  }

  @Test func warningsFailACheckOnlyWhenItIsStrict() throws {
    let text = "printf 'кел\u{69}сім' |"
    #expect(try run("\(text) draft check - --diagnostics short; echo $?").last == "0")
    #expect(try run("\(text) draft check - --strict; echo $?").last == "1")
    #expect(try run("\(text) draft check - --strict --no-parity; echo $?").last == "0")
  }
}
