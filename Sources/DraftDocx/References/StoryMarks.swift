internal import DraftLanguage

/// What the marks in the output of a part stand for, as the compiler knows it.
struct StoryMarks: Sendable {
  /// A list as a paragraph uses it.
  enum List: Sendable, Hashable {
    /// A list that goes through the document, by `w:numId`.
    case steady(Int)
    /// A list that begins anew at each turn of a loop, by its number in ``restarts``.
    case restarting(Int)
  }

  /// A place in a list.
  struct Paragraph: Sendable, Hashable {
    var list: List
    var level: Int
  }

  /// A place that the program marks.
  enum Place: Sendable, Hashable {
    /// The start of the paragraph of a clause, by its number in ``clauses``.
    case clause(Int)
    /// The start of a paragraph of a list that begins anew, by its number in ``restarts``.
    case turn(Int)
  }

  /// A clause that has a name.
  struct Clause: Sendable, Hashable {
    var name: String
    /// The language of its text; nil when neutral.
    var language: String?
    /// Where it got its name.
    var place: DraftLanguage.Place
    /// The number of its mark in ``places``.
    var mark: Int
  }

  /// What stands in the markup where a paragraph names a list that begins anew.
  struct ListUse: Sendable, Hashable {
    /// How much of the markup the mark stands for.
    enum Form: Sendable, Hashable {
      /// The value of `w:numId`.
      case value
      /// `w:numId`, which the paragraph has from its style.
      case element
      /// `w:numPr`, which the paragraph has from its style.
      case properties
    }

    var restart: Int
    var level: Int
    var form: Form
    /// The prefix of WordprocessingML with its colon.
    var prefix: String
  }

  var paragraphs: [Paragraph] = []
  var places: [Place] = []
  var clauses: [Clause] = []
  /// Lists that begin anew at each turn of a loop, by `w:numId`.
  var restarts: [Int] = []
  var uses: [ListUse] = []

  /// Whether there is nothing to do.
  var isEmpty: Bool { places.isEmpty && paragraphs.isEmpty && uses.isEmpty }

  /// The number of something in a table, which gets it if it lacks it.
  static func number<Item: Hashable>(of item: Item, in table: inout [Item]) -> Int {
    if let known = table.firstIndex(of: item) { return known }
    table.append(item)
    return table.count - 1
  }
}
