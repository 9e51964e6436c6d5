/// A noun given in the nominative plural: «стороны», «деньги», «реквизиты».
struct RussianPluralNoun {
  /// The nominative plural in small letters.
  let word: String
  let animate: Bool
  /// Whether the genitive follows from a known singular or a listed plural.
  let certain: Bool
  /// The noun whose plural it is; nil when it has no singular, or none that a rule knows.
  let singular: RussianNoun?
  private let genitive: String
  private let instrumental: String?
  private let changes: Bool

  /// Reads a nominative plural in small letters.
  init(_ word: String) {
    self.word = word
    let lemma = word.withoutYo
    instrumental = Self.instrumentals[lemma]
    if let listed = Self.genitives[lemma] {
      genitive = listed
      singular = Self.singulars[lemma].map { RussianNoun($0) }
      animate = Self.animates.contains(lemma)
      certain = true
      changes = true
      return
    }
    if let own = RussianNounLexicon.singular(ofPlural: lemma) {
      let noun = RussianNoun(own)
      genitive = noun.genitivePlural
      singular = noun
      animate = noun.animate
      certain = true
      changes = true
      return
    }
    let isFixed = RussianNounLexicon.entry(lemma)?.indeclinable ?? false
    guard !isFixed, let last = word.lastLetter, "ыиаяе".has(last) else {
      genitive = word
      singular = nil
      animate = false
      certain = isFixed
      changes = false
      return
    }
    changes = true
    let found = Self.singular(of: word, lemma)
    singular = found.certain ? found.noun : nil
    genitive = found.noun.genitivePlural
    animate = found.noun.animate
    certain = found.certain && found.noun.certain
  }

  /// A form of the plural.
  func form(_ russian: RussianNounCase) -> String {
    guard changes else { return word }
    switch russian.resolved(animate: animate) {
    case .nominative, .accusative: return word
    case .genitive: return genitive
    case .dative: return RussianNounPlural.oblique(word, "м")
    case .instrumental: return instrumental ?? RussianNounPlural.oblique(word, "ми")
    case .prepositional: return RussianNounPlural.oblique(word, "х")
    }
  }

  /// Whether a word is a noun without a singular: «сутки», «торги».
  static func isPluralOnly(_ word: String) -> Bool { genitives[word.withoutYo] != nil }

  /// The singular whose nominative plural is the given word, and whether lists or endings decide
  /// between those that share it.
  private static func singular(
    of word: String, _ lemma: String
  ) -> (noun: RussianNoun, certain: Bool) {
    let stem = String(word.withoutLast())
    var candidates: [String] = []
    var decided = true
    switch word.lastLetter {
    case "ы":
      if lemma.endsIn("цы") {
        if isFeminine(lemma) || feminineC.contains(where: { lemma.endsIn($0) }) {
          candidates.append(stem + "а")
        }
        let root = stem.withoutLast()
        if root.lastLetter == "й" { candidates.append(root.withoutLast() + "ец") }
        if root.lastLetter == "ь" { candidates.append(root.withoutLast() + "ец") }
        candidates += [root + "ец", stem]
      } else {
        let isFeminine = isFeminine(lemma)
        decided = isFeminine || isMasculine(lemma, stem)
        candidates = isFeminine ? [stem + "а", stem] : [stem, stem + "а"]
      }
    case "и":
      (candidates, decided) = endingInI(stem, lemma)
    case "а":
      if RussianNounPlural.takesA(String(lemma.withoutLast()))
        || masculineA.containsEnd(of: lemma)
      {
        candidates = [stem]
      } else {
        decided = RussianPluralShape.isNeuter(lemma) || !isMasculine(lemma, stem)
        candidates = [stem + "о", stem]
      }
    case "я":
      candidates = [stem + "е", stem + "ь", stem + "ё"]
    default:
      candidates = [stem + "ин"]
    }
    for candidate in candidates {
      let isFeminine = candidate.endsIn("а") || candidate.endsIn("я")
      let noun = RussianNoun(
        candidate,
        gender: isFeminine && !RussianNounPersons.isMan(candidate.withoutYo) ? .feminine : nil)
      if masculineA.containsEnd(of: lemma) { return (noun, true) }
      if noun.nominativePlural.withoutYo == lemma || noun.regularPlural?.withoutYo == lemma {
        return (noun, decided)
      }
    }
    return (RussianNoun(candidates.first ?? word), false)
  }

