internal import DraftLanguage

/// Everything that the numbers of a template's clauses and lists need when it is filled.
struct DocumentNumbers: Sendable {
  /// The definitions of the template's lists.
  let numbers: ListNumbers
  /// What the marks of the body stand for.
  let marks: StoryMarks
  /// Definitions whose lists have deeper levels than the first in use.
  let deepCounters: Set<Int>
  /// The names of the template's own bookmarks.
  let bookmarks: Set<String>
  /// The prefix of WordprocessingML in the body with its colon.
  let prefix: String
  /// The first id that no element of the body has.
  let firstID: Int
  /// The part with the definitions of lists; nil when it stays as it is.
  let numbering: NumberingPart?
  /// The words around numbers; nil for numbers alone.
  let wording: ClauseWording?

  /// The body and the other parts with their numbers in place of the marks.
  ///
  /// - Parameters:
  ///   - outputs: the parts as rendered, the body first.
  ///   - sites: the places of emission of each part.
  ///   - requests: what `ref` asked for.
  /// - Returns: where everything in the parts stands now, the part with the lists if it changes, and what
  ///   is wrong.
  func resolve(
    _ outputs: inout [[UInt8]], sites: [[Site]], requests: [ReferenceRequest]
  ) -> (moves: [OutputMove], numbering: [UInt8]?, diagnostics: [Diagnostic]) {
    var reader = NumberReader(self)
    let found = outputs.map(OutputMark.all)
    var moves = outputs.map { _ in OutputMove() }
    guard found.contains(where: { !$0.isEmpty }) else { return (moves, nil, []) }
    let body = reader.read(found[0])
    var resolver = ReferenceResolver(self, instances: reader.instances, requests: requests)
    for index in outputs.indices where !found[index].isEmpty {
      var result: [UInt8] = []
      result.reserveCapacity(outputs[index].count + 400 * reader.instances.count)
      var copied = 0
      for (position, (range, mark)) in found[index].enumerated() {
        result.append(contentsOf: outputs[index][copied..<range.lowerBound])
        copied = range.upperBound
        let start = result.count
        if case .reference(let request, let site) = mark {
          resolver.write(request, at: sites[index][site], into: &result)
        } else if index == 0 {
          result.append(contentsOf: body[position])
        }
        moves[index].replace(range, by: result.count - start)
      }
      result.append(contentsOf: outputs[index][copied...])
      outputs[index] = result
    }
    return (moves, numbering?.adding(reader.lists), resolver.diagnostics)
  }
}
