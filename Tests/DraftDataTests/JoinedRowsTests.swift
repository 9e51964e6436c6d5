import DraftData
import DraftLanguage
import Testing

/// Rows that a quote without its end joins to one.
@Suite struct JoinedRowsTests {
  private func joined(_ first: Int, _ last: Int) -> String {
    "bad-csv \(first):1 the lines \(first)–\(last) are in one cell: is a quote not closed?"
  }

  @Test(arguments: [1, 3, 1 << 16]) func theLinesThatWentAreTold(_ piece: Int) throws {
    // The next quote opens a cell, so text follows it.
    let opens = "name;iin\nА;1\n\"ТОО Б;2\nВ;3\nГ;4\n\"ТОО Д\";5\nЕ;6\n"
    #expect(
      try show(csv(opens, piece: piece)) == [
        #"1@2 {name: "А", iin: "1"}"#, "2@3 \(joined(3, 6))", #"3@7 {name: "Е", iin: "6"}"#,
      ])
    // The next quote closes one, and nothing looks wrong.
    let closes = "iin;name\n1;А\n2;\"ТОО Б\n3;В\n4;ТОО Г\"\n5;Д\n"
    #expect(
      try show(csv(closes, piece: piece)) == [
        #"1@2 {iin: "1", name: "А"}"#, "2@3 \(joined(3, 5))", #"3@6 {iin: "5", name: "Д"}"#,
      ])
  }

  @Test(arguments: [
    "a;b;c\n2;\"ТОО Б;Алматы\n3;В\";Астана\n", "a;b;c\r\n2;\"ТОО Б;Алматы\r\n\r\n3;В\";Астана\r\n",
    "a,b,c\n\"ТОО Б,2,Алматы\nВ\",3,Астана", "a; b\n\"ТОО Б; 2\nВ\"; 3", "a\tb\n\"x\t1\ny\"\t2\n",
    "a;b;c\n\"x;y\";\"ТОО Б;1\nВ;2;3\nГ;4\";5",
  ]) func aStrayQuoteThatClosesItIsNoticed(_ text: String) throws {
    let rows = try show(csv(text))
    #expect(rows.count == 1 && rows[0].hasPrefix("1@2 bad-csv 2:1 the lines 2–"), "\(rows)")
  }

  /// Addresses and lists of several lines are cells.
  @Test(arguments: [
    "a;b;c\n1;\"г. Алматы\nул. Абая, 1\";x\n", "a;b;c\n\"г. Алматы\nул. Абая\";1;x\n",
    "a;b;c\n1;\"г. Алматы; ул. Абая\nд. 5; кв. 6\";x\n",
    "a,b,c\n1,\"г. Алматы, Абая\nд. 5, кв. 6\",x",
    "a;b\n1;\"раз\n\nдва\"\n", "a;b;c\n1;\"x;y\nz\";2\n", "a;b\n1;\"Алматы; Абая\nд. 5\"",
    "a;b;c;d\n\"x\ny\";\"z\nt\";1;2\n", "a\n\"x\ny\"\n", "a;b;c;d\n1;\"x;y;z\nt\";2;3",
  ]) func aCellOfSeveralLinesIsOne(_ text: String) throws {
    let rows = try show(csv(text))
    #expect(rows.count == 1 && rows[0].hasPrefix("1@2 {"), "\(rows)")
  }

  @Test func aRaggedRowTellsItsLines() throws {
    let row = try #require(try csv("a;b;c\n1;\"x\ny\nz\"\n").next())
    #expect(row.errors.first?.hints.first?.en.contains("the lines 2–4") == true, "\(row.errors)")
    let short = try #require(try csv("a;b;c\n1;x\n").next())
    #expect(short.errors.first?.hints.contains { $0.en.contains("lines") } == false)
  }
}