  private static func endingInI(
    _ stem: String, _ lemma: String
  ) -> (candidates: [String], decided: Bool) {
    let before = stem.lastLetter ?? " "
    if "гкх".has(before) {
      if isFeminine(lemma) { return ([stem + "а", stem], true) }
      let root = stem.withoutLast()
      let cluster = root.lastLetter.map { !RussianNounPlural.isVowel($0) } ?? false
      if before == "к", cluster {
        if feminineKi.containsEnd(of: lemma) { return ([stem + "а"], true) }
        if masculine.containsEnd(of: lemma) || masculineAlone.contains(lemma) {
          return ([stem, root + "ок", root + "ек"], true)
        }
        if masculineOk.containsEnd(of: lemma) { return ([root + "ок", root + "ек"], true) }
        return ([stem + "а"], !openKi.contains { lemma.endsIn($0) })
      }
      return ([stem, stem + "а"], isMasculine(lemma, stem))
    }
    if "жшчщ".has(before) {
      if isFeminine(lemma) { return ([stem + "а", stem + "ь", stem], true) }
      if softHissing.containsEnd(of: lemma) { return ([stem + "ь"], true) }
      return ([stem, stem + "а"], isMasculine(lemma, stem))
    }
    if before == "и" {
      let isMasculine =
        masculine.containsEnd(of: lemma) || lemma.endsIn("рии") && !feminineRii(lemma)
      return (isMasculine ? [stem + "й", stem + "я"] : [stem + "я", stem + "й"], true)
    }
    if RussianNounPlural.isVowel(before) {
      if isFeminine(lemma) { return ([stem + "я", stem + "й"], true) }
      return ([stem + "й", stem + "я"], isMasculine(lemma, stem + "й"))
    }
    if softYa.containsEnd(of: lemma) { return ([stem + "я", stem + "ь"], true) }
    if before == "н", masculineEn.containsEnd(of: lemma) {
      return ([stem.withoutLast() + "ень", stem + "ь"], true)
    }
    if before == "ь" { return ([stem + "я", stem.withoutLast() + "ей"], true) }
    return ([stem + "ь", stem + "я"], true)
  }

  /// Whether a plural that both genders share belongs to a noun in a consonant for certain: it is
  /// listed, or no feminine noun is known to end so; `stem` is that noun.
  private static func isMasculine(_ lemma: String, _ stem: String) -> Bool {
    let single = stem.withoutYo
    return masculine.containsEnd(of: lemma) || masculineAlone.contains(lemma)
      || RussianCommonNouns.isListed(single)
      || RussianNounLexicon.entry(single) != nil || RussianNounAnimacy.isListedThing(single)
      || RussianNounPersonList.words.containsEnd(of: single)
      || masculineEndings.contains { lemma.endsIn($0) }
  }

  /// Whether a plural that both genders share belongs to a noun in -а or -я.
  static func isFeminine(_ lemma: String) -> Bool {
    switch lemma {
    case "графы", "ренты", "туши", "улики", "охоты", "пометы", "лирики", "черты", "думы", "поры",
      "спины", "родины", "середины", "музыки", "дыры", "овцы", "мышцы", "убийцы", "пищи", "каши":
      return true
    case "граммы", "процессоры": return false
    default: break
    }
    if feminineAlone.contains(lemma) { return true }
    if masculine.containsEnd(of: lemma) || masculineAlone.contains(lemma) { return false }
    return feminine.containsEnd(of: lemma) || feminineEndings.contains { lemma.endsIn($0) }
  }

  private static func feminineRii(_ lemma: String) -> Bool {
    !["тарии", "терии", "нарии", "рарии"].contains { lemma.endsIn($0) }
      || [
        "мистерии", "бактерии", "материи", "бухгалтерии", "территории", "аварии", "истерии",
        "артерии",
      ]
      .contains { lemma.endsIn($0) }
  }

  private static let feminineEndings = [
    "туры", "дуры", "щины", "чины", "овины", "ммы", "имки", "истики", "сферы", "базы", "ппы", "ьбы",
    "жбы", "твы", "жды", "темы", "формы", "нормы", "правы", "хты", "онны", "анны", "платы", "зны",
  ]
  private static let feminineC = [
    "ницы", "лицы", "тицы", "рицы", "шицы", "вицы", "чицы", "щицы", "сицы", "фицы", "ццы",
  ]
  /// Ends of plurals of masculine nouns that very few feminine ones have, all of them listed.
  private static let masculineEndings = [
    "абы", "авы", "азы", "алы", "амы", "аны", "аты", "дры", "еды", "езы", "елы", "емы", "ены",
    "еры", "есы", "еты", "змы", "ибы", "имы", "ипы", "иры", "исы", "иты", "ифы", "йлы", "ймы",
    "йны", "йты", "ксы", "кты", "ллы", "нды", "нты", "обы", "оды", "озы", "олы", "оны", "опы",
    "оры", "осы", "пты", "рны", "рсы", "рты", "слы", "ссы", "сты", "тры", "убы", "умы", "уны",
    "уры", "усы", "уты", "фты", "ывы", "юты", "яды", "яны", "яры", "гары", "езды", "комы", "лизы",
    "лины",
    "ловы", "ломы", "лоты", "мины", "оиды", "пады", "пасы", "ризы", "тивы", "уары",
    "ники", "чики", "щики", "вики", "логи", "урги", "инги",
  ]
  /// Ends of plurals in -ки that nouns in -ок share with those in -ка.
  private static let openKi = [
    "очки", "енки", "ерки", "итки", "олки", "одки", "учки", "ачки", "ески", "иски", "уски", "ишки",
    "ешки", "ожки", "убки",
  ]
}
