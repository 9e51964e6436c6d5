/// Initials of a name that has been taken apart.
extension RussianNameParts {
  static let noBreakSpace = "\u{A0}"

  /// Whether any token is a surname.
  var hasSurname: Bool { tokens.contains { $0.role == .surname } }

  /// The initials of first name and patronymic, or those that the data already has.
  func initials(spaced: Bool) -> String {
    var result = ""
    func append(_ initial: String) {
      if spaced, !result.isEmpty { result += Self.noBreakSpace }
      result += initial
    }
    var keptBefore = false
    for (index, token) in tokens.enumerated() {
      switch token.role {
      case .first: append(initial(of: words(of: token)))
      case .patronymic: append(initial(of: words(of: token).prefix(1)))
      case .initials: for initial in split(token.range) { append(initial) }
      case .surname: break
      case .kept:
        // «Гасан оглы»: one initial for both words; particles have none.
        if !keptBefore, isFatherName(index) { append(initial(of: words(of: token).prefix(1))) }
      }
      keptBefore = token.role == .kept
    }
    return result
  }

  /// A kept token that a word like «оглы» follows.
  func isFatherName(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].role == .kept,
      let next = firstWord(of: tokens[index + 1])
    else { return false }
    return RussianNameFirst.kinWordGender(next) != nil
  }

  /// A father's name before a word like «оглы», or that word itself.
  func isKinPhrase(_ index: Int) -> Bool {
    if isFatherName(index) { return true }
    guard let word = firstWord(of: tokens[index]) else { return false }
    return index > 0 && RussianNameFirst.kinWordGender(word) != nil
  }

  /// «К.-Ж.» of Касым-Жомарт.
  private func initial(of words: ArraySlice<RussianNameWord>) -> String {
    var result = ""
    for word in words {
      guard let first = text(word.range).unicodeScalars.first else { continue }
      if !result.isEmpty { result += "-" }
      if word.isCapitalized {
        result.unicodeScalars.append(first)
      } else {
        result += first.properties.uppercaseMapping
      }
      result += "."
    }
    return result
  }

  /// «И.И.» and «И.И» one by one, each with its dot; a hyphen stays before its letter.
  private func split(_ range: Range<Int>) -> [String] {
    var pieces: [String] = []
    for piece in text(range).split(separator: ".") {
      if piece.hasPrefix("-"), let last = pieces.last {
        pieces[pieces.count - 1] = last + piece + "."
      } else {
        pieces.append(piece + ".")
      }
    }
    return pieces
  }
}
