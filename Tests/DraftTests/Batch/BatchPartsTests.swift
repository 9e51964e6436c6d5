@testable import Draft
import TestSupport
import Testing

@Suite struct BatchPartsTests {
  /// FIPS 180-4, examples, and lengths around a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func hashesAreThoseOfTheStandard(_ text: String, _ digest: String) {
    let bytes = Array(text.utf8)
    #expect(SHA256.hex(SHA256.digest(bytes)) == digest)
    // With the processor's instructions where it has them, and without.
    for usesInstructions in [true, false] {
      for piece in [1, 63, 64, 65, 1000] where bytes.count < 10_000 || piece > 500 {
        var hash = SHA256(usesInstructions: usesInstructions)
        for start in stride(from: 0, to: bytes.count, by: piece) {
          hash.update(Array(bytes[start..<min(start + piece, bytes.count)]))
        }
        #expect(SHA256.hex(hash.finish()) == digest, "in pieces of \(piece)")
      }
    }
  }

  @Test(arguments: [(1, true), (40, true), (0, false), (-3, false), (1 << 41, false)])
  func aRecordIsOfARowThatAListCanHave(_ row: Int, _ isOne: Bool) {
    let line = #"{"row":\#(row),"key":"ab","status":"drawn","files":[],"inputs":""}"#
    #expect((BatchRecord(line: Array(line.utf8)) != nil) == isOne)
  }

  @Test func equalNamesAreToldApart() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var names = FileNames(in: folder.path(""))
    func give(_ wanted: String, _ key: UInt64, _ endings: [String] = ["docx"]) throws -> String {
      let name = try names.name(wanted, endings: endings, for: key)
      for ending in endings { try names.take("\(name).\(ending)", for: key) }
      return name
    }
    #expect(try give("Ахметова", 1) == "Ахметова")
    #expect(try give("АХМЕТОВА", 2) == "АХМЕТОВА (2)")
    #expect(try give("ахметова", 3) == "ахметова (3)")
    #expect(try give("Ахметова", 1) == "Ахметова")
    #expect(try give("Ахметова (2)", 4) == "Ахметова (2) (2)")
    // A Mac writes й as two scalars.
    #expect(try give("Айгуль", 5) == "Айгуль")
    #expect(try give("Аи\u{306}гуль", 6) == "Айгуль (2)")
    #expect(try give("Аи\u{306}гуль", 7).unicodeScalars.contains("\u{439}"))
    #expect(try give("../a/b:c", 8) == "a-b-c")
    #expect(try give("Strasse", 14) == "Strasse" && give("Straße", 15) == "Straße (2)")
    #expect(try give("x", 9, ["docx", "pdf"]) == "x" && give("x", 10, ["pdf"]) == "x (2)")
    try names.release("x.pdf", of: 9)
    #expect(try give("x", 11, ["pdf"]) == "x")
    let long = try give(String(repeating: "ы", count: 300), 12)
    #expect(long.utf8.count == 200)
    let next = try give(String(repeating: "ы", count: 300), 13)
    #expect(next == long + " (2)" && next.utf8.count + 5 <= 255)
    #expect(FileNames.fits("a (12)", "a") && FileNames.fits("a", "a"))
    #expect(!FileNames.fits("a (b)", "a") && !FileNames.fits("ab", "a"))
  }

  /// What Windows, Word, shells and readers of right-to-left scripts treat in a way of their own.
  @Test(arguments: [
    ("CON", "_CON"), ("nul.x", "_nul.x"), ("Lpt1", "_Lpt1"), ("com² .a", "_com² .a"),
    ("CONTRA", "CONTRA"), ("COM0", "COM0"), ("Нул CON", "Нул CON"), ("~$Договор", "$Договор"),
    ("имя\u{202E}txt.exe", "имяtxt.exe"), ("а\u{200B}б\u{FEFF}", "аб"), ("а\u{85}б", "а-б"),
    ("а\u{2028}б\u{3000}в\u{A0}г", "а б в г"), ("-- ~.", "document"), ("tab\tx\r\ny", "tab-x--y"),
  ]) func namesAreSafeEverywhere(_ wanted: String, _ name: String) {
    #expect(FileNames.safe(wanted) == name)
  }

  @Test func numbersKeepTheirWidth() throws {
    let numbers = try #require(RunningNumber(from: "НДА-099/2026-Қ", path: "nda.number"))
    #expect(numbers.first == 99)
    #expect(numbers.text(99) == "НДА-099/2026-Қ" && numbers.text(1000) == "НДА-1000/2026-Қ")
    #expect(numbers.count(of: "НДА-100/2026-Қ") == 100)
    #expect(numbers.count(of: "НДА-100/2027-Қ") == nil && numbers.count(of: "НДА-/2026-Қ") == nil)
    #expect(RunningNumber(from: "б/н", path: "x") == nil)
  }

  /// A year is not counted up.
  @Test(arguments: [
    ("101/2026", "102/2026"), ("2026/НДА-001", "2026/НДА-002"), ("НДА-001/2026", "НДА-002/2026"),
    ("2026", "2027"), ("1999", "2000"), ("№ 9", "№ 10"), ("2026-5-Қ", "2026-6-Қ"),
    ("01-15/{7}", "01-15/8"), ("{2000}/2026", "2001/2026"), ("7/{2026}", "7/2027"),
    ("{а}-099/2026", "{а}-100/2026"),
  ]) func numbersCountWhatIsNoYear(_ text: String, _ next: String) throws {
    let numbers = try #require(RunningNumber(from: text, path: "number"))
    #expect(numbers.text(numbers.first + 1) == next)
    #expect(numbers.count(of: next) == numbers.first + 1)
  }

  @Test(arguments: ["01-15/7", "2026/2027", "12.05.2026/3", "001/26", "{1}/{2}", "{}", "б/н"])
  func numbersThatNobodyCanTellAreRefused(_ text: String) {
    #expect(RunningNumber(from: text, path: "number") == nil)
  }

  @Test(arguments: [
    ("9007199254740991", false), ("9007199254740992", true), ("№ 99999999999999999999/2026", true),
    ("1/{99999999999999999999}", true), ("01-15/7", false), ("б/н", false),
  ]) func numbersThatAreTooLargeAreKnown(_ text: String, _ isTooLarge: Bool) {
    #expect(RunningNumber.isTooLarge(text) == isTooLarge)
    #expect((RunningNumber(from: text, path: "x") == nil) == (text != "9007199254740991"))
  }

  /// Such a number of a row is none of the series, so that nothing is counted on from it.
  @Test func aNumberThatIsTooLargeIsNoneOfTheSeries() throws {
    let numbers = try #require(RunningNumber(from: "1", path: "number"))
    #expect(numbers.count(of: "9007199254740991") == 9_007_199_254_740_991)
    #expect(numbers.count(of: "9007199254740992") == nil && numbers.count(of: "\(Int.max)") == nil)
  }

  @Test func digestsTellDataApart() {
    let pairs: [Value] = [
      ["a": "1"], ["a": 1], ["a": ["1"]], ["a": ["b": "1"]], ["a": .null], ["ab": ""],
      ["a": "", "b": ""], ["a": true], ["a": "true"], [:],
    ]
    var digests: Set<[UInt8]> = []
    for case .object(let object) in pairs { digests.insert(DataDigest.of(object)) }
    #expect(digests.count == pairs.count)
  }
}
