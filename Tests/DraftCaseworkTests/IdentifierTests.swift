import Draft
import DraftCasework
import Testing

/// The rules of identifiers, with the vectors that were made for them.
@Suite struct IdentifierTests {
  @Test(arguments: ["900101300017", "851231400011", "050715600015", "900101300811"])
  func anIINIsRead(_ text: String) throws {
    let iin = try IIN(text)
    #expect(iin.text == text)
    #expect(iin.doubts.isEmpty)
    #expect(try IIN(" \(text.prefix(6)) \(text.suffix(6)) ") == iin)
  }

  @Test func anIINTellsTheBirthByHabit() throws {
    #expect(try IIN("900101300017").birthDate?.text == "1990-01-01")
    #expect(try IIN("050715600015").birthDate?.text == "2005-07-15")
    #expect(try IIN("851231400011").sex == .feminine)
    #expect(try IIN("900101300017").sex == .masculine)
  }

  /// This prefix has no check digit: both passes give ten.
  @Test func aPrefixWithoutCheckDigitIsNoIIN() {
    for digit in 0...9 {
      #expect(fault { try IIN("90010130080\(digit)") }?.code == "iin-check-digit")
    }
  }

  @Test func aWrongIINSaysWhy() {
    #expect(
      fault { try IIN("900101300018") }?.message.ru
        == "12 цифр, контрольная цифра не сходится")
    #expect(fault { try IIN("90010130001") }?.message.en == "12 digits are needed, there are 11")
    // What helps in a workbook is not what helps in YAML.
    let lost = try? #require(fault { try IIN("40412400523") }?.hint)
    #expect(lost?.ru.contains("формат «Текстовый» или 000000000000") == true)
    #expect(lost?.ru.contains("в YAML и JSON пишите номер в кавычках") == true)
    #expect(
      fault { try IIN("9001O1300017") }?.hint?.ru == "буква «O» стоит на месте цифры 0")
    #expect(
      fault { try IIN("9001О1300017") }?.hint?.kk == "«О» әрпі 0 цифрының орнында тұр")
  }

  @Test func aStrangeDateInAnIINIsADoubt() throws {
    // 13th month: valid by its check digit.
    let digit = (0...9).first { digit in fault { try IIN("90130130001\(digit)") } == nil }
    let iin = try IIN("90130130001\(try #require(digit))")
    #expect(iin.birthDate == nil)
    #expect(iin.doubts.map(\.code) == ["iin-date"])
    #expect(iin.doubts.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    ("190540000014", BIN.Holder.resident, false), ("210341000019", .resident, true),
    ("180150000012", .nonResident, false), ("200660000011", .jointProprietors, false),
  ])
  func aBINIsRead(_ text: String, _ holder: BIN.Holder, _ isBranch: Bool) throws {
    let bin = try BIN(text)
    #expect(bin.holder == holder)
    #expect(bin.isBranch == isBranch)
    #expect(bin.doubts.isEmpty)
  }

  @Test func aBINThatIsAnIINIsDoubted() throws {
    #expect(try BIN("900101300017").doubts.map(\.code) == ["bin-holder"])
    #expect(fault { try BIN("190540000015") }?.code == "bin-check-digit")
  }

  @Test func anIBANIsRead() throws {
    #expect(try IBAN("KZ86125KZT5004100100").bankCode == "125")
    #expect(try IBAN("kz90 999T EST0 0000 0001").text == "KZ90999TEST000000001")
  }

  @Test func aWrongIBANSaysWhy() {
    #expect(fault { try IBAN("KZ87125KZT5004100100") }?.code == "iban-check")
    #expect(fault { try IBAN("KZ8612KZT5004100100") }?.code == "iban-length")
    #expect(fault { try IBAN("DE89370400440532013000") }?.code == "iban-country")
    #expect(fault { try IBAN("KZ86A25KZT5004100100") }?.code == "iban-characters")
    let cyrillic = fault { try IBAN("КZ86125KZT5004100100") }
    #expect(cyrillic?.code == "iban-letters")
    #expect(cyrillic?.hint?.ru == "знак 1, «К», – кириллица: наберите «K» (U+004B)")
    #expect(cyrillic?.hint?.kk == "1-таңба, «К», – кириллица: «K» (U+004B) теріңіз")
  }

  @Test func theCodeOfABank() throws {
    #expect(try BIC("MSLBKZKA").text == "MSLBKZKA")
    #expect(try BIC(" mslbkzkaxxx ").text == "MSLBKZKAXXX")
    for wrong in ["MSLBRUKA", "MSLBKZK", "MSL1KZKA", "MSLBKZKAXX"] {
      #expect(fault { try BIC(wrong) }?.severity == .error, "\(wrong)")
    }
    #expect(fault { try BIC("МSLBKZKA") }?.hint?.en.contains("«M» (U+004D)") == true)
  }

  @Test func theCodeOfAPayeeIsACustom() throws {
    #expect(try KBe("17").text == "17")
    for wrong in ["10", "37", "1", "171", "1a"] {
      #expect(fault { try KBe(wrong) }?.severity == .warning, "\(wrong)")
    }
  }

  @Test(arguments: [
    ("87010001122", "+7 701 000 11 22"), ("+7 (727) 300-00-11", "+7 727 300 00 11"),
    ("7010001122", "+7 701 000 11 22"), ("+7 700 000 00 11", "+7 700 000 00 11"),
  ])
  func aTelephoneIsPrintedInOneWay(_ typed: String, _ printed: String) throws {
    let phone = try Phone(typed)
    #expect(phone.text == printed)
    #expect(phone.compact.count == 12)
  }

  @Test(arguments: ["+7 495 000 00 00", "12345", "+7 701 000 11 22 доб. 5", ""])
  func anotherTelephoneIsAWarning(_ text: String) {
    #expect(fault { try Phone(text) }?.severity == .warning)
  }

  @Test func anAddressOfMail() throws {
    #expect(try EMail("a.akhmetova@example.kz").text == "a.akhmetova@example.kz")
    for wrong in ["a@b", "a b@c.kz", "@c.kz", "a@c..kz", "a@@c.kz", "a.@c.kz"] {
      #expect(fault { try EMail(wrong) }?.severity == .warning, "\(wrong)")
    }
    #expect(fault { try EMail("а@example.kz") }?.hint?.ru.contains("знак 1") == true)
  }

  @Test func theNumberOfACase() throws {
    for right in ["7585-24-00-2/101", "3599-24-00-2а/2151", "3599-24-00-2a/2151"] {
      #expect(try CourtCaseNumber(right).text == right)
    }
    for wrong in ["7585-24-00-2", "758-24-00-2/101", "7585-24-00-2аб/1", "2-101/2024"] {
      #expect(fault { try CourtCaseNumber(wrong) }?.severity == .warning, "\(wrong)")
    }
  }

  @Test func aDayOfTheCalendar() throws {
    let day = try CaseDate("2026-11-22")
    #expect(day.weekday == 7)
    #expect(day.adding(days: 40).text == "2027-01-01")
    #expect(day.adding(days: -22).text == "2026-10-31")
    #expect(try CaseDate("2026-01-31").adding(months: 1).text == "2026-02-28")
    #expect(try CaseDate("2024-02-29").adding(months: 36).text == "2027-02-28")
    #expect(try CaseDate("2026-11-22").days(until: CaseDate("2027-11-22")) == 365)
    #expect(fault { try CaseDate("2026-02-30") }?.severity == .error)
    #expect(fault { try CaseDate("22.11.2026") }?.hint?.ru == "пишите 2026-11-22")
  }

  /// Every day of a long time comes after the one before it, on the next day of the week.
  @Test func theCalendarHasNoHoles() throws {
    var day = try CaseDate("1999-12-30")
    for _ in 0..<12_000 {
      let next = day.adding(days: 1)
      #expect(day.days(until: next) == 1)
      #expect(next.weekday == day.weekday % 7 + 1)
      #expect(next.adding(days: -1) == day)
      day = next
    }
    #expect(day.text == "2032-11-06")
  }
}

/// What an identifier has against a text; nil when it takes it.
func fault(_ read: () throws -> some Any) -> IdentifierFault? {
  do {
    _ = try read()
    return nil
  } catch let fault as IdentifierFault {
    return fault
  } catch {
    return nil
  }
}
