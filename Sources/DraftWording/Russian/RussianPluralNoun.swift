/// A noun given in the nominative plural: «стороны», «деньги», «реквизиты».
struct RussianPluralNoun {
  /// The nominative plural in small letters.
  let word: String
  let animate: Bool
  /// Whether the genitive follows from a known singular or a listed plural.
  let certain: Bool
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
      animate = Self.animates.contains(lemma)
      certain = true
      changes = true
      return
    }
    guard let last = word.last, "ыиаяе".contains(last) else {
      genitive = word
      animate = false
      certain = false
      changes = false
      return
    }
    changes = true
    let singular = Self.singular(of: word, lemma)
    genitive = singular.noun.genitivePlural
    animate = singular.noun.animate
    certain = singular.certain && singular.noun.certain
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

  /// The singular whose nominative plural is the given word.
  private static func singular(
    of word: String, _ lemma: String
  ) -> (noun: RussianNoun, certain: Bool) {
    let stem = String(word.dropLast())
    var candidates: [String] = []
    switch word.last {
    case "ы":
      if lemma.endsIn("цы") {
        if feminineC.contains(where: { lemma.endsIn($0) }) { candidates.append(stem + "а") }
        let root = stem.dropLast()
        if root.last == "й" { candidates.append(root.dropLast() + "ец") }
        if root.last == "ь" { candidates.append(root.dropLast() + "ец") }
        candidates += [root + "ец", stem]
      } else {
        candidates = isFeminine(lemma) ? [stem + "а", stem] : [stem, stem + "а"]
      }
    case "и":
      candidates = endingInI(stem, lemma)
    case "а":
      candidates =
        RussianNounPlural.takesA(String(lemma.dropLast())) || masculineA.contains(lemma)
        ? [stem] : [stem + "о", stem]
    case "я":
      candidates = [stem + "е", stem + "ь", stem + "ё"]
      if ["учителя", "векселя", "штемпеля", "лагеря", "якоря", "егеря", "тополя", "вензеля"]
        .contains(lemma)
      {
        candidates = [stem + "ь"]
      }
    default:
      candidates = [stem + "ин"]
    }
    for candidate in candidates {
      let noun = RussianNoun(candidate)
      if masculineA.contains(lemma) { return (noun, true) }
      if noun.nominativePlural.withoutYo == lemma { return (noun, true) }
    }
    return (RussianNoun(candidates.first ?? word), false)
  }

  private static func endingInI(_ stem: String, _ lemma: String) -> [String] {
    let before = stem.last ?? " "
    if "гкх".contains(before) {
      if isFeminine(lemma) { return [stem + "а", stem] }
      let root = stem.dropLast()
      let cluster = root.last.map { !RussianNounPlural.isVowel($0) } ?? false
      if before == "к", cluster {
        if masculine.containsEnd(of: lemma) { return [stem, root + "ок", root + "ек"] }
        return masculineOk.containsEnd(of: lemma) ? [root + "ок", root + "ек"] : [stem + "а"]
      }
      return [stem, stem + "а"]
    }
    if "жшчщ".contains(before) {
      if isFeminine(lemma) { return [stem + "а", stem + "ь", stem] }
      return softHissing.containsEnd(of: lemma) ? [stem + "ь"] : [stem, stem + "а"]
    }
    if before == "и" {
      return masculine.containsEnd(of: lemma) || lemma.endsIn("рии") && !feminineRii(lemma)
        ? [stem + "й", stem + "я"] : [stem + "я", stem + "й"]
    }
    if RussianNounPlural.isVowel(before) {
      return isFeminine(lemma) ? [stem + "я", stem + "й"] : [stem + "й", stem + "я"]
    }
    if softYa.containsEnd(of: lemma) { return [stem + "я", stem + "ь"] }
    if before == "н", masculineEn.containsEnd(of: lemma) {
      return [stem.dropLast() + "ень", stem + "ь"]
    }
    if before == "ь" { return [stem + "я", stem.dropLast() + "ей"] }
    return [stem + "ь", stem + "я"]
  }

  /// Whether a plural that both genders share belongs to a noun in -а or -я.
  private static func isFeminine(_ lemma: String) -> Bool {
    if masculine.contains(lemma) { return false }
    return feminine.containsEnd(of: lemma) || feminineEndings.contains { lemma.endsIn($0) }
  }

  private static func feminineRii(_ lemma: String) -> Bool {
    !["тарии", "терии", "нарии", "рарии"].contains { lemma.endsIn($0) }
      || ["мистерии", "бактерии", "материи", "бухгалтерии", "территории", "аварии", "истерии"]
        .contains { lemma.endsIn($0) }
  }

  private static let feminineEndings = ["туры", "дуры", "щины", "ммы", "имки", "истики"]
  private static let feminineC = [
    "ницы", "лицы", "тицы", "рицы", "шицы", "вицы", "чицы", "щицы", "сицы", "фицы", "ццы",
  ]
}

