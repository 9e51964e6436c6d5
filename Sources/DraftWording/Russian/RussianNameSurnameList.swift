/// Surnames that an ending alone would lead astray.
enum RussianNameSurnameList {
  /// Foreign names in -ов/-ев/-ин/-ын: nouns with the instrumental in -ом, silent on the gender.
  static let foreign = RussianNameTable(
    """
    дарвин гершвин франклин кронин кельвин бюлов флотов гудвин болдуин болдвин чаплин мартин
    ирвин эрвин мелвин марвин кальвин эдвин бенджамин остин рескин маклафлин маклин лохлин
    квентин квин куин грин брин хедин валлин вестин гелдерлин гельдерлин беклин вельфлин
    цеппелин рейхлин берлин колвин олвин годвин дурбин гэлвин дублин маккуин макквин баффин
    гриффин эрлин хопкин рэнкин вирхов гуцков тресков лютцов рантцов фрелов пасевалков
    """)

  /// Those of ``foreign`` that are also declined with -ым.
  static let foreignBothWays = RussianNameTable("чаплин берлин")

  /// Russian surnames in -ов/-ев of one syllable, which decline as Иванов does.
  static let shortPossessive = RussianNameTable("львов лбов мнев пнев псов мхов шлев тлов рвов")

  /// Their feminine counterparts.
  static let shortPossessiveFeminine = RussianNameTable(
    "львова лбова мнева пнева псова мхова шлева тлова рвова")

  /// Short surnames of Korea, China and Vietnam that are no Russian words: they come before the
  /// first name, whatever that is.
  static let eastAsian = RussianNameTable(
    """
    ким ли пак цой чой тхай хван лим юн чжан чжао чжоу чжу чэнь чен цзян цзинь хуан хоанг нгуен фам
    данг нго зыонг дэн мао си сунь сюй лю лян лу хэ хо фан фэн шэнь югай хегай тян
    лигай шегай ногай огай магай дегай тигай нам хон квон кан чан тен хан ан мун
    те тё ю ву
    """)

  /// French surnames with a stressed -а/-я and other names in -а that never decline.
  static let indeclinable = RussianNameTable(
    """
    дюма тома дега люка петипа ферма золя делакруа моруа труайя бенуа франсуа валуа
    эредиа дельма нода леблуа делануа ленуа лакруа дюбуа жамма
    """)

  /// Nouns in -ий and -чий that decline as Палий does though the letter before is that of an
  /// adjective.
  static let nounsInIy = RussianNameTable("топчий бабий палий кабачий зубчий")

  /// Nouns in -ой of two syllables and more.
  static let nounsInOy = RussianNameTable("герой ковбой конвой покой разбой водопой левкой")

  /// Adjectives in -ая after a hissing consonant with the stress on the ending.
  static let stressedFeminineAdjectives = RussianNameTable("чужая большая меньшая")

  /// Surnames of women that are nouns although they look like Иванова and Пушкина.
  static let nounsInOvaAndIna = RussianNameTable(
    """
    щербина калина смородина долина дубина голова корова рябина украина билина билына деревина
    шевчина ломачина хвощина тростина хворостина перепелина верховина полонина равнина пружина
    корзина морщина древесина ветчина солонина крушина бузина кручина журавлина обнова подкова
    полова основа
    """)

  /// Georgian surnames in -ая, which are nouns.
  static let nounsInAya = RussianNameTable(
    "шенгелая цулая пирцхалая пирцхелая габелая кобалая гегелая читая кахая микая джикая чхая")

  /// Surnames in -ин and -ын that are bare first names and so nouns: Мартыном.
  static let bareNames = RussianNameTable(
    "яков мартын мартин константин валентин вениамин августин юстин антонин альбин эмин эльвин")

  /// Masculine nouns of one syllable in ж ш ч щ ц with the stress on the ending: Ткачом.
  static let stressedShort = RussianNameTable(
    """
    ткач грач сыч стриж чиж корж ключ ерш кныш лещ клещ борщ плющ хрущ хрыч еж уж морж крыж
    врач рвач дьяч ковш грош хвощ прыщ луч меч бич кич кулич хлыщ дрозж свищ хрящ шиш хорж нож
    кряж паж муж плащ мяч брыж гуж чуж деж стеж рубеж хвищ швец жнец чтец льстец жрец лжец
    мертвец
    """)

