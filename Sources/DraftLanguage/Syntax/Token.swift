/// A word, mark, string or number inside a tag.
struct Token: Sendable {
  enum Kind: Sendable {
    case name(String)
    case string(String)
    case integer(Int)
    case decimal(DecimalNumber)
    case mark(Mark)
    case end
  }

  /// Operators and punctuation.
  enum Mark: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case floorDivided = "//"
    case modulo = "%"
    case power = "**"
    case tilde = "~"
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case greater = ">"
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case assign = "="
    case pipe = "|"
    case dot = "."
    case comma = ","
    case colon = ":"
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
  }

  var kind: Kind
  var span: Range<Int>

  /// The token as a message quotes it.
  var quoted: String {
    switch kind {
    case .name(let name): "`\(name)`"
    case .string(let text): "\"\(text)\""
    case .integer(let number): "`\(number)`"
    case .decimal(let number): "`\(number.written ?? Printing.plain(number.value))`"
    case .mark(let mark): "`\(mark.rawValue)`"
    case .end: ""
    }
  }
}
