internal import DraftLanguage

/// Errors that JSON and YAML share.
enum DataFault {
  /// After so many errors of meaning no more are gathered.
  static let most = 50

  static func topLevel(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "data-not-mapping",
      Message(
        en: "the data must be named fields at the top, not a list or a single value",
        ru: "на верхнем уровне данных должны быть именованные поля, а не список или одно значение",
        kk: "деректердің жоғарғы деңгейінде тізім не жеке мән емес, атаулы өрістер болуы керек"),
      at: place,
      hints: [
        Message(
          en: "give it a name: `items: […]`", ru: "дайте ему имя: `items: […]`",
          kk: "оған атау беріңіз: `items: […]`")
      ])
  }

  static func empty(_ text: DataText) -> Diagnostic {
    Diagnostic(
      code: "data-not-mapping",
      Message(
        en: "the data file is empty", ru: "файл данных пуст", kk: "деректер файлы бос"),
      at: Place(file: text.name, line: text.firstLine, column: 1))
  }

  static func duplicateKey(at place: Place, first: Place) -> Diagnostic {
    Diagnostic(
      code: "duplicate-key",
      Message(
        en: "the same field is given twice",
        ru: "одно и то же поле задано дважды",
        kk: "бір өріс екі рет берілген"),
      at: place,
      notes: [
        Diagnostic.Note(
          Message(
            en: "first given here", ru: "впервые задано здесь", kk: "алғаш рет осы жерде берілген"),
          at: first)
      ],
      hints: [
        Message(
          en: "keep one of the two, or rename one",
          ru: "оставьте одно из двух или переименуйте одно",
          kk: "екеуінің бірін қалдырыңыз немесе біреуінің атын өзгертіңіз")
      ])
  }

  static func tooDeep(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      code: "data-limit",
      Message(
        en: "the data is nested more than \(limit) levels deep",
        ru: "вложенность данных больше \(limit) уровней",
        kk: "деректердің кірістіру деңгейі \(limit)-ден асады"),
      at: place)
  }

  static func tooMany(_ limit: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      code: "data-limit",
      Message(
        en: "the data holds more than \(limit) values",
        ru: "в данных больше \(limit) значений",
        kk: "деректерде \(limit) мәннен көп"),
      at: place)
  }

  static func numberTooLong(at place: Place) -> Diagnostic {
    Diagnostic(
      code: "number-too-long",
      Message(
        en: "the number is too long: 38 digits are the most",
        ru: "число слишком длинное: самое большее 38 цифр",
        kk: "сан тым ұзын: ең көбі 38 цифр"),
      at: place,
      hints: [
        Message(
          en: "if it is an account or a code, put it in quotes",
          ru: "если это счёт или код, возьмите его в кавычки",
          kk: "бұл шот не код болса, тырнақшаға алыңыз")
      ])
  }
}

extension [Diagnostic] {
  /// From the top of the file to its end.
  var inOrder: [Diagnostic] {
    sorted { left, right in
      guard let left = left.place, let right = right.place else { return false }
      return (left.line, left.column) < (right.line, right.column)
    }
  }
}
