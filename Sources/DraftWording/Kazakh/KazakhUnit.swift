/// A word that stands after numbers, unchanged by them: a unit of money, a month, пайыз.
struct KazakhUnit {
  /// The name in the nominative.
  let name: String
  private let row: KazakhRow
  private let closing: KazakhClosing
  private let isPossessive: Bool

  init(_ name: String, _ row: KazakhRow, _ closing: KazakhClosing, isPossessive: Bool = false) {
    self.name = name
    self.row = row
    self.closing = closing
    self.isPossessive = isPossessive
  }

  /// The ending of the name in a case.
  func ending(_ grammatical: GrammaticalCase) -> String {
    isPossessive
      ? KazakhSuffix.possessive(grammatical, row: row)
      : KazakhSuffix.plain(grammatical, row: row, closing: closing)
  }
}
