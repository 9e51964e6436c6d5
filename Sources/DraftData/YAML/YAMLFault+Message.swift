internal import DraftLanguage

extension YAMLFault.Kind {
  /// What is wrong.
  var message: Message {
    switch self {
    case .colonInValue:
      Message(
        en: "a second colon stands in the value",
        ru: "в значении стоит второе двоеточие",
        kk: "мәнде екінші қос нүкте тұр")
    case .badIndent:
      Message(
        en: "this line starts at an indent that fits nothing above it",
        ru: "отступ этой строки не подходит ни к одной строке выше",
        kk: "бұл жолдың шегінісі жоғарыдағы бірде-бір жолға сәйкес емес")
    case .missingColon(missingSpace: true):
      Message(
        en: "after the field's name there is no colon with a space",
        ru: "после имени поля нет двоеточия с пробелом",
        kk: "өріс атауынан кейін бос орны бар қос нүкте жоқ")
    case .missingColon:
      Message(
        en: "this line has no colon", ru: "в этой строке нет двоеточия",
        kk: "бұл жолда қос нүкте жоқ")
    case .dashOnKeyLine:
      Message(
        en: "a list starts on the line of its field's name",
        ru: "список начинается в одной строке с именем поля",
        kk: "тізім өріс атауымен бір жолда басталады")
    case .textAfterQuote:
      Message(
        en: "text goes on after the closing quote",
        ru: "после закрывающей кавычки идёт ещё текст",
        kk: "жабатын тырнақшадан кейін тағы мәтін бар")
    case .openBracket:
      Message(
        en: "a bracket is not closed, or a comma is missing before this",
        ru: "скобка не закрыта, или перед этим местом нет запятой",
        kk: "жақша жабылмаған немесе бұл жердің алдында үтір жоқ")
    case .openQuote:
      Message(
        en: "the closing quote of this text is missing",
        ru: "нет закрывающей кавычки этого текста",
        kk: "бұл мәтіннің жабатын тырнақшасы жоқ")
    case .badEscape:
      Message(
        en: "this is nothing that can follow a backslash",
        ru: "после обратной косой черты такого быть не может",
        kk: "кері қиғаш сызықтан кейін мұндай тұра алмайды")
    default: otherMessage
    }
  }

  private var otherMessage: Message {
    switch self {
    case .mustQuote:
      Message(
        en: "a text that starts with this sign needs quotes",
        ru: "текст, который начинается с этого знака, нужно взять в кавычки",
        kk: "бұл белгіден басталатын мәтінді тырнақшаға алу керек")
    case .tab:
      Message(
        en: "the line is indented with a tab",
        ru: "отступ строки сделан табуляцией",
        kk: "жолдың шегінісі табуляциямен жасалған")
    case .textAfterBar:
      Message(
        en: "text stands on the line of `|` or `>`",
        ru: "текст стоит в одной строке с `|` или `>`",
        kk: "мәтін `|` немесе `>` белгісімен бір жолда тұр")
    case .unknownReference:
      Message(
        en: "`*` refers to a name that is not given above",
        ru: "`*` ссылается на имя, которого выше нет",
        kk: "`*` жоғарыда берілмеген атауға сілтейді")
    case .severalDocuments:
      Message(
        en: "the file holds several documents, divided by `---`",
        ru: "в файле несколько документов, разделённых `---`",
        kk: "файлда `---` арқылы бөлінген бірнеше құжат бар")
    default:
      Message(
        en: "the data cannot be read here",
        ru: "здесь данные прочесть нельзя",
        kk: "бұл жерде деректерді оқу мүмкін емес")
    }
  }

  /// What to do about it.
  var hints: [Message] {
    switch self {
    case .colonInValue, .mustQuote: [YAMLFault.quote]
    case .badIndent:
      [
        Message(
          en: "fields of one level start in the same column, under one another",
          ru: "поля одного уровня начинаются в одном столбце, друг под другом",
          kk: "бір деңгейдің өрістері бір бағанда, бірінің астында бірі басталады")
      ]
    case .missingColon(missingSpace: true):
      [
        Message(
          en: "put a space after the colon: `name: value`",
          ru: "поставьте пробел после двоеточия: `name: value`",
          kk: "қос нүктеден кейін бос орын қойыңыз: `name: value`")
      ]
    case .missingColon:
      [
        Message(
          en: "write `name: value`; a value that goes on is indented further than its name",
          ru: "пишите `name: value`; у продолжения значения отступ больше, чем у имени",
          kk: "`name: value` деп жазыңыз; мәннің жалғасы атаудан көбірек шегініспен жазылады")
      ]
    case .dashOnKeyLine:
      [
        Message(
          en: "put each `- item` on its own line",
          ru: "пишите каждый `- элемент` на отдельной строке",
          kk: "әр `- элементті` жеке жолға жазыңыз")
      ]
    case .textAfterQuote:
      [
        Message(
          en: "use « » for quotes inside the text, or put the whole value in single quotes: `'…'`",
          ru: "внутри текста ставьте « » или возьмите всё значение в одинарные кавычки: `'…'`",
          kk: "мәтін ішінде « » қойыңыз немесе бүкіл мәнді жалаң тырнақшаға алыңыз: `'…'`")
      ]
    case .openBracket(templateTag: true): [YAMLFault.noTags, YAMLFault.quote]
    case .openBracket: [YAMLFault.quote]
    default: otherHints
    }
  }

  private var otherHints: [Message] {
    switch self {
    case .badEscape:
      [
        Message(
          en: #"write `\\` for a backslash, or use single quotes: `'…'`"#,
          ru: #"пишите `\\` вместо косой черты или возьмите одинарные кавычки: `'…'`"#,
          kk: #"кері сызықты `\\` деп жазыңыз немесе жалаң тырнақша қолданыңыз: `'…'`"#)
      ]
    case .tab:
      [
        Message(
          en: "use spaces, two for each level",
          ru: "ставьте пробелы, по два на уровень",
          kk: "бос орын қойыңыз, әр деңгейге екеуден")
      ]
    case .textAfterBar:
      [
        Message(
          en: "start the text on the next line, indented",
          ru: "начните текст со следующей строки, с отступом",
          kk: "мәтінді келесі жолдан шегініспен бастаңыз")
      ]
    case .unknownReference: [YAMLFault.quote]
    case .severalDocuments:
      [
        Message(
          en: "keep one case in one file", ru: "храните в одном файле одно дело",
          kk: "бір файлда бір істі сақтаңыз")
      ]
    default: []
    }
  }
}

extension YAMLFault {
  /// The advice that cures most mistakes.
  static var quote: Message {
    Message(
      en: "if it is text, put it in quotes: `\"…\"`",
      ru: "если это текст, возьмите его в кавычки: `\"…\"`",
      kk: "бұл мәтін болса, тырнақшаға алыңыз: `\"…\"`")
  }

  /// Tags do not work in data.
  static var noTags: Message {
    Message(
      en: "tags such as {{ … }} work in templates, not in data",
      ru: "теги вида {{ … }} работают в шаблонах, а не в данных",
      kk: "{{ … }} сияқты тегтер деректерде емес, үлгілерде жұмыс істейді")
  }
}
