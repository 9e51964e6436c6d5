/// The names of months in all their forms.
enum MonthNames {
  /// The number of a month; nil for another word. The word is small.
  static func month(_ word: String) -> Int? {
    if ["май", "мая", "мае", "маю", "маем"].contains(word) { return 5 }
    for (stem, month) in russian where word.hasPrefix(stem) {
      if word.count <= stem.count + 3 { return month }
    }
    for (index, name) in kazakh.enumerated() where word.hasPrefix(name) {
      if word.count <= name.count + 6 { return index + 1 }
    }
    return nil
  }

  private static let russian: [String: Int] = [
    "январ": 1, "феврал": 2, "март": 3, "апрел": 4, "июн": 6, "июл": 7, "август": 8,
    "сентябр": 9, "октябр": 10, "ноябр": 11, "декабр": 12,
  ]

  private static let kazakh = [
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
    "қараша", "желтоқсан",
  ]
}

/// Ordinals in words up to twenty, the parts and chapters of laws.
enum OrdinalWords {
  /// The value; nil for another word. The word is small, with е for ё.
  static func value(_ word: String) -> Int? {
    if let value = kazakh[word] { return value }
    guard word.count > 4 else { return nil }
    for (stem, value) in russian where word.hasPrefix(stem) {
      let ending = word.dropFirst(stem.count)
      if endings.contains(String(ending)) { return value }
    }
    return nil
  }

  private static let kazakh: [String: Int] = [
    "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4, "бесінші": 5, "алтыншы": 6,
    "жетінші": 7, "сегізінші": 8, "тоғызыншы": 9, "оныншы": 10, "жиырмасыншы": 20,
    "отызыншы": 30,
  ]

  private static let russian: [String: Int] = [
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8,
    "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13,
    "четырнадцат": 14, "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18,
    "девятнадцат": 19, "двадцат": 20, "тридцат": 30,
  ]

  private static let endings: Set<String> = [
    "ый", "ой", "ий", "ая", "ья", "ое", "ье", "ого", "ьего", "ому", "ьему", "ым", "ьим", "ом",
    "ьем", "ую", "ью", "ые", "ьи", "ых", "ьих", "ыми", "ьими", "ей", "ьей",
  ]
}
