import TestSupport

/// A list that is hard to number, with the labels that Word shows.
struct NastyList: Sendable, CustomStringConvertible {
  var description: String
  var file: WordFile
  /// The labels of all paragraphs in order; empty for those that show none.
  var labels: [String]
  /// What LibreOffice shows where it is known to differ.
  var office: [String]?

  init(
    _ name: String, numbering: String, styles: String = "", _ labels: [String],
    office: [String]? = nil, _ blocks: String...
  ) {
    description = name
    file = WordFile()
    file.body = blocks.joined()
    file.numbering = numbering
    file.styleMarkup = styles
    self.labels = labels
    self.office = office
  }
}

private let legal = abstractNum(
  0, lvl(0, "%1."), lvl(1, "%1.%2."), lvl(2, "%1.%2.%3."), lvl(3, "%4)", "lowerLetter"),
  lvl(4, "(%5)", "lowerRoman"))

extension NastyList {
  static let all: [NastyList] = counting + formats + letters + links + places
}

private let counting: [NastyList] = [
  NastyList(
    "five levels", numbering: legal + num(1, of: 0),
    [
      "1.", "1.1.", "1.1.1.", "a)", "(i)", "(ii)", "b)", "(i)", "1.1.2.", "a)", "1.2.", "2.",
      "2.1.",
    ],
    li(1, 0, "w1"), li(1, 1, "w2"), li(1, 2, "w3"), li(1, 3, "w4"), li(1, 4, "w5"), li(1, 4, "w6"),
    li(1, 3, "w7"), li(1, 4, "w8"), li(1, 2, "w9"), li(1, 3, "w10"), li(1, 1, "w11"),
    li(1, 0, "w12"), li(1, 1, "w13")),
  NastyList(
    "skipped levels take their first number", numbering: legal + num(1, of: 0),
    ["1.", "1.1.1.", "1.1.2.", "1.2.", "2.", "2.1.1."],
    li(1, 0, "w1"), li(1, 2, "w2"), li(1, 2, "w3"), li(1, 1, "w4"), li(1, 0, "w5"), li(1, 2, "w6")),
  NastyList(
    "a list that begins below its first level", numbering: legal + num(1, of: 0),
    ["1.1.", "1.2.", "2.", "2.1."],
    li(1, 1, "w1"), li(1, 1, "w2"), li(1, 0, "w3"), li(1, 1, "w4")),
  NastyList(
    "two lists of one definition go on with each other",
    numbering: legal + num(1, of: 0) + num(2, of: 0),
    ["1.", "2.", "3.", "3.1.", "3.2.", "4."],
    li(1, 0, "w1"), li(1, 0, "w2"), li(2, 0, "w3"), li(2, 1, "w4"), li(1, 1, "w5"), li(1, 0, "w6")),
  NastyList(
    "a list with its own start", numbering: legal + num(1, of: 0) + num(2, of: 0, begin(0, at: 1)),
    ["1.", "2.", "1.", "1.1.", "2."],
    li(1, 0, "w1"), li(1, 0, "w2"), li(2, 0, "w3"), li(2, 1, "w4"), li(2, 0, "w5")),
  NastyList(
    "a start that is not one",
    numbering: legal + num(1, of: 0) + num(2, of: 0, begin(0, at: 7), begin(1, at: 5)),
    ["1.", "7.", "7.5.", "7.6.", "8.", "8.5."],
    office: ["1.", "7.", "7.1.", "7.2.", "8.", "8.1."],
    li(1, 0, "w1"), li(2, 0, "w2"), li(2, 1, "w3"), li(2, 1, "w4"), li(2, 0, "w5"), li(2, 1, "w6")),
  NastyList(
    "back to the first list after the second began anew",
    numbering: legal + num(1, of: 0) + num(2, of: 0, begin(0, at: 1)),
    ["1.", "2.", "1.", "2.", "3."],
    li(1, 0, "w1"), li(1, 0, "w2"), li(2, 0, "w3"), li(2, 0, "w4"), li(1, 0, "w5")),
  NastyList(
    "the start of the definition",
    numbering: abstractNum(0, lvl(0, "%1.", start: 5), lvl(1, "%1.%2", start: 0)) + num(1, of: 0),
    ["5.", "5.0", "5.1", "6.", "6.0"],
    li(1, 0, "w1"), li(1, 1, "w2"), li(1, 1, "w3"), li(1, 0, "w4"), li(1, 1, "w5")),
  NastyList(
    "a level that never begins anew",
    numbering: abstractNum(0, lvl(0, "%1."), lvl(1, "%2)", more: "<w:lvlRestart w:val=\"0\"/>"))
      + num(1, of: 0),
    ["1.", "1)", "2)", "2.", "3)"],
    office: ["1.", "1)", "2)", "2.", "1)"],
    li(1, 0, "w1"), li(1, 1, "w2"), li(1, 1, "w3"), li(1, 0, "w4"), li(1, 1, "w5")),
  NastyList(
    "a level that begins anew after the first level only",
    numbering: abstractNum(
      0, lvl(0, "%1."), lvl(1, "%1.%2."), lvl(2, "%3)", more: "<w:lvlRestart w:val=\"1\"/>"))
      + num(1, of: 0),
    ["1.", "1.1.", "1)", "1.2.", "2)", "2.", "2.1.", "1)"],
    office: ["1.", "1.1.", "1)", "1.2.", "1)", "2.", "2.1.", "1)"],
    li(1, 0, "w1"), li(1, 1, "w2"), li(1, 2, "w3"), li(1, 1, "w4"), li(1, 2, "w5"), li(1, 0, "w6"),
    li(1, 1, "w7"), li(1, 2, "w8")),
  NastyList(
    "a list that defines a level for itself",
    numbering: legal + num(1, of: 0) + num(2, of: 0, override(0, lvl(0, "§ %1", "upperRoman"))),
    ["1.", "§ II", "§ III", "4."],
    li(1, 0, "w1"), li(2, 0, "w2"), li(2, 0, "w3"), li(1, 0, "w4")),
  NastyList(
    "text between the points", numbering: legal + num(1, of: 0), ["1.", "", "2.", "", "2.1."],
    li(1, 0, "w1"), p("w2"), li(1, 0, "w3"), p("w4"), li(1, 1, "w5")),
]

