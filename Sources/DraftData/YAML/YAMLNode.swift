/// What a YAML file holds, as it is written: no word has a meaning yet.
///
/// A reference (`*name`) is the node that it refers to, with the place of that one.
struct YAMLNode {
  /// The kinds of nodes.
  enum Content {
    /// A word or a text, its escapes resolved.
    case scalar(String, Style)
    case sequence([YAMLNode])
    /// Keys and values in order; no two keys are the same word.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// How a scalar is written.
  enum Style {
    case plain
    /// In single or double quotes.
    case quoted
    /// After `|` or `>`.
    case block
  }

  /// A place as libyaml counts: both from zero, columns in code points.
  struct Mark {
    var line: Int
    var column: Int
  }

  var content: Content
  /// The type mark; empty when there is none, `tag:yaml.org,2002:str` for a text in quotes.
  var tag: String
  /// Where the node starts, its anchor and type mark included.
  var mark: Mark
}
