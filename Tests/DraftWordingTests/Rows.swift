import DraftWording
import Foundation
import Testing

/// A row of the development sample: an input, features `key=value`, accepted results.
struct Row: Sendable, CustomTestStringConvertible {
  /// What the rule is applied to.
  var input: String
  /// What is asked of it.
  var features: [String: String]
  /// The accepted results, the preferred one first.
  var expected: [String]

  var testDescription: String {
    "\(input) \(features.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })"
  }

  /// Whether a result is among the accepted ones, with no-break spaces as spaces and ё as е.
  func accepts(_ result: String) -> Bool {
    expected.contains { Self.folded($0) == Self.folded(result) }
  }

  /// The case that the row asks for.
  var grammaticalCase: GrammaticalCase? { features["case"].flatMap { GrammaticalCase(name: $0) } }

  /// The gender of the row; nil for `auto`.
  var gender: Gender? { features["gender"].flatMap { Gender(name: $0) } }

  /// Takes away the differences that the sample does not care about.
  static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          switch $0 {
          case "\u{A0}", "\u{202F}": " "
          case "ё": "е"
          case "Ё": "Е"
          default: $0
          }
        }))
  }

  /// The rows of a file in `Fixtures/rows`; none, and so a failing count test, if it is missing.
  static func all(_ file: String) -> [Row] {
    guard
      let url = Bundle.module.url(
        forResource: file, withExtension: "tsv", subdirectory: "Fixtures/rows"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 3 else { return nil }
      var features: [String: String] = [:]
      for feature in columns[1].split(separator: ";") {
        let pair = feature.split(separator: "=", maxSplits: 1)
        if pair.count == 2 { features[String(pair[0])] = String(pair[1]) }
      }
      return Row(
        input: String(columns[0]), features: features,
        expected: columns[2].split(separator: "|").map(String.init))
    }
  }
}
