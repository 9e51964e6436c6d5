internal import DraftLanguage

/// What is kept of the data of a row, to know it again when some of them were corrected: a short hash of
/// each value and of its path.
struct RowLikeness: Sendable, Hashable {
  /// The most values that are kept.
  static let most = 64

  /// Hashes in ascending order: 16 bits of a path, each path once, and below them 24 of its value, the
  /// last of which says that the value is a number of twelve digits.
  private(set) var leaves: [UInt64] = []

  /// Of a row without data.
  init() {}

  /// Of some data. A value counts by its text, so that a number in a cell of a workbook is like the same
  /// digits in a text.
  init(_ data: ObjectValue) {
    collect(.object(data), path: ShortHash())
    leaves.sort()
    var last: UInt64?
    leaves.removeAll { leaf in
      defer { last = RowLikeness.path(leaf) }
      return last == RowLikeness.path(leaf)
    }
    // The first by the hashes of their paths: the same ones in each row that has them.
    leaves.removeLast(max(0, leaves.count - RowLikeness.most))
  }

  /// Reads what ``text`` has written; nil when that is something else.
  init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count.isMultiple(of: 10), bytes.count <= 10 * RowLikeness.most else { return nil }
    for start in stride(from: 0, to: bytes.count, by: 10) {
      let digits = String(decoding: bytes[start..<start + 10], as: UTF8.self)
      guard let leaf = UInt64(digits, radix: 16) else { return nil }
      leaves.append(leaf)
    }
  }

  /// The hashes in hexadecimal digits, ten for each value.
  var text: String {
    var text = ""
    for leaf in leaves {
      let digits = String(leaf, radix: 16)
      text += String(repeating: "0", count: 10 - digits.utf8.count) + digits
    }
    return text
  }

  /// Whether all that is kept of a row is kept of this one, too; false for a row without data.
  func hasAll(of old: RowLikeness) -> Bool {
    var equal = 0
    old.compare(with: self) { if RowLikeness.isSame($0, $1) { equal += 1 } }
    return equal > 0 && equal == old.leaves.count
  }

  /// Goes through the hashes of the values that stand at the same paths.
  func compare(with other: RowLikeness, _ visit: (UInt64, UInt64) -> Void) {
    var (left, right) = (leaves[...], other.leaves[...])
    while let first = left.first, let second = right.first {
      let (path, another) = (RowLikeness.path(first), RowLikeness.path(second))
      if path == another { visit(first, second) }
      if path <= another { left.removeFirst() }
      if another <= path { right.removeFirst() }
    }
  }

  /// What is kept of the value at a path such as `client.iin`; nil for none, or one that is not kept.
  func leaf(at path: String) -> UInt64? {
    let path = path.split(separator: ".").reduce(ShortHash()) { $0.adding(String($1)) }.bits(16)
    return leaves.first { RowLikeness.path($0) == path }
  }

  /// Whether the value at a path, and some other one, are the same in another row.
  func hasSame(_ path: String, as other: RowLikeness) -> Bool {
    guard let left = leaf(at: path), let right = other.leaf(at: path),
      RowLikeness.isSame(left, right)
    else { return false }
    var count = 0
    compare(with: other) { if RowLikeness.isSame($0, $1) { count += 1 } }
    return count > 1
  }

  /// Whether two leaves are of the same value.
  static func isSame(_ left: UInt64, _ right: UInt64) -> Bool { left >> 1 == right >> 1 }

  /// Whether a leaf is of an identification number (IIN, BIN), by its twelve digits.
  static func isIdentity(_ leaf: UInt64) -> Bool { leaf & 1 == 1 }

  /// The hash of the path of a leaf.
  private static func path(_ leaf: UInt64) -> UInt64 { leaf >> 24 }

  private mutating func collect(_ value: Value, path: ShortHash) {
    switch value {
    case .object(let object):
      for (key, value) in zip(object.keys, object.values) {
        collect(value, path: path.adding(key))
      }
    case .list(let items):
      for (index, item) in items.enumerated() { collect(item, path: path.adding("[\(index)]")) }
    default:
      guard let text = value.writtenText, !text.isEmpty else { return }
      let isIdentity = text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      let value = ShortHash().adding(text).bits(23) << 1 | (isIdentity ? 1 : 0)
      leaves.append(path.bits(16) << 24 | value)
    }
  }

  /// FNV-1a of texts, one after the other.
  private struct ShortHash {
    private var hash = FNV1a()

    func adding(_ text: String) -> ShortHash {
      var copy = self
      copy.hash.add(text)
      // No byte of UTF-8: it keeps two texts from being one.
      copy.hash.add(0xFF)
      return copy
    }

    /// Some bits, each of which depends on all of the state.
    func bits(_ count: UInt64) -> UInt64 {
      (hash.value ^ hash.value >> 29 ^ hash.value >> 47) & ((1 << count) - 1)
    }
  }
}
