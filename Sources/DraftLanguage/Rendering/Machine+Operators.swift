#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Machine {
  /// A number for arithmetic; nil with an error when the value is none.
  func number(_ value: Value, _ node: Int32) -> Value? {
    let value = scalar(used(value, node), node)
    switch value {
    case .int, .decimal: return value
    case .bool(let flag): return .int(flag ? 1 : 0)
    case .reference(let reference) where reference.what == .poison: return nil
    default:
      if missing == .blank, value.isUndefined {
        reportMissing(node)
        return nil
      }
      report(.notNumber(quoted(node), value), at: node, path: node >= 0 ? path(node) : nil)
      return nil
    }
  }

  @inline(never)
  func negative(_ operand: Int32, _ node: Int32) -> Value {
    switch number(evaluate(operand), operand) {
    case .int(let number)?:
      if number == .min { return fail(.overflow, node) }
      return .int(-number)
    case .decimal(let number)?: return .decimal(DecimalNumber(-number.value))
    default: return .poison
    }
  }

  func fail(_ complaint: Complaint, _ node: Int32) -> Value {
    report(complaint, at: node)
    return .poison
  }

  @inline(never)
  func binary(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ leftNode: Int32,
    _ rightNode: Int32, _ node: Int32
  ) -> Value {
    let left = scalar(used(left, leftNode), leftNode)
    let right = scalar(used(right, rightNode), rightNode)
    if left.isPoison || right.isPoison { return .poison }
    switch (operation, left, right) {
    case (.add, .int(let a), .int(let b)):
      let (sum, overflow) = a.addingReportingOverflow(b)
      return overflow ? fail(.overflow, node) : .int(sum)
    case (.add, .string(let a), .string(let b)):
      guard checkSize(a.utf8.count + b.utf8.count) else { return .poison }
      return .string(a + b)
    case (.add, .list(let a), .list(let b)):
      guard checkSize((a.count + b.count) * 16) else { return .poison }
      return .list(a + b)
    case (.multiply, .string(let text), .int(let count)),
      (.multiply, .int(let count), .string(let text)):
      let size = text.utf8.count.multipliedReportingOverflow(by: max(count, 0))
      guard checkSize(size.overflow ? .max : size.partialValue) else { return .poison }
      return .string(String(repeating: text, count: max(count, 0)))
    case (.multiply, .list(let items), .int(let count)):
      let size = (items.count * 16).multipliedReportingOverflow(by: max(count, 0))
      guard checkSize(size.overflow ? .max : size.partialValue) else { return .poison }
      return .list(Array(repeating: items, count: max(count, 0)).flatMap { $0 })
    case (.modulo, .string(let format), _):
      return self.format(format, right, rightNode, node)
    case (.add, .string, _), (.add, _, .string):
      return fail(.textAndNumber(quoted(leftNode), left, quoted(rightNode), right), node)
    default: break
    }
    guard let a = number(left, leftNode), let b = number(right, rightNode) else { return .poison }
    do throws(ArithmeticError) {
      return try Arithmetic.compute(operation, a, b)
    } catch {
      return fail(error == .overflow ? .overflow : .divisionByZero, node)
    }
  }

  @inline(never)
  func compare(
    _ comparison: ComparisonOperator, _ left: Value, _ right: Value, _ leftNode: Int32,
    _ rightNode: Int32
  ) -> Value {
    let a = scalar(used(left, leftNode), leftNode)
    if case .contained = comparison { return contains(right, a, rightNode) }
    if case .notContained = comparison {
      guard case .bool(let found) = contains(right, a, rightNode) else { return .poison }
      return .bool(!found)
    }
    let b = scalar(used(right, rightNode), rightNode)
    if a.isPoison || b.isPoison { return .poison }
    switch comparison {
    case .equal: return .bool(Comparing.equal(a, b))
    case .unequal: return .bool(!Comparing.equal(a, b))
    default: break
    }
    if missing == .blank, a.isUndefined || b.isUndefined {
      reportMissing(a.isUndefined ? leftNode : rightNode)
      return .poison
    }
    guard let order = Comparing.order(a, b) else {
      let node =
        a.isNumber || { if case .string = a { true } else { false } }()
        ? rightNode : leftNode
      report(
        .notComparable(quoted(leftNode), a, quoted(rightNode), b), at: node, path: path(node))
      return .poison
    }
    switch comparison {
    case .less: return .bool(order < 0)
    case .lessOrEqual: return .bool(order <= 0)
    case .greater: return .bool(order > 0)
    default: return .bool(order >= 0)
    }
  }

  /// `item in holder`.
  func contains(_ holder: Value, _ item: Value, _ node: Int32) -> Value {
    var holder = used(holder, node)
    if case .object(let object) = holder, object.shape != .plain {
      if object.shape == .dressed, let list = object["$list"] {
        holder = list
      } else {
        holder = scalar(holder, node)
      }
    }
    if item.isPoison || holder.isPoison { return .poison }
    switch holder {
    case .undefined: return .bool(false)
    case .string(let text):
      guard case .string(let part) = item else {
        if item.isUndefined || missing == .blank { return .bool(false) }
        return fail(.notText("", item), node)
      }
      charge(text.utf8.count >> 4)
      return .bool(part.isEmpty || Text.find(part, in: text) != nil)
    case .object(let object):
      guard case .string(let key) = item else { return .bool(false) }
      return .bool(object[key] != nil)
    case .null where missing != .blank: return .bool(false)
    default:
      guard let items = elements(holder, node) else { return .poison }
      charge(items.count)
      return .bool(items.contains { Comparing.equal(scalar($0, -1, asking: true), item) })
    }
  }
}