/// The lists that tell which singular a plural belongs to.
extension RussianPluralNoun {
  /// Plurals of feminine nouns in -а after a consonant that masculine ones also have.
  fileprivate static let feminine = RussianWordList(
    """
    суммы работы услуги стороны нормы формы меры льготы выплаты оплаты затраты квоты цены
    фирмы программы системы проблемы темы схемы жалобы группы команды комнаты квартиры машины
    страницы границы таблицы платформы реформы анкеты газеты планеты монеты конфеты котлеты
    беседы победы награды жертвы карты почты пошлины величины причины единицы картины половины
    долины вершины штуки руки науки реки щеки книги дороги подруги коллеги бумаги отваги
    заслуги эпохи крыши тысячи задачи передачи сдачи встречи дачи удачи выдачи продажи кражи
    пропажи баржи межи школы силы жилы главы травы основы вдовы головы вдовы нивы перспективы
    инициативы директивы альтернативы купюры процедуры структуры фигуры культуры номенклатуры
    прокуратуры литературы температуры камеры сферы игры сестры цифры литеры квартиры фактуры
    сметы страны вины войны волны стены смены замены отмены дисциплины машины медицины лавины
    шины мины кабины цистерны трибуны коммуны зоны кроны короны иконы колонны персоны вакцины
    аптеки библиотеки дискотеки ипотеки картотеки кафедры веры эры двери карьеры аферы манеры
    химеры пещеры ставки партии нефтебазы базы фразы визы розы угрозы позы дозы проповеди
    кассы массы расы трассы прессы полосы росы косы плоскости взятки пользы слезы грозы березы
    железы амнистии судьбы службы просьбы свадьбы усадьбы борьбы рыбы трубы группы рампы лампы
    шляпы толпы тропы стопы лупы скрепы аптеки зарплаты платы уплаты доплаты переплаты
    недоплаты предоплаты утраты растраты палаты даты цитаты комнаты диеты ракеты секты минуты
    секунды аренды субаренды команды легенды бригады ограды преграды осады засады среды нужды
    надежды вражды одежды воды породы природы погоды свободы выгоды моды звезды борозды
    усадьбы драмы рекламы телеграммы диаграммы дамы рамы ямы зимы юнги тюрьмы фермы фирмы
    платформы униформы бумаги присяги тяги влаги шайки чайки гайки лайки свалки палки женщины
    мужчины матери дочери тещи рощи толщи чащи площади пени тонны экспертизы координаты
    галереи идеи биржи фабрики клиники методики политики практики характеристики статистики
    техники механики математики критики логики тактики хроники диагностики экономики
    республики шахты валюты кандидатуры грамоты батареи плиты кислоты почвы подачи добычи
    общины фазы пробы высоты глубины длины толщины ширины защиты охраны пары ленты формулы
    сцены травмы олимпиады катастрофы заботы тревоги опоры атаки горы обиды ссоры мамы папы
    жены лиги обороны души ноги собаки строки субботы перемены битвы губы буквы гривны элиты
    окраины скалы стрелы частоты орбиты эстафеты ванны ноты руды впадины пирамиды истины раны
    могилы молитвы невесты слуги кучи кожи воли аллеи ассамблеи траншеи эпопеи плеяды
    годовщины дружины скульптуры архитектуры документации клаузы паузы аномалии франшизы
    ревизии выемки таможни надписи отсрочки неустойки доли бутылки упаковки облигации обложки
    детали лицензии эмблемы марки подписки опеки теоремы аксиомы доктрины дилеммы инстанции
    кассации апелляции мантии убийцы самоубийцы сигареты рюмки плотины стремнины рутины
    ветчины древесины брошюры подножки подоплеки протечки регалии каденции стипендии премии
    госпошлины сверхприбыли пеленки повестки явки очистки поставки отправки пристройки
    надстройки постройки новостройки закупки покупки скупки уступки шкалы вехи
    """)
  /// Masculine nouns in a consonant and -к, whose -к- needs no vowel, and plurals in -ии.
  fileprivate static let masculine = RussianWordList(
    """
    иски риски банки бланки выпуски пропуски отпуски допуски поиски розыски парки киоски диски
    полки танки фланки перезапуски запуски спуски впуски турки волки толки комментарии
    критерии сценарии гении санатории депозитарии нотарии бенефициарии гербарии цессионарии
    алюминии инвентарии соларии глоссарии крематории моратории обыски очерки цирки франки
    оттиски отблески блески зайцы лоцманы графики участники заказчики морги пикники экзамены
    спортсмены бизнесмены омбудсмены домены размены обмены премьеры экспрессы прогрессы
    процессы конгрессы компрессы магазины термины бензины грузины контуры туры анализы шнуры призы девизы
    карнизы сюрпризы капризы эскизы случаи музеи юбилеи трофеи обычаи урожаи казначеи сараи
    трамваи вклады склады мандаты кандидаты солдаты автоматы комбинаты результаты аппараты
    сертификаты форматы адвокаты
    """)
  /// Masculine nouns in -ок and -ек, whose vowel falls out.
  fileprivate static let masculineOk = RussianWordList(
    """
    участки остатки убытки задатки списки рынки подарки заголовки поселки отрезки недостатки
    избытки пожитки напитки порядки беспорядки распорядки осадки придатки зачатки отпечатки
    початки десятки достатки сгустки кусочки замочки песочки росточки листочки листки переулки
    закоулки рисунки поступки проступки окурки огрызки обрывки отрывки рывки городки приямки
    замки станки молотки кивки звонки ролики снимки отзвуки пучки значки ящички промежутки
    обломки осколки подростки потомки предки отростки ростки лепестки свертки отвертки крючки
    прыжки кружки флажки творожки порошки горшки мешки орешки игроки знатки потолки уголки
    чулки цветки перекрестки мостки огоньки пеньки кульки коньки зверьки денечки отголоски
    образки сроки приростки перечни довески поединки синяки ветерки ботинки суглинки починки
    инки старички значки бычки волчки лотки желтки белки мотки глотки платки клубки зубки
    дубки лобки столбки сынки внучки щенки венки блинки цыпленки заработки куски желудки кубки
    пески новички желобки скачки сачки толчки зрачки щелчки пайки приработки полустанки
    свистки носки ободки бруски мазки броски возки обмылки обноски придурки платочки корешки
    стручки тычки черенки
    """)
  fileprivate static let softHissing = RussianWordList(
    "вещи ночи речи печи дочи помощи мелочи немощи мыши полночи желчи")
  /// Plurals of nouns in -я after a consonant.
  fileprivate static let softYa = RussianWordList(
    """
    доли недели потери пули мили земли капли петли туфли сабли кровли цапли оглобли бури тети дыни бани
    деревни песни сотни кухни башни спальни пекарни вишни черешни таможни богини героини княгини
    простыни пустыни святыни няни купли продажи пашни лыжни мастерские дяди ступни клешни
    боярышни барышни читальни плавильни готовальни пени судьи статьи семьи скамьи
    свиньи ладьи гостьи бадьи
    """)
  /// Plurals in -а that stand beside ones in -ы.
  fileprivate static let masculineA = RussianWordList(
    """
    договора редактора сектора трактора ректора ордена цеха тона рога хлеба борта веса тока верха
    корректора прожектора  бухгалтера кочегара тренера шофера инструктора компрессора
    """)
  fileprivate static let masculineEn = RussianWordList(
    "перечни уровни корни камни ливни парни гребни студни плетни поршни стержни ремни дни")
  /// Nouns without a singular, or whose plural has a sense of its own, and their genitives.
  fileprivate static let genitives: [String: String] = [
    "деньги": "денег", "торги": "торгов", "выборы": "выборов", "сутки": "суток",
    "каникулы": "каникул", "ворота": "ворот", "весы": "весов", "очки": "очков",
    "часы": "часов", "ножницы": "ножниц", "брюки": "брюк", "финансы": "финансов",
    "роды": "родов", "кадры": "кадров", "люди": "людей", "дети": "детей", "алименты": "алиментов",
    "дебаты": "дебатов", "переговоры": "переговоров", "прения": "прений", "сборы": "сборов",
    "узы": "уз", "недра": "недр", "дрова": "дров", "перила": "перил", "джунгли": "джунглей",
    "консервы": "консервов", "мемуары": "мемуаров", "отходы": "отходов", "хлопоты": "хлопот",
    "сливки": "сливок", "обои": "обоев", "побои": "побоев", "помои": "помоев",
    "сумерки": "сумерек", "похороны": "похорон", "поминки": "поминок", "проводы": "проводов",
    "бега": "бегов", "подати": "податей", "мощности": "мощностей", "нечистоты": "нечистот",
    "средства": "средств", "путы": "пут", "субтитры": "субтитров", "титры": "титров",
    "родители": "родителей", "супруги": "супругов", "близнецы": "близнецов", "власти": "властей",
    "господа": "господ", "хозяева": "хозяев", "юниоры": "юниоров", "права": "прав",
    "шахматы": "шахмат", "шашки": "шашек", "леса": "лесов", "счета": "счетов",
    "года": "годов", "цвета": "цветов", "тылы": "тылов", "чернила": "чернил",
    "сани": "саней", "ясли": "яслей", "пятки": "пяток", "носилки": "носилок", "опилки": "опилок",
    "братья": "братьев", "друзья": "друзей", "сыновья": "сыновей", "мужья": "мужей",
    "зятья": "зятьёв", "стулья": "стульев", "листья": "листьев", "деревья": "деревьев",
    "крылья": "крыльев", "звенья": "звеньев", "перья": "перьев", "имена": "имён",
    "времена": "времён", "знамена": "знамён", "семена": "семян", "суда": "судов",
    "соседи": "соседей", "небеса": "небес", "чудеса": "чудес", "тысячи": "тысяч",
    "очи": "очей", "уши": "ушей", "плечи": "плеч", "колени": "коленей", "яблоки": "яблок",
    "дрожжи": "дрожжей", "щи": "щей", "грабли": "граблей", "клещи": "клещей", "тиски": "тисков",
    "плоскогубцы": "плоскогубцев", "щипцы": "щипцов", "штаны": "штанов", "трусы": "трусов",
    "кавычки": "кавычек", "скобки": "скобок", "матери": "матерей", "дочери": "дочерей",
  ]
  fileprivate static let instrumentals = [
    "люди": "людьми", "дети": "детьми", "дочери": "дочерьми",
  ]
  fileprivate static let animates = RussianWordList(
    """
    люди дети родители супруги близнецы господа хозяева юниоры братья друзья сыновья мужья зятья
    соседи матери дочери
    """)
}
