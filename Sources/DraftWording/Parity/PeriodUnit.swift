/// What a number counts when it is a period.
public enum PeriodUnit: String, Sendable, Hashable {
  /// «минут».
  case minute
  /// «сағат, час».
  case hour
  /// «күн, день».
  case day
  /// «жұмыс күні», «рабочий день».
  case workingDay = "working day"
  /// «күнтізбелік күн», «календарный день».
  case calendarDay = "calendar day"
  /// «банк күні», «банковский день».
  case bankingDay = "banking day"
  /// «апта, неделя».
  case week
  /// «ай, месяц».
  case month
  /// «жыл, год».
  case year

  /// The unit that a text begins with: «жұмыс күні», «рабочих дней».
  public init?(of text: String) {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for letter in text.unicodeScalars {
      if KazakhLetter.isCyrillic(letter) {
        word.append(KazakhLetter.lower(letter))
      } else if !word.isEmpty {
        words.append(String(word))
        word = .init()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    self.init(words: words[...])
  }

  /// The unit with which words begin, past the adjectives of days.
  init?(words: ArraySlice<String>) {
    var day = PeriodUnit.day
    for word in words.prefix(3) {
      if Self.begins(word, ["жұмыс", "рабоч"]) {
        day = .workingDay
      } else if Self.begins(word, ["күнтізбелік", "календарн"]) {
        day = .calendarDay
      } else if Self.begins(word, ["банк"]) {
        day = .bankingDay
      } else if Self.begins(word, ["толық", "полн", "последовательн"]) {
        continue
      } else if let unit = Self.unit(word) {
        self = unit == .day ? day : unit
        return
      } else {
        return nil
      }
    }
    return nil
  }

  private static func begins(_ word: String, _ stems: [String]) -> Bool {
    stems.contains { word.hasPrefix($0) }
  }

  private static func unit(_ word: String) -> PeriodUnit? {
    if begins(word, ["күн", "день", "дня", "дне", "дни", "дню", "сутк", "суток"]) { return .day }
    if begins(word, ["месяц"]) || months.contains(word) { return .month }
    if begins(word, ["жыл"]) || years.contains(word) { return .year }
    if begins(word, ["сағат"]) || hours.contains(word) { return .hour }
    if begins(word, ["апта", "недел"]) { return .week }
    return begins(word, ["минут"]) ? .minute : nil
  }

  private static let months: Set<String> = [
    "ай", "айға", "айдан", "айдың", "айда", "айы", "айлық", "айдағы",
  ]
  private static let years: Set<String> = ["год", "года", "году", "годом", "годов", "лет"]
  private static let hours: Set<String> = ["час", "часа", "часов", "часу", "часам", "часами"]
}
