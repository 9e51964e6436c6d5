internal import DraftLanguage
internal import DraftWording

extension Message {
  /// A form that a person should confirm.
  static func uncertainForm(_ doubt: Doubt) -> Message {
    let (en, ru, kk) = reason(doubt.reason)
    return Message(
      en: "«\(doubt.form)» (of «\(doubt.word)») is uncertain: \(en)",
      ru: "форма «\(doubt.form)» (от «\(doubt.word)») под вопросом: \(ru)",
      kk: "«\(doubt.form)» тұлғасы («\(doubt.word)») күмәнді: \(kk)")
  }

  private static func reason(_ reason: Doubt.Reason) -> (String, String, String) {
    switch reason {
    case .indeclinableSurname:
      (
        "families differ in whether they decline this surname",
        "такую фамилию одни склоняют, другие нет",
        "мұндай тегі біреулер септейді, біреулер септемейді"
      )
    case .undecidedGender:
      (
        "the gender cannot be told", "не ясно, мужчина это или женщина",
        "ер адам ба, әйел ме — белгісіз"
      )
    case .foreignName:
      ("the name is of a foreign pattern", "имя иностранного образца", "есім шетелдік үлгіде")
    case .notCyrillic:
      (
        "the word is not in Cyrillic and stays as it is", "слово не кириллицей, оставлено как есть",
        "сөз кирилл әрпімен жазылмаған, өзгеріссіз қалды"
      )
    case .unknownEnding:
      (
        "no rule knows this ending, the word stays as it is",
        "правила не знают такого окончания, слово оставлено как есть",
        "ережелерде мұндай жалғау жоқ, сөз өзгеріссіз қалды"
      )
    case .fleetingVowel:
      (
        "the vowel may be kept or dropped", "гласная может выпадать или остаться",
        "дауысты дыбыс түсіп қалуы да, сақталуы да мүмкін"
      )
    case .vowelHarmony:
      (
        "the ending may be hard or soft", "окончание может быть твёрдым или мягким",
        "жалғау жуан да, жіңішке де болуы мүмкін"
      )
    case .nounOrAdjective:
      (
        "a woman's surname of this ending declines in two ways",
        "женскую фамилию на такое окончание склоняют двояко",
        "мұндай жалғаулы әйел тегі екі түрлі септеледі"
      )
    case .possessiveEnding:
      (
        "its ending alone decided whether the last word is a possessive",
        "притяжательное ли последнее слово, решено только по окончанию",
        "соңғы сөздің тәуелдік екені тек жалғауына қарай шешілді"
      )
    case .wordForm:
      (
        "the noun may be a singular or a plural, of another gender, or not in the nominative",
        "не ясно, единственное это число или множественное, какого рода слово и в именительном ли оно падеже",
        "сөз жекеше ме, көпше ме, қай родта және атау септікте ме — белгісіз"
      )
    case .nameOrPhrase:
      (
        "it may be the name of a person or of something else",
        "это может быть и имя человека, и нет",
        "бұл адамның есімі де, басқа атау да болуы мүмкін"
      )
    case .noNumeralForm:
      (
        "the norm has no numeral for this noun here; set the sentence otherwise",
        "у такого числа с этим словом нет нормативной формы, перестройте фразу",
        "бұл сөзбен мұндай санның нормативтік тұлғасы жоқ, сөйлемді өзгертіңіз"
      )
    case .nameOrder:
      (
        "the order of the parts of the name was guessed", "порядок частей имени угадан",
        "есім бөліктерінің реті болжаммен алынды"
      )
    }
  }

  /// How to settle an uncertain form: in the data, in the dictionary of the firm, or by an option.
  static func overrideForm(_ doubt: Doubt, _ grammatical: GrammaticalCase, _ language: String)
    -> Message
  {
    let example = "{\(language): \"…\", cases: {\(grammatical.rawValue): \"…\"}}"
    let entry = "{\(language): {\(doubt.word): {\(grammatical.rawValue): \"…\"}}}"
    let option =
      switch doubt.reason {
      case .undecidedGender: "gender"
      case .nameOrder: "order"
      case .nameOrPhrase: "kind"
      case .possessiveEnding: "poss"
      case .wordForm: "number"
      default: ""
      }
    let also = option.isEmpty ? "" : ", `\(option)=`"
    return Message(
      en:
        "if it is wrong, give the form in the data: \(example), in the dictionary: \(entry)\(also)",
      ru: "если неверно, задайте форму в данных: \(example), в словаре: \(entry)\(also)",
      kk: "қате болса, тұлғаны деректерде беріңіз: \(example), сөздікте: \(entry)\(also)")
  }

  static func unknownCase(_ text: String) -> Message {
    Message(
      en: "there is no case «\(text)»", ru: "падежа «\(text)» нет", kk: "«\(text)» септігі жоқ")
  }

  static let cases = Message(
    en:
      "cases are nominative genitive dative accusative instrumental, prepositional (ru), locative ablative attributive (kk)",
    ru:
      "падежи: nominative genitive dative accusative instrumental, prepositional (ru), locative ablative attributive (kk)",
    kk:
      "септіктер: nominative genitive dative accusative instrumental, prepositional (ru), locative ablative attributive (kk)"
  )

  static func unknownOption(_ name: String, _ text: String) -> Message {
    Message(
      en: "«\(text)» is no value of `\(name)`", ru: "«\(text)» — недопустимое значение `\(name)`",
      kk: "«\(text)» — `\(name)` үшін жарамсыз мән")
  }

  /// The values that an option takes.
  static func optionValues(_ values: [String]) -> Message {
    let list = values.joined(separator: " ")
    return Message(en: "it takes \(list)", ru: "допустимы \(list)", kk: "рұқсат етілгені: \(list)")
  }

  /// What wording was asked for and cannot give.
  static func wording(_ error: WordingError) -> Message {
    // What a value holds is the client's: the place shows it to whoever has the data.
    let (en, ru, kk) =
      switch error.code {
      case "unknown-case":
        (error.message, "в этом языке нет такого падежа", "бұл тілде мұндай септік жоқ")
      case "bad-date":
        (
          "this is no date of the form YYYY-MM-DD (in a table also DD.MM.YYYY), or there is no such day",
          "это не дата вида ГГГГ-ММ-ДД (в таблице и ДД.ММ.ГГГГ) или такого дня нет",
          "бұл ЖЖЖЖ-АА-КК (кестеде КК.АА.ЖЖЖЖ да) түріндегі күн емес не мұндай күн жоқ"
        )
      case "bad-amount":
        (
          "the sum must be from 0 to 999 999 999 999 999.99, with no more than two decimals",
          "сумма должна быть от 0 до 999 999 999 999 999,99, не больше двух знаков после запятой",
          "сома 0-ден 999 999 999 999 999,99-ға дейін, үтірден кейін екі таңбадан аспауы керек"
        )
      case "bad-number":
        (
          "this number cannot be set in words", "это число нельзя написать словами",
          "бұл санды сөзбен жазу мүмкін емес"
        )
      case "unknown-currency": (error.message, "такой валюты нет", "мұндай валюта жоқ")
      default: (error.message, "недопустимое значение", "жарамсыз мән")
      }
    return Message(en: en, ru: ru, kk: kk)
  }
}
