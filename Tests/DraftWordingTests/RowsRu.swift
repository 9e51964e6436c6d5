import Foundation
import Testing

@testable import DraftWording

/// One line of a table of development rows.
struct RuRow: Sendable, CustomTestStringConvertible {
  let input: String
  let features: [String: String]
  let expected: [String]

  var testDescription: String { "\(input) \(features["case"] ?? "")" }

  var grammaticalCase: GrammaticalCase {
    features["case"].flatMap { GrammaticalCase(name: $0) } ?? .nominative
  }

  /// Whether a text is one of the accepted variants, no-break spaces and ё apart.
  func accepts(_ text: String) -> Bool {
    let plain = RuRows.plain(text)
    return expected.contains { RuRows.plain($0) == plain }
  }
}

/// Reads the Russian rows of a table.
enum RuRows {
  static func load(_ name: String, lang: String? = "ru") -> [RuRow] {
    guard
      let url = Bundle.module.url(
        forResource: name, withExtension: "tsv", subdirectory: "Fixtures/rows"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 3 else { return nil }
      var features: [String: String] = [:]
      for feature in columns[1].split(separator: ";") {
        let parts = feature.split(separator: "=")
        if parts.count == 2 { features[String(parts[0])] = String(parts[1]) }
      }
      if let lang, features["lang"] != lang { return nil }
      return RuRow(
        input: String(columns[0]), features: features,
        expected: columns[2].split(separator: "|").map(String.init))
    }
  }

  static func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "\u{A0}", with: " ").replacingOccurrences(of: "ё", with: "е")
  }
}
