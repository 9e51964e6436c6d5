import Foundation
import TestSupport
import Testing

/// Where documents lie while LibreOffice reads them.
@Suite struct ScratchFolderTests {
  /// A killed process cannot remove its folder; the next one does, but takes nothing that is in use or
  /// was not made so.
  @Test func whatAKilledProcessLeavesTheNextOneRemoves() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Data(WordFile(p("Әсем")).bytes).write(to: URL(filePath: folder.path("t.docx")))
    // Stands for LibreOffice; the first one hangs.
    let office = #"""
      #!/bin/sh
      if [ ! -e hangs ]; then echo $$ >pid; mv pid hangs; exec sleep 600; fi
      while [ "$1" != --outdir ]; do shift; done
      echo %PDF >"$2/0.pdf"
      """#
    try Data((office + "\n").utf8).write(to: URL(filePath: folder.path("soffice")))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder.path("soffice"))
    let script = #"""
      set -u
      mkdir tmp tmp/draft-mine01
      echo mine >tmp/draft-mine01/0.docx
      export TMPDIR=$PWD/tmp
      "$DRAFT" fill t.docx -o a.pdf &
      for i in $(seq 600); do [ -e hangs ] && break; sleep 0.05; done
      [ -e hangs ] || exit
      "$DRAFT" fill t.docx -o b.pdf; echo "beside it: $?, $(ls tmp/*/0.docx | wc -l)"
      kill -KILL $! $(cat hangs)
      wait $! 2>/dev/null
      echo "killed: $(ls tmp/*/0.docx | wc -l)"
      "$DRAFT" fill t.docx -o c.pdf; echo "after it: $?"
      ls -d tmp/*
      cat tmp/*/0.docx
      """#
    let result = try Program.run(
      "/bin/bash", ["-c", script], in: folder.url,
      environment: [
        "PATH": "\(folder.url.path()):/usr/local/bin:/usr/bin:/bin", "DRAFT": Program.draft,
        "LC_ALL": "C.UTF-8", "HOME": folder.url.path(),
      ], timeLimit: .seconds(60))
    #expect(
      result.output.text == """
        beside it: 0, 2
        killed: 2
        after it: 0
        tmp/draft-mine01
        mine

        """)
  }
}
