internal import DraftLanguage

/// What stands in the place of a range of the part's bytes.
enum Insert: Sendable {
  /// Bytes of our own.
  case bytes([UInt8])
  /// Bytes of the part, from elsewhere in it.
  case source(Range<Int>)
  /// A tag.
  case piece(Piece)
}

/// Changes to the bytes of a part, gathered in any order and applied in one pass.
struct EditList: Sendable {
  private struct Edit {
    var range: Range<Int>
    var order: Int
    /// What is inserted, as places in ``EditList/inserts``.
    var content: Range<Int>
    /// Whether what other edits put inside the range goes with it.
    var takesAll: Bool
  }

  private var edits: [Edit] = []
  private var inserts: [Insert] = []

  /// Makes room for the edits of so many tags.
  mutating func reserve(tags: Int) {
    // What is removed and what comes in its place, and the texts around.
    edits.reserveCapacity(3 * tags)
    inserts.reserveCapacity(2 * tags)
  }

  /// Whether nothing changes.
  var isEmpty: Bool { edits.isEmpty }

  /// Leaves a range of bytes out; what is inserted within it stays.
  mutating func remove(_ range: Range<Int>) {
    if !range.isEmpty {
      edits.append(Edit(range: range, order: 0, content: 0..<0, takesAll: false))
    }
  }

  /// Puts something before the byte at `offset`; of several at one offset the lowest `order` is first.
  mutating func insert(_ content: [Insert], at offset: Int, order: Int) {
    edits.append(
      Edit(range: offset..<offset, order: order, content: add(content), takesAll: false))
  }

  /// Puts one thing before the byte at `offset`.
  mutating func insert(_ content: Insert, at offset: Int, order: Int) {
    inserts.append(content)
    edits.append(
      Edit(
        range: offset..<offset, order: order, content: inserts.count - 1..<inserts.count,
        takesAll: false))
  }

  private mutating func add(_ content: [Insert]) -> Range<Int> {
    inserts += content
    return inserts.count - content.count..<inserts.count
  }

  /// Puts something in the place of a range, and of all edits within it.
  mutating func replace(_ range: Range<Int>, with content: [Insert], order: Int) {
    edits.append(Edit(range: range, order: order, content: add(content), takesAll: true))
  }

  /// Whether a range lies wholly in one that goes with all that is in it.
  func takes(_ range: Range<Int>) -> Bool {
    edits.contains {
      $0.takesAll && $0.content.isEmpty && $0.range.lowerBound <= range.lowerBound
        && range.upperBound <= $0.range.upperBound
    }
  }

  /// The bytes that edits without tags make of a part.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    let (pieces, statics) = apply(to: bytes)
    var result: [UInt8] = []
    for case .literal(let range) in pieces ?? [] { result += statics[range] }
    return result
  }

  /// The pieces that the edits leave of a part, and the static bytes that they point into.
  ///
  /// - Returns: nil for `pieces` if an edit that holds a tag lies in a range that another edit takes
  ///   out: a tag would be lost, which is a mistake of the engine and never passed over.
  func apply(to bytes: [UInt8]) -> (pieces: [Piece]?, statics: [UInt8]) {
    let sorted = edits.sorted { left, right in
      if left.range.lowerBound != right.range.lowerBound {
        return left.range.lowerBound < right.range.lowerBound
      }
      if left.range.isEmpty != right.range.isEmpty { return left.range.isEmpty }
      if left.range.isEmpty { return left.order < right.order }
      return left.range.upperBound > right.range.upperBound
    }
    var statics: [UInt8] = []
    // Room for what is added, so that the part is copied once.
    statics.reserveCapacity(bytes.count + bytes.count / 8)
    statics += bytes
    var pieces: [Piece] = []
    pieces.reserveCapacity(2 * edits.count)
    var isComplete = true
    var cursor = 0
    var taken = 0
    func copy(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      if case .literal(let last)? = pieces.last, last.upperBound == range.lowerBound {
        pieces[pieces.count - 1] = .literal(last.lowerBound..<range.upperBound)
      } else {
        pieces.append(.literal(range))
      }
    }
    for edit in sorted {
      if edit.range.lowerBound < taken {
        // Within a range that is gone: what it says is gone too.
        if inserts[edit.content].contains(where: { if case .piece = $0 { true } else { false } }) {
          isComplete = false
        }
        cursor = max(cursor, edit.range.upperBound)
        continue
      }
      if cursor < edit.range.lowerBound { copy(cursor..<edit.range.lowerBound) }
      for index in edit.content {
        switch inserts[index] {
        case .bytes(let new):
          let start = statics.count
          statics += new
          copy(start..<statics.count)
        case .source(let range): copy(range)
        case .piece(let piece): pieces.append(piece)
        }
      }
      cursor = max(cursor, edit.range.upperBound)
      if edit.takesAll { taken = max(taken, edit.range.upperBound) }
    }
    copy(cursor..<bytes.count)
    return (isComplete ? pieces : nil, statics)
  }
}
