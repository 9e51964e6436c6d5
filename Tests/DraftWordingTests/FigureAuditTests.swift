import DraftWording
import Testing

@Suite struct FigureAuditTests {
  @Test(arguments: [
    "15 (пятнадцать) дней", "в течение 5 (пяти) рабочих дней", "10 % (десять процентов)",
    "150 000 (сто пятьдесят тысяч) тенге 00 тиын", "150\u{A0}000 (Сто пятьдесят тысяч) тенге",
    "в размере 150 000 (ста пятидесяти тысяч) тенге", "в 2 (двух) экземплярах",
    "2 (два) экземпляра", "по 1 (одному) экземпляру", "на 3 (трёх) листах",
    "3 (три) календарных дня",
    "21 (двадцать один) день", "21 (двадцати одного) дня", "1 (одна) неделя", "2 (две) недели",
    "1 (одну) тысячу", "1 000 (одна тысяча) рублей", "1 500 (тысяча пятьсот) тенге",
    "1 000 000 (миллион) тенге", "2 500 000 (двух миллионов пятисот тысяч) тенге",
    "0,5 % (ноль целых пять десятых процента)", "0,1 (одна десятая) процента",
    "2,25 % (две целых и двадцать пять сотых процента)", "1,5 (полтора) года",
    "1 500 000 (полтора миллиона) тенге", "1,5 млн (один миллион пятьсот тысяч) тенге",
    "150 000,50 (сто пятьдесят тысяч) тенге 50 тиын", "150 тыс. (сто пятьдесят тысяч) тенге",
    "150 000 тенге (сто пятьдесят тысяч тенге 00 тиын)", "2 (двое) суток", "1 (одни) сутки",
    "5 (далее – Договор)", "2019 (с изменениями)", "2019 (две тысячи девятнадцатого) года",
    "пункт 5 150 (сто пятьдесят) тенге", "приложение 3 (два листа)", "№ 5 (один экземпляр)",
    "от 15.05.2019 (десять листов)", "5-10 (пять-десять) дней", "10 (десять, двадцать)",
    "п. 1.2 (два)", "5 (один из способов)", "3 (третье) лицо", "с 5 (пятью) сторонами",
    "8 (восьмью) днями", "40 (сорока) дней", "90 (девяноста) дням", "12 (двенадцать) месяцев",
    "на 2 (два) года", "в течение 3 (трех) лет", "через 1 (один) год", "5 (пять) программ",
    "3 (семья)", "999 (девятьсот девяносто девять) рублей", "7 (семь) дел", "10:00 (девять)",
    "4 (четверо) детей", "1/2 (одной второй) доли", "1/2 (половина) доли", "3/4 (три четверти)",
    "2-х (двух) экземплярах", "1 (одним) суткам", "21 (двадцати одним) суткам",
    "дом 12/3 (два входа)", "1 (один) раз", "22 (двадцать двое) суток",
    "5 (пять) человек", "двадцать (20) дней", "1 (одной) стороне", "4 (четыре) реклам",
  ])
  func rightRussianPasses(_ text: String) {
    #expect(FigureAudit.audit(text).isEmpty)
  }

  @Test(arguments: [
    "5 (бес) күн", "8 (сегiз) күн", "10 % (он пайыз)", "10 % (он пайызды)", "2 (екі) данада",
    "150 000 (бір жүз елу мың) теңге 00 тиын", "150 000 (жүз елу мың) теңге",
    "1 150 (мың жүз елу) теңге", "1 250 000 (бір миллион екі жүз елу мың) теңге",
    "150 000 (бір жүз елу мыңнан) астам", "2,25 % (екі бүтін жүзден жиырма бес пайыз)",
    "0,05 % (нөл бүтін жүзден бес пайыз)", "1,5 (бір жарым) жыл", "5 (бесінші) тармақ",
    "2019 (екі мың он тоғызыншы) жыл", "3-қосымша (екі парақ)", "4 (бірге алғанда)",
    "1 000 000 (бір миллион) теңге", "1 000 000 (миллион) теңге", "30 (отыз) күнтізбелік күн",
    "2 (екеу)", "3 (үшеуі)", "1/2 (екіден бір) үлес",
    "5 (бір тарап)", "5 (алтын)", "0,000005 (нөл бүтін миллионнан бес)",
  ])
  func rightKazakhPasses(_ text: String) {
    #expect(FigureAudit.audit(text).isEmpty)
  }

