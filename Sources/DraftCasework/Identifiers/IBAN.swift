internal import Draft

/// The number of a bank account in Kazakhstan (ЖСК, ИИК): `KZ` and eighteen characters (ISO 13616).
public struct IBAN: CaseIdentifier {
  /// The twenty characters without spaces.
  public let text: String

  /// Reads an account number; spaces are taken out, letters made capital.
  public init(_ text: String) throws(IdentifierFault) {
    let account = String(text.filter { !$0.isWhitespace }).uppercased()
    if let hint = LatinLetters.hint(account) {
      throw IdentifierFault(
        code: "iban-letters",
        Message(
          en: "an account number has Latin letters only",
          ru: "в номере счёта только латинские буквы",
          kk: "шот нөмірінде тек латын әріптері болады"), hint: hint)
    }
    let scalars = Array(account.unicodeScalars)
    guard account.hasPrefix("KZ") else {
      throw IdentifierFault(
        code: "iban-country",
        Message(
          en: "an account in Kazakhstan begins with KZ",
          ru: "счёт в Казахстане начинается с KZ", kk: "Қазақстандағы шот KZ-тен басталады"))
    }
    guard scalars.count == 20 else {
      throw IdentifierFault(
        code: "iban-length",
        Message(
          en: "20 characters are needed, there are \(scalars.count)",
          ru: "нужны 20 знаков, здесь их \(scalars.count)",
          kk: "20 таңба керек, мұнда – \(scalars.count)"))
    }
    guard scalars[2..<7].allSatisfy(LatinLetters.isDigit),
      scalars[7...].allSatisfy({ LatinLetters.isDigit($0) || LatinLetters.isCapital($0) })
    else {
      throw IdentifierFault(
        code: "iban-characters",
        Message(
          en: "after KZ come five digits, then thirteen digits and capital letters",
          ru: "после KZ идут пять цифр, затем тринадцать цифр и заглавных букв",
          kk: "KZ-тен кейін бес цифр, содан соң он үш цифр мен бас әріп келеді"))
    }
    var remainder = 0
    for scalar in scalars[4...] + scalars[..<4] {
      let value = Int(scalar.value)
      remainder =
        LatinLetters.isDigit(scalar)
        ? (remainder * 10 + value - 0x30) % 97 : (remainder * 100 + value - 0x41 + 10) % 97
    }
    let check = (Int(scalars[2].value) - 0x30) * 10 + Int(scalars[3].value) - 0x30
    guard remainder == 1, (2...98).contains(check) else {
      throw IdentifierFault(
        code: "iban-check",
        Message(
          en: "20 characters, but the check number is wrong",
          ru: "20 знаков, контрольное число не сходится",
          kk: "20 таңба, бақылау саны сәйкес келмейді"),
        hint: Message(
          en: "compare the account with the bank's letter: a character is mistyped",
          ru: "сверьте счёт со справкой банка: один из знаков набран неверно",
          kk: "шотты банк анықтамасымен салыстырыңыз: таңбалардың бірі қате терілген"))
    }
    self.text = account
  }

  /// The code of the bank: characters 5 to 7.
  public var bankCode: String { String(text.dropFirst(4).prefix(3)) }
}
