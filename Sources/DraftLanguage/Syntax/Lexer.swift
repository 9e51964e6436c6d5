#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Cuts the inside of a tag into tokens, reading what Word's autocorrect made of it as meant.
struct Lexer {
  /// What is wrong at some bytes.
  private enum Mistake {
    case character(Unicode.Scalar, Range<Int>)
    case number(Range<Int>)
    case string(Range<Int>)
  }

  private let text: [UInt8]
  private var at: Int
  private let end: Int
  private var tokens: [Token] = []
  private var mistakes: [Mistake] = []

  /// The tokens of a span, ending with an `end` token; nil when a character has no meaning there.
  static func tokens(
    _ source: SourceText, _ span: Range<Int>
  ) -> (tokens: [Token], diagnostics: [Diagnostic]) {
    var lexer = Lexer(source.text, span)
    lexer.run()
    if lexer.mistakes.isEmpty { return (lexer.tokens, []) }
    var findings = Findings()
    for mistake in lexer.mistakes {
      switch mistake {
      case .character(let scalar, let span):
        findings.append(.unexpectedCharacter(source, span, scalar))
      case .number(let span): findings.append(.numberTooLarge(source, span))
      case .string(let span): findings.append(.unclosedString(source, span))
      }
    }
    return (lexer.tokens, findings.items)
  }

  /// The first word of a span, such as the keyword of a statement; empty when none stands there.
  static func firstWord(_ text: [UInt8], _ span: Range<Int>) -> String {
    var at = span.lowerBound
    while at < span.upperBound {
      let (scalar, length) = Scalars.decode(text, at, span.upperBound)
      guard Scalars.isSpace(scalar) || Scalars.isIgnorable(scalar) else { break }
      at += length
    }
    guard at < span.upperBound,
      Scalars.isNameStart(Scalars.decode(text, at, span.upperBound).scalar)
    else { return "" }
    return name(text, at, span.upperBound).name
  }

  private init(_ text: [UInt8], _ span: Range<Int>) {
    self.text = text
    at = span.lowerBound
    end = span.upperBound
    // Most tags are a path of two names.
    tokens.reserveCapacity(4)
  }

  private mutating func run() {
    while at < end, mistakes.count <= Findings.limit {
      let (scalar, length) = Scalars.decode(text, at, end)
      if Scalars.isSpace(scalar) || Scalars.isIgnorable(scalar) {
        at += length
      } else if Scalars.isNameStart(scalar) {
        let (name, next) = Self.name(text, at, end)
        add(.name(name), next)
      } else if scalar >= 0x30, scalar <= 0x39 {
        number()
      } else if Quotes.isQuote(scalar) {
        string(scalar, length)
      } else if scalar != 0x2D, Scalars.isMinus(scalar) {
        add(.mark(.minus), at + length)
      } else if let (mark, length) = mark() {
        add(.mark(mark), at + length)
      } else {
        mistakes.append(
          .character(Unicode.Scalar(scalar) ?? "\u{FFFD}", at..<(at + length)))
        at += length
      }
    }
    tokens.append(Token(kind: .end, span: end..<end))
  }

  private mutating func add(_ kind: Token.Kind, _ next: Int) {
    tokens.append(Token(kind: kind, span: at..<next))
    at = next
  }

  /// A name without the characters that are not there for its reader.
  private static func name(_ text: [UInt8], _ start: Int, _ end: Int) -> (name: String, end: Int) {
    var at = start
    while at < end, Scalars.isNamePart(ascii: text[at]) { at += 1 }
    // Nearly all names are of ASCII alone.
    if at == end || text[at] < 0x80 {
      return (String(decoding: text[start..<at], as: UTF8.self), at)
    }
    at = start
    var last = start
    var bytes: [UInt8] = []
    while at < end {
      let (scalar, length) = Scalars.decode(text, at, end)
      if Scalars.isNamePart(scalar) {
        bytes.append(contentsOf: text[at..<(at + length)])
        last = at + length
      } else if !Scalars.isIgnorable(scalar) {
        break
      }
      at += length
    }
    return (String(decoding: bytes, as: UTF8.self), last)
  }

