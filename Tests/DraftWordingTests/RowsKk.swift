import Foundation
import Testing

/// The Kazakh rows of the development sample.
enum KkRows {
  /// One row of a table.
  struct Row: Sendable, CustomTestStringConvertible {
    let input: String
    let features: [String: String]
    let expected: [String]

    var testDescription: String { "\(input) \(features["case"] ?? "")" }

    /// True when the text is one of the accepted variants, spaces and ё apart.
    func accepts(_ text: String) -> Bool {
      expected.contains { KkRows.plain($0) == KkRows.plain(text) }
    }
  }

  /// The rows of a table for a language.
  static func load(_ name: String, language: String = "kk") -> [Row] {
    guard
      let url = Bundle.module.url(
        forResource: name, withExtension: "tsv", subdirectory: "Fixtures/rows"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 2 else { return nil }
      var features: [String: String] = [:]
      for pair in cells[1].split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        features[parts[0]] = parts.count > 1 ? parts[1] : ""
      }
      guard features["lang"] == language else { return nil }
      return Row(
        input: cells[0], features: features,
        expected: cells[2].split(separator: "|").map(String.init))
    }
  }

  /// No-break spaces as spaces, ё as е.
  static func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "\u{A0}", with: " ").replacingOccurrences(of: "ё", with: "е")
  }
}