private func sequence(_ format: String, _ expected: [String], start: Int = 1) -> NastyList {
  var list = NastyList(
    format, numbering: abstractNum(0, lvl(0, "%1)", format, start: start)) + num(1, of: 0),
    expected.map { $0 + ")" })
  list.file.body = expected.indices.map { li(1, 0, Run("w\($0)")) }.joined()
  return list
}

private let formats: [NastyList] = [
  sequence("decimal", ["9", "10", "11"], start: 9),
  sequence("decimalZero", ["09", "10", "11"], start: 9),
  sequence("upperRoman", ["III", "IV", "V"], start: 3),
  sequence("lowerRoman", ["xlix", "l", "li"], start: 49),
  sequence("upperLetter", ["Y", "Z", "AA", "BB"], start: 25),
  sequence("lowerLetter", ["a", "b", "c"]),
  sequence(
    "russianUpper",
    "А Б В Г Д Е Ж З И К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ы Э Ю Я".split(separator: " ").map(
      String.init)),
  sequence(
    "russianLower",
    "а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ ы э ю я".split(separator: " ").map(
      String.init)),
  sequence("ordinal", ["1st", "2nd", "3rd", "4th"]),
  sequence("ordinal", ["11th", "12th", "13th"], start: 11),
  sequence("cardinalText", ["Nineteen", "Twenty", "Twenty-one"], start: 19),
  sequence("ordinalText", ["Nineteenth", "Twentieth", "Twenty-first"], start: 19),
  NastyList(
    "none", numbering: abstractNum(0, lvl(0, "%1", "none"), lvl(1, "%2.")) + num(1, of: 0),
    ["", "1.", "", "1."], li(1, 0, "w1"), li(1, 1, "w2"), li(1, 0, "w3"), li(1, 1, "w4")),
  NastyList(
    "bullets and numbers",
    numbering: abstractNum(0, lvl(0, "%1."), lvl(1, "–", "bullet"), lvl(2, "%1.%3", "upperRoman"))
      + num(1, of: 0),
    ["1.", "–", "–", "1.I", "2."],
    office: ["1.", "◦", "◦", "1.I", "2."],
    li(1, 0, "w1"), li(1, 1, "w2"), li(1, 1, "w3"), li(1, 2, "w4"), li(1, 0, "w5")),
  NastyList(
    "legal numbering",
    numbering: abstractNum(
      0, lvl(0, "Статья %1", "upperRoman"), lvl(1, "%1.%2", more: "<w:isLgl/>"),
      lvl(2, "%1.%2.%3", "lowerLetter", more: "<w:isLgl/>")) + num(1, of: 0),
    ["Статья I", "1.1", "1.1.1", "Статья II", "2.1"],
    office: ["Статья I", "I.1", "I.1.a", "Статья II", "II.1"],
    li(1, 0, "w1"), li(1, 1, "w2"), li(1, 2, "w3"), li(1, 0, "w4"), li(1, 1, "w5")),
  NastyList(
    "mixed formats in one text",
    numbering: abstractNum(
      0, lvl(0, "%1", "upperLetter"), lvl(1, "%1-%2", "lowerRoman"), lvl(2, "%1-%2-%3"))
      + num(1, of: 0),
    ["A", "A-i", "A-i-1", "A-ii", "B"],
    li(1, 0, "w1"), li(1, 1, "w2"), li(1, 2, "w3"), li(1, 1, "w4"), li(1, 0, "w5")),
]

