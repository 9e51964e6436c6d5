import Foundation
import Testing

@testable import DraftWording

@Suite struct RussianPercentTests {
  @Test(arguments: [
    ("10", GrammaticalCase.nominative, "10 % (десять процентов)"),
    ("21", .nominative, "21 % (двадцать один процент)"),
    ("2", .genitive, "2 % (двух процентов)"), ("3", .instrumental, "3 % (тремя процентами)"),
    ("0.5", .nominative, "0,5 % (ноль целых пять десятых процента)"),
    ("0.1", .genitive, "0,1 % (ноля целых одной десятой процента)"),
    ("21.21", .nominative, "21,21 % (двадцать одна целая двадцать одна сотая процента)"),
    ("2.002", .dative, "2,002 % (двум целым двум тысячным процента)"),
    ("1.0001", .accusative, "1,0001 % (одну целую одну десятитысячную процента)"),
  ])
  func words(_ text: String, _ grammatical: GrammaticalCase, _ expected: String) throws {
    let value = try #require(Decimal(string: text))
    let got = try RussianPercent.format(value, case: grammatical)
    #expect(RuRows.plain(got) == RuRows.plain(expected))
  }

  @Test func typography() throws {
    #expect(try RussianPercent.format(12, words: false) == "12\u{A0}%")
  }

  @Test func errors() throws {
    let long = try #require(Decimal(string: "0.1234567"))
    #expect(throws: WordingError.self) { try RussianPercent.format(long) }
    #expect(throws: WordingError.self) { try RussianPercent.format(.nan) }
    #expect(throws: WordingError.self) { try RussianPercent.format(5, case: .locative) }
  }
}
