extension Complaint {
  static func tooManySteps(_ limit: Int) -> Complaint {
    Complaint(
      code: "too-many-steps",
      message: Message(
        en: "the template takes more than \(limit) steps",
        ru: "шаблон требует больше \(limit) шагов",
        kk: "үлгі \(limit) қадамнан артық жұмсайды"))
  }

  static func tooMuchOutput(_ limit: Int) -> Complaint {
    Complaint(
      code: "output-too-large",
      message: Message(
        en: "the document grows beyond \(limit) bytes", ru: "документ превышает \(limit) байт",
        kk: "құжат \(limit) байттан асып кетті"))
  }

  static func tooDeepCalls(_ limit: Int) -> Complaint {
    Complaint(
      code: "calls-too-deep",
      message: Message(
        en: "macros call one another more than \(limit) deep",
        ru: "макросы вызывают друг друга глубже \(limit) уровней",
        kk: "макростар бірін-бірі \(limit) деңгейден терең шақырады"))
  }

  static func valueTooLong(_ limit: Int) -> Complaint {
    Complaint(
      code: "value-too-long",
      message: Message(
        en: "the value is longer than \(limit) bytes", ru: "значение длиннее \(limit) байт",
        kk: "мән \(limit) байттан ұзын"))
  }

  static func tooLarge(_ limit: Int) -> Complaint {
    Complaint(
      code: "value-too-large",
      message: Message(
        en: "a computed value is larger than \(limit)", ru: "вычисленное значение больше \(limit)",
        kk: "есептелген мән \(limit) шегінен үлкен"))
  }

  static func noNamespace(_ name: String) -> Complaint {
    Complaint(
      code: "wrong-type",
      message: Message(
        en: "`\(name)` is no namespace; its fields cannot be set",
        ru: "`\(name)` — не namespace, его поля нельзя задать",
        kk: "`\(name)` — namespace емес, оның өрістерін беруге болмайды"),
      hints: [
        Message(
          en: "begin with `{% set \(name) = namespace() %}`",
          ru: "начните с `{% set \(name) = namespace() %}`",
          kk: "`{% set \(name) = namespace() %}` деп бастаңыз")
      ])
  }

  static func cannotUnpack(_ count: Int) -> Complaint {
    Complaint(
      code: "wrong-type",
      message: Message(
        en: "the value cannot be taken apart into \(count) names",
        ru: "значение нельзя разложить на имена (\(count))",
        kk: "мәнді \(count) атауға бөлуге болмайды"))
  }

  static func wrongType(_ message: Message, _ hints: [Message] = []) -> Complaint {
    Complaint(code: "wrong-type", message: message, hints: hints)
  }

  static var overflow: Complaint {
    Complaint(
      code: "number-overflow",
      message: Message(
        en: "the number is too large", ru: "слишком большое число", kk: "сан тым үлкен"))
  }

  static var divisionByZero: Complaint {
    Complaint(
      code: "division-by-zero",
      message: Message(en: "division by zero", ru: "деление на ноль", kk: "нөлге бөлу"))
  }

  static func unsupported(_ what: Message) -> Complaint {
    Complaint(code: "unsupported-value", message: what)
  }

  static func noLanguage(_ path: String, _ languages: String) -> Complaint {
    Complaint(
      code: "no-language",
      message: Message(
        en:
          "`\(path)` has a text for each language (\(languages)), and no language is in scope here",
        ru: "у `\(path)` свой текст для каждого языка (\(languages)), а здесь язык не задан",
        kk: "`\(path)` мәнінің әр тілге мәтіні бар (\(languages)), ал мұнда тіл көрсетілмеген"),
      hints: [
        Message(
          en: "write `\(path).ru` or `\(path).kk`, or put the text inside `{% lang ru %}`",
          ru: "напишите `\(path).ru` или `\(path).kk` либо поместите текст в `{% lang ru %}`",
          kk:
            "`\(path).kk` немесе `\(path).ru` деп жазыңыз, не мәтінді `{% lang kk %}` ішіне алыңыз")
      ])
  }
}