  private mutating func number() {
    var next = at
    var digits: [UInt8] = []
    func isDigit(_ at: Int) -> Bool { at < end && text[at] >= 0x30 && text[at] <= 0x39 }
    func take() {
      while isDigit(next) || (next < end && text[next] == 0x5F && isDigit(next + 1)) {
        if text[next] != 0x5F { digits.append(text[next]) }
        next += 1
      }
    }
    take()
    // `{{ a.0.b }}` reads an index, not a fraction.
    var afterDot = false
    if let last = tokens.last, case .mark(.dot) = last.kind { afterDot = true }
    var whole = true
    if !afterDot, next < end, text[next] == 0x2E, isDigit(next + 1) {
      whole = false
      digits.append(0x2E)
      next += 1
      take()
    }
    if !afterDot, next < end, text[next] | 0x20 == 0x65 {
      let signed = next + 1 < end && (text[next + 1] == 0x2D || text[next + 1] == 0x2B)
      if isDigit(next + (signed ? 2 : 1)) {
        whole = false
        digits.append(0x65)
        if signed { digits.append(text[next + 1]) }
        next += signed ? 2 : 1
        take()
      }
    }
    let written = String(decoding: digits, as: UTF8.self)
    if whole, let value = Int(written) {
      add(.integer(value), next)
    } else if let value = Decimal(string: written), !value.isNaN {
      let plain = whole || !digits.contains(0x65)
      add(.decimal(DecimalNumber(value, written: plain ? written : nil)), next)
    } else {
      mistakes.append(.number(at..<next))
      add(.integer(0), next)
    }
  }

  private mutating func string(_ scalar: UInt32, _ length: Int) {
    guard let found = Quotes.string(text, at: at, end: end) else {
      mistakes.append(.string(at..<end))
      at = end
      return
    }
    let content = Escapes.resolve(text[found.content])
    add(.string(content), found.end)
  }

  /// The mark that stands here, the longest one, and its length in bytes; nil when there is none.
  private func mark() -> (mark: Token.Mark, length: Int)? {
    let next: Unicode.Scalar = at + 1 < end ? Unicode.Scalar(text[at + 1]) : " "
    switch Unicode.Scalar(text[at]) {
    case ".": return (.dot, 1)
    case "|": return (.pipe, 1)
    case ",": return (.comma, 1)
    case ":": return (.colon, 1)
    case "(": return (.openParenthesis, 1)
    case ")": return (.closeParenthesis, 1)
    case "[": return (.openBracket, 1)
    case "]": return (.closeBracket, 1)
    case "{": return (.openBrace, 1)
    case "}": return (.closeBrace, 1)
    case "+": return (.plus, 1)
    case "-": return (.minus, 1)
    case "%": return (.modulo, 1)
    case "~": return (.tilde, 1)
    case "*": return next == "*" ? (.power, 2) : (.times, 1)
    case "/": return next == "/" ? (.floorDivided, 2) : (.divided, 1)
    case "=": return next == "=" ? (.equal, 2) : (.assign, 1)
    case "<": return next == "=" ? (.lessOrEqual, 2) : (.less, 1)
    case ">": return next == "=" ? (.greaterOrEqual, 2) : (.greater, 1)
    case "!": return next == "=" ? (.unequal, 2) : nil
    default: return nil
    }
  }
}

/// Backslash sequences of string literals, as Python reads them.
enum Escapes {
  static func resolve(_ content: ArraySlice<UInt8>) -> String {
    guard content.contains(0x5C) else { return String(decoding: content, as: UTF8.self) }
    var bytes: [UInt8] = []
    var at = content.startIndex
    while at < content.endIndex {
      let byte = content[at]
      guard byte == 0x5C, at + 1 < content.endIndex else {
        bytes.append(byte)
        at += 1
        continue
      }
      let next = content[at + 1]
      at += 2
      switch next {
      case 0x6E: bytes.append(0x0A)
      case 0x74: bytes.append(0x09)
      case 0x72: bytes.append(0x0D)
      case 0x61: bytes.append(0x07)
      case 0x62: bytes.append(0x08)
      case 0x66: bytes.append(0x0C)
      case 0x76: bytes.append(0x0B)
      case 0x30: bytes.append(0x00)
      case 0x5C, 0x22, 0x27: bytes.append(next)
      case 0x0A: break
      case 0x78, 0x75, 0x55:
        let length = next == 0x78 ? 2 : next == 0x75 ? 4 : 8
        let digits = content[at..<min(at + length, content.endIndex)]
        if digits.count == length,
          let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(code)
        {
          bytes.append(contentsOf: String(Character(scalar)).utf8)
          at += length
        } else {
          bytes.append(0x5C)
          bytes.append(next)
        }
      default:
        bytes.append(0x5C)
        bytes.append(next)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