  /// Longer ones: Кирпичом, Кузьмичом.
  static let stressedLong = RussianNameTable(
    """
    кирпич калач кузьмич лукич фомич ильич хомич кулич сургуч каблуч паныч чертеж барыш малыш
    крепыш голыш латыш камыш шалаш палаш кулеш мятеж грабеж падеж рубеж кутеж платеж гараж
    этаж багаж кураж мираж тираж камлыш глупыш алкаш карандаш торгаш беляш гуляш мураш чиряш
    кругляш чебыш бородыш лабыш бобыш
    """)

  /// Nouns in -ец with the stress on the ending: Донцом, Кравцом.
  static let stressedEts = RussianNameTable(
    """
    кравец донец купец боец певец отец гонец юнец делец жилец мудрец стрелец храбрец молодец
    скворец кузнец близнец гордец хитрец мертвец подлец наглец беглец чернец глупец слепец
    творец ловец борец резец конец венец ларец дворец рубец столбец образец огурец погребец
    продавец удалец холодец леденец волец голец самец телец зубец кубец писец рыбец чабрец
    свинец птенец лунец жеребец щипец сырец хлебец брунец пришлец игрец лисец стервец хромец
    скупец вдовец живец сорванец торгунец
    """)

  /// Foreign surnames in -ец that keep the vowel.
  static let firmEts = RussianNameTable("хейфец перец рец мерец")

  /// Nouns in -ша, -жа, -ча, -ща, -ца with the stress on the ending: Левшой.
  static let stressedHissingA = RussianNameTable(
    """
    левша душа свеча межа ханжа вожжа лапша саранча каланча алыча парча овца пыльца моча
    паранджа каланжа епанча епанжа камча бахча ханша гаджа анаша ходжа кожа қожа праща алжа
    таранча карча арча
    """)

  /// Nouns that drop or keep their vowel as the family likes: the form without the last letters,
  /// by default.
  static let fleeting: [(word: String, drop: Int, stem: String)] = [
    ("заяц", 2, "йц"), ("орел", 2, "л"), ("козел", 2, "л"), ("бобер", 2, "р"), ("дятел", 2, "л"),
    ("хохол", 2, "л"), ("котел", 2, "л"), ("щегол", 2, "л"), ("осел", 2, "л"), ("соловей", 2, "ь"),
    ("воробей", 2, "ь"), ("муравей", 2, "ь"), ("ручей", 2, "ь"), ("журавель", 3, "л"),
    ("камень", 3, "н"), ("ремень", 3, "н"), ("корень", 3, "н"), ("пень", 3, "н"), ("день", 3, "н"),
    ("огонь", 3, "н"), ("лапоть", 3, "т"), ("ноготь", 3, "т"), ("локоть", 3, "т"),
    ("коготь", 3, "т"), ("ломоть", 3, "т"), ("дёготь", 3, "т"), ("деготь", 3, "т"),
    ("уголь", 3, "л"), ("кашель", 3, "л"), ("стебель", 3, "л"),
  ]

  /// Turkic names in -ек and -ок as surnames: the vowel stays.
  static let firmEk = RussianNameTable(
    "ермек ирек елек серек берек терек керек жебек бопек мурек шилек дурек думек есмек")

  /// First parts of double surnames that are not surnames by themselves.
  static let prefixes = RussianNameTable(
    """
    бонч демут тян мирза гаджи хаджи шейх тер эль ибн аль ага мак тан де ди дер фон ван мир грум шах кара ак кок сары вар
    нур бен бар бей сан сен сент сант дель лос ла ле лез дез дос абу абд абдул ас ад аз ат ан ар аш
    уль ур эр эс эд ель бин бинт абдель хан санта дю да дела делла фан до о а ал ул уд ус
    """)
}
