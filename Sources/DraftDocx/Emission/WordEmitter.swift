internal import DraftLanguage
internal import DraftXML

/// Writes values into WordprocessingML: escaped, with breaks and tabs as Word knows them.
struct WordEmitter: ValueEmitter {
  /// The places of emission of one part.
  let sites: [Site]
  /// Whether the template asks for the numbers of clauses, so that texts may hold placeholders.
  var hasReferences = false

  /// Appends a text at a site; see ``ValueEmitter``.
  ///
  /// In a run a line feed becomes a line break, a tab a tab, `\u{0C}` a page break and `\u{07}` a new
  /// paragraph with the same properties. Characters that XML forbids are an error (XML 1.0, § 2.2).
  func emit(_ text: String, site: Int32, into output: inout [UInt8]) throws(EmissionError) {
    // Most values end here. The site is not taken hold of: threads share it.
    if case .run = sites[Int(site)], XMLText.escapeUnlessSpecial(text, into: &output) { return }
    if hasReferences, text.utf8.contains(0x01) {
      return try emitReferences(text, at: site, into: &output)
    }
    switch sites[Int(site)] {
    case .run(let run): try emit(text, in: run, into: &output)
    case .paragraph(let run):
      output.append(contentsOf: run.paragraphStart)
      try emit(text, in: run, into: &output)
      output.append(contentsOf: run.paragraphEnd)
    case .plain:
      try check(text, inRun: false)
      XMLText.escape(text, into: &output, attribute: false)
    case .attribute:
      try check(text, inRun: false)
      XMLText.escape(text, into: &output, attribute: true)
    case .color: try emitColor(text, into: &output)
    case .span: try emitSpan(text, into: &output)
    case .row, .cell: throw misplaced(text: true)
    }
  }

  /// Appends a text with placeholders of numbers, which become marks.
  private func emitReferences(_ text: String, at number: Int32, into output: inout [UInt8])
    throws(EmissionError)
  {
    let site = sites[Int(number)]
    if case .paragraph(let run) = site { output.append(contentsOf: run.paragraphStart) }
    for (index, part) in text.split(separator: "\u{1}", omittingEmptySubsequences: false)
      .enumerated()
    {
      var rest = part
      if index > 0 {
        guard let end = part.firstIndex(of: "\u{2}"), let request = Int(part[..<end]) else {
          throw WordEmitter.forbidden("\u{1}")
        }
        output.append(contentsOf: OutputMark.reference(request, site: Int(number)).bytes)
        rest = part[part.index(after: end)...]
      }
      if rest.isEmpty { continue }
      switch site {
      case .run(let run), .paragraph(let run): try emit(String(rest), in: run, into: &output)
      default: try emit(String(rest), site: number, into: &output)
      }
    }
    if case .paragraph(let run) = site { output.append(contentsOf: run.paragraphEnd) }
  }

  /// Marks a place for what is done when the whole document is there.
  func mark(_ id: Int32, turn: LoopTurn?, into output: inout [UInt8]) {
    output.append(contentsOf: OutputMark.place(Int(id), turn).bytes)
  }

  /// Appends captured markup where its structure fits.
  func emit(_ fragment: Fragment, site: Int32, into output: inout [UInt8]) throws(EmissionError) {
    switch (sites[Int(site)], fragment.level) {
    case (.paragraph, .paragraph), (.row, .row), (.cell, .cell):
      output.append(contentsOf: fragment.bytes)
    default: throw misplaced(text: false)
    }
  }

