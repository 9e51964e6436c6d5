/// What the spelling of a noun does not show: items `lemma fields…`, each closed by a semicolon.
///
/// `m f n` gender, `a` living being, `0` does not change, `h` hard declension, `st=` stem of all cases but the nominative,
/// `ins=` instrumental, `acc=` accusative, `pl=` nominative plural, `gp=` genitive plural, `ip=`
/// instrumental plural. Nouns that an ending or a suffix tells are not listed. Keys are written
/// without ё.
enum RussianNounLexicon {
  /// One noun of the lexicon; what is nil follows the rules.
  struct Entry {
    var gender: Gender?
    var animate = false
    var indeclinable = false
    /// Declines as a noun in a consonant whatever its ending: «полгода», «полугода».
    var hard = false
    /// Whether a noun of four letters counts as the last part of a compound.
    var formsCompounds = false
    var stem: String?
    var instrumental: String?
    var plural: String?
    var genitivePlural: String?
    var instrumentalPlural: String?

    /// The entry of a compound with a first part.
    func prefixed(_ first: String) -> Entry {
      var result = self
      result.stem = stem.map { first + $0 }
      result.instrumental = instrumental.map { first + $0 }
      result.plural = plural.map { first + $0 }
      result.genitivePlural = genitivePlural.map { first + $0 }
      result.instrumentalPlural = instrumentalPlural.map { first + $0 }
      return result
    }
  }

  /// The entry of a lemma in small letters without ё.
  static func entry(_ lemma: String) -> Entry? { entries[RussianWordHash.of(lemma)] }

  /// The entry of the last part of a compound («концлагерь», «микрозаём»), its forms with the first
  /// part before them; the longest part of five letters or more counts.
  static func compoundEntry(_ word: String, _ lemma: String) -> Entry? {
    if lemma.endsIn("ость") { return nil }
    var hash = RussianWordHash()
    var found: (entry: Entry, letters: Int)?
    let count = lemma.unicodeScalars.count
    guard count > 6 else { return nil }
    for byte in lemma.utf8.reversed() {
      guard hash.add(byte), hash.letters >= 4, hash.letters <= count - 2 else { continue }
      if let entry = entries[hash.value], hash.letters > 4 || entry.formsCompounds {
        found = (entry, hash.letters)
      }
    }
    return found.map { $0.entry.prefixed(String(word.withoutLast($0.letters))) }
  }

  /// The lemma whose listed nominative plural is a word in small letters without ё: «листья» is of
  /// «лист» only where the list says so.
  static func singular(ofPlural plural: String) -> String? { plurals[plural] }

  private static let plurals: [String: String] = {
    var result: [String: String] = [:]
    forEach { lemma, entry in
      if let plural = entry.plural { result[plural.withoutYo] = String(lemma) }
    }
    return result
  }()

  private static let entries: [UInt64: Entry] = {
    var result: [UInt64: Entry] = [:]
    forEach { lemma, entry in
      var entry = entry
      entry.formsCompounds = ["день", "заем", "наем", "бюро"].contains(lemma)
      result[RussianWordHash.of(lemma)] = entry
    }
    return result
  }()

  /// Gives every item of the lists, in their order.
  private static func forEach(_ body: (Substring, Entry) -> Void) {
    for part in [source, suppletive, masculineSoft, indeclinable] {
      for item in part.pieces(between: ";") {
        let fields = item.pieces(between: " ", "\n")
        guard let lemma = fields.first else { continue }
        var entry = Entry()
        for field in fields.dropFirst() { read(field, into: &entry) }
        body(lemma, entry)
      }
    }
  }

  private static func read(_ field: Substring, into entry: inout Entry) {
    let parts = field.pieces(between: "=")
    let value = parts.count > 1 ? String(parts[1]) : ""
    switch parts.first {
    case "m": entry.gender = .masculine
    case "f": entry.gender = .feminine
    case "n": entry.gender = .neuter
    case "a": entry.animate = true
    case "0": entry.indeclinable = true
    case "h": entry.hard = true
    case "st": entry.stem = value
    case "ins": entry.instrumental = value
    case "pl": entry.plural = value
    case "gp": entry.genitivePlural = value
    case "ip": entry.instrumentalPlural = value
    default: break
    }
  }

