/// What the parts of a name say about the gender of its bearer.
enum RussianNameGender {
  /// A gender and whether more than the bare ending of an unlisted first name speaks for it.
  struct Finding: Sendable, Hashable {
    var gender: Gender?
    var isSure: Bool

    static let nothing = Finding(gender: nil, isSure: false)
  }

  /// The gender of a surname: the first part that tells («Ахметова-Ким» is a woman's).
  static func ofSurname(_ words: ArraySlice<RussianNameWord>) -> Gender? {
    for word in words {
      if let gender = ofSurname(word) { return gender }
    }
    return nil
  }

  private static func ofSurname(_ word: RussianNameWord) -> Gender? {
    if word.isForeign { return nil }
    switch word.last() {
    case RussianNameLetter.v, RussianNameLetter.n:
      return RussianNameSurname.isPossessive(word) ? .masculine : nil
    case RussianNameLetter.a:
      return RussianNameSurname.isPossessiveFeminine(word) ? .feminine : nil
    case RussianNameLetter.ya:
      guard word.count > 3, !RussianNameSurnameList.nounsInAya.contains(word) else { return nil }
      let before = word.last(2)
      return before == RussianNameLetter.a || before == RussianNameLetter.ya ? .feminine : nil
    case RussianNameLetter.shortI:
      guard word.syllables >= 2 else { return nil }
      if word.last(2) == RussianNameLetter.y { return .masculine }
      if word.ends("ской") || word.ends("цкой") { return .masculine }
      if word.last(2) == RussianNameLetter.i {
        return RussianNameSurname.isAdjectiveInIy(word) ? .masculine : nil
      }
      return nil
    case RussianNameLetter.y:
      return RussianNameFirst.patronymicGender(word)
    default:
      return nil
    }
  }

  /// The gender of a first name; of a compound one the last part that tells.
  static func ofFirst(_ words: ArraySlice<RussianNameWord>) -> Finding {
    guard let last = words.last else { return .nothing }
    if words.count == 1 { return ofFirst(last) }
    for word in words.reversed() {
      let finding = ofFirst(word)
      if finding.gender != nil { return finding }
    }
    return .nothing
  }

  private static func ofFirst(_ word: RussianNameWord) -> Finding {
    if word.isForeign { return .nothing }
    switch RussianNameFirstNames.bearer(of: word) {
    case .man: return Finding(gender: .masculine, isSure: true)
    case .woman: return Finding(gender: .feminine, isSure: true)
    case .either: return Finding(gender: nil, isSure: true)
    case nil: return ofUnlisted(word)
    }
  }

  /// An unlisted first name, by its elements and then by its last letter.
  private static func ofUnlisted(_ word: RussianNameWord) -> Finding {
    let last = word.last()
    if last == RussianNameLetter.a || last == RussianNameLetter.ya {
      for suffix in manSuffixesInA where word.ends(suffix) {
        return Finding(gender: .masculine, isSure: true)
      }
      return Finding(gender: .feminine, isSure: true)
    }
    if word.count >= 5 {
      if word.starts("абд") || word.starts("әбд") {
        return Finding(gender: .masculine, isSure: true)
      }
      for suffix in womanSuffixes where word.ends(suffix) {
        return Finding(gender: .feminine, isSure: true)
      }
      for suffix in manSuffixes where word.ends(suffix) {
        return Finding(gender: .masculine, isSure: true)
      }
      for prefix in womanPrefixes where word.starts(prefix) {
        return Finding(gender: .feminine, isSure: true)
      }
    }
    if last == RussianNameLetter.soft {
      for suffix in manSuffixesInSoft where word.ends(suffix) {
        return Finding(gender: .masculine, isSure: true)
      }
      if word.ends("зель") || word.ends("анель") { return Finding(gender: .feminine, isSure: true) }
      return .nothing
    }
    if last == RussianNameLetter.o { return Finding(gender: .masculine, isSure: false) }
    if RussianNameLetter.isConsonant(last) || last == RussianNameLetter.shortI {
      return Finding(gender: .masculine, isSure: false)
    }
    return .nothing
  }

  private static let manSuffixesInA = [
    "улла", "олла", "кожа", "қожа", "ходжа", "хожа", "хужа", "мырза", "мурза", "мирза", "мулла",
    "лда", "зода", "паша",
    "иреза", "адреза", "баба", "гамза",
  ]

  private static let womanSuffixes = [
    "гуль", "гүл", "гюль", "гул", "куль", "күл", "сулу", "сұлу", "ханым", "ханум", "бике", "бану",
    "жамал", "марал", "маржан", "шолпан", "жибек", "жібек", "көз", "гоз", "шаш", "баршын",
    "толкын", "толқын", "сезим", "сезім", "наз", "ноз", "нисо", "кыз", "қыз", "биби", "бибі",
    "сауле", "сәуле", "айым", "меруерт", "перизат", "нұрай", "тоты", "токты", "тоқты",
  ]

  private static let manSuffixes = [
    "али", "әли", "әлі", "берди", "берді", "верди", "гельды", "гелді", "кельды", "келді", "газы",
    "ғазы", "казы", "қазы", "берды", "гелди", "галды", "гаджи", "улло", "бобо", "бек", "бай",
    "болат", "булат", "мурат", "мұрат",
    "дәулет", "даулет", "султан", "сұлтан", "берген", "темир", "темір", "мухамед", "мұхамед",
    "мухаммед", "мұхаммед", "ислам", "тай", "кул", "құл", "дин", "слав", "мир", "хаджи", "шы",
    "кажы",
    "қажы", "угли",
  ]

  private static let womanPrefixes = ["гуль", "гүл", "биби", "бүбі", "буби", "кыз", "қыз"]
  private static let manSuffixesInSoft = ["иль", "аэль", "иэль", "уэль", "иель", "арь", "уаль"]
}