  /// Appends a highlighted blank that names the missing field.
  func emitGap(_ path: String, site: Int32, into output: inout [UInt8]) {
    let text = "[____ \(path) ____]"
    guard case .run(let run) = sites[Int(site)], run.leaf.hasSuffix("t"), run.run.hasSuffix("r")
    else {
      if case .paragraph(let run) = sites[Int(site)] {
        output.append(contentsOf: run.paragraphStart)
        XMLText.escape(text, into: &output, attribute: false)
        output.append(contentsOf: run.paragraphEnd)
      } else if case .plain = sites[Int(site)] {
        XMLText.escape(text, into: &output, attribute: false)
      } else if case .attribute = sites[Int(site)] {
        XMLText.escape(text, into: &output, attribute: true)
      } else if case .color = sites[Int(site)] {
        output.append(contentsOf: "auto".utf8)
      } else if case .span = sites[Int(site)] {
        output.append(contentsOf: "1".utf8)
      }
      return
    }
    output.append(contentsOf: run.leafEnd)
    output.append(contentsOf: "</\(run.run)><\(run.run)>".utf8)
    output.append(contentsOf: run.highlightedProperties)
    output.append(contentsOf: run.leafStart)
    XMLText.escape(text, into: &output, attribute: false)
    output.append(contentsOf: run.leafEnd)
    output.append(contentsOf: "</\(run.run)><\(run.run)>".utf8)
    output.append(contentsOf: run.runProperties)
    output.append(contentsOf: run.leafStart)
  }

  private func emit(_ text: String, in run: RunSite, into output: inout [UInt8])
    throws(EmissionError)
  {
    if XMLText.escapeUnlessSpecial(text, into: &output) { return }
    try check(text, inRun: true)
    var line = ""
    func flush() {
      if !line.isEmpty { XMLText.escape(line, into: &output, attribute: false) }
      line = ""
    }
    func markup(_ element: String) {
      flush()
      output.append(contentsOf: run.leafEnd)
      output.append(contentsOf: element.utf8)
      output.append(contentsOf: run.leafStart)
    }
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previousWasReturn: break
      case "\n", "\r", "\u{0B}": markup("<\(run.prefix)br/>")
      case "\t": markup("<\(run.prefix)tab/>")
      case "\u{0C}": markup("<\(run.prefix)br \(run.prefix)type=\"page\"/>")
      case "\u{07}":
        if run.canEndParagraph {
          flush()
          output.append(contentsOf: run.paragraphEnd)
          output.append(contentsOf: run.paragraphStart)
        } else {
          markup("<\(run.prefix)br/>")
        }
      default: line.unicodeScalars.append(scalar)
      }
      previousWasReturn = scalar == "\r"
    }
    flush()
  }

  /// Refuses what XML cannot hold; in a run, three control characters have a meaning.
  private func check(_ text: String, inRun: Bool) throws(EmissionError) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x07 where inRun, 0x0B where inRun, 0x0C where inRun: continue
      case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: continue
      default:
        throw WordEmitter.forbidden(scalar)
      }
    }
  }

  private static func forbidden(_ scalar: Unicode.Scalar) -> EmissionError {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    return EmissionError(
      code: "forbidden-character",
      message: Message(
        en: "the value holds the control character \(name), which a Word file cannot hold",
        ru: "в значении есть управляющий знак \(name), которого не бывает в файле Word",
        kk: "мәнде Word файлында бола алмайтын \(name) басқару таңбасы бар"),
      hint: Message(
        en: "remove the character from the data",
        ru: "уберите этот знак из данных",
        kk: "бұл таңбаны деректерден алып тастаңыз"))
  }

  private func emitColor(_ text: String, into output: inout [UInt8]) throws(EmissionError) {
    var digits = Array(text.utf8)
    if digits.first == UInt8(ascii: "#") { digits.removeFirst() }
    let isHex = digits.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
    }
    guard text == "auto" || (digits.count == 6 && isHex) else {
      throw EmissionError(
        code: "bad-color",
        message: Message(
          en: "a cell's colour must be six hexadecimal digits, as in FFCC00",
          ru: "цвет ячейки — шесть шестнадцатеричных цифр, например FFCC00",
          kk: "ұяшықтың түсі — он алтылық алты цифр, мысалы FFCC00"))
    }
    output.append(contentsOf: digits)
  }

  private func emitSpan(_ text: String, into output: inout [UInt8]) throws(EmissionError) {
    guard let count = Int(text), (1...63).contains(count) else {
      throw EmissionError(
        code: "bad-span",
        message: Message(
          en: "a cell can span 1 to 63 columns",
          ru: "ячейка может занимать от 1 до 63 столбцов",
          kk: "ұяшық 1-ден 63-ке дейін бағанды алады"))
    }
    output.append(contentsOf: text.utf8)
  }

  private func misplaced(text: Bool) -> EmissionError {
    EmissionError(
      code: "misplaced-markup",
      message: text
        ? Message(
          en: "only captured rows or cells can be put here",
          ru: "сюда можно поставить только строки или ячейки таблицы",
          kk: "мұнда тек кестенің жолдарын немесе ұяшықтарын қоюға болады")
        : Message(
          en: "captured paragraphs or rows cannot stand inside a line of text",
          ru: "абзацы или строки таблицы нельзя поставить внутрь строки текста",
          kk: "абзацтарды немесе кесте жолдарын мәтін жолының ішіне қоюға болмайды"),
      hint: Message(
        en: "use {{p … }} for paragraphs, {{tr … }} for rows, {{tc … }} for cells",
        ru: "для абзацев пишите {{p … }}, для строк {{tr … }}, для ячеек {{tc … }}",
        kk: "абзацтар үшін {{p … }}, жолдар үшін {{tr … }}, ұяшықтар үшін {{tc … }} жазыңыз"))
  }
}

