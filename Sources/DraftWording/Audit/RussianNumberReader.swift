/// Reads Russian number words back, in any case.
enum RussianNumberReader {
  /// The number with which the words begin; nil when the first of them is no number word.
  static func read(_ words: [String]) -> NumberReading? {
    guard let first = words.first, RussianNumberWords.word(first) != nil else { return nil }
    var reader = Reader()
    for (place, form) in words.enumerated() {
      if let word = RussianNumberWords.word(form) {
        reader.take(word)
        reader.reading.used = place + 1
        if reader.reading.isBroken { break }
      } else if form.hasPrefix("цел"), form.count < 6, !reader.hasWhole {
        reader.endWhole()
        reader.reading.used = place + 1
      } else if form == "и", reader.hasWhole, !reader.hasGroup {
        continue
      } else if let denominator = RussianNumberWords.denominator(form), reader.mayBeFraction {
        reader.endFraction(denominator)
        reader.reading.used = place + 1
        break
      } else {
        reader.reading.isOrdinal = RussianNumberWords.isOrdinal(form)
        break
      }
    }
    reader.finish()
    return reader.reading
  }

  private struct Reader {
    var reading = NumberReading()
    var hasWhole = false
    private var total = 0
    private var group = 0
    private var isHalf = false
    private(set) var hasGroup = false
    /// The lowest place that the group has: 1000 none, 100, 10, 1.
    private var lowest = 1000
    private var lastScale = Int.max
    private var groupCases = RussianCases.all
    private var groupGenders = RussianGenders.all

    /// «одна десятая» is a fraction, «двадцать пятый» is not: a unit must stand alone or after
    /// «целых».
    var mayBeFraction: Bool { hasGroup && (hasWhole || total == 0) }

    mutating func take(_ word: RussianNumberWords.Word) {
      reading.endsInScale = false
      switch word.place {
      case .scale: scale(word)
      case .zero: place(word, lowest == 1000 && total == 0, then: 0)
      case .hundred: place(word, lowest > 100, then: 100)
      case .ten: place(word, lowest > 10, then: 10)
      case .teen: place(word, lowest > 10, then: 1)
      case .unit: place(word, lowest > 1, then: 1)
      case .half:
        place(word, lowest == 1000, then: 1)
        isHalf = true
      }
    }

    private mutating func place(
      _ word: RussianNumberWords.Word, _ isAllowed: Bool, then place: Int
    ) {
      guard isAllowed else {
        reading.isBroken = true
        return
      }
      group += word.value
      lowest = place
      hasGroup = true
      groupCases.formIntersection(word.cases)
      groupGenders = word.genders
      reading.isPluralOnly = word.isPluralOnly
    }

    private mutating func scale(_ word: RussianNumberWords.Word) {
      guard word.value < lastScale, !(hasGroup && group == 0) else {
        reading.isBroken = true
        return
      }
      let agreed: RussianCases
      if hasGroup {
        agreed = RussianCases(
          rawValue: RussianCases.each.filter { one in
            guard groupCases.contains(one) else { return false }
            var demand = RussianDemand(number: group, in: one)
            if isHalf {
              let isDirect = RussianCases.direct.contains(one)
              demand.isPlural = !isDirect
              demand.grammatical = isDirect ? .genitive : one
            }
            return (demand.isPlural ? word.pluralCases : word.cases).contains(demand.grammatical)
          }.reduce(0) { $0 | $1.rawValue })
      } else {
        agreed = word.cases
      }
      reading.cases.formIntersection(
        groupGenders.isDisjoint(with: word.genders) ? [] : agreed)
      total += (hasGroup ? group : 1) * word.value + (isHalf ? word.value / 2 : 0)
      if isHalf { reading.hasFraction = false }
      lastScale = word.value
      reading.endsInScale = true
      clearGroup()
    }

    private mutating func clearGroup() {
      group = 0
      hasGroup = false
      isHalf = false
      lowest = 1000
      groupCases = .all
      groupGenders = .all
    }

    /// «целых»: what follows is the fraction.
    mutating func endWhole() {
      reading.whole = total + group
      reading.hasFraction = true
      hasWhole = true
      total = 0
      lastScale = .max
      clearGroup()
    }

    mutating func endFraction(_ denominator: Int) {
      reading.hasFraction = true
      reading.millionths = (total + group) * (1_000_000 / denominator)
      hasWhole = true
      total = 0
      clearGroup()
    }

    mutating func finish() {
      if hasWhole {
        // «три целых» without a denominator says no more than три.
        if hasGroup, reading.millionths == 0 { reading.isBroken = true }
        reading.cases = .all
        return
      }
      reading.whole = total + group
      if isHalf {
        reading.hasFraction = true
        reading.millionths = 500_000
      }
      if hasGroup {
        reading.cases.formIntersection(groupCases)
        reading.genders = groupGenders
      }
    }
  }
}