/// Past its last letter Word doubles the letters of an alphabet, LibreOffice counts on with Russian ones.
private let letters: [NastyList] = [
  NastyList(
    "letters past the last",
    numbering:
      abstractNum(0, lvl(0, "%1)", "russianLower", start: 29)) + num(1, of: 0),
    ["я)", "аа)", "бб)"], office: ["я)", "аа)", "аб)"],
    li(1, 0, "w1"), li(1, 0, "w2"), li(1, 0, "w3"))
]

private let links: [NastyList] = [
  NastyList(
    "lists of styles",
    numbering:
      abstractNum(
        0, lvl(0, "%1.", more: "<w:pStyle w:val=\"H1\"/>"),
        lvl(1, "%1.%2.", more: "<w:pStyle w:val=\"H2\"/>")) + num(1, of: 0),
    styles: style("H1", numPr(1, nil)) + style("H2", numPr(1, 1)) + style("H2x", basedOn: "H2"),
    ["1.", "1.1.", "1.2.", "2.", "2.1."],
    p(style: "H1", "w1"), p(style: "H2", "w2"), p(style: "H2x", "w3"), p(style: "H1", "w4"),
    p(style: "H2", "w5")),
  NastyList(
    "a style's level is the one that names it",
    numbering:
      abstractNum(
        0, lvl(0, "%1.", more: "<w:pStyle w:val=\"H1\"/>"),
        lvl(1, "%1.%2.", more: "<w:pStyle w:val=\"H2\"/>")) + num(1, of: 0),
    styles: style("H1", numPr(1, 0)) + style("H2", numPr(1, nil)),
    ["1.", "1.1.", "2."],
    office: ["1.", "2.", "3."],
    p(style: "H1", "w1"), p(style: "H2", "w2"), p(style: "H1", "w3")),
  NastyList(
    "a paragraph without its style's list", numbering: legal + num(1, of: 0),
    styles: style("H1", numPr(1, 0)) + style("Plain", basedOn: "H1", numPr(0, nil)),
    ["1.", "", "", "2."],
    p(style: "H1", "w1"), p(properties: "<w:pStyle w:val=\"H1\"/>" + numPr(0, 0), "w2"),
    p(style: "Plain", "w3"), p(style: "H1", "w4")),
  NastyList(
    "a paragraph in another level than its style's", numbering: legal + num(1, of: 0),
    styles: style("H1", numPr(1, 0)),
    ["1.", "1.1.", "2."],
    p(style: "H1", "w1"),
    p(properties: "<w:pStyle w:val=\"H1\"/><w:numPr><w:ilvl w:val=\"1\"/></w:numPr>", "w2"),
    p(style: "H1", "w3")),
  NastyList(
    "a numbering style",
    numbering:
      abstractNum(0, lvl(0, "%1)"), lvl(1, "%1.%2)"), link: "<w:styleLink w:val=\"Points\"/>")
      + abstractNum(1, link: "<w:numStyleLink w:val=\"Points\"/>") + num(1, of: 0) + num(2, of: 1),
    styles: style("Points", numPr(1, nil), type: "numbering"),
    ["1)", "1.1)", "2)"],
    li(2, 0, "w1"), li(2, 1, "w2"), li(2, 0, "w3")),
  NastyList(
    "a list that is not there", numbering: legal + num(1, of: 0), ["", "1."],
    li(9, 0, "w1"), li(1, 0, "w2")),
]

private let places: [NastyList] = [
  NastyList(
    "cells count in the order of the document", numbering: legal + num(1, of: 0),
    ["1.", "2.", "3.", "4.", "4.1.", "5."],
    li(1, 0, "w1"),
    tbl(tr(tc(li(1, 0, "w2")), tc(li(1, 0, "w3"))), tr(tc(li(1, 0, "w4")), tc(li(1, 1, "w5")))),
    li(1, 0, "w6")),
  NastyList(
    "two columns with lists of their own",
    numbering: legal + legal.replacing("w:abstractNumId=\"0\"", with: "w:abstractNumId=\"1\"")
      + num(1, of: 0) + num(2, of: 1),
    ["1.", "1.", "1.1.", "1.1.", "1.2.", "1.2."],
    tbl(
      tr(tc(li(1, 0, "w1")), tc(li(2, 0, "w2"))), tr(tc(li(1, 1, "w3")), tc(li(2, 1, "w4"))),
      tr(tc(li(1, 1, "w5")), tc(li(2, 1, "w6"))))),
  NastyList(
    "a table in a cell", numbering: legal + num(1, of: 0), ["1.", "2.", "3.", "4."],
    tbl(
      tr(
        tc(li(1, 0, "w1"), tbl(tr(tc(li(1, 0, "w2")), tc(li(1, 0, "w3")))), p()), tc(li(1, 0, "w4"))
      ))),
]
