#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension StandardFilters {
  static let numbers: [Filter] = [
    Filter("int", [.init("default", .int(0)), .init("base", .int(10))], inputKind: .number) {
      (input) throws(FilterError) in
      let value = try input.resolved()
      switch value {
      case .int: return value
      case .bool(let flag): return .int(flag ? 1 : 0)
      case .decimal(let number):
        return Rounding.integer(Rounding.round(number.value, places: 0, rule: .towardZero))
          .map { .int($0) } ?? value
      case .string(let text):
        let trimmed = Text.strip(text, nil)
        let base = try input.integer("base") ?? 10
        if (2...36).contains(base), let whole = Int(withoutPrefix(trimmed, base), radix: base) {
          return .int(whole)
        }
        if let number = Numbers.parse(trimmed),
          let whole = Rounding.integer(
            Rounding.round(number.value, places: 0, rule: .towardZero))
        {
          return .int(whole)
        }
        return input["default"]
      default: return input["default"]
      }
    },
    Filter(
      "float", [.init("default", .decimal(DecimalNumber(0, written: "0.0")))], inputKind: .number
    ) { (input) throws(FilterError) in
      let value = try input.resolved()
      switch value {
      case .int(let number): return .decimal(DecimalNumber(Decimal(number)))
      case .bool(let flag): return .decimal(DecimalNumber(flag ? 1 : 0))
      case .decimal(let number): return .decimal(DecimalNumber(number.value))
      case .string(let text):
        return Numbers.parse(Text.strip(text, nil)).map { .decimal(DecimalNumber($0.value)) }
          ?? input["default"]
      default: return input["default"]
      }
    },
    Filter("abs", inputKind: .number) { (input) throws(FilterError) in
      switch input.machine.number(input.value, input.inputNode) {
      case .int(let number)?:
        guard number != .min else { throw .overflow }
        return .int(abs(number))
      case .decimal(let number)?:
        if let written = number.written, number.value >= 0 {
          return .decimal(DecimalNumber(number.value, written: written))
        }
        return .decimal(
          DecimalNumber(abs(number.value), written: number.written.map { String($0.dropFirst()) }))
      default: throw .silent
      }
    },
    Filter(
      "round", [.init("precision", .int(0)), .init("method", .string("common"))],
      inputKind: .number
    ) { (input) throws(FilterError) in
      guard let number = input.machine.number(input.value, input.inputNode) else { throw .silent }
      let places = try input.integer("precision") ?? 0
      let method = try input.string("method") ?? "common"
      let rule: Rounding.Rule
      switch method {
      case "common": rule = .halfEven
      case "ceil": rule = .up
      case "floor": rule = .down
      default: throw .badArgument("method")
      }
      guard abs(places) <= 38 else { throw .badArgument("precision") }
      let rounded = Rounding.round(Arithmetic.decimal(number), places: places, rule: rule)
      if case .int = number, rule == .halfEven, let whole = Rounding.integer(rounded) {
        return .int(whole)
      }
      return .decimal(DecimalNumber(rounded))
    },
    Filter("filesizeformat", [.init("binary", .bool(false))], inputKind: .number) {
      (input) throws(FilterError) in
      let binary = input.flag("binary")
      let bytes = try input.decimal().value
      let base: Decimal = binary ? 1024 : 1000
      if bytes == 1 { return .string("1 Byte") }
      if bytes < base {
        return .string(
          "\(Printing.plain(Rounding.round(bytes, places: 0, rule: .towardZero))) Bytes")
      }
      let letters = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
      var unit = base
      for (index, letter) in letters.enumerated() {
        if bytes < unit * base || index == letters.count - 1 {
          let name = binary ? (letter == "k" ? "Ki" : letter + "i") + "B" : letter + "B"
          return .string(NumberFormat.fixed(bytes / unit, 1) + " " + name)
        }
        unit *= base
      }
      return .null
    },
  ]

  private static func withoutPrefix(_ text: String, _ base: Int) -> String {
    let prefix = base == 16 ? "0x" : base == 8 ? "0o" : base == 2 ? "0b" : ""
    return !prefix.isEmpty && text.lowercased().hasPrefix(prefix)
      ? String(text.dropFirst(2)) : text
  }
}

extension FilterError {
  static let overflow = FilterError(
    code: "number-overflow", message: Complaint.overflow.message)
}
