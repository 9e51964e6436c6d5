/// What a YAML file holds, as it is written: no word has a meaning yet.
///
/// A reference (`*name`) is the node that it refers to, with the place of that one.
///
/// `Sendable` is declared, because the compiler, left to find it out, reports a circular reference for some
/// ways of grouping the files.
struct YAMLNode: Sendable {
  /// The kinds of nodes.
  enum Content: Sendable {
    /// A word or a text, its escapes resolved.
    case scalar(String, Style)
    case sequence([YAMLNode])
    /// Keys and values in order; no two keys are the same word.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// How a scalar is written.
  enum Style: Sendable {
    case plain
    /// In single or double quotes.
    case quoted
    /// After `|` or `>`.
    case block
  }

  /// A place as libyaml counts: both from zero, columns in code points.
  struct Mark: Sendable {
    var line: Int
    var column: Int
  }

  var content: Content
  /// The type mark; empty when there is none, `tag:yaml.org,2002:str` for a text in quotes.
  var tag: String
  /// Where the node starts, its anchor and type mark included.
  var mark: Mark
}
