import Draft
import DraftPackage
import DraftXML
import Foundation
import TestSupport
import Testing

/// What the engine promises, tried on every document at hand.
@Suite struct LawTests {
  @Test func thereAreSpecimens() {
    #expect(Specimen.constructs.count > 90)
    #expect(Specimen.shipped.count >= 7)
  }

  /// Untouched is untouched.
  @Test(arguments: Specimen.different) func withoutTagsEveryPartIsByteIdentical(_ one: Specimen)
    throws
  {
    let plain = try repacked(one.template) { name, bytes in
      name.hasSuffix(".xml") || name.hasSuffix(".rels")
        ? Array(
          String(decoding: bytes, as: UTF8.self).replacing("{", with: "(").replacing("}", with: ")")
            .replacing("%7B", with: "(").utf8)
        : bytes
    }
    guard let template = try? Template(docx: plain) else {
      #expect(one.name == "macro-document")
      return
    }
    let before = try Package(plain)
    let after = try Package(try template.fill(with: Specimen.noData).bytes)
    #expect(before.entries.map(\.name) == after.entries.map(\.name))
    for entry in before.entries where !(one.name == "word-template" && entry.name.hasPrefix("[")) {
      #expect(try before.read(entry.name) == after.read(entry.name), "\(entry.name)")
    }
  }

  /// Always a valid document.
  @Test(arguments: Specimen.all) func whatComesOutIsValid(_ one: Specimen) throws {
    guard let filled = try? one.filled() else { return }
    #expect(try DocumentValidity.newFaults(of: filled, template: one.template) == [])
  }

  /// Same input, same bytes.
  @Test(arguments: Specimen.different) func fillingIsDeterministic(_ one: Specimen) async throws {
    guard let first = try? one.filled() else { return }
    #expect(try one.filled() == first)
    let template = try Template(docx: one.template, name: one.name)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<2 {
        group.addTask {
          let writer = PackageWriter(compression: .prepared)
          return try template.fill(with: one.data, missing: one.missing, writer: writer).bytes
        }
      }
      for try await bytes in group { #expect(bytes == first) }
    }
  }

  /// However a document is deflated, zlib unpacks the same parts.
  @Test(arguments: Specimen.different) func compressionChangesNoPart(_ one: Specimen) throws {
    guard
      let template = try? one.compiled ?? Template(docx: one.template, name: one.name),
      let single = try? template.fill(
        with: one.data, missing: one.missing, writer: PackageWriter()
      ).bytes
    else { return }
    let writer = PackageWriter(compression: .prepared)
    let expected = try Package(single)
    // The second fill finds everything made ready.
    for _ in 0..<2 {
      let filled = try template.fill(with: one.data, missing: one.missing, writer: writer).bytes
      let package = try Package(filled)
      #expect(package.entries.map(\.name) == expected.entries.map(\.name))
      for entry in expected.entries {
        #expect(try package.read(entry.name) == expected.read(entry.name), "\(entry.name)")
      }
      #expect(Double(filled.count) <= 1.06 * Double(single.count))
    }
  }

  /// How Word split the runs never changes the text that comes out, nor what is said of the template.
  @Test(arguments: Specimen.different) func splitRunsChangeNothing(_ one: Specimen) throws {
    let expected = try one.outcome()
    let isSmall = one.compiled == nil && one.template.count < 30_000
    for seed in 1...UInt64(isSmall ? 16 : 1) {
      var splitter = RunSplitter(seed: seed, rarity: seed.isMultiple(of: 3) ? 2 : 6)
      let split = try splitter.split(one.template)
      let outcome = try one.outcome(of: split)
      #expect(outcome == expected, "seed \(seed)")
      if outcome != expected { return }
      if let filled = try? Template(docx: split)
        .fill(with: one.data, missing: one.missing).bytes
      {
        #expect(try DocumentValidity.newFaults(of: filled, template: split) == [], "seed \(seed)")
      }
    }
  }
}
