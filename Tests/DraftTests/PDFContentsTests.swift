import Draft
import Foundation
import TestSupport
import Testing

/// The pages that a table of contents has in a PDF.
struct PDFContentsTests {
  @Test(
    .enabled(
      if: Office.program != nil && Program.find("pdftotext") != nil,
      "LibreOffice or pdftotext is not installed"))
  func pagesAreThoseOfTheLayout() throws {
    func character(_ kind: String) -> Run {
      raw("<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>")
    }
    let page = p(raw("<w:r><w:br w:type=\"page\"/></w:r>"))
    var file = WordFile(
      p(
        character("begin"), raw("<w:r><w:instrText>TOC \\o \\h</w:instrText></w:r>"),
        character("separate"), "Press F9", character("end")), page,
      p("{%p for name in names %}"), p(style: "H1", "Part {{ name }}"), page,
      p("{%p endfor %}"))
    file.styles = [("H1", "heading 1"), ("T1", "toc 1")]
    let document = try Template(docx: file.bytes).fill(with: ["names": ["A", "B"]])
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Data(PDFConverter().convert(document)).write(to: folder.url.appending(path: "d.pdf"))
    let result = try Program.run(
      Program.find("pdftotext") ?? "", ["-layout", "d.pdf", "-"], in: folder.url)
    let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n").map {
      Office.normalized(String($0))
    }
    #expect(lines.prefix(2).map { $0.replacing(".", with: "") } == ["Part A 2", "Part B 3"])
  }
}
