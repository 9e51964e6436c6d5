import DraftData
import DraftLanguage
import Testing

@Suite struct DelimitedTests {
  @Test(arguments: [1, 2, 3, 7, 1 << 16])
  func readsWhatRFC4180Says(_ piece: Int) throws {
    let text = """
      client.name.ru,client.iin,note\r
      "Ахметова, Айгуль",040412400523,"он сказал ""да""\r
      и ушёл"\r
      Ким,, \r
      ,,\r

      "","",последний
      """
    #expect(
      try show(csv(text, piece: piece)) == [
        #"1@2 {client: {name: {ru: "Ахметова, Айгуль"}, iin: "040412400523"}, note: "он сказал "да""#
          + "\nи ушёл\"}",
        #"2@4 {client: {name: {ru: "Ким"}}}"#,
        #"3@7 {note: "последний"}"#,
      ])
  }

  @Test(arguments: [
    ("a;b\n1,5;2", #"1@2 {a: "1,5", b: "2"}"#), ("a\tb\nx, y\tz", #"1@2 {a: "x, y", b: "z"}"#),
    ("\"a;x\",b\n1,2", #"1@2 {a;x: "1", b: "2"}"#), ("a\nодин", #"1@2 {a: "один"}"#),
    ("a, b, c;d\nx;y", #"1@2 {a, b, c: "x", d: "y"}"#),
    ("a, b, c;d\n\"x,\ny,\";y", "1@2 {a, b, c: \"x,\ny,\", d: \"y\"}"),
    ("sep=;\na;b,c\n1;2", #"1@3 {a: "1", b,c: "2"}"#), ("a,b\r1,2\r", #"1@2 {a: "1", b: "2"}"#),
  ])
  func tellsTheSeparator(_ text: String, _ expected: String) throws {
    #expect(try show(csv(text)) == [expected])
  }

  @Test func readsTheEncodingsOfExcel() throws {
    let text = "имя;город\nӘйгерім;Алматы 😀\n"
    let expected = [#"1@2 {имя: "Әйгерім", город: "Алматы 😀"}"#]
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try show(csv([0xEF, 0xBB, 0xBF] + Array(text.utf8))) == expected)
    for piece in [3, 1 << 16] {
      #expect(try show(csv([0xFF, 0xFE] + little, piece: piece)) == expected)
      #expect(try show(csv([0xFE, 0xFF] + big, piece: piece)) == expected)
    }
    #expect(try show(csv(Array("a;b\n1;2\n".utf8).flatMap { [$0, 0] })).count == 1)
  }

  @Test func readsWindows1251AndSaysSo() throws {
    // «имя;Іздеу №» in Windows-1251.
    let bytes: [UInt8] = [0xE8, 0xEC, 0xFF, 0x3B, 0x61, 0x0A, 0xB2, 0xE7, 0xB9, 0x3B, 0xA8]
    let reader = try csv(bytes)
    #expect(reader.notices.map(\.code) == ["windows-1251"])
    #expect(reader.notices.allSatisfy { $0.severity == .warning })
    #expect(try show(reader) == [#"1@2 {имя: "Із№", a: "Ё"}"#])
    #expect(try csv("имя\nАйгүл").notices.isEmpty)
    #expect(
      thrown { try csv([0x61, 0x0A, 0x80, 0x81, 0x82]) } == [
        "data-encoding 1:1 the rows are text neither in UTF-8 nor in UTF-16, Windows-1251 or Mac Cyrillic"
      ])
  }

  /// A file in Windows-1251 has a question mark for each Kazakh letter.
  @Test func lettersThatAreLostFailTheirRow() throws {
    let lost: [UInt8] = [0xE8, 0x3F, 0xFF]
    let head: [UInt8] = [0xE8, 0x3B, 0x61, 0x0A]
    let reader = try csv(head + lost + [0x3B, 0x31, 0x0A, 0xE8, 0x3B, 0x32, 0x0A])
    #expect(
      try show(reader) == [
        "1@2 bad-cell 2:1 «и»: a «?» may stand for a Kazakh letter, which Windows-1251 lacks: save "
          + "the table as CSV UTF-8 or as XLSX", #"2@3 {и: "и", a: "2"}"#,
      ])
    #expect(try show(csv("и;a\nи?я;1\n")) == [#"1@2 {и: "и?я", a: "1"}"#])
    // A header that lost its letters is not found: the notice says why.
    let options = RowOptions(mapping: ["иұя": ["a"]])
    #expect(
      thrown { try show(csv(lost + [0x0A, 0xE8, 0x0A], options: options)) }.map { $0.prefix(14) }
        == ["windows-1251 1", "unknown-header"])
  }

  @Test(arguments: [
    ("8,80412E+11", "the number was shortened to 8,80412E+11"), ("-1.5E+3", "was shortened"),
    ("1E+5", "was shortened"), ("####", "too narrow"), ("#N/A", "the error #N/A"),
    ("#Н/Д", "the error #Н/Д"),
  ]) func whatASpreadsheetCouldNotShowFailsItsRow(_ text: String, _ reason: String) throws {
    let rows = try show(csv("a;b\n\(text);2\n"))
    #expect(rows.count == 1 && rows[0].hasPrefix("1@2 bad-cell 2:1 «a»: "), "\(rows)")
    #expect(rows.allSatisfy { $0.contains(reason) }, "\(rows)")
  }

  @Test(arguments: ["#1", "##", "E+5", "12E+5", "1E5", "1,2,3E+4", "8,8E-2", "#N/A?", "№ 5E+"])
  func whatOnlyLooksLikeItIsText(_ text: String) throws {
    #expect(try show(csv("a;b\n\(text);2\n")) == [#"1@2 {a: "\#(text)", b: "2"}"#])
  }

  @Test func nothingBehindTheLastColumnIsNothing() throws {
    #expect(
      try show(csv("a;b\n1;2;; \n3;;\n4;5;6;\n")) == [
        #"1@2 {a: "1", b: "2"}"#, #"2@3 {a: "3"}"#,
        "3@4 ragged-row 4:1 the row has 4 cells, the header has 2",
      ])
  }

  @Test func spacesAroundACellAreNotSeen() throws {
    let options = RowOptions(mapping: ["Имя  клиента ": ["a"]])
    #expect(
      try show(csv(" Имя клиента;b\n  Ким  Ан\u{A0};\" x\n\"\n", options: options)) == [
        #"1@2 {a: "Ким  Ан", b: "x"}"#
      ])
  }

  @Test func aBadRowIsOneRow() throws {
    #expect(
      try show(csv("a,b\n1\n\"x\" y,2\n3,4,5\n6,7\n")) == [
        "1@2 ragged-row 2:1 the row has 1 cells, the header has 2",
        "2@3 bad-csv 3:1 text follows the closing quote of a cell",
        "3@4 ragged-row 4:1 the row has 3 cells, the header has 2",
        #"4@5 {a: "6", b: "7"}"#,
      ])
    #expect(
      thrown { try show(csv("a,b\n1,2\n\"3,4\n5,6\n")) } == [
        "bad-csv 3:1 a quote that opens in this row is never closed"
      ])
    var options = RowOptions()
    options.limits.rowBytes = 100
    #expect(
      thrown {
        try show(csv("a\n" + String(repeating: "x", count: 400), piece: 50, options: options))
      }.first?.hasPrefix("data-limit 2:1") == true)
  }

  @Test func headersArePathsOrMapped() throws {
    let options = RowOptions(mapping: ["Клиент": ["client.name"], "Дело №": ["files[0]"]])
    #expect(
      try show(
        csv("Клиент;Дело №;files[1];Тел.\nКим;;б;+7\nЛи;а;б;\n", options: options)) == [
          #"1@2 {client: {name: "Ким"}, files: ["б"], Тел.: "+7"}"#,
          #"2@3 {client: {name: "Ли"}, files: ["а", "б"]}"#,
        ])
    #expect(
      thrown { try show(csv("Клиент;client.name\nа;б\n", options: options)) } == [
        "duplicate-header 1:2 two columns fill the same field: «client.name»",
        "unknown-header 1:1 no column is called «Дело №», which --map names",
      ])
    #expect(
      thrown { try show(csv("a.b,a\n1,2\n")) } == [
        "header-conflict 1:2 «a» and another column fill a field both as one value and as a group"
      ])
    #expect(thrown { try show(csv("\n\n")) }.first?.hasPrefix("no-header 1:1") == true)
    #expect(
      try show(csv("a,,c\n1,,3\n1,2,3\n")) == [
        #"1@2 {a: "1", c: "3"}"#,
        "2@3 bad-cell 3:2 column B holds something but has no header",
      ])
  }

  @Test func cellsOfListsAndMappingsAreJSON() throws {
    let kinds: [String: FieldKind] = ["l": .list, "o": .object]
    let rows = """
      l;o;t
      [];{};[]
      "[""a"", 1.50]";"{""k"": []}";{}
      a, b;[a];x
      [1;"{""k"":1,""k"":2}";x
      """
    #expect(
      try show(csv(rows, options: RowOptions { kinds[$0] })) == [
        #"1@2 {l: [], o: {}, t: "[]"}"#,
        #"2@3 {l: ["a", 1.50m], o: {k: []}, t: "{}"}"#,
        #"3@4 {l: "a, b", o: "[a]", t: "x"}"#,
        ##"4@5 {l: "[1", o: "{"k":1,"k":2}", t: "x"}"##,
      ])
  }

  @Test func cellsAreReadAsTheirFieldNeedsThem() throws {
    let kinds: [String: FieldKind] = ["n": .number, "d": .date, "f": .boolean]
    let options = RowOptions { kinds[$0] }
    let rows = """
      n;d;f;t
      150 000;22.11.2026;да;150 000
      1 012,50;1.2.2026;НЕТ;22.11.2026
      1,500;31.11.2026;;да
      007;2026-11-22;иә;007
      -5;22.11.26;TRUE;1
      12 34;;0;
      """
    #expect(
      try show(csv(rows, options: options)) == [
        #"1@2 {n: 150000, d: "2026-11-22", f: true, t: "150 000"}"#,
        #"2@3 {n: 1012.50m, d: "2026-02-01", f: false, t: "22.11.2026"}"#,
        "3@4 bad-cell 4:1 «n»: three digits behind the comma or the point may be thousands or a "
          + "fraction: write 150 000 or 150,00",
        #"4@5 {n: "007", d: "2026-11-22", f: true, t: "007"}"#,
        #"5@6 {n: -5, d: "22.11.26", f: true, t: "1"}"#,
        #"6@7 {n: "12 34", f: false}"#,
      ])
  }

  @Test func aColumnMayFillSeveralFields() throws {
    let kinds: [String: FieldKind] = ["due": .date, "vat": .boolean]
    let options = RowOptions(
      mapping: [
        "Клиент": ["name.ru", "name.kk", "name.ru"], "Срок": ["due", "note"], "x": ["vat"],
      ]
    ) { kinds[$0] }
    let reader = try csv("Клиент;Срок;x;y\nКим;1.2.2026;;1\n;;да;\n", options: options)
    #expect(
      try show(reader) == [
        #"1@2 {name: {ru: "Ким", kk: "Ким"}, due: "2026-02-01", note: "1.2.2026", y: "1"}"#,
        "2@3 {vat: true}",
      ])
    #expect(reader.headers == ["Клиент", "Клиент", "Срок", "Срок", "x", "y"])
    #expect(reader.fields == ["name.ru", "name.kk", "due", "note", "vat", "y"])
    #expect(
      thrown {
        try show(csv("A;B\n1;2\n", options: RowOptions(mapping: ["A": ["x", "y"], "B": ["y"]])))
      } == ["duplicate-header 1:2 two columns fill the same field: «B»"])
  }

  @Test(arguments: [
    "Список клиентов на 2026 год;;\n;;\na;b;c\n1;2;\n", "Список\r\n\r\na;b;c\r\n1;2;\r\n",
    "Список, 2026\r\ra;b;c\r1;2;\r", "\"Список\n2026\"\na;b;c\n1;2;\n", "sep=;\n\na;b;c\n1;2;",
  ]) func theHeaderMayStandBelowATitle(_ text: String) throws {
    for piece in [1, 2, 5, 1 << 16] {
      let reader = try csv(Array(text.utf8), piece: piece, options: RowOptions(headerRow: 3))
      #expect(try show(reader) == [#"1@4 {a: "1", b: "2"}"#])
    }
    #expect(
      thrown { try show(csv("t\n\na;b\n1;2\n", options: RowOptions(headerRow: 2))) }.first?
        .hasPrefix("no-header 2:1") == true)
    #expect(
      thrown { try show(csv("t\n", options: RowOptions(headerRow: 5))) }.first?
        .hasPrefix("no-header 5:1") == true)
  }

  @Test(arguments: [
    "Список клиентов;\n;\na;b\n1;2\n", "Список клиентов\n\na;b\n1;2\n",
    "\"Список\"\n\na;b;c\n1;2;3\n",
  ]) func aTitleAboveTheHeaderIsTold(_ text: String) throws {
    let reader = try csv(text)
    let first = try #require(try reader.next()?.errors.first)
    #expect(first.hints.last?.en.hasSuffix("add --header-row 3") == true, "\(first)")
    // A single row that is too long is no sign of a title.
    let later = try #require(try reader.next()?.errors.first)
    #expect(!later.hints.contains { $0.en.contains("--header-row") })
  }

  /// Any text would be true for a template: «не освобождён» as well.
  @Test(arguments: [
    ("Нет.", "false"), ("ЖОҚ", "false"), ("жок", "false"), ("-", "false"), ("—", "false"),
    ("n", "false"), ("No .", "false"), ("0", "false"), ("0,00", "0.00m"), ("Да.", "true"),
    ("Иә", "true"), ("есть", "true"), ("+", "true"), ("Y", "true"), ("1", "true"), ("25", "25"),
  ]) func truthIsReadAsPeopleWriteIt(_ text: String, _ value: String) throws {
    let rows = try show(csv("f;t\n\(text);x\n", options: RowOptions { $0 == "f" ? .boolean : nil }))
    #expect(rows == ["1@2 {f: \(value), t: \"x\"}"])
  }

  @Test(arguments: [
    "не освобождён", "может", "?", "нет данных", "007", "22.11.2026", "да/нет", ".",
  ])
  func whatIsNeitherTrueNorFalseFailsItsRow(_ text: String) throws {
    let options = RowOptions { $0 == "f" ? .boolean : nil }
    let rows = try show(csv("t;f\nx;\(text)\nx;да\n", options: options))
    #expect(rows.count == 2 && rows[1] == #"2@3 {t: "x", f: true}"#)
    #expect(rows[0].hasPrefix("1@2 bad-cell 2:2 «f»: the template asks for yes or no"), "\(rows)")
  }

  @Test func aRowLiesOverTheCase() throws {
    let base = try CaseData(
      merging: [try yaml("client: { name: Ли, city: Алматы }\nfiles: [а, б]\n")],
      assignments: [("note", "всем")])
    let row = try #require(try csv("client.name,files[0],note\nКим,в,себе\n").next())
    let data = try base.adding(row.data)
    #expect(
      show(data.root)
        == #"{client: {name: "Ким", city: "Алматы"}, files: ["в"], note: "всем"}"#)
    #expect(show(data.place(of: "client.name")) == "2:1 ‹Ким›")
    #expect(show(data.place(of: "client.city")) == "1:27 ‹Алматы›")
    #expect(show(data.place(of: "files[0]")) == "2:2 ‹в›")
    #expect(show(try data.setting("client.number", to: "07").root).contains(#"number: "07""#))
  }

  @Test func readsAListOfJSON() throws {
    let text =
      "[\n  {\"a\": 1.50}, {\"b\": [1, {\"c\": \"]}\"}]},\r\n\t7,\n  {\"a\": 1,\n \"a\": 2}\n]\n"
    let reader = try RowReader(json: Array(text.utf8), name: "rows.json")
    #expect(reader.count == 4)
    #expect(
      try show(reader) == [
        "1@2 {a: 1.50m}", #"2@2 {b: [1, {c: "]}"}]}"#,
        "3@3 data-not-mapping 3:2 the data must be named fields at the top, not a list or a single "
          + "value",
        "4@4 duplicate-key 5:2 the same field is given twice",
      ])
    #expect(try show(RowReader(json: Array(" [ ] ".utf8), name: nil)) == [])
    #expect(
      thrown { try RowReader(json: Array("[{\"a\": 1},\n{\"a\" 2}]".utf8), name: nil) }.first?
        .hasPrefix("invalid-json 2:6") == true)
    #expect(
      thrown { try RowReader(json: Array("{\"rows\": []}".utf8), name: nil) }.first?
        .hasPrefix("no-rows 1:1") == true)
  }

  @Test(arguments: [1, 5, 1 << 16]) func readsJSONLines(_ piece: Int) throws {
    let text = "{\"a\": 1.50}\r\n\n{\"a\": }\n{\"b\": {\"c\": null}}"
    let reader = RowReader(jsonLines: "rows.jsonl", pieces(of: Array(text.utf8), piece))
    let rows = try show(reader)
    #expect(rows.first == "1@1 {a: 1.50m}" && rows.last == "3@4 {b: {c: null}}")
    #expect(rows[1].hasPrefix("2@3 invalid-json 3:7"))
  }
}
