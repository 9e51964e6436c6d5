/// Python's `%` formatting and `str.format`.
extension Machine {
  /// `format % argument`, the argument a list, a mapping or one value.
  func format(_ format: String, _ argument: Value, _ argumentNode: Int32, _ node: Int32) -> Value {
    let arguments: [Value] = if case .list(let items) = argument { items } else { [argument] }
    return formatPercent(format, arguments, argument, node)
  }

  func formatPercent(
    _ format: String, _ arguments: [Value], _ mapping: Value, _ node: Int32
  ) -> Value {
    var result = ""
    var next = 0
    var scalars = Array(format.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if scalars.first == "%" {
        scalars.removeFirst()
        result += "%"
        continue
      }
      var value: Value?
      if scalars.first == "(", let end = scalars.firstIndex(of: ")") {
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[(scalars.startIndex + 1)..<end])
        value = item(mapping, .string(String(name)))
        scalars = scalars[(end + 1)...]
      }
      var flags = Set<Unicode.Scalar>()
      while let flag = scalars.first, "-+ #0".unicodeScalars.contains(flag) {
        flags.insert(flag)
        scalars.removeFirst()
      }
      var rest = ""
      while let part = scalars.first, part == "." || (part.value >= 0x30 && part.value <= 0x39) {
        rest.unicodeScalars.append(part)
        scalars.removeFirst()
      }
      guard let type = scalars.popFirst() else { return fail(.wrongFormat(format), node) }
      if value == nil {
        guard next < arguments.count else { return fail(.tooFewToFormat(format), node) }
        value = arguments[next]
        next += 1
      }
      guard let value, let text = percent(value, type, flags, rest, node) else {
        return isHalted ? .poison : fail(.wrongFormat(format), node)
      }
      result += text
      guard checkSize(result.utf8.count) else { return .poison }
    }
    return .string(result)
  }

  private func percent(
    _ value: Value, _ type: Unicode.Scalar, _ flags: Set<Unicode.Scalar>, _ rest: String,
    _ node: Int32
  ) -> String? {
    let value = scalar(used(value, node), node)
    if value.isPoison { return "" }
    var specification = flags.contains("-") ? "<" : ">"
    if flags.contains("+") {
      specification += "+"
    } else if flags.contains(" ") {
      specification += " "
    }
    if flags.contains("#") { specification += "#" }
    let zero = flags.contains("0") && !flags.contains("-")
    if zero { specification = String(specification.dropFirst()) + "0" }
    switch type {
    case "s", "r", "a":
      let align = flags.contains("-") ? "<" : ">"
      let text = type == "s" ? Printing.string(value) : Printing.repr(value)
      return NumberFormat(align + rest + "s")?.apply(.string(text)) { _ in text }
    case "d", "i", "u":
      guard value.isNumber else { return nil }
      let whole = Rounding.integer(
        Rounding.round(Arithmetic.decimal(value), places: 0, rule: .towardZero))
      return whole.flatMap { number in
        NumberFormat(specification + rest + "d")?.apply(.int(number)) { _ in nil }
      }
    default:
      return NumberFormat(specification + rest + String(type))?.apply(value) { _ in nil }
    }
  }

  /// `format.format(…)`.
  func formatBraces(
    _ format: String, _ arguments: [Value], _ named: [(String, Value)], _ node: Int32
  ) -> Value {
    var result = ""
    var next = 0
    var scalars = Array(format.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if scalar == "}" {
        guard scalars.popFirst() == "}" else { return fail(.wrongFormat(format), node) }
        result += "}"
        continue
      }
      guard scalar == "{" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if scalars.first == "{" {
        scalars.removeFirst()
        result += "{"
        continue
      }
      guard let end = scalars.firstIndex(of: "}") else { return fail(.wrongFormat(format), node) }
      var field = String.UnicodeScalarView()
      field.append(contentsOf: scalars[..<end])
      scalars = scalars[(end + 1)...]
      let parts = Text.split(String(field), ":", 1)
      let head = Text.split(parts[0], "!", 1)
      guard let value = lookUp(head[0], arguments, named, &next) else {
        return fail(.tooFewToFormat(format), node)
      }
      var one = self.scalar(used(value, node), node)
      if one.isPoison { return .poison }
      if head.count > 1 {
        one = .string(head[1] == "r" ? Printing.repr(one) : Printing.string(one))
      }
      guard
        let text = NumberFormat(parts.count > 1 ? parts[1] : "")?.apply(
          one, text: { Printing.string($0) })
      else { return fail(.wrongFormat(format), node) }
      result += text
      guard checkSize(result.utf8.count) else { return .poison }
    }
    return .string(result)
  }

  /// The value of a replacement field: `0`, `name`, `0.attribute`, `name[key]`, or the next one.
  private func lookUp(
    _ field: String, _ arguments: [Value], _ named: [(String, Value)], _ next: inout Int
  ) -> Value? {
    let opened = Text.replace(Text.replace(field, "[", with: "."), "]", with: "")
    let steps = Text.split(opened, ".")
    var value: Value?
    if steps[0].isEmpty {
      value = next < arguments.count ? arguments[next] : nil
      next += 1
    } else if let index = Int(steps[0]) {
      value = arguments.indices.contains(index) ? arguments[index] : nil
    } else {
      value = named.first { $0.0 == steps[0] }?.1
    }
    for step in steps.dropFirst() {
      guard let holder = value else { return nil }
      value = item(holder, Int(step).map { .int($0) } ?? .string(step))
    }
    return value
  }
}

extension Complaint {
  static func wrongFormat(_ format: String) -> Complaint {
    Complaint(
      code: "wrong-format",
      message: Message(
        en: "the format \"\(format)\" does not fit the values",
        ru: "формат «\(format)» не подходит к значениям",
        kk: "«\(format)» пішімі мәндерге сәйкес келмейді"))
  }

  static func tooFewToFormat(_ format: String) -> Complaint {
    Complaint(
      code: "wrong-format",
      message: Message(
        en: "the format \"\(format)\" wants more values than are given",
        ru: "формат «\(format)» требует больше значений, чем дано",
        kk: "«\(format)» пішімі берілгеннен көп мән талап етеді"))
  }
}
