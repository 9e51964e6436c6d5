internal import DraftLanguage

/// Why a text is no JSON, and where.
struct JSONFault: Error, Hashable {
  /// A word that JSON does not know.
  enum ForeignWord: Hashable {
    case truth
    case nothing
    case notANumber
    case text
  }

  /// The mistakes that people make, told apart so that each gets its own advice.
  enum Kind: Hashable {
    case empty
    case endOfFile(opened: Int?)
    case openString
    case textAfterEnd
    case severalValues
    case trailingComma
    case missingComma(afterString: Bool)
    case missingColon
    case missingValue
    case missingKey
    case keyInList
    case wrongBracket(opened: Int)
    case unquotedKey
    case singleQuotes
    case typographicQuotes
    case unusualSpace
    case comment
    case foreignWord(ForeignWord)
    case leadingZero
    case malformedNumber
    case numberTooLong
    case controlCharacter(UInt8)
    case unknownEscape
    case loneSurrogate
    case tooDeep(Int)
    case tooMany(Int)
    case unexpected
  }

  var kind: Kind
  var range: Range<Int>

  init(_ kind: Kind, at offset: Int, count: Int = 1) {
    self.kind = kind
    range = offset..<(offset + count)
  }

  /// Whether the text is no JSON at all, rather than JSON beyond a limit.
  var isSyntax: Bool {
    switch kind {
    case .tooDeep, .tooMany, .numberTooLong: false
    default: true
    }
  }

  /// The error as a person reads it.
  func diagnostic(in text: DataText) -> Diagnostic {
    let place = text.place(range)
    switch kind {
    case .empty: return DataFault.empty(text)
    case .tooDeep(let limit): return DataFault.tooDeep(limit, at: place)
    case .tooMany(let limit): return DataFault.tooMany(limit, at: place)
    case .numberTooLong: return DataFault.numberTooLong(at: place)
    default: break
    }
    return Diagnostic(
      code: "invalid-json", message, at: place, notes: notes(in: text),
      hints: hint.map { [$0] } ?? [])
  }

  private func notes(in text: DataText) -> [Diagnostic.Note] {
    let opened: Int?
    switch kind {
    case .endOfFile(let offset): opened = offset
    case .wrongBracket(let offset): opened = offset
    default: opened = nil
    }
    guard let opened else { return [] }
    return [
      Diagnostic.Note(
        Message(en: "opened here", ru: "открыто здесь", kk: "осы жерде ашылған"),
        at: text.place(opened..<(opened + 1)))
    ]
  }
}
