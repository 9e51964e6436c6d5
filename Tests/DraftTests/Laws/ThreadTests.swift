import Draft
import DraftPackage
import TestSupport
import Testing

/// One template may be filled from any number of threads at once: each of them gets the document that it
/// would get alone. Under the thread sanitizer also: nothing is written that another thread may read.
@Suite struct ThreadTests {
  /// A way to fill: how the parts are packed, and what is done where a field is missing.
  private struct Way: Hashable, Sendable {
    var compression: Compression
    var missing: MissingPolicy

    static let all = Compression.allCases.flatMap { compression in
      [MissingPolicy.error, .gap].map { Way(compression: compression, missing: $0) }
    }
    /// As a program fills that says nothing of it.
    static let usual = Way(compression: .prepared, missing: .error)
  }

  /// What a fill ends in.
  private enum Outcome: Hashable, Sendable {
    case document([UInt8], [Diagnostic])
    case refused([Diagnostic])

    init(_ template: Template, _ data: ObjectValue, _ way: Way, _ writer: PackageWriter?) {
      do {
        let document = try template.fill(with: data, missing: way.missing, writer: writer)
        self = .document(document.bytes, document.diagnostics)
      } catch {
        self = .refused(error.items)
      }
    }
  }

  /// How many threads fill at once, and how often with a template that nothing is made ready of yet.
  private static let (threads, rounds) = (4, 2)

  @Test(arguments: SharedTemplate.all)
  func manyThreadsFillOneTemplate(_ shared: SharedTemplate) throws {
    let data = Array(try shared.data().prefix(6))
    #expect(data.count >= 5)
    let alone = try shared.compile()
    let expected = data.map { data in
      Dictionary(
        uniqueKeysWithValues: Way.all.map { way in
          (way, Outcome(alone, data, way, PackageWriter(compression: way.compression)))
        })
    }
    #expect(Set(expected.map { $0[.usual] }).count == data.count)
    for _ in 0..<Self.rounds {
      let template = try shared.compile()
      let wrong = Threads.run(Self.threads) { thread in
        var wrong: [String] = []
        func compare(_ outcome: Outcome, _ index: Int, _ way: Way) {
          if outcome != expected[index][way] { wrong.append("data \(index), \(way)") }
        }
        // All of them find that nothing is made ready, and make it.
        let first = thread % data.count
        compare(Outcome(template, data[first], .usual, nil), first, .usual)
        var writers: [Compression: PackageWriter] = [:]
        for step in data.indices {
          let index = (step + thread) % data.count
          let way = Way.all[(step + 3 * thread) % Way.all.count]
          let writer =
            writers[way.compression] ?? PackageWriter(compression: way.compression)
          writers[way.compression] = writer
          compare(Outcome(template, data[index], way, writer), index, way)
        }
        // Others are compiled, and this one looked into, while it is filled.
        if thread.isMultiple(of: 2), let other = try? shared.compile() {
          compare(Outcome(other, data[first], .usual, nil), first, .usual)
          if other.fields.map(\.path) != template.fields.map(\.path) { wrong.append("fields") }
        }
        return wrong
      }
      #expect(wrong == Array(repeating: [], count: Self.threads))
    }
  }
}
