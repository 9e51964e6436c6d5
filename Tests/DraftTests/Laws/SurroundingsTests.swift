import DraftPackage
import Foundation
import TestSupport
import Testing

/// The command makes the same bytes in every time zone and locale.
@Suite struct SurroundingsTests {
  @Test func timeZonesAndLocalesChangeNothing() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let sample = Program.project.appending(path: "samples/agreement.yaml").path()
    var made: Set<[UInt8]> = []
    for (zone, locale) in [
      ("UTC", "C"), ("Asia/Almaty", "kk_KZ.UTF-8"), ("America/St_Johns", "tr_TR.UTF-8"),
    ] {
      let output = folder.url.appending(path: "\(made.count)-\(locale).docx").path()
      let result = try Program.run(
        Program.draft, ["agreement", sample, "-o", output],
        environment: [
          "TZ": zone, "LC_ALL": locale, "LANG": locale, "HOME": folder.url.path(),
          "PATH": "/usr/bin:/bin",
        ])
      #expect(result.code == 0, "\(result.error)")
      made.insert(Array(try Data(contentsOf: URL(filePath: output))))
    }
    #expect(made.count == 1)
  }
}
