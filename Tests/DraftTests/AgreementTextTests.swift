import Draft
import DraftCasework
import DraftPackage
import Foundation
import TestSupport
import Testing

/// The shipped agreement as text and as PDF.
@Suite struct AgreementTextTests {
  private static let root = {
    let parts = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  private static func agreement(_ sample: String = "agreement.yaml") throws -> [UInt8] {
    let file = try CaseFile(
      CaseData(
        merging: [DataFile(contentsOf: "\(root)/samples/\(sample)")], assignments: []))
    return try Catalogue(folders: ["\(root)/Templates"]).draw("agreement", case: file)
  }

  private static let samples = [
    "agreement.yaml", "agreement-free.yaml", "agreement-long.yaml", "agreement-organisation.yaml",
  ]

  /// The words of a text, each white space and form feed between them.
  private func words(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }) {
      counts[String(word), default: 0] += 1
    }
    return counts
  }

  @Test(arguments: samples) func everyWordIsThereOnce(sample: String) throws {
    let bytes = try AgreementTextTests.agreement(sample)
    let package = try Package(bytes)
    // Read apart from the engine's own readers, on purpose.
    var expected = ""
    for part in ["word/header1.xml", "word/document.xml"] {
      expected +=
        visibleText(try package.read(part)).replacing("|", with: "\n")
        .replacing("⇥", with: "\n") + "\n"
    }
    let wanted = words(expected)
    let text = try DocumentText(bytes)
    for width in [nil, 60, 80, 110, 160] {
      var shown = words(text.string(width: width))
      for word in shown.keys
      where word.wholeMatch(of: /([0-9]+\.)+|[0-9]+\)|-+/) != nil {
        // Numbers, and the line under the head of a table, are not words of the document.
        shown[word] = wanted[word]
      }
      let lost = wanted.filter { shown[$0.key] != $0.value }
      let added = shown.filter { wanted[$0.key] == nil }
      #expect(lost.isEmpty && added.isEmpty, "width \(width ?? 0): lost \(lost), added \(added)")
    }
  }

  @Test(.enabled(if: Office.program != nil, "\(Office.missing)"))
  func numbersAreThoseOfLibreOffice() throws {
    let folder = AgreementTextTests.root + "/Templates"
    let templates = FileSystem.names(in: folder).map { "\(folder)/\($0)/\($0).docx" }
      .filter(FileSystem.exists)
    // The templates themselves too: their tags are text to both readers.
    let documents =
      try AgreementTextTests.samples.map(AgreementTextTests.agreement)
      + templates.map { try FileSystem.read($0) }
    let office = try Office.lines(of: documents)
    var count = 0
    for (document, lines) in zip(documents, office) {
      // Tables are laid out in other orders: the lines are compared as sets, numbers and all.
      let ours = try DocumentText(document).string().split(separator: "\n").map {
        Office.normalized(String($0))
      }
      let numbered = /[0-9]+(\.|\)) .*|[0-9]+\.[0-9]+\. .*/
      let expected = lines.filter { $0.prefixMatch(of: numbered) != nil }.sorted()
      let shown = Set(ours)
      let missing = expected.filter { !shown.contains($0) }
      #expect(missing.isEmpty)
      count += expected.count
    }
    #expect(count > 500)
  }

  @Test(.enabled(if: Office.program != nil, "\(Office.missing)"))
  func severalPDFsAreMadeByOneProcess() throws {
    let documents = try AgreementTextTests.samples.prefix(2).map(AgreementTextTests.agreement)
    let broken = Array("no document".utf8)
    let converter = try PDFConverter()
    let first = try converter.convert(documents + [broken])
    let second = try converter.convert(documents)
    #expect(first.prefix(2).allSatisfy { $0?.starts(with: Array("%PDF-".utf8)) == true })
    #expect(Array(first.prefix(2)) == second, "the same document gives the same PDF")
  }

  @Test func whatIsMissingIsSaid() {
    #expect {
      try PDFConverter(program: "/nowhere/soffice")
    } throws: { error in
      (error as? Diagnostics)?.items.map(\.code) == ["libreoffice-missing"]
    }
  }

  @Test func aProgramThatHangsIsEndedWithAllThatItStarted() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appendingPathComponent("soffice").path
    let note = folder.appendingPathComponent("child").path
    // What it started does not even listen to a request to end.
    let text = "#!/bin/sh\n(trap '' TERM; exec sleep 600) &\necho $! > '\(note)'\nwait\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: script))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script)
    let converter = try PDFConverter(
      program: script, startLimit: .seconds(2), documentLimit: .zero)
    #expect {
      try converter.convert([0x50, 0x4B])
    } throws: { error in
      (error as? Diagnostics)?.items.map(\.code) == ["libreoffice-timeout"]
    }
    let written = try String(contentsOfFile: note, encoding: .utf8)
    let child = try #require(pid_t(written.filter(\.isNumber)))
    let deadline = ContinuousClock.now + .seconds(5)
    while kill(child, 0) == 0, ContinuousClock.now < deadline { usleep(10_000) }
    #expect(kill(child, 0) != 0, "the child's own child is ended too")
  }
}
