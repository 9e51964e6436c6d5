import DraftData
import DraftLanguage
import Testing

@Suite struct JSONTests {
  @Test func valuesInTheOrderOfTheFile() throws {
    let file = try json(
      """
      {"я": "текст", "empty": {}, "none": [], "t": true, "f": false, "n": null,
       "list": [1, [2, {"x": "y"}]]}
      """)
    #expect(
      show(file.root)
        == "{я: \"текст\", empty: {}, none: [], t: true, f: false, n: null, "
        + "list: [1, [2, {x: \"y\"}]]}")
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("-17", "-17"), ("150000", "150000"),
    ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("9223372036854775808", "9223372036854775808m"),
    ("1012.50", "1012.50m"), ("-0.10", "-0.10m"), ("0.00", "0.00m"), ("100.00", "100.00m"),
    ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678m"),
    ("1234567890123456789.0123456789", "1234567890123456789.0123456789m"),
    ("1e3", "=1000m"), ("1.50E2", "=150m"), ("25e-2", "=0.25m"), ("0e5", "=0m"),
  ])
  func numbersKeepTheirDigits(_ written: String, _ expected: String) throws {
    let file = try json("{\"n\": \(written)}")
    #expect(show(file.root["n"]) == expected)
  }

  @Test(arguments: [
    ("1012.50", "1012.5"), ("-0.10", "-0.1"), ("0.00", "0"), ("100.00", "100"),
    ("9223372036854775808", "9223372036854775808"),
    ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
    ("1234567890123456789.0123456789", "1234567890123456789.0123456789"),
    ("99999999999999999999999999999999999.999", "99999999999999999999999999999999999.999"),
    ("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"),
  ])
  func decimalsAreExact(_ written: String, _ expected: String) throws {
    guard case .decimal(let number)? = try json("{\"n\": \(written)}").root["n"] else {
      Issue.record("\(written) is no decimal")
      return
    }
    #expect("\(number.value)" == expected)
  }

  @Test func escapes() throws {
    let file = try json(#"{"a\"b": "\\ \/ \b\f\n\r\t \u0416 \ud83d\ude00 «ё»"}"#)
    #expect(show(file.root) == "{a\"b: \"\\ / \u{8}\u{C}\n\r\t Ж 😀 «ё»\"}")
  }

  @Test func textIsNotNormalised() throws {
    let file = try json("{\"a\": \"и\u{306}\"}")
    guard case .string(let text)? = file.root["a"] else { return }
    #expect(Array(text.unicodeScalars).count == 2)
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    let file = try json("\u{FEFF}{\"a\": 1}")
    #expect(show(file.root) == "{a: 1}")
    #expect(show(file.place(of: "a")) == "1:7 ‹1›")
  }

  @Test func keysOfOneHashStayApart() throws {
    var text = "{"
    for number in 0..<5_000 { text += "\"поле\(number)\": {\"x\(number)\": \(number)}, " }
    let file = try json(text + "\"end\": 0}")
    for number in [0, 1, 77, 4_999] {
      guard case .object(let inner)? = file.root["поле\(number)"] else {
        Issue.record("поле\(number) is missing")
        return
      }
      #expect(show(inner) == "{x\(number): \(number)}")
    }
  }

  @Test func limits() {
    let deep = String(repeating: "[", count: 101) + String(repeating: "]", count: 101)
    #expect(errors { try json("{\"a\": \(deep)}") }.hasPrefix("data-limit 1:106 ‹[›"))
    let most = String(repeating: "[", count: 99) + String(repeating: "]", count: 99)
    #expect(errors { try json("{\"a\": \(most)}") } == "no error")
    #expect(
      errors { try json("{\"a\": [1, 2]}", limits: DataLimits(nodes: 3)) }
        .hasPrefix("data-limit 1:11 ‹2›"))
    #expect(
      errors { try json("{\"a\": [1, 2]}", limits: DataLimits(bytes: 5)) }
        .hasPrefix("data-limit 1:1"))
  }

  @Test func aLongLineIsQuotedAroundTheMistake() {
    let filler = String(repeating: "слово ", count: 10_000)
    do throws(Diagnostics) {
      _ = try DataFile(json: Array("{\"a\": \"\(filler)\", b: \"\(filler)\"}".utf8), name: nil)
    } catch {
      let place = error.items.first?.place
      #expect((place?.text.count ?? 0) <= 200)
      #expect(place?.column == 60_011)
      #expect(show(place) == "1:60011 ‹b›")
    }
  }
}
