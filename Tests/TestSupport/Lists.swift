/// A level of a list: `lvl(0, "%1.")`.
public func lvl(
  _ level: Int, _ text: String, _ format: String = "decimal", start: Int = 1, more: String = ""
) -> String {
  // The order of elements is that of the schema: start, numFmt, lvlRestart, pStyle, isLgl, suff, lvlText.
  """
  <w:lvl w:ilvl="\(level)"><w:start w:val="\(start)"/><w:numFmt w:val="\(format)"/>\(more)\
  <w:lvlText w:val="\(text)"/><w:lvlJc w:val="left"/></w:lvl>
  """
}

/// A definition of a list: `abstractNum(0, lvl(0, "%1."), lvl(1, "%1.%2."))`.
public func abstractNum(_ id: Int, _ levels: String..., link: String = "") -> String {
  """
  <w:abstractNum w:abstractNumId="\(id)"><w:multiLevelType w:val="multilevel"/>\(link)\
  \(levels.joined())</w:abstractNum>
  """
}

/// A list of a definition: `num(1, of: 0)`, with overrides of levels.
public func num(_ id: Int, of abstract: Int, _ overrides: String...) -> String {
  "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(abstract)\"/>\(overrides.joined())</w:num>"
}

/// A level that begins at a number of its own in one list.
public func begin(_ level: Int, at start: Int) -> String {
  "<w:lvlOverride w:ilvl=\"\(level)\"><w:startOverride w:val=\"\(start)\"/></w:lvlOverride>"
}

/// A level that one list defines for itself.
public func override(_ level: Int, _ definition: String) -> String {
  "<w:lvlOverride w:ilvl=\"\(level)\">\(definition)</w:lvlOverride>"
}

/// The properties of a paragraph of a list.
public func numPr(_ list: Int, _ level: Int?) -> String {
  let level = level.map { "<w:ilvl w:val=\"\($0)\"/>" } ?? ""
  return "<w:numPr>\(level)<w:numId w:val=\"\(list)\"/></w:numPr>"
}

/// A paragraph of a list.
public func li(_ list: Int, _ level: Int = 0, _ runs: Run...) -> String {
  "<w:p><w:pPr>\(numPr(list, level))</w:pPr>\(runs.map(\.xml).joined())</w:p>"
}

/// A paragraph with properties.
public func p(properties: String, _ runs: Run...) -> String {
  "<w:p><w:pPr>\(properties)</w:pPr>\(runs.map(\.xml).joined())</w:p>"
}

/// A paragraph style, with the properties of its paragraphs and of its text.
public func style(
  _ id: String, basedOn: String? = nil, _ paragraph: String = "", run: String = "",
  isDefault: Bool = false, type: String = "paragraph"
) -> String {
  let parent = basedOn.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? ""
  let paragraph = paragraph.isEmpty ? "" : "<w:pPr>\(paragraph)</w:pPr>"
  let run = run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>"
  return """
    <w:style w:type="\(type)"\(isDefault ? " w:default=\"1\"" : "") w:styleId="\(id)">\
    <w:name w:val="\(id)"/>\(parent)\(paragraph)\(run)</w:style>
    """
}
