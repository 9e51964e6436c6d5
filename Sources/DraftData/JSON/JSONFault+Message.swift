internal import DraftLanguage

extension JSONFault {
  /// What is wrong.
  var message: Message {
    switch kind {
    case .empty, .tooDeep, .tooMany, .numberTooLong, .unexpected:
      Message(
        en: "no value can start with this character",
        ru: "с этого знака не может начинаться значение",
        kk: "мән бұл таңбадан басталмайды")
    case .endOfFile:
      Message(
        en: "the file ends too early: a bracket is not closed",
        ru: "файл обрывается: скобка не закрыта",
        kk: "файл ерте аяқталған: жақша жабылмаған")
    case .openString:
      Message(
        en: "the closing quote of this text is missing",
        ru: "нет закрывающей кавычки этого текста",
        kk: "бұл мәтіннің жабатын тырнақшасы жоқ")
    case .textAfterEnd:
      Message(
        en: "something stands after the end of the data",
        ru: "после конца данных стоит что-то ещё",
        kk: "деректердің соңынан кейін тағы бірдеңе тұр")
    case .severalValues:
      Message(
        en: "the file holds several JSON values, one after the other",
        ru: "в файле несколько значений JSON подряд",
        kk: "файлда қатарынан бірнеше JSON мәні бар")
    case .trailingComma:
      Message(
        en: "a comma stands before the closing bracket",
        ru: "перед закрывающей скобкой стоит лишняя запятая",
        kk: "жабатын жақшаның алдында артық үтір тұр")
    case .missingComma:
      Message(
        en: "a comma is missing before this",
        ru: "перед этим местом нет запятой",
        kk: "бұл жердің алдында үтір жоқ")
    case .missingColon:
      Message(
        en: "a colon is missing after the field's name",
        ru: "после имени поля нет двоеточия",
        kk: "өріс атауынан кейін қос нүкте жоқ")
    case .missingValue:
      Message(
        en: "a value is missing here", ru: "здесь нет значения", kk: "бұл жерде мән жоқ")
    case .missingKey:
      Message(
        en: "a field's name in double quotes should stand here",
        ru: "здесь должно стоять имя поля в двойных кавычках",
        kk: "бұл жерде қос тырнақшадағы өріс атауы тұруы керек")
    case .keyInList:
      Message(
        en: "a named field stands in a list",
        ru: "в списке стоит именованное поле",
        kk: "тізімде атаулы өріс тұр")
    case .wrongBracket:
      Message(
        en: "this bracket does not match the one that was opened",
        ru: "эта скобка не подходит к открытой",
        kk: "бұл жақша ашылған жақшаға сәйкес емес")
    case .unquotedKey:
      Message(
        en: "the field's name is not in quotes",
        ru: "имя поля не в кавычках",
        kk: "өріс атауы тырнақшаға алынбаған")
    default: wordMessage
    }
  }

  /// What is wrong within one word, number or text.
  private var wordMessage: Message {
    switch kind {
    case .singleQuotes, .typographicQuotes:
      Message(
        en: "JSON knows only straight double quotes",
        ru: "в JSON годятся только прямые двойные кавычки",
        kk: "JSON-да тек тік қос тырнақша жарайды")
    case .unusualSpace:
      Message(
        en: "an unusual space stands here",
        ru: "здесь стоит необычный пробел",
        kk: "бұл жерде ерекше бос орын тұр")
    case .comment:
      Message(
        en: "JSON has no comments",
        ru: "в JSON нет комментариев",
        kk: "JSON-да түсініктеме болмайды")
    case .foreignWord(.notANumber):
      Message(
        en: "this is no number that JSON knows",
        ru: "такого числа в JSON нет",
        kk: "JSON-да мұндай сан жоқ")
    case .foreignWord:
      Message(
        en: "this word is not in quotes",
        ru: "это слово не в кавычках",
        kk: "бұл сөз тырнақшаға алынбаған")
    case .leadingZero:
      Message(
        en: "a number cannot start with a zero",
        ru: "число не может начинаться с нуля",
        kk: "сан нөлден басталмайды")
    case .malformedNumber:
      Message(
        en: "this is not written as a number",
        ru: "это записано не как число",
        kk: "бұл сан түрінде жазылмаған")
    case .controlCharacter(0x0A), .controlCharacter(0x0D):
      Message(
        en: "the line ends inside a text",
        ru: "строка обрывается внутри текста",
        kk: "жол мәтін ішінде үзіліп тұр")
    case .controlCharacter(0x09):
      Message(
        en: "a tab stands inside a text",
        ru: "внутри текста стоит табуляция",
        kk: "мәтін ішінде табуляция тұр")
    case .controlCharacter:
      Message(
        en: "an invisible control character stands inside a text",
        ru: "внутри текста стоит невидимый управляющий знак",
        kk: "мәтін ішінде көрінбейтін басқару таңбасы тұр")
    case .unknownEscape:
      Message(
        en: "this is nothing that can follow a backslash",
        ru: "после обратной косой черты такого быть не может",
        kk: "кері қиғаш сызықтан кейін мұндай тұра алмайды")
    default:
      Message(
        en: "this is one half of a character without the other",
        ru: "это половина знака без второй половины",
        kk: "бұл — таңбаның жартысы ғана, екінші жартысы жоқ")
    }
  }
}
