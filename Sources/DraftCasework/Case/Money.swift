public import Draft

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A sum in tenge, counted in whole tiyn; its words are made from it and never typed.
public struct Money: CaseValue, Hashable, Comparable {
  /// The sum in tiyn.
  public let tiyn: Int

  /// A sum in tiyn.
  public init(tiyn: Int) { self.tiyn = tiyn }

  /// A sum in tenge.
  public init(tenge: Int) { tiyn = tenge * 100 }

  /// Reads a number with at most two decimals; nil for anything else.
  public init?(value: Value) {
    switch value {
    case .int(let number):
      let (tiyn, isTooLarge) = number.multipliedReportingOverflow(by: 100)
      guard !isTooLarge else { return nil }
      self.tiyn = tiyn
    case .decimal(let number):
      let scaled = (number.value * 100).description
      guard let tiyn = Int(scaled) else { return nil }
      self.tiyn = tiyn
    default: return nil
    }
  }

  /// The sum in tenge as a number of case data.
  public var value: Value {
    if tiyn % 100 == 0 { return .int(tiyn / 100) }
    let rest = abs(tiyn % 100)
    let sign = tiyn < 0 ? "-" : ""
    return .decimal(
      DecimalNumber(
        Decimal(tiyn) / 100,
        written: "\(sign)\(abs(tiyn) / 100).\(rest < 10 ? "0\(rest)" : "\(rest)")"))
  }

  /// Whether the first sum is smaller.
  public static func < (left: Money, right: Money) -> Bool { left.tiyn < right.tiyn }
}

extension Money: ExpressibleByIntegerLiteral {
  /// A sum in tenge.
  public init(integerLiteral tenge: Int) { self.init(tenge: tenge) }
}