  private static let source = """
    день m st=дн ins=днём gp=дней; полдень m st=полдн gp=полдней; заем m st=займ; наем m st=найм;
    поднаем m st=поднайм; перенаем m st=перенайм; заяц m a st=зайц; лед m st=льд ins=льдом;
    лен m st=льн ins=льном; лев m a st=льв; ров m st=рв; шов m st=шв; лоб m st=лб; рот m st=рт;
    сон m st=сн; пес m a st=пс; мох m st=мх; пень m st=пн ins=пнём; овес m st=овс;
    орел m a st=орл; осел m a st=осл; козел m a st=козл; котел m st=котл; дятел m a st=дятл;
    посол m a st=посл; угол m st=угл; узел m st=узл; пепел m st=пепл; замысел m st=замысл;
    умысел m st=умысл; вымысел m st=вымысл; домысел m st=домысл; промысел m st=промысл;
    помысел m st=помысл; стебель m st=стебл; кашель m st=кашл; хребет m st=хребт; ковер m st=ковр;
    шатер m st=шатр; костер m st=костр; осетр m a st=осетр; багор m st=багр; бугор m st=бугр;
    ветер m st=ветр; свекор m a st=свекр; чехол m st=чехл; псалом m st=псалм; молебен m st=молебн;
    бубен m st=бубн; ботинок m st=ботинк gp=ботинок; улей m st=уль; ручей m st=ручь;
    соловей m a st=соловь; воробей m a st=воробь; муравей m a st=муравь; огонь m st=огн ins=огнём;
    уголь m st=угл ins=углём; ноготь m st=ногт; локоть m st=локт; коготь m st=когт;
    ломоть m st=ломт; деготь m st=дёгт; лапоть m st=лапт; церковь f st=церкв ins=церковью;
    любовь f st=любв ins=любовью; рожь f st=рж ins=рожью; ложь f st=лж ins=ложью;
    вошь f st=вш ins=вошью; путь m ins=путём; мать f a st=матер ins=матерью;
    дочь f a st=дочер ins=дочерью ip=дочерьми; падчерица f a; огурец m st=огурц; раз m gp=раз;
    год m gp=лет; человек m a gp=человек; солдат m a gp=солдат; партизан m a gp=партизан;
    глаз m pl=глаза gp=глаз; сапог m gp=сапог; ватт m gp=ватт; вольт m gp=вольт; ампер m gp=ампер;
    герц m gp=герц; киловатт m gp=киловатт; мегаватт m gp=мегаватт; гигабайт m gp=гигабайт;
    байт m gp=байт; бит m gp=бит; рентген m gp=рентген; волос m gp=волос; башкир m a gp=башкир;
    цыган m a pl=цыгане gp=цыган; грузин m a gp=грузин; осетин m a gp=осетин;
    туркмен m a gp=туркмен; турок m a st=турк gp=турок; счет m pl=счета gp=счетов; подсчет m;
    сосед m a pl=соседи gp=соседей; черт m a pl=черти gp=чертей; лист m gp=листов;
    слово n gp=слов; облако n gp=облаков; очко n pl=очки gp=очков; яблоко n pl=яблоки gp=яблок;
    плечо n pl=плечи gp=плеч; ухо n pl=уши gp=ушей; око n pl=очи gp=очей;
    колено n pl=колени gp=коленей; веко n pl=веки gp=век; судно n pl=суда gp=судов;
    дно n pl=донья gp=доньев; небо n pl=небеса gp=небес; чудо n pl=чудеса gp=чудес; зло n gp=зол;
    войско n gp=войск; яйцо n gp=яиц; облачко n pl=облачка gp=облачков; устье n gp=устьев;
    платье n gp=платьев; верховье n gp=верховьев; низовье n gp=низовьев;
    подмастерье m a gp=подмастерьев; хлопья n gp=хлопьев; дитя n a 0; кофе m 0;
    зернышко n pl=зёрнышки gp=зёрнышек; копье n gp=копий; ружье n gp=ружей; море n gp=морей;
    поле n gp=полей; горе n; солнце n gp=солнц; сердце n gp=сердец; крыльцо n gp=крылец;
    кольцо n gp=колец; полотенце n gp=полотенец; письмо n gp=писем; число n gp=чисел;
    звено n pl=звенья gp=звеньев; крыло n pl=крылья gp=крыльев; перо n pl=перья gp=перьев;
    дерево n pl=деревья gp=деревьев; полено n pl=поленья gp=поленьев;
    стекло n pl=стёкла gp=стёкол; весло n pl=вёсла gp=вёсел; ядро n gp=ядер;
    бедро n pl=бёдра gp=бёдер; ведро n pl=вёдра gp=вёдер; ребро n pl=рёбра gp=рёбер;
    ремесло n pl=ремёсла gp=ремёсел; масло n gp=масел; кресло n gp=кресел;
    бревно n pl=брёвна gp=брёвен; зерно n pl=зёрна gp=зёрен; пятно n gp=пятен; окно n gp=окон;
    сукно n gp=сукон; полотно n gp=полотен; гумно n gp=гумен; озеро n pl=озёра gp=озёр;
    гнездо n pl=гнёзда gp=гнёзд; знамя n st=знамен pl=знамёна gp=знамён;
    имя n st=имен pl=имена gp=имён; время n st=времен pl=времена gp=времён;
    бремя n st=бремен pl=бремена gp=бремён; племя n st=племен pl=племена gp=племён;
    пламя n st=пламен; семя n st=семен pl=семена gp=семян;
    стремя n st=стремен pl=стремена gp=стремян; темя n st=темен; вымя n st=вымен;
    сестра f a pl=сёстры gp=сестёр; земля f ins=землёй gp=земель; капля f gp=капель;
    сабля f gp=сабель; кровля f gp=кровель; торговля f; оглобля f gp=оглобель; туфля f gp=туфель;
    петля f gp=петель; деревня f gp=деревень; кухня f gp=кухонь; барышня f a gp=барышень;
    статья f ins=статьёй gp=статей; семья f ins=семьёй gp=семей; скамья f ins=скамьёй gp=скамей;
    свинья f a ins=свиньёй gp=свиней; ладья f ins=ладьёй gp=ладей; судья m a ins=судьёй gp=судей;
    доля f gp=долей; ноздря f gp=ноздрей; тетя f a gp=тётей; дядя m a gp=дядей;
    юноша m a gp=юношей; вожжа f gp=вожжей; ханжа m a gp=ханжей; паша m a gp=пашей;
    левша m a gp=левшей; пеня f gp=пеней; заря f gp=зорь; война f gp=войн; тюрьма f gp=тюрем;
    судьба f gp=судеб; просьба f gp=просьб; свадьба f gp=свадеб; усадьба f gp=усадеб;
    кайма f gp=каём; овца f a gp=овец; сосна f pl=сосны gp=сосен; весна f gp=вёсен;
    десна f gp=дёсен; метла f gp=мётел; серьга f gp=серёг; кочерга f gp=кочерёг;
    деньга f gp=денег; кукла f gp=кукол; игла f gp=игл; казна f; мачта f gp=мачт; почта f gp=почт;
    сажень f gp=саженей; идея f gp=идей; змея f a gp=змей; песня f gp=песен; сотня f gp=сотен;
    таможня f gp=таможен; тайна f gp=тайн; волокно n gp=волокон; седло n pl=сёдла gp=сёдел;
    бобер m a st=бобр; гривна f gp=гривен; убийца m a gp=убийц; самоубийца m a gp=самоубийц;
    погон m gp=погон; румын m a gp=румын; собрат m a pl=собратья gp=собратьев; кишка f gp=кишок;
    дверца f gp=дверец; родня f gp=родней; ступня f gp=ступней;
    клешня f gp=клешней; пятерня f gp=пятерней; резня f gp=резней; марля f gp=марлей;
    конопля f gp=коноплей; княжна f a gp=княжон; край m pl=края gp=краёв;
    колос m pl=колосья gp=колосьев; полгода m h st=полугод; полчаса m h st=получас;
    полвека m h st=полувек; полдня m h st=полудн; полмесяца m h st=полумесяц; полметра m h st=полуметр;
    полкилометра m h st=полукилометр; полпроцента m h st=полупроцент; полмиллиона m h st=полумиллион;
    полмиллиарда m h st=полумиллиард; полставки f 0; полцены f 0; полсотни f 0; полминуты f 0;
    полтысячи f 0; полсуммы f 0; полсмены f 0; замдиректора m a 0; зампредседателя m a 0;
    замминистра m a 0; замначальника m a 0; замруководителя m a 0; замглавы m a 0; завхоз m a;
    га m 0; чулок m st=чулк gp=чулок; валенок m st=валенк gp=валенок;
    оттенок m st=оттенк gp=оттенков; застенок m st=застенк gp=застенков; хлеб m; паек m st=пайк;
    заработок m st=заработк; килограмм m; грамм m; гектар m; центнер m; тонна f; острие n;
    бытие n;
    """

