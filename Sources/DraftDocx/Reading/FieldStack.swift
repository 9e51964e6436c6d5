/// The fields that are open at a place of the text (ECMA-376 part 1, § 17.16.18): what stands between
/// begin and separator is code, what stands between separator and end is shown.
struct FieldStack {
  private struct Field {
    var instruction = ""
    var isResult = false

    /// Whether the field shows the number of a page or of pages.
    var isPage: Bool {
      let name = instruction.split { $0 == " " || $0 == "\t" }.first?.uppercased()
      return name == "PAGE" || name == "NUMPAGES" || name == "SECTIONPAGES"
    }
  }

  private var fields: [Field] = []

  /// Whether text is part of a code and not shown.
  var isCode: Bool { fields.contains { !$0.isResult } }
  /// Whether text is a page number.
  var isPage: Bool { fields.contains { $0.isResult && $0.isPage } }

  /// A field begins.
  mutating func begin() { fields.append(Field()) }
  /// Its result begins.
  mutating func separate() { if !fields.isEmpty { fields[fields.count - 1].isResult = true } }
  /// It ends.
  mutating func end() { _ = fields.popLast() }

  /// Takes a piece of a field's code.
  mutating func read(_ instruction: String) {
    guard let last = fields.indices.last, !fields[last].isResult else { return }
    fields[last].instruction += instruction
  }

  /// A field whose content is its result (`w:fldSimple`).
  mutating func beginSimple(_ instruction: String) {
    fields.append(Field(instruction: instruction, isResult: true))
  }
}