  @Test(arguments: [
    ("15 (десять) дней", "value"), ("150 000 (сто тысяч) тенге 00 тиын", "value"),
    ("10 % (двадцать процентов)", "value"), ("10,5 % (десять процентов)", "value"),
    ("в течение 10 (пяти) дней", "value"), ("1 500 (одна тысяча шестьсот) тенге", "value"),
    ("0,5 % (ноль целых пять сотых процента)", "value"),
    ("в 2 (два) экземплярах", "case"), ("2 (двух) экземпляра", "case"),
    ("150 000 (ста пятьдесят тысяч) тенге", "case"), ("2 000 (два тысячи) тенге", "case"),
    ("5 000 (пять тысячи) тенге", "case"), ("в течение 10 (десять) дней", "case"),
    ("2 (трое) суток", "value"), ("1/2 (одной третьей) доли", "value"),
    ("3/4 (две трети) доли", "value"), ("2-х (трёх) экземплярах", "value"),
    ("1 (одним) рабочему дню", "case"),
    ("2 (две) дня", "case"), ("1 (один) неделя", "case"), ("5 (пять) дня", "case"),
    ("3 (три) дней", "case"), ("10 % (десять процента)", "case"),
    ("15 (пятьнадцать) дней", "unreadable"), ("150 (сто пятдесят) тенге", "unreadable"),
    ("300 (сто двести) тенге", "unreadable"),
  ])
  func wrongRussianIsFound(_ row: (String, String)) {
    let findings = FigureAudit.audit(row.0)
    #expect(findings.map(\.problem.rawValue) == [row.1])
    #expect(findings.first?.language == .russian)
  }

  @Test(arguments: [
    ("15 (он) күн", "value"), ("10 % (он бес пайыз)", "value"),
    ("150 000 (жүз мың) теңге 00 тиын", "value"), ("2,5 % (екі бүтін жүзден бес пайыз)", "value"),
    ("150 (бір жүз елу мыңнан) астам", "value"), ("12 (он жиырма) күн", "unreadable"),
    ("80 (сексэн) күн", "unreadable"),
  ])
  func wrongKazakhIsFound(_ row: (String, String)) {
    let findings = FigureAudit.audit(row.0)
    #expect(findings.map(\.problem.rawValue) == [row.1])
    #expect(findings.first?.language == .kazakh)
  }

  @Test func aFindingTellsWhereItIs() throws {
    let text = "«Тараптар» 5 (бес) күн, 15 (он) күн ішінде"
    let finding = try #require(FigureAudit.audit(text).first)
    #expect(FigureAudit.audit(text).count == 1)
    #expect(String(decoding: Array(text.utf8)[finding.range], as: UTF8.self) == "15 (он)")
    #expect(finding.figure == "15")
    #expect(finding.words == "он")
    #expect(finding.message == "the figure is 15, the words are 10")
  }

  @Test func everyKazakhNumberReadsBack() throws {
    for row in KkRows.load("kk_numbers") where row.features["group"] == "cardinal" {
      for words in row.expected {
        #expect(FigureAudit.audit("\(row.input) (\(words)) теңге").isEmpty)
        #expect(FigureAudit.audit("7\(row.input) (\(words)) теңге").count == 1)
      }
    }
    for row in KkRows.load("money") {
      for text in row.expected { #expect(FigureAudit.audit(text).isEmpty) }
    }
  }

  @Test(arguments: KazakhNumeral.Style.allCases)
  func everyStyleReadsBack(_ style: KazakhNumeral.Style) {
    var number = 1
    while number < 1_000_000_000_000 {
      let words = KazakhNumeral.cardinal(number, style: style)
      #expect(FigureAudit.audit("\(number) (\(words)) теңге").isEmpty, "\(number) \(words)")
      #expect(FigureAudit.audit("\(number + 1) (\(words)) теңге").count == 1)
      number += number / 37 + 1
    }
  }

  @Test func everyRussianNumberReadsBack() throws {
    for name in ["ru_numbers", "money", "ru_plural"] {
      for row in KkRows.load(name, language: "ru") where row.features["group"] != "ordinal" {
        for words in row.expected {
          let text = name == "ru_numbers" ? "\(row.input) (\(words)) " : words
          #expect(FigureAudit.audit(text).isEmpty, "\(text)")
          if name == "ru_numbers", Int(row.input) ?? 0 > 0 {
            #expect(FigureAudit.audit("7\(row.input) (\(words))").count == 1)
          }
        }
      }
    }
  }
}