  private static let suppletive = """
    ребенок m a st=ребёнк pl=дети gp=детей ip=детьми; брат m a pl=братья gp=братьев;
    муж m a ins=мужем pl=мужья gp=мужей; сын m a pl=сыновья gp=сыновей;
    друг m a pl=друзья gp=друзей; князь m a pl=князья gp=князей; зять m a pl=зятья gp=зятьёв;
    деверь m a pl=деверья gp=деверей; шурин m a pl=шурья gp=шурьёв;
    кум m a pl=кумовья gp=кумовьёв; хозяин m a pl=хозяева gp=хозяев;
    домохозяин m a pl=домохозяева gp=домохозяев; судохозяин m a pl=судохозяева gp=судохозяев;
    господин m a pl=господа gp=господ; барин m a pl=баре gp=бар; стул m pl=стулья gp=стульев;
    брус m pl=брусья gp=брусьев; прут m pl=прутья gp=прутьев; кол m pl=колья gp=кольев;
    зуб m pl=зубы gp=зубов; ком m pl=комья gp=комьев; клин m pl=клинья gp=клиньев;
    сук m pl=сучья gp=сучьев; лоскут m pl=лоскутья gp=лоскутьев; камень m st=камн;
    корень m st=корн; болгарин m a pl=болгары gp=болгар; татарин m a pl=татары gp=татар;
    боярин m a pl=бояре gp=бояр;
    """

