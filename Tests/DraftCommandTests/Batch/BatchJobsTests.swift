import Foundation
import TestSupport
import Testing

/// However many rows are drawn at once, and however new the process is, the documents are the same.
@Suite struct BatchJobsTests {
  @Test func jobsChangeNoDocument() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let samples = Program.project.appending(path: "samples/batch").path()
    var rows =
      "client.name.kk,client.name.ru,client.iin,nda.date,client.address.kk,client.address.ru\n"
    for row in 1...40 {
      rows += "Ахметова Айгүл Серікқызы,Ахметова Айгуль Сериковна,880412400523,22.11.2026,"
      rows += "Үлгі көшесі \(row),ул. Улги \(row)\n"
    }
    try Data(rows.utf8).write(to: URL(filePath: folder.path("rows.csv")))
    var made: [[String: String]] = []
    for jobs in [1, 2, 8] {
      let out = "out-\(jobs)"
      let result = try Program.run(
        Program.draft,
        [
          "batch", "nda", "rows.csv", "--case", samples + "/firm.yaml", "--number", "101/2026",
          "--format", "docx,txt", "--jobs", "\(jobs)", "-o", out, "--ui", "en", "--quiet",
        ], in: folder.url)
      #expect(result.code == 0, "\(result.error)")
      made.append(try BatchFolder(path: folder.path(out)).digests())
    }
    // The manifest is beside the documents; each line says what its row became.
    #expect(made.map(\.count) == [81, 81, 81])
    #expect(made[1] == made[0] && made[2] == made[0])
  }

  /// A process that may have few files open at once, as on macOS, waits for the disk more often.
  @Test(arguments: [1, 2, 8]) func fewOpenFilesAreEnough(jobs: Int) throws {
    try drawsAll("ulimit -n 64", jobs)
  }

  /// Where the system would allow more than a process is given at first, a batch takes more.
  @Test func moreOpenFilesAreAskedFor() throws { try drawsAll("ulimit -Sn 8", 2) }

  /// Draws some hundred rows with a limit of the shell.
  private func drawsAll(_ limit: String, _ jobs: Int) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Data("{{ name }} № {{ number }}\n".utf8)
      .write(to: URL(filePath: folder.path("template.txt")))
    let rows = "name\n" + (1...300).map { "Клиент \($0)\n" }.joined()
    try Data(rows.utf8).write(to: URL(filePath: folder.path("rows.csv")))
    let result = try Program.run(
      "/bin/sh",
      [
        "-c", "\(limit) && exec \"$@\"", "sh", Program.draft,
        "batch", "template.txt", "rows.csv", "--number", "number=1", "--jobs", "\(jobs)", "-o",
        "out",
        "--ui", "en",
      ], in: folder.url)
    #expect(result.code == 0, "\(result.error)")
    let out = BatchFolder(path: folder.path("out"))
    #expect(try out.lines().map(\.row) == Array(1...300))
    #expect(try out.documents().count == 300)
  }
}
