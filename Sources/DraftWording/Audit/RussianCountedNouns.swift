/// Russian nouns that papers count, for telling whether they agree with the words of a number.
enum RussianCountedNouns {
  /// What a form may be.
  struct Form: Sendable {
    var genders: RussianGenders?
    var single: RussianCases = []
    var plural: RussianCases = []

    /// True when the form meets the demand of a number.
    func meets(_ demand: RussianDemand) -> Bool {
      (demand.isPlural ? plural : single).contains(demand.grammatical)
    }
  }

  /// The readings of a form, small and with е for ё; nil for a noun that is not known well enough.
  static func form(_ word: String) -> Form? {
    if let known = forms[word] { return known }
    guard word.utf8.count >= 10, !unchanged.contains(word) else { return nil }
    if word.hasSuffix("ами") || word.hasSuffix("ями") { return Form(plural: .instrumental) }
    if word.hasSuffix("ам") || word.hasSuffix("ям") { return Form(plural: .dative) }
    if word.hasSuffix("ах") || word.hasSuffix("ях") { return Form(plural: .prepositional) }
    return nil
  }

  /// Plurals in the genitive, and others, that end like another case.
  private static let unchanged: Set<String> = [
    "реклам", "панорам", "диорам", "голограм", "монограм", "рубах", "черепах", "цунами",
    "оригами", "размах", "взмах", "слагам",
  ]

  private static let forms: [String: Form] = {
    var forms: [String: Form] = [:]
    func add(_ genders: RussianGenders, single: [String], plural: [String]) {
      for (place, word) in single.enumerated() {
        var form = forms[word] ?? Form(genders: genders)
        form.single.formUnion(RussianCases.each[place])
        forms[word] = form
      }
      for (place, word) in plural.enumerated() {
        var form = forms[word] ?? Form(genders: genders)
        form.plural.formUnion(RussianCases.each[place])
        forms[word] = form
      }
    }
    func male(_ stem: String) {
      add(
        .masculine, single: ["", "а", "у", "", "ом", "е"].map { stem + $0 },
        plural: ["ы", "ов", "ам", "ы", "ами", "ах"].map { stem + $0 })
    }
    func female(_ stem: String, _ many: String, _ plural: String = "ы") {
      let genitive = plural
      add(
        .feminine, single: ["а", genitive, "е", "у", "ой", "е"].map { stem + $0 },
        plural: [stem + plural, many, stem + "ам", stem + plural, stem + "ами", stem + "ах"])
    }
    for stem in [
      "час", "экземпляр", "лист", "процент", "тиын", "доллар", "цент", "квартал", "метр",
      "договор", "документ", "акт", "оригинал", "дубликат", "гектар", "километр", "литр",
    ] {
      male(stem)
    }
    add(
      .masculine, single: ["день", "дня", "дню", "день", "днем", "дне"],
      plural: ["дни", "дней", "дням", "дни", "днями", "днях"])
    add(
      .masculine, single: ["месяц", "месяца", "месяцу", "месяц", "месяцем", "месяце"],
      plural: ["месяцы", "месяцев", "месяцам", "месяцы", "месяцами", "месяцах"])
    add(
      .masculine, single: ["год", "года", "году", "год", "годом", "году"],
      plural: ["годы", "лет", "годам", "годы", "годами", "годах"])
    add(
      .masculine, single: ["рубль", "рубля", "рублю", "рубль", "рублем", "рубле"],
      plural: ["рубли", "рублей", "рублям", "рубли", "рублями", "рублях"])
    add(
      .feminine, single: ["неделя", "недели", "неделе", "неделю", "неделей", "неделе"],
      plural: ["недели", "недель", "неделям", "недели", "неделями", "неделях"])
    female("минут", "минут")
    female("единиц", "единиц")
    female("страниц", "страниц")
    female("копейк", "копеек", "и")
    female("штук", "штук", "и")
    female("комнат", "комнат")
    // Other stems have readings that papers use for something else (страницей, сторон).
    forms["единицей"] = Form(genders: .feminine, single: .instrumental)
    forms["страницей"] = Form(genders: .feminine, single: .instrumental)
    return forms
  }()
}
