import Foundation
import TestSupport
import Testing

/// Rows that come in by and by through a pipe, and requests to end at any moment.
@Suite struct BatchFeedTests {
  /// A folder with a template that a script of the shell works in.
  private struct Bench {
    let folder: TemporaryFolder
    var batch: BatchFolder { BatchFolder(path: folder.path("out")) }

    init() throws {
      folder = try TemporaryFolder()
      try write("{{ name }}", "t.txt")
    }

    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(filePath: folder.path(name)))
    }

    /// Runs a script; one that is not at its end in time is an error.
    func run(_ script: String, _ variables: [String: String] = [:]) throws -> Program.Result {
      var environment = [
        "PATH": "\(folder.url.path()):/usr/local/bin:/usr/bin:/bin", "DRAFT": Program.draft,
        "LC_ALL": "C.UTF-8", "HOME": folder.url.path(),
      ]
      environment.merge(variables) { $1 }
      return try Program.run(
        "/bin/bash", ["-c", script], in: folder.url, environment: environment,
        timeLimit: .seconds(60))
    }
  }

  /// Job control, for without it the shell has what it starts ignore SIGINT; what the shell itself says of
  /// its jobs is dropped.
  private static let jobs = "set -m; exec 5>&2 2>/dev/null"

  /// A program that sends a row and waits for its line before it sends the next.
  @Test(arguments: [
    ("", #"{"name": "Әсем %d"}\n"#), ("name,b\n", #"Әсем %d,1\n"#),
    ("a;name\n", #"1;"Әсем\n%d"\n"#),
  ]) func eachRowIsAnsweredBeforeTheNext(_ head: String, _ row: String) throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    let script = #"""
      mkfifo in lines
      "$DRAFT" batch t.txt - -o out --results jsonl --ui en --quiet <in >lines &
      exec 3>in 4<lines
      printf "$HEAD" >&3
      for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        printf "$ROW" $i >&3
        read -r -t 20 line <&4 || exit 9
        [ "$(cat "out/t $i.txt")" ] || exit 8
        echo "${line%%,*}"
      done
      exec 3>&-
      wait $!
      """#
    let result = try bench.run(script, ["HEAD": head, "ROW": row])
    #expect(result.code == 0 && result.error == "", "\(result.code) \(result.error)")
    #expect(result.output.text == (1...20).map { "{\"row\":\($0)\n" }.joined())
    #expect(try bench.batch.lines().map(\.row) == Array(1...20))
  }

  /// With nothing in the pipe, with a header alone, and with rows behind which nothing comes.
  @Test(
    arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)], ["", "name,b\n", "name,b\n1,2\n3,4\n"])
  func aQuietPipeKeepsNobodyFromEndingIt(_ signal: (String, Int32), _ sent: String) throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    let count = max(0, sent.count { $0 == "\n" } - 1)
    let script = #"""
      \#(BatchFeedTests.jobs)
      mkfifo in
      "$DRAFT" batch t.txt - -o out --ui en --quiet <in 2>&5 &
      exec 3>in
      printf "$SENT" >&3
      for i in 1 2 3 4 5 6 7 8 9 10; do [ -e "out/t $COUNT.txt" ] && break; sleep 0.1; done
      SECONDS=0
      kill -s $SIGNAL $!
      wait $!
      code=$?
      [ $SECONDS -lt 5 ] || echo "it took $SECONDS s"
      exit $code
      """#
    let result = try bench.run(script, ["SENT": sent, "SIGNAL": signal.0, "COUNT": "\(count)"])
    #expect(result.code == signal.1 && result.output.isEmpty)
    #expect(result.error.contains("stopped; the same command goes on from here\n"))
    #expect(try bench.batch.lines().map(\.row) == Array(0..<count).map { $0 + 1 })
    #expect(try bench.batch.documents().count == count)
    #expect(!FileManager.default.fileExists(atPath: bench.batch.path + "/.draft-batch"))
  }

  @Test(arguments: [("INT", 130), ("TERM", 143)])
  func aListIsStoppedInTheMiddleAndGoneOnWith(_ signal: (String, Int32)) throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    let count = 4000
    try bench.write("{{ name }} № {{ number }}", "t.txt")
    try bench.write("name\n" + (1...count).map { "\($0)\n" }.joined(), "rows.csv")
    let script = #"""
      \#(BatchFeedTests.jobs)
      "$DRAFT" batch t.txt rows.csv -o out --number 1 --ui en --quiet 2>&5 &
      for i in $(seq 600); do [ -e "out/t 40.txt" ] && break; sleep 0.05; done
      kill -s $SIGNAL $!
      wait $!
      """#
    let result = try bench.run(script, ["SIGNAL": signal.0])
    #expect(result.code == signal.1)
    #expect(result.error == "stopped; the same command goes on from here\n")
    let lines = try bench.batch.lines()
    #expect(lines.count >= 40 && lines.count < count, "\(lines.count)")
    #expect(lines.map(\.row) == Array(1...lines.count))
    #expect(lines.allSatisfy { $0.status == "drawn" && $0.number == "\($0.row)" })
    #expect(try bench.batch.documents().count == lines.count)
    let again = try bench.run(#""$DRAFT" batch t.txt rows.csv -o out --number 1 --ui en"#)
    #expect(
      again.error
        == "drawn: \(count - lines.count), unchanged: \(lines.count) — out/manifest.jsonl\n")
    #expect(try bench.batch.lines().map(\.number) == (1...count).map(String.init))
  }

  /// A row whose PDF was not made in time has not failed: nothing is said of it, and the next run draws it.
  @Test func rowsWithoutTheirPDFAreLeftToTheNextRun() throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    let document = WordFile(p("{{ name }} {{ number }}"))
    try Data(document.bytes).write(to: URL(filePath: bench.folder.path("t.docx")))
    try bench.write("name\n" + (1...80).map { "\($0)\n" }.joined(), "rows.csv")
    // Stands for LibreOffice: makes what it is asked for, but hangs when the second rows come.
    let office = #"""
      #!/bin/sh
      [ -e "$HOME/done" ] && { : >"$HOME/hangs"; exec sleep 600; }
      [ -e "$HOME/hangs" ] || : >"$HOME/done"
      while [ "$1" != --outdir ]; do shift; done
      out=$2
      shift 2
      for file; do echo %PDF >"$out/$(basename "$file" .docx).pdf"; done
      """#
    try bench.write(office + "\n", "soffice")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: bench.folder.path("soffice"))
    let command = #"""
      "$DRAFT" batch t.docx rows.csv -o out --format docx,pdf --number 101 --jobs 1 --ui en
      """#
    let script = #"""
      \#(BatchFeedTests.jobs)
      \#(command) 2>&5 &
      for i in $(seq 600); do [ -e hangs ] && break; sleep 0.05; done
      kill -s INT $!
      wait $!
      """#
    let result = try bench.run(script)
    #expect(result.code == 130)
    #expect(
      result.error
        == "drawn: 32 — out/manifest.jsonl\nstopped; the same command goes on from here\n")
    #expect(try bench.batch.lines().map(\.status) == Array(repeating: "drawn", count: 32))
    #expect(try bench.batch.documents().count == 64)
    let again = try bench.run("rm done; " + command)
    #expect(again.error == "drawn: 48, unchanged: 32 — out/manifest.jsonl\n")
    #expect(try bench.batch.lines().map(\.number) == (101...180).map(String.init))
  }

  /// Of few rows, too, each task makes PDF files of its share.
  @Test func theLastRowsAreSharedOut() throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    try Data(WordFile(p("{{ name }}")).bytes).write(to: URL(filePath: bench.folder.path("t.docx")))
    try bench.write("name\n" + (1...31).map { "\($0)\n" }.joined(), "rows.csv")
    // Stands for LibreOffice: notes how many files it is given.
    let office = #"""
      #!/bin/sh
      while [ "$1" != --outdir ]; do shift; done
      out=$2
      shift 2
      echo $# >>"$HOME/starts"
      for file; do echo %PDF >"$out/$(basename "$file" .docx).pdf"; done
      """#
    try bench.write(office + "\n", "soffice")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: bench.folder.path("soffice"))
    let script = #"""
      "$DRAFT" batch t.docx rows.csv -o out --format pdf --jobs 3 --ui en && sort -n starts
      """#
    let result = try bench.run(script)
    #expect(result.code == 0 && result.output.text == "9\n11\n11\n")
    #expect(try bench.batch.documents().count == 31)
  }

  /// A workbook is read when all of it is there.
  @Test func aWorkbookMayComeInPieces() throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    let rows = [["name"]] + (1...40).map { ["Клиент \($0)"] }
    try Data(Spreadsheet(texts: rows).bytes).write(
      to: URL(filePath: bench.folder.path("rows.xlsx")))
    let script = #"""
      (head -c 700 rows.xlsx; sleep 0.5; tail -c +701 rows.xlsx) |
        "$DRAFT" batch t.txt - -o out --ui en
      """#
    let result = try bench.run(script)
    #expect(result.code == 0 && result.error == "drawn: 40 — out/manifest.jsonl\n")
  }

  /// A named pipe that nobody has opened for writing.
  @Test func aPipeThatNobodyWritesIntoCanBeLeft() throws {
    let bench = try Bench()
    defer { bench.folder.remove() }
    let script = #"""
      \#(BatchFeedTests.jobs)
      mkfifo rows.csv
      "$DRAFT" batch t.txt rows.csv -o out --ui en 2>&5 &
      sleep 0.5
      kill -s TERM $!
      wait $!
      """#
    let result = try bench.run(script)
    #expect(result.code == 143 && result.error == "stopped; the same command goes on from here\n")
    #expect(!FileManager.default.fileExists(atPath: bench.batch.path))
  }

  #if os(Linux)
    /// A drive that refuses locks, as the system's own function would tell.
    @Test(.enabled(if: Program.find("cc") != nil, "there is no C compiler"))
    func aDriveWithoutLocksIsRefused() throws {
      let bench = try Bench()
      defer { bench.folder.remove() }
      try bench.write("name\n1\n", "rows.csv")
      try bench.write(
        "#include <errno.h>\nint flock(int file, int kind) { errno = ENOLCK; return -1; }\n", "no.c"
      )
      let script = #"""
        cc -shared -fPIC -o no.so no.c &&
        LD_PRELOAD=./no.so "$DRAFT" batch t.txt rows.csv -o out --ui en --diagnostics short
        """#
      let result = try bench.run(script)
      #expect(result.code == 1)
      #expect(
        result.error.contains("no-locks") && result.error.contains("«out»"), "\(result.error)")
      #expect(!FileManager.default.fileExists(atPath: bench.batch.path))
    }
  #endif
}
