internal import Draft

/// Twelve digits whose last one checks the others: the form that IIN and BIN share.
///
/// Source: the rules of forming the IIN (order № 521 of 29.06.2023) and the BIN (order № 423 of
/// 27.06.2023). For the BIN the order does not give the algorithm; practice uses the same.
enum CheckedNumber {
  /// The digits of a number that keeps the rules.
  ///
  /// - Parameters:
  ///   - text: the number as typed; spaces inside are taken out.
  ///   - code: what codes of faults begin with.
  static func digits(_ text: String, code: String) throws(IdentifierFault) -> [Int] {
    let characters = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    var digits: [Int] = []
    for scalar in characters {
      guard (0x30...0x39).contains(scalar.value) else {
        throw IdentifierFault(
          code: "\(code)-characters",
          Message(
            en: "12 digits are needed, «\(scalar)» is none",
            ru: "нужны 12 цифр, а «\(scalar)» – не цифра",
            kk: "12 цифр керек, ал «\(scalar)» – цифр емес"),
          hint: digitHint(scalar))
      }
      digits.append(Int(scalar.value) - 0x30)
    }
    guard digits.count == 12 else {
      throw IdentifierFault(
        code: "\(code)-length",
        Message(
          en: "12 digits are needed, there are \(digits.count)",
          ru: "нужны 12 цифр, здесь их \(digits.count)",
          kk: "12 цифр керек, мұнда – \(digits.count)"),
        hint: digits.count < 12
          ? Message(
            en: "Excel loses leading zeros: format the cells as Text or 000000000000 and add the "
              + "zero; in YAML and JSON write the number in quotes",
            ru: "Excel теряет начальные нули: задайте ячейкам формат «Текстовый» или "
              + "000000000000 и допишите ноль; в YAML и JSON пишите номер в кавычках",
            kk: "Excel бастапқы нөлдерді жоғалтады: ұяшықтарға «Мәтіндік» не 000000000000 пішімін "
              + "беріп, нөлді қосыңыз; YAML мен JSON-да нөмірді тырнақшаға алып жазыңыз") : nil)
    }
    guard checkDigit(of: digits.dropLast()) == digits[11] else {
      throw IdentifierFault(
        code: "\(code)-check-digit",
        Message(
          en: "12 digits, but the check digit is wrong",
          ru: "12 цифр, контрольная цифра не сходится",
          kk: "12 цифр, бақылау цифры сәйкес келмейді"),
        hint: Message(
          en: "compare the number with the document: a digit is mistyped or two changed places",
          ru: "сверьте номер с документом: цифра набрана неверно или две переставлены",
          kk: "нөмірді құжатпен салыстырыңыз: цифр қате терілген немесе екеуі орын ауыстырған"))
    }
    return digits
  }

  /// The twelfth digit for eleven; nil for those that have none and are never given out.
  static func checkDigit(of digits: ArraySlice<Int>) -> Int? {
    var first = 0
    var second = 0
    for (index, digit) in digits.enumerated() {
      first += digit * (index + 1)
      second += digit * (index < 9 ? index + 3 : index - 8)
    }
    if first % 11 < 10 { return first % 11 }
    return second % 11 < 10 ? second % 11 : nil
  }

  private static func digitHint(_ scalar: Unicode.Scalar) -> Message? {
    let meant: Character
    switch scalar {
    case "O", "o", "О", "о": meant = "0"
    case "З", "з": meant = "3"
    case "l", "I", "І", "і": meant = "1"
    case "Ч", "ч": meant = "4"
    default: return nil
    }
    return Message(
      en: "the letter «\(scalar)» stands in the place of the digit \(meant)",
      ru: "буква «\(scalar)» стоит на месте цифры \(meant)",
      kk: "«\(scalar)» әрпі \(meant) цифрының орнында тұр")
  }
}
