internal import DraftWording

extension ClauseWording {
  /// The words of the two languages: «раздел 4», «пункт 4.2», «подпункт 4.2.1», «4-бөлім»,
  /// «4.2-тармақ», «4.2.1-тармақша». Where no language is in scope it is Russian, as with all filters.
  static let draft = ClauseWording { request throws(FilterError) in
    guard let grammatical = GrammaticalCase(name: request.grammaticalCase) else {
      throw FilterError(
        code: "unknown-case", message: .unknownCase(request.grammaticalCase), hint: .cases)
    }
    do throws(WordingError) {
      if request.language == "kk" {
        let noun = try KazakhEnding.inflect(
          kazakhNoun(request.rank, isPossessive: request.isPossessive), to: grammatical,
          possessive: request.isPossessive)
        // «1) тармақша» is written apart, «4.2-тармақ» with a hyphen.
        let joint = request.number.last?.isNumber == true ? "-" : " "
        return Words(after: joint + noun.text)
      }
      let noun = try RussianPhrase.inflect(russianNoun(request.rank), to: grammatical)
      return Words(before: noun.text + " ")
    } catch {
      throw FilterError(code: error.code, message: .wording(error))
    }
  }

  private static func russianNoun(_ rank: Rank) -> String {
    switch rank {
    case .section: "раздел"
    case .clause: "пункт"
    case .subclause: "подпункт"
    }
  }

  private static func kazakhNoun(_ rank: Rank, isPossessive: Bool) -> String {
    switch rank {
    case .section: isPossessive ? "бөлімі" : "бөлім"
    case .clause: isPossessive ? "тармағы" : "тармақ"
    case .subclause: isPossessive ? "тармақшасы" : "тармақша"
    }
  }
}