/// Why an operation has no result.
enum ArithmeticError: Error {
  case overflow
  case divisionByZero
}

/// Arithmetic on whole and decimal numbers with Python's signs.
enum Arithmetic {
  static func decimal(_ value: Value) -> Decimal {
    switch value {
    case .int(let number): Decimal(number)
    case .decimal(let number): number.value
    case .bool(let flag): flag ? 1 : 0
    default: 0
    }
  }

  /// Below, at or above 0.
  static func sign(_ number: DecimalNumber) -> Int {
    number.value == 0 ? 0 : number.value < 0 ? -1 : 1
  }

  static func compute(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws(ArithmeticError) -> Value {
    if case .int(let a) = left, case .int(let b) = right, operation != .divide {
      if let result = try whole(operation, a, b) { return .int(result) }
    }
    let (a, b) = (decimal(left), decimal(right))
    let result: Decimal
    switch operation {
    case .add: result = a + b
    case .subtract: result = a - b
    case .multiply: result = a * b
    case .divide:
      guard b != 0 else { throw .divisionByZero }
      result = a / b
    case .floorDivide:
      guard b != 0 else { throw .divisionByZero }
      result = Rounding.floor(a / b)
    case .modulo:
      guard b != 0 else { throw .divisionByZero }
      result = a - b * Rounding.floor(a / b)
    case .power: result = try power(a, right)
    }
    guard !result.isNaN else { throw .overflow }
    return .decimal(DecimalNumber(result))
  }

  /// Whole results; nil for a power with a negative exponent.
  private static func whole(
    _ operation: BinaryOperator, _ a: Int, _ b: Int
  ) throws(ArithmeticError) -> Int? {
    switch operation {
    case .add: return try checked(a.addingReportingOverflow(b))
    case .subtract: return try checked(a.subtractingReportingOverflow(b))
    case .multiply: return try checked(a.multipliedReportingOverflow(by: b))
    case .floorDivide, .modulo:
      guard b != 0 else { throw .divisionByZero }
      let quotient = try checked(a.dividedReportingOverflow(by: b))
      let remainder = a.remainderReportingOverflow(dividingBy: b).partialValue
      let adjusts = remainder != 0 && (remainder < 0) != (b < 0)
      if operation == .modulo { return adjusts ? remainder + b : remainder }
      return adjusts ? quotient - 1 : quotient
    case .power:
      guard b >= 0 else {
        if a == 0 { throw .divisionByZero }
        return nil
      }
      var result = 1
      var base = a
      var exponent = b
      while exponent > 0 {
        if exponent & 1 == 1 { result = try checked(result.multipliedReportingOverflow(by: base)) }
        exponent >>= 1
        if exponent > 0 { base = try checked(base.multipliedReportingOverflow(by: base)) }
      }
      return result
    case .divide: return nil
    }
  }

  private static func checked(
    _ result: (partialValue: Int, overflow: Bool)
  ) throws(ArithmeticError) -> Int {
    guard !result.overflow else { throw .overflow }
    return result.partialValue
  }

  /// Powers with whole exponents exactly, square roots through binary floating point.
  private static func power(_ base: Decimal, _ exponent: Value) throws(ArithmeticError) -> Decimal {
    guard let count = Rounding.integer(decimal(exponent)) else {
      if decimal(exponent) == Decimal(sign: .plus, exponent: -1, significand: 5), base >= 0,
        let root = Double(base.description)?.squareRoot(), let result = Decimal(string: "\(root)")
      {
        return result
      }
      throw .overflow
    }
    guard abs(count) <= 4096 else { throw .overflow }
    if base == 0, count < 0 { throw .divisionByZero }
    var result = Decimal(1)
    for _ in 0..<abs(count) {
      result *= base
      if result.isNaN { throw .overflow }
    }
    return count < 0 ? 1 / result : result
  }
}

/// Equality and order of values, as Python has them.
enum Comparing {
  static func equal(_ left: Value, _ right: Value, _ depth: Int = 0) -> Bool {
    guard depth < 200 else { return false }
    switch (left, right) {
    case (.string(let a), .string(let b)): return a == b
    case (.int(let a), .int(let b)): return a == b
    case (.null, .null), (.undefined, .undefined): return true
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { equal($0, $1, depth + 1) }
    case (.object(let a), .object(let b)):
      if a === b { return true }
      return a.keys.count == b.keys.count
        && a.keys.allSatisfy { key in
          guard let x = a[key], let y = b[key] else { return false }
          return equal(x, y, depth + 1)
        }
    case (.reference(let a), .reference(let b)): return a == b
    case (.fragment(let a), .fragment(let b)): return a == b
    default:
      guard left.isNumber, right.isNumber else { return false }
      return Arithmetic.decimal(left) == Arithmetic.decimal(right)
    }
  }

