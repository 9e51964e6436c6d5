extension Machine {
  func callText(
    _ text: String, _ name: String, _ invocation: Invocation, _ node: Int32
  ) -> Value {
    charge(text.utf8.count >> 6)
    let given = invocation.arguments.map { scalar(evaluate($0, asking: true), $0) }
    if given.contains(where: \.isPoison) { return .poison }
    func string(_ index: Int) -> String? {
      if index < given.count, case .string(let text) = given[index] { text } else { nil }
    }
    func number(_ index: Int, _ name: String = "") -> Int? {
      if index < given.count, case .int(let number) = given[index] { return number }
      if let argument = invocation.named.first(where: { $0.name == name }),
        case .int(let number) = evaluate(argument.node)
      {
        return number
      }
      return nil
    }
    let scalars = text.unicodeScalars
    switch (name, given.count) {
    case ("upper", 0): return .string(text.uppercased())
    case ("lower", 0): return .string(text.lowercased())
    case ("title", 0): return .string(Text.title(text))
    case ("capitalize", 0): return .string(Text.capitalize(text))
    case ("swapcase", 0): return .string(Text.swapCase(text))
    case ("strip", 0...1): return .string(Text.strip(text, string(0)))
    case ("lstrip", 0...1): return .string(Text.stripStart(text, string(0)))
    case ("rstrip", 0...1): return .string(Text.stripEnd(text, string(0)))
    case ("splitlines", _): return .list(Text.lines(text).map { .string($0) })
    case ("split", 0...2), ("rsplit", 0...2):
      let limit = number(1, "maxsplit") ?? -1
      guard let separator = string(0) else {
        return .list(Text.words(text, name == "split" ? limit : -1).map { .string($0) })
      }
      guard !separator.isEmpty else { return fail(.wrongMethodArguments(name), node) }
      let pieces =
        name == "split"
        ? Text.split(text, separator, limit) : Text.rsplit(text, separator, limit)
      return .list(pieces.map { .string($0) })
    case ("partition", 1):
      guard let separator = string(0), !separator.isEmpty else { break }
      let pieces = Text.split(text, separator, 1)
      return .list(
        [pieces[0], pieces.count > 1 ? separator : "", pieces.count > 1 ? pieces[1] : ""].map {
          .string($0)
        })
    case ("join", 1):
      guard let items = elements(given[0], invocation.arguments[0]) else { return .poison }
      var parts: [String] = []
      for item in items {
        guard let part = self.text(item, invocation.arguments[0]) else { return .poison }
        parts.append(part)
      }
      let joined = parts.joined(separator: text)
      return checkSize(joined.utf8.count) ? .string(joined) : .poison
    case ("replace", 2...3):
      guard let old = string(0), let new = string(1) else { break }
      guard checkSize((text.utf8.count + 1) * (new.utf8.count + 1) / max(1, old.utf8.count)) else {
        return .poison
      }
      return .string(Text.replace(text, old, with: new, count: number(2, "count") ?? -1))
    case ("startswith", 1): return starts(text, given[0], atEnd: false)
    case ("endswith", 1): return starts(text, given[0], atEnd: true)
    case ("removeprefix", 1):
      guard let prefix = string(0) else { break }
      return .string(text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text)
    case ("removesuffix", 1):
      guard let suffix = string(0) else { break }
      return .string(text.hasSuffix(suffix) ? String(text.dropLast(suffix.count)) : text)
    case ("find", 1), ("index", 1):
      guard let part = string(0) else { break }
      if part.isEmpty { return .int(0) }
      if let found = Text.find(part, in: text) {
        let before = String(decoding: Array(text.utf8)[..<found.lowerBound], as: UTF8.self)
        return .int(before.unicodeScalars.count)
      }
      return name == "find" ? .int(-1) : fail(.notInList, node)
    case ("count", 1):
      guard let part = string(0) else { break }
      return .int(
        part.isEmpty ? scalars.count + 1 : Text.split(text, part).count - 1)
    case ("zfill", 1):
      guard let width = number(0) else { break }
      let isSigned = text.hasPrefix("-") || text.hasPrefix("+")
      let sign = isSigned ? String(text.prefix(1)) : ""
      let digits = String(text.dropFirst(sign.count))
      return .string(
        sign + Text.pad(digits, width - sign.count, "0", left: true, right: false))
    case ("center", 1...2), ("ljust", 1...2), ("rjust", 1...2):
      guard let width = number(0) else { break }
      return .string(
        Text.pad(
          text, width, string(1) ?? " ", left: name != "ljust", right: name != "rjust"))
    case ("isdigit", 0), ("isnumeric", 0):
      return .bool(
        !text.isEmpty && scalars.allSatisfy { $0.properties.numericType != nil })
    case ("isalpha", 0):
      return .bool(!text.isEmpty && scalars.allSatisfy(\.properties.isAlphabetic))
    case ("isupper", 0):
      return .bool(text == text.uppercased() && text != text.lowercased())
    case ("islower", 0):
      return .bool(text == text.lowercased() && text != text.uppercased())
    case ("format", _):
      let named = invocation.named.map { ($0.name, evaluate($0.node)) }
      return formatBraces(text, given, named, node)
    default: break
    }
    return fail(.wrongMethodArguments(name), node)
  }

  private func starts(_ text: String, _ argument: Value, atEnd: Bool) -> Value {
    switch argument {
    case .string(let part): return .bool(atEnd ? text.hasSuffix(part) : text.hasPrefix(part))
    case .list(let parts):
      for part in parts {
        if case .bool(true) = starts(text, part, atEnd: atEnd) { return .bool(true) }
      }
      return .bool(false)
    default: return .bool(false)
    }
  }
}
