/// Puts right what leaving out and repeating may have made invalid: empty tables and rows go, cells
/// and their like end in a paragraph, grids have as many columns as the rows, ids are unique.
///
/// It reads the output of our own renderer, which is well-formed by construction, in one pass.
struct Mender {
  private let mending: Mending
  private var input: [UInt8]
  private var output: [UInt8] = []
  private var frames: [Frame] = []
  private var identifiers = IdentifierRenewal()

  /// An open element that matters.
  private struct Frame {
    var kind: Kind
    var start: Int
    var prefix: String
    var endsInParagraph = false
    var hasParts = false
    /// Columns of the widest row (tables); columns so far (rows).
    var columns = 0
    /// Where `w:tblGrid` stands in the output.
    var grid: Range<Int>?
    var widths: [Int] = []
    var span = 1
  }

  private enum Kind {
    case table, row, cell, container, paragraph
  }

  /// The output put right.
  static func mend(_ bytes: [UInt8], _ mending: Mending) -> [UInt8] {
    var mender = Mender(mending: mending, input: bytes)
    return mender.run()
  }

  private init(mending: Mending, input: [UInt8]) {
    self.mending = mending
    self.input = input
    if mending.identifiers { identifiers = IdentifierRenewal(scanning: input) }
  }

  private mutating func run() -> [UInt8] {
    output.reserveCapacity(input.count + 256)
    var scanner = MarkupScanner(input)
    var copied = 0
    while let markup = scanner.next() {
      output.append(contentsOf: input[copied..<markup.range.lowerBound])
      copied = markup.range.upperBound
      take(markup)
    }
    output.append(contentsOf: input[copied...])
    return output
  }

  private mutating func take(_ markup: MarkupScanner.Markup) {
    let local = input[markup.local]
    if mending.identifiers, !markup.isEnd,
      let renewed = identifiers.renew(input, markup)
    {
      output.append(contentsOf: renewed)
      return
    }
    let kind: Kind?
    switch local.count {
    case 1 where local.first == UInt8(ascii: "p"): kind = .paragraph
    case 2 where local.elementsEqual("tr".utf8): kind = .row
    case 2 where local.elementsEqual("tc".utf8): kind = .cell
    case 3 where local.elementsEqual("tbl".utf8): kind = .table
    case 3 where local.elementsEqual("hdr".utf8) || local.elementsEqual("ftr".utf8):
      kind = .container
    case 7 where local.elementsEqual("endnote".utf8) || local.elementsEqual("comment".utf8):
      kind = .container
    case 8 where local.elementsEqual("footnote".utf8): kind = .container
    case 11 where local.elementsEqual("txbxContent".utf8): kind = .container
    default: kind = nil
    }
    if mending.grid { noteGrid(markup, local) }
    guard let kind, markup.isWord else {
      output.append(contentsOf: input[markup.range])
      return
    }
    if markup.isEnd { return close(markup) }
    if markup.isEmpty {
      if kind == .paragraph { noteChild(.paragraph) }
      output.append(contentsOf: input[markup.range])
      return
    }
    frames.append(Frame(kind: kind, start: output.count, prefix: markup.prefix(in: input)))
    output.append(contentsOf: input[markup.range])
  }

  private mutating func close(_ markup: MarkupScanner.Markup) {
    guard let frame = frames.popLast() else {
      output.append(contentsOf: input[markup.range])
      return
    }
    switch frame.kind {
    case .table where !frame.hasParts, .row where !frame.hasParts:
      if mending.structures { return output.removeSubrange(frame.start...) }
    case .cell where !frame.endsInParagraph, .container where !frame.endsInParagraph:
      if mending.structures { output.append(contentsOf: "<\(frame.prefix)p/>".utf8) }
    default: break
    }
    output.append(contentsOf: input[markup.range])
    if frame.kind == .table { mendGrid(frame) }
    noteChild(frame.kind, columns: frame.columns, span: frame.span)
  }

  /// Tells the open parent what its last child is.
  private mutating func noteChild(_ kind: Kind, columns: Int = 0, span: Int = 1) {
    guard !frames.isEmpty else { return }
    let parent = frames.count - 1
    switch kind {
    case .paragraph: frames[parent].endsInParagraph = true
    case .table: frames[parent].endsInParagraph = false
    case .row:
      frames[parent].hasParts = true
      frames[parent].columns = max(frames[parent].columns, columns)
    case .cell:
      frames[parent].hasParts = true
      frames[parent].columns += span
    case .container: break
    }
  }

  // MARK: - Grids

  private mutating func noteGrid(_ markup: MarkupScanner.Markup, _ local: ArraySlice<UInt8>) {
    guard let last = frames.indices.last, markup.isWord else { return }
    func number(_ name: String) -> Int? {
      markup.attribute(name, in: input).flatMap { Int(String(decoding: input[$0], as: UTF8.self)) }
    }
    switch frames[last].kind {
    case .table:
      if local.elementsEqual("tblGrid".utf8) {
        if markup.isEnd {
          frames[last].grid =
            (frames[last].grid?.lowerBound ?? output.count)..<output.count + markup.range.count
        } else {
          frames[last].grid = output.count..<output.count + markup.range.count
        }
      } else if local.elementsEqual("gridCol".utf8), !markup.isEnd {
        frames[last].widths.append(number("w") ?? 0)
      }
    case .row:
      if local.elementsEqual("gridBefore".utf8) || local.elementsEqual("gridAfter".utf8) {
        frames[last].columns += number("val") ?? 0
      }
    case .cell:
      if local.elementsEqual("gridSpan".utf8) { frames[last].span = number("val") ?? 1 }
    default: break
    }
  }

  /// Gives the table as many columns as its widest row, in its old width.
  private mutating func mendGrid(_ frame: Frame) {
    guard mending.grid, let grid = frame.grid, frame.columns > 0,
      frame.columns != frame.widths.count
    else { return }
    let total = frame.widths.reduce(0, +)
    let prefix = frame.prefix
    var text = "<\(prefix)tblGrid>"
    for column in 0..<frame.columns {
      let width = total * (column + 1) / frame.columns - total * column / frame.columns
      text += "<\(prefix)gridCol \(prefix)w=\"\(width)\"/>"
    }
    text += "</\(prefix)tblGrid>"
    output.replaceSubrange(grid, with: text.utf8)
  }
}
