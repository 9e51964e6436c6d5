/// A set of words of names, built once from a literal and asked by packed letters.
struct RussianNameTable: Sendable {
  /// Keys at the place of their hash or after it; 0 is a free slot, as half of them are.
  private var slots: [UInt128]
  private var shift: UInt64

  /// The words of a literal, separated by spaces or line ends.
  ///
  /// With `plain` the table does not tell the spelling traditions of Kazakh apart.
  init(_ literal: String, plain: Bool = false) {
    let words = literal.pieces(between: " ", "\n")
    var size = 8
    shift = 61
    while size < words.count * 2 {
      size *= 2
      shift -= 1
    }
    slots = [UInt128](repeating: 0, count: size)
    for word in words {
      let word = RussianNameWord(listed: String(word))
      if let key = plain ? word.plainKey : word.key { slots[slot(of: key)] = key }
    }
  }

  /// Where a key is, or the free slot where it would be.
  private func slot(of key: UInt128) -> Int {
    let mixed =
      UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15
      ^ UInt64(truncatingIfNeeded: key >> 64) &* 0xC2B2_AE3D_27D4_EB4F
    let spread = (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
    var slot = Int(truncatingIfNeeded: spread >> shift)
    while slots[slot] != 0 && slots[slot] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// Whether the word, as a key made in the same way, is in the table.
  func contains(_ key: UInt128?) -> Bool {
    guard let key, key != 0 else { return false }
    return slots[slot(of: key)] == key
  }

  /// Whether the word is in a table that is not `plain`.
  func contains(_ word: RussianNameWord) -> Bool { contains(word.key) }
}