  /// Below, at or above 0; nil when the two have no order.
  static func order(_ left: Value, _ right: Value, _ depth: Int = 0) -> Int? {
    guard depth < 200 else { return nil }
    switch (left, right) {
    case (.int(let a), .int(let b)): return a < b ? -1 : a == b ? 0 : 1
    case (.string(let a), .string(let b)):
      if a == b { return 0 }
      return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars) ? -1 : 1
    case (.list(let a), .list(let b)):
      for (x, y) in zip(a, b) where !equal(x, y) { return order(x, y, depth + 1) }
      return a.count < b.count ? -1 : a.count == b.count ? 0 : 1
    default:
      guard left.isNumber, right.isNumber else { return nil }
      let (a, b) = (Arithmetic.decimal(left), Arithmetic.decimal(right))
      return a < b ? -1 : a == b ? 0 : 1
    }
  }
}

extension Complaint {
  static func notNumber(_ quoted: String, _ value: Value) -> Complaint {
    let kind = Message.kind(of: value)
    return .wrongType(
      Message(
        en: "`\(quoted)` is \(kind.en); a number is needed here",
        ru: "`\(quoted)` — \(kind.ru); здесь нужно число",
        kk: "`\(quoted)` — \(kind.kk); мұнда сан керек"))
  }

  static func textAndNumber(
    _ left: String, _ a: Value, _ right: String, _ b: Value
  ) -> Complaint {
    let (x, y) = (Message.kind(of: a), Message.kind(of: b))
    return .wrongType(
      Message(
        en: "`\(left)` is \(x.en) and `\(right)` is \(y.en); `+` cannot join them",
        ru: "`\(left)` — \(x.ru), `\(right)` — \(y.ru); `+` их не соединяет",
        kk: "`\(left)` — \(x.kk), `\(right)` — \(y.kk); `+` оларды біріктірмейді"),
      [
        Message(
          en: "join text with `~`", ru: "соединяйте текст знаком `~`",
          kk: "мәтінді `~` белгісімен біріктіріңіз")
      ])
  }

  static func notComparable(
    _ left: String, _ a: Value, _ right: String, _ b: Value
  ) -> Complaint {
    let (x, y) = (Message.kind(of: a), Message.kind(of: b))
    return .wrongType(
      Message(
        en: "`\(left)` is \(x.en) and `\(right)` is \(y.en); they have no order",
        ru: "`\(left)` — \(x.ru), `\(right)` — \(y.ru); их нельзя сравнить",
        kk: "`\(left)` — \(x.kk), `\(right)` — \(y.kk); оларды салыстыруға болмайды"))
  }
}