  /// Masculine nouns in -ь that no suffix shows to be masculine.
  private static let masculineSoft = """
    рубль m ins=рублём; нуль m ins=нулём; ноль m ins=нолём; руль m ins=рулём;
    корабль m ins=кораблём; журавль m a ins=журавлём; февраль m ins=февралём;
    январь m ins=январём; апрель m; июнь m; июль m; сентябрь m ins=сентябрём;
    октябрь m ins=октябрём; ноябрь m ins=ноябрём; декабрь m ins=декабрём; король m a ins=королём;
    гость m a; тесть m a; голубь m a; лебедь m a; медведь m a; лось m a; карась m a; гусь m a;
    ферзь m; конь m a ins=конём; олень m a; тюлень m a; богатырь m a ins=богатырём;
    пузырь m ins=пузырём; пустырь m ins=пустырём; монастырь m ins=монастырём; снегирь m a;
    поводырь m a ins=поводырём; штырь m ins=штырём; фитиль m ins=фитилём; автомобиль m; стиль m;
    профиль m; текстиль m; утиль m; шпиль m; штиль m; мотыль m; костыль m ins=костылём; ковыль m;
    контроль m; патруль m; пароль m; алкоголь m; тополь m pl=тополя gp=тополей; соболь m a;
    кремль m; вопль m; ансамбль m; дирижабль m; вексель m pl=векселя gp=векселей;
    штемпель m pl=штемпеля gp=штемпелей; вензель m pl=вензеля gp=вензелей;
    егерь m a pl=егеря gp=егерей; лагерь m pl=лагеря gp=лагерей; якорь m pl=якоря gp=якорей;
    учитель m a pl=учителя gp=учителей; кабель m; туннель m; тоннель m; отель m; мотель m;
    дизель m; картель m; бордель m; коктейль m; портфель m; панцирь m; шампунь m; зверь m a;
    червь m a; дождь m ins=дождём; гвоздь m ins=гвоздём; вождь m a ins=вождём; груздь m; желудь m;
    рояль m; миндаль m; хрусталь m; коваль m a; враль m a; кобель m a; шмель m a;
    кисель m ins=киселём; хмель m; щавель m; циркуль m; модуль m; вестибюль m; тюль m;
    куль m ins=кулём; спектакль m; никель m; кегль m; крендель m; картофель m; шницель m;
    бюллетень m; ячмень m ins=ячменём; женьшень m; шкворень m st=шкворн; ливень m st=ливн;
    парень m a st=парн; слесарь m a; токарь m a; пекарь m a; аптекарь m a; библиотекарь m a;
    лекарь m a; писарь m a; пахарь m a; знахарь m a; государь m a; секретарь m a ins=секретарём;
    вратарь m a ins=вратарём; царь m a ins=царём; звонарь m a ins=звонарём;
    бунтарь m a ins=бунтарём; календарь m ins=календарём; словарь m ins=словарём;
    инвентарь m ins=инвентарём; янтарь m ins=янтарём; фонарь m ins=фонарём; алтарь m ins=алтарём;
    букварь m ins=букварём; сухарь m ins=сухарём; гарь f; утварь f; тварь f a; хмарь f;
    фестиваль m; дубль m; госпиталь m; сель m; витязь m a; лосось m a; юань m; гель m; баррель m;
    тролль m a; козырь m; вихрь m; пиксель m; гриль m; эль m; бинокль m; окунь m a; пельмень m;
    пластырь m; ясень m; пастырь m a; флигель m; билль m; мистраль m; москаль m a; мобиль m;
    печень f; зелень f; плесень f; господь m a; трутень m a; нашатырь m; псалтырь f; выхухоль f;
    эндшпиль m; акрополь m; толь m; автомагистраль f; вермишель f; полироль f; антресоль f;
    бандероль f; мозоль f; фасоль f; канифоль f; вуаль f;
    """