extension RunSite {
  /// `<w:t xml:space="preserve">`.
  var leafStart: [UInt8] { Array("<\(leaf) xml:space=\"preserve\">".utf8) }
  /// `</w:t>`.
  var leafEnd: [UInt8] { Array("</\(leaf)>".utf8) }
  /// From the start of a paragraph like this one to inside its text.
  var paragraphStart: [UInt8] {
    Array("<\(prefix)p>".utf8) + paragraphProperties + Array("<\(run)>".utf8) + runProperties
      + leafStart
  }
  /// From inside the text to past the paragraph.
  var paragraphEnd: [UInt8] { leafEnd + Array("</\(run)></\(prefix)p>".utf8) }
  /// The run's properties with a yellow highlight (ECMA-376 part 1, § 17.3.2.15), which stands after
  /// the size and before the underline.
  var highlightedProperties: [UInt8] {
    let highlight = "<\(prefix)highlight \(prefix)val=\"yellow\"/>"
    guard !runProperties.isEmpty else {
      return Array("<\(prefix)rPr>\(highlight)</\(prefix)rPr>".utf8)
    }
    var text = String(decoding: runProperties, as: UTF8.self)
    if text.hasSuffix("/>") {
      return Array("<\(prefix)rPr>\(highlight)</\(prefix)rPr>".utf8)
    }
    if text.contains("<\(prefix)highlight ") { return runProperties }
    let followers = [
      "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
      "eastAsianLayout", "specVanish", "oMath", "rPrChange",
    ]
    var place = text.range(ofFirst: followers.map { "<\(prefix)\($0)" }) ?? text.endIndex
    if place == text.endIndex, let close = text.lastIndex(of: "<") { place = close }
    text.insert(contentsOf: highlight, at: place)
    return Array(text.utf8)
  }
}

extension String {
  /// Where the first of some element starts begins; nil when none occurs.
  fileprivate func range(ofFirst starts: [String]) -> String.Index? {
    var index = startIndex
    while index < endIndex {
      if self[index] == "<" {
        for start in starts where self[index...].hasPrefix(start) {
          let next = self.index(index, offsetBy: start.count, limitedBy: endIndex) ?? endIndex
          if next == endIndex || " />".contains(self[next]) { return index }
        }
      }
      index = self.index(after: index)
    }
    return nil
  }
}
