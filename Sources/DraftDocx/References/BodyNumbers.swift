internal import DraftLanguage
internal import DraftXML

/// The lists of a template's body, and what is asked of their numbers.
struct BodyNumbers: Sendable {
  /// The definitions.
  let numbers: ListNumbers
  /// The label of each paragraph of a list in the template itself.
  let labels: [Int: ListNumbers.Label]
  /// The names that `ref` asks for anywhere in the template.
  let wanted: Set<String>
  /// Whether clauses have names or are asked for, so that every number counts.
  let hasClauses: Bool

  /// Reads the labels of the body.
  init(_ body: XMLTree, numbers: ListNumbers, wanted: Set<String>, hasClauses: Bool) {
    self.numbers = numbers
    self.wanted = wanted
    self.hasClauses = hasClauses
    labels = numbers.labels(of: body)
  }

  /// Definitions whose lists have deeper levels than the first in use.
  var deepCounters: Set<Int> {
    Set(
      labels.values.filter { $0.level > 0 }.compactMap {
        numbers.definitions.lists[$0.list]?.counters
      })
  }
}
