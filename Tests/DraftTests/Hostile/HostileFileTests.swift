import Draft
import DraftPackage
import TestSupport
import Testing

/// Files made to harm, or harmed: each has a name for what is wrong with it.
@Suite struct HostileFileTests {
  static let main = "word/document.xml"
  static let letter = WordFile(p("Dear {{ x }}"))

  /// The codes of everything that is wrong with a template.
  func codes(_ bytes: [UInt8], limits: PackageLimits = .standard) -> [String] {
    do throws(Diagnostics) {
      let template = try Template(docx: bytes, name: "t.docx", limits: limits)
      let data = ObjectValue([("x", .string("v"))])
      return try template.fill(with: data, missing: .error).diagnostics.map(\.code)
    } catch { return error.items.map(\.code) }
  }

  /// The letter with a part changed.
  func changed(_ name: String, _ change: (String) -> String) throws -> [UInt8] {
    try repacked(Self.letter.bytes) {
      $0 == name ? Array(change(String(decoding: $1, as: UTF8.self)).utf8) : $1
    }
  }

  func changed(body: String) -> [UInt8] { WordFile(body).bytes }

  @Test func aPlainLetterIsFine() { #expect(codes(Self.letter.bytes) == []) }

  @Test func whatIsNoArchive() {
    #expect(codes([]) == ["not-a-zip"])
    #expect(codes(Array("hello".utf8)) == ["not-a-zip"])
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(codes(compound + [UInt8](repeating: 0, count: 4096)) == ["encrypted-document"])
  }

  @Test func everyTruncationIsAnError() {
    let bytes = Self.letter.bytes
    for count in stride(from: 0, to: bytes.count, by: 7) {
      let found = codes(Array(bytes[..<count]))
      #expect(found == ["truncated"] || found == ["not-a-zip"], "\(count): \(found)")
    }
  }

  @Test func aDamagedPart() throws {
    var bytes = Self.letter.bytes
    let word = Array("Dear".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: word) })
    bytes[place] = UInt8(ascii: "B")
    #expect(codes(bytes) == ["crc-mismatch"])
  }

  @Test func doubledParts() {
    var file = Self.letter
    file.extra = [("word/document.xml", "<a/>")]
    #expect(codes(file.bytes) == ["duplicate-entry"])
    file.extra = [("WORD/Document.XML", "<a/>")]
    #expect(codes(file.bytes) == ["duplicate-entry"])
  }

  @Test func namesThatLeaveThePackage() {
    for name in ["../evil.xml", "/etc/passwd", "word\\x.xml", "C:/x.xml"] {
      var file = Self.letter
      file.extra = [(name, "x")]
      #expect(codes(file.bytes) == ["invalid-name"], "\(name)")
    }
  }

  @Test func aBomb() throws {
    let package = try Package(Self.letter.bytes)
    let bomb = try package.write(
      replacing: [:],
      adding: [("word/media/a.bin", [UInt8](repeating: 0, count: 24 << 20))])
    #expect(codes(bomb) == ["ratio-too-high"])
    let limits = PackageLimits(totalBytes: 1 << 20)
    #expect(codes(bomb, limits: limits).first != nil)
  }

  @Test func documentTypesAndEntities() throws {
    let declaration = "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
    for part in [Self.main, "word/_rels/document.xml.rels", "[Content_Types].xml", "_rels/.rels"] {
      let bytes = try changed(part) { xml in
        let end = xml.firstRange(of: "?>")?.upperBound ?? xml.startIndex
        return xml[..<end] + declaration + xml[end...]
      }
      let found = codes(bytes)
      #expect(
        [["malformed-xml"], ["malformed-relationships"], ["malformed-content-types"]]
          .contains(found), "\(part): \(found)")
    }
    #expect(
      try codes(changed(Self.main) { $0.replacing("Dear", with: "&evil;") }) == ["malformed-xml"])
  }

  @Test func markupThatIsTooDeep() {
    let depth = 100_000
    let deep =
      String(repeating: "<w:ins>", count: depth) + String(repeating: "</w:ins>", count: depth)
    #expect(codes(changed(body: "<w:p>\(deep)</w:p>")) == ["malformed-xml"])
    let tables = 60
    let nested =
      String(repeating: "<w:tbl><w:tr><w:tc>", count: tables)
      + p("{{ x }}") + String(repeating: "</w:tc></w:tr></w:tbl>", count: tables)
    #expect(codes(changed(body: nested)) == [])
  }

  @Test func aLongAttribute() {
    let long = String(repeating: "a", count: 100_000)
    #expect(
      codes(changed(body: "<w:p w:rsidR=\"\(long)\"><w:r><w:t>{{ x }}</w:t></w:r></w:p>")) == [])
    let tooLong = String(repeating: "a", count: 2 << 20)
    #expect(codes(changed(body: "<w:p w:rsidR=\"\(tooLong)\"/>")) == ["malformed-xml"])
    #expect(codes(changed(body: p(Run("{{ x }}{# \(tooLong) #}")))) == ["unclosed-tag"])
  }

  @Test func partsThatAreMissing() throws {
    for (part, code) in [
      ("[Content_Types].xml", "missing-content-types"), (Self.main, "not-a-word-file"),
      ("_rels/.rels", "not-a-word-file"),
    ] {
      let bytes = try repacked(Self.letter.bytes) { $0 == part ? nil : $1 }
      #expect(codes(bytes) == [code], "\(part)")
    }
    // A header that is not there is not Word's worry either.
    var file = Self.letter
    file.header = p("{{ x }}")
    #expect(codes(try repacked(file.bytes) { $0 == "word/header1.xml" ? nil : $1 }) == [])
  }

  @Test func typesThatAreWrong() throws {
    for (type, code) in [
      ("application/vnd.ms-word.document.macroEnabled.main+xml", "macro-document"),
      ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "macro-document"),
      (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "not-a-word-file"
      ), ("text/plain", "not-a-word-file"), ("", "not-a-word-file"),
    ] {
      var file = Self.letter
      file.mainType = type
      #expect(codes(file.bytes) == [code], "\(type)")
    }
    #expect(
      try codes(changed("[Content_Types].xml") { _ in "<Types/>" }) == ["malformed-content-types"])
  }

  @Test func relationsThatLeadNowhere() throws {
    for target in ["../../../etc/passwd", "nowhere.xml", "", "%00", "file:///etc/passwd", "#x"] {
      var file = Self.letter
      file.header = p("{{ x }}")
      let bytes = try repacked(file.bytes) { name, bytes in
        guard name == "word/_rels/document.xml.rels" else { return bytes }
        let xml = String(decoding: bytes, as: UTF8.self)
        return Array(xml.replacing("header1.xml", with: target).utf8)
      }
      #expect(codes(bytes) == [], "\(target)")
    }
    let twice = try changed("_rels/.rels") {
      $0.replacing(
        "</Relationships>",
        with: "<Relationship Id=\"rId1\" Type=\"a\" Target=\"b\"/></Relationships>")
    }
    #expect(codes(twice) == ["malformed-relationships"])
    // The main part as its own header must not be read, or filled, twice.
    let cycle = try changed("word/_rels/document.xml.rels") {
      $0.replacing(
        "</Relationships>",
        with:
          "<Relationship Id=\"rIdC\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"document.xml\"/></Relationships>"
      )
    }
    #expect(codes(cycle) == [])
  }

  @Test(arguments: [true, false]) func otherEncodingsWork(littleEndian: Bool) throws {
    let bytes = try repacked(Self.letter.bytes) { name, bytes in
      guard name == Self.main else { return bytes }
      let text = String(decoding: bytes, as: UTF8.self).replacing("UTF-8", with: "UTF-16")
      return (littleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF])
        + text.utf16.flatMap { unit -> [UInt8] in
          let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
          return littleEndian ? [low, high] : [high, low]
        }
    }
    let template = try Template(docx: bytes)
    let filled = try template.fill(with: ["x": "Әлия"])
    let part = try Package(filled).read(Self.main)
    #expect(visibleText(part) == "Dear Әлия\n")
    #expect(!String(decoding: part.prefix(100), as: UTF8.self).contains("UTF-16"))
    #expect(try DocumentValidity.faults(of: filled) == [])
  }

  @Test func signaturesAreDroppedWithAWarning() throws {
    let origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/"
    var file = Self.letter
    file.extra = [
      ("_xmlsignatures/origin.sigs", ""), ("_xmlsignatures/sig1.xml", "<Signature/>"),
      (
        "_xmlsignatures/_rels/origin.sigs.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"\(origin)signature\" Target=\"sig1.xml\"/></Relationships>"
      ),
    ]
    let signed = try repacked(file.bytes) { name, bytes in
      let xml = String(decoding: bytes, as: UTF8.self)
      switch name {
      case "_rels/.rels":
        return Array(
          xml.replacing(
            "</Relationships>",
            with:
              "<Relationship Id=\"rIdS\" Type=\"\(origin)origin\" Target=\"_xmlsignatures/origin.sigs\"/></Relationships>"
          ).utf8)
      case "[Content_Types].xml":
        return Array(
          xml.replacing(
            "</Types>",
            with:
              "<Default Extension=\"sigs\" ContentType=\"application/vnd.openxmlformats-package.digital-signature-origin\"/><Override PartName=\"/_xmlsignatures/sig1.xml\" ContentType=\"application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml\"/></Types>"
          ).utf8)
      default: return bytes
      }
    }
    let template = try Template(docx: signed)
    #expect(template.warnings.map(\.code) == ["signature-dropped"])
    let filled = try template.fill(with: ["x": "v"])
    #expect(try !Package(filled).entries.contains { $0.name.contains("signature") })
    #expect(try DocumentValidity.faults(of: filled) == [])
  }
}