  private static let indeclinable = """
    алматы m 0; актобе m 0; атырау m 0; актау m 0; темиртау m 0; кентау m 0; кокшетау m 0;
    улытау m 0; маңғыстау f 0; мангистау m 0; мангыстау m 0; жетісу m 0; жетысу m 0; сарысу m 0;
    уштобе m 0; мерке n 0; текели m 0; шиели n 0; бейнеу n 0; баку m 0; тбилиси m 0; батуми m 0;
    сочи m 0; токио m 0; осло m 0; хельсинки m 0; дели m 0; чикаго m 0; торонто m 0; палермо m 0;
    перу f 0; чили f 0; конго f 0; марокко f 0; монако f 0; мали f 0; зимбабве f 0; тольятти m 0;
    тенге m 0; евро m 0; портфолио n 0; досье n 0; резюме n 0; авизо n 0; рандеву n 0;
    интервью n 0; ноу-хау n 0; реноме n 0; фиаско n 0; эмбарго n 0; жюри n 0; шоу n 0; меню n 0;
    такси n 0; метро n 0; пальто n 0; бюро n 0; кино n 0; радио n 0; видео n 0; фото n 0;
    аудио n 0; авто n 0; депо n 0; сальдо n 0; лобби n 0; киото n 0; сопрано n 0; пони m a 0;
    кенгуру m a 0; зеро n 0; конто n 0; франко n 0; лото n 0; домино n 0; казино n 0; трюмо n 0;
    шоссе n 0; кафе n 0; ателье n 0; желе n 0; купе n 0; филе n 0; пюре n 0; фойе n 0; клише n 0;
    кашне n 0; кредо n 0; алиби n 0; амплуа n 0; табло n 0; табу n 0; рагу n 0; манго n 0;
    какао n 0; эсперанто n 0; хобби n 0; ралли n 0; пенальти m 0; визави m a 0; рантье m a 0;
    крупье m a 0; портье m a 0; атташе m a 0; конферансье m a 0; шансонье m a 0; кюре m a 0;
    маэстро m a 0; импресарио m a 0; камикадзе m a 0; протеже m a 0; буржуа m a 0;
    инкогнито m a 0; киви m 0; цунами n 0; сафари n 0; пари n 0; гетто n 0; танго n 0;
    статус-кво m 0; комьюнити n 0; эскроу n 0; виски n 0; бренди n 0; динамо n 0; кимоно n 0;
    либретто n 0; либидо n 0; капо m 0; сумо n 0; дзюдо n 0; карате n 0; каратэ n 0; врио m a 0;
    эссе n 0; саммари n 0; безе n 0; ревю n 0; па n 0; антраша n 0; боа n 0; мадам f a 0;
    мисс f a 0; миссис f a 0; фрау f a 0; леди f a 0; кофе m 0; пиано n 0; вето n 0; эго n 0;
    трио n 0; плато n 0; пианино n 0; фортепиано n 0; фортепьяно n 0; торнадо n 0; самбо n 0;
    ретро n 0; кило n 0; тире n 0; реле n 0; каре n 0; коммюнике n 0; каско n 0; плацебо n 0;
    ранчо n 0; панно n 0; турне n 0; караоке n 0; аниме n 0; авокадо n 0; индиго n 0; эскимо n 0;
    инфо n 0; техно n 0; политбюро n 0; арго n 0; кабаре n 0; декольте n 0; мачете n 0;
    сальто n 0; бра n 0; медресе n 0; лего n 0; дежавю n 0; конфетти n 0; жалюзи n 0;
    граффити n 0; пенни n 0; спагетти n 0; папье-маше n 0; карго n 0; лого n 0; демо n 0;
    ток-шоу n 0; факсимиле n 0; кашпо n 0; трико n 0; месье m a 0; франчайзи m a 0; сомелье m a 0;
    замдиректора m a 0; замминистра m a 0; замначальника m a 0; замруководителя m a 0;
    замглавы m a 0; замакима m a 0; замгенпрокурора m a 0; замкомандира m a 0; завотделом m a 0;
    завкафедрой m a 0; завскладом m a 0; завотделением m a 0; завлабораторией m a 0;
    завканцелярией m a 0; завпроизводством m a 0; управделами m a 0;
    """
}
