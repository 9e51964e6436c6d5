import Foundation
import TestSupport
import Testing

/// Memory does not follow the size of a workbook's sheet.
@Suite struct BatchMemoryTests {
  /// Makes a workbook of long texts, and prints the size of its sheet in KiB.
  private static let making = """
    import sys, zipfile
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = '<Relationships xmlns="%s/relationships"><Relationship Id="r" Type="%s/%s" Target="%s"/></Relationships>'
    cell = '<c t="inlineStr"><is><t>%s</t></is></c>'
    text = "Текст. " * 400
    sheet = '<worksheet xmlns="%s"><sheetData><row>%s</row>' % (main, cell % "name")
    sheet += "".join("<row>" + cell % (text + str(row)) + "</row>" for row in range(int(sys.argv[1])))
    sheet = (sheet + "</sheetData></worksheet>").encode()
    with zipfile.ZipFile("rows.xlsx", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", '<Types xmlns="%s/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>' % packages)
        file.writestr("_rels/.rels", relations % (packages, office, "officeDocument", "b.xml"))
        file.writestr("b.xml", '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="s" sheetId="1" r:id="r"/></sheets></workbook>' % (main, office))
        file.writestr("_rels/b.xml.rels", relations % (packages, office, "worksheet", "s.xml"))
        file.writestr("s.xml", sheet)
    print(len(sheet) // 1024)
    """

  /// Runs a program, and prints the peak of its memory in KiB. A child's peak begins with what its
  /// parent held, so this is a process of its own.
  private static let measuring = """
    import resource, subprocess, sys
    subprocess.run(sys.argv[1:], check=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(peak // (1024 if sys.platform == "darwin" else 1))
    """

  @Test(.enabled(if: Program.find("python3") != nil, "Python is not installed"))
  func aLongSheetTakesNoMoreMemoryThanAShortOne() throws {
    var measured: [(peak: Int, sheet: Int)] = []
    for rows in [100, 6000] {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      try Data("{{ name }}".utf8).write(to: URL(filePath: folder.path("t.txt")))
      let run = { (arguments: [String]) in
        let result = try Program.run(
          Program.find("python3") ?? "", ["-c"] + arguments, in: folder.url)
        #expect(result.code == 0, "\(result.error)")
        return try #require(Int(result.output.text.prefix { $0.isNumber }))
      }
      let sheet = try run([Self.making, "\(rows)"])
      let peak = try run([
        Self.measuring, Program.draft, "batch", "t.txt", "rows.xlsx", "-o", "out", "--shard",
        "\(rows)/\(rows)", "--quiet",
      ])
      measured.append((peak, sheet))
      let names = try BatchFolder(path: folder.path("out")).documents()
      #expect(names == ["t \(rows).txt"])
    }
    let (short, long) = (measured[0], measured[1])
    #expect(long.sheet > 28_000 && short.sheet < 1000)
    #expect(long.peak < short.peak + 6000, "\(measured)")
  }
}
