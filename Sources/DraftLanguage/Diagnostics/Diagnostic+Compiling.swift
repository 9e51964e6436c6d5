extension Diagnostic {
  static func unknownName(
    _ kind: String, _ place: Place, _ name: String, _ known: [String: Filter]
  ) -> Diagnostic {
    let message =
      switch kind {
      case "filter":
        Message(
          en: "there is no filter `\(name)`", ru: "нет фильтра `\(name)`",
          kk: "`\(name)` деген сүзгі жоқ")
      case "test":
        Message(
          en: "there is no test `\(name)`", ru: "нет проверки `\(name)`",
          kk: "`\(name)` деген тексеру жоқ")
      default:
        Message(
          en: "there is no function `\(name)`", ru: "нет функции `\(name)`",
          kk: "`\(name)` деген функция жоқ")
      }
    let near = NearestName.find(name, among: known.keys.sorted())
    return Diagnostic(
      code: "unknown-\(kind)", message, at: place, hints: near.map { [.didYouMean($0)] } ?? [])
  }

  static func tooManyArguments(_ place: Place, _ name: String, _ count: Int) -> Diagnostic {
    Diagnostic(
      code: "wrong-arguments",
      Message(
        en: "`\(name)` takes at most \(count) arguments",
        ru: "`\(name)`: аргументов не больше \(count)",
        kk: "`\(name)`: аргументтер \(count) санынан аспауы тиіс"),
      at: place)
  }

  static func unknownArgument(
    _ place: Place, _ name: String, _ argument: String, _ known: [String]
  ) -> Diagnostic {
    let near = NearestName.find(argument, among: known)
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      code: "wrong-arguments",
      Message(
        en: "`\(name)` has no argument `\(argument)`",
        ru: "у `\(name)` нет аргумента `\(argument)`",
        kk: "`\(name)` үшін `\(argument)` аргументі жоқ"),
      at: place,
      hints: near.map { [.didYouMean($0)] }
        ?? (known.isEmpty
          ? [] : [Message(en: "it has \(list)", ru: "есть \(list)", kk: "\(list) бар")]))
  }

  static func missingArgument(_ place: Place, _ name: String, _ argument: String) -> Diagnostic {
    Diagnostic(
      code: "wrong-arguments",
      Message(
        en: "`\(name)` needs the argument `\(argument)`",
        ru: "`\(name)` требует аргумента `\(argument)`",
        kk: "`\(name)` үшін `\(argument)` аргументі керек"),
      at: place)
  }

  static func argumentTwice(_ place: Place, _ argument: String) -> Diagnostic {
    Diagnostic(
      code: "wrong-arguments",
      Message(
        en: "the argument `\(argument)` is given twice", ru: "аргумент `\(argument)` задан дважды",
        kk: "`\(argument)` аргументі екі рет берілген"),
      at: place)
  }

  static func calledData(_ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, code: "called-data",
      Message(
        en: "data cannot be called; the arguments have no effect",
        ru: "данные нельзя вызвать как функцию; аргументы не действуют",
        kk: "деректерді функция ретінде шақыруға болмайды; аргументтер ескерілмейді"),
      at: place)
  }

  static func outsideLoop(_ place: Place, isContinue: Bool) -> Diagnostic {
    let word = isContinue ? "continue" : "break"
    return Diagnostic(
      code: "outside-loop",
      Message(
        en: "`\(word)` stands outside a loop", ru: "`\(word)` стоит вне цикла",
        kk: "`\(word)` циклден тыс тұр"),
      at: place)
  }

  static func noIncludes(_ place: Place) -> Diagnostic {
    Diagnostic(
      code: "include-unavailable",
      Message(
        en: "`include` is not available here", ru: "`include` здесь недоступен",
        kk: "`include` мұнда қолжетімсіз"),
      at: place)
  }

  static func includeMissing(_ place: Place, _ name: String) -> Diagnostic {
    Diagnostic(
      code: "include-missing",
      Message(
        en: "there is no template `\(name)`", ru: "нет шаблона `\(name)`",
        kk: "`\(name)` деген үлгі жоқ"),
      at: place)
  }

  static func includeCycle(_ place: Place, _ names: [String]) -> Diagnostic {
    let path = names.joined(separator: " → ")
    return Diagnostic(
      code: "include-cycle",
      Message(
        en: "templates include one another: \(path)", ru: "шаблоны включают друг друга: \(path)",
        kk: "үлгілер бірін-бірі қосады: \(path)"),
      at: place)
  }
}
