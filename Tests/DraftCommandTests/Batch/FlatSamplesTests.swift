import ArgumentParser
import Draft
import DraftCasework
import Foundation
import TestSupport
import Testing

@testable import DraftCommand

/// A case that is typed into a table, a column a field, says what it says in YAML.
@Suite struct FlatSamplesTests {
  private static let project = Program.project.path()
  private static let catalogue = Catalogue(folders: [project + "Templates"])

  /// The values as people type them into a table, by their paths.
  private func cells(_ value: Value, _ path: String = "") -> [(path: String, text: String)] {
    switch value {
    case .object(let object) where !object.keys.isEmpty:
      return zip(object.keys, object.values).flatMap {
        cells($1, path.isEmpty ? $0 : "\(path).\($0)")
      }
    case .list(let list) where !list.isEmpty:
      return list.enumerated().flatMap { cells($1, "\(path)[\($0)]") }
    case .object: return [(path, "{}")]
    case .list: return [(path, "[]")]
    case .bool(let truth): return [(path, truth ? "да" : "нет")]
    case .int(let number): return [(path, grouped(String(number)))]
    case .decimal(let number):
      let parts = (number.written ?? number.value.description).split(separator: ".")
      return [
        (
          path,
          ([grouped(String(parts[0]))] + parts.dropFirst().map(String.init))
            .joined(separator: ",")
        )
      ]
    case .string(let text): return [(path, day(text) ?? text)]
    default: return []
    }
  }

  /// `1 500 000`
  private func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.reversed().enumerated() {
      if index > 0, index % 3 == 0, digit != "-" { text = " " + text }
      text = String(digit) + text
    }
    return text
  }

  /// `2026-11-22` as `22.11.2026`.
  private func day(_ text: String) -> String? {
    guard (try? CaseDate(text)) != nil, text.contains("-") else { return nil }
    return text.split(separator: "-").reversed().joined(separator: ".")
  }

  private func table(_ cells: [(path: String, text: String)]) -> [UInt8] {
    let lines = [cells.map(\.path), cells.map(\.text)].map { line in
      line.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ";")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  @Test(arguments: catalogue.names) func aRowSaysWhatTheSampleSays(_ name: String) throws {
    let description = try #require(try Self.catalogue.document(name))
    let arguments = [
      name, "rows.csv", "-o", "out", "--format", "txt", "--templates",
      Self.project + "Templates",
    ]
    let plan = try BatchPlan(BatchCommand.parse(arguments).work)
    let template = try #require(plan.batch.templates.first).template
    for sample in description.samples {
      let file = try DataFile(contentsOf: "\(Self.project)samples/\(sample)")
      var bytes: [UInt8]? = table(cells(.object(file.root)))
      let rows = try RowReader(csv: sample, options: plan.source.options) {
        defer { bytes = nil }
        return bytes
      }
      let row = try #require(try rows.next())
      #expect(row.errors.isEmpty)
      let texts = try [file, row.data].map { data in
        let fields = try plan.batch.prepare(plan.batch.base.adding(data)).fields
        return String(decoding: try template.fill(with: fields).bytes, as: UTF8.self)
      }
      #expect(texts[0] == texts[1], "\(sample)")
    }
  }
}
