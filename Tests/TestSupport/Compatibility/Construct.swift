/// One row of the compatibility list: a construct of the dialect, a document that uses it, and what
/// comes out.
public struct Construct: Sendable, CustomStringConvertible {
  /// How it compares with docxtpl 0.20.2 on Jinja 3.1.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The same text; recorded from docxtpl.
    case same
    /// docxtpl fails, loses text or leaves rubbish.
    case better
    /// Refused by name, with a hint.
    case refused
  }

  /// What comes out.
  public enum Outcome: Sendable {
    /// The visible text of a part.
    case text(String)
    /// Diagnostics by code and paragraph: `unknown-field@3`.
    case mistakes([String])
  }

  /// The name of the row's fixture.
  public var name: String
  /// How it compares.
  public var verdict: Verdict
  /// The template.
  public var file: WordFile
  /// The data, in JSON.
  public var data: String
  /// What comes out.
  public var outcome: Outcome
  /// The part whose text is compared.
  public var part = "word/document.xml"

  /// The name.
  public var description: String { name }

  /// The same text as docxtpl makes.
  static func same(
    _ name: String, _ file: WordFile, _ data: String = "{}", _ text: String,
    part: String = "word/document.xml"
  ) -> Construct {
    Construct(
      name: name, verdict: .same, file: file, data: data, outcome: .text(text), part: part)
  }

  /// Text where docxtpl has none, or worse.
  static func better(
    _ name: String, _ file: WordFile, _ data: String = "{}", _ text: String,
    part: String = "word/document.xml"
  ) -> Construct {
    Construct(
      name: name, verdict: .better, file: file, data: data, outcome: .text(text), part: part)
  }

  /// An error of a name.
  static func refused(
    _ name: String, _ file: WordFile, _ data: String = "{}", _ mistakes: String...
  ) -> Construct {
    Construct(
      name: name, verdict: .refused, file: file, data: data, outcome: .mistakes(mistakes))
  }

  /// The whole list.
  public static let all: [Construct] =
    inline + statements + paragraphs + tables + parts + values + refusals
}
