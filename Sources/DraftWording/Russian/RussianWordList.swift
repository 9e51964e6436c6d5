/// A list of words that is looked up without regard to ё.
///
/// Words are kept as hashes of their bytes from the last to the first, so that all ends of a word
/// are looked up in one pass.
struct RussianWordList {
  private let hashes: Set<UInt64>

  /// Reads words separated by spaces or line ends, in small letters and without ё.
  init(_ text: String) {
    hashes = Set(text.pieces(between: " ", "\n").map { RussianWordHash.of($0) })
  }

  /// Whether a word in small letters and without ё is listed.
  func contains(_ word: some StringProtocol) -> Bool { hashes.contains(RussianWordHash.of(word)) }

  /// Whether a word is listed or ends in a listed one of five letters or more.
  ///
  /// So compounds («субаренда») follow their last part; shorter words end too many others.
  func containsEnd(of word: String) -> Bool {
    var hash = RussianWordHash()
    let bytes = word.utf8
    var at = bytes.endIndex
    while at > bytes.startIndex {
      at = bytes.index(before: at)
      if hash.add(bytes[at]), hash.letters >= 5, hashes.contains(hash.value) { return true }
    }
    return hash.letters < 5 && hashes.contains(hash.value)
  }
}

/// A hash of a word that grows from its end to its beginning.
struct RussianWordHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  /// How many letters have been taken.
  private(set) var letters = 0

  /// Takes the byte before those taken; true when a letter is complete with it.
  mutating func add(_ byte: UInt8) -> Bool {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    if byte & 0xC0 == 0x80 { return false }
    letters += 1
    return true
  }

  /// The hash of a whole word.
  static func of(_ word: some StringProtocol) -> UInt64 {
    if let word = word as? String { return of(bytes: word.utf8) }
    return of(bytes: Substring(word).utf8)
  }

  private static func of(bytes: some BidirectionalCollection<UInt8>) -> UInt64 {
    var hash = RussianWordHash()
    var at = bytes.endIndex
    while at > bytes.startIndex {
      at = bytes.index(before: at)
      _ = hash.add(bytes[at])
    }
    return hash.value
  }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  /// Whether the bytes end in those of a text.
  @inline(__always)
  fileprivate func ends(in end: String) -> Bool {
    let wanted = end.utf8
    var (own, other) = (endIndex, wanted.endIndex)
    while other > wanted.startIndex {
      guard own > startIndex else { return false }
      own = index(before: own)
      other = wanted.index(before: other)
      if self[own] != wanted[other] { return false }
    }
    return true
  }
}

extension StringProtocol {
  /// Whether the text is a word, byte for byte: equality of strings looks for canonical equivalence.
  func isWord(_ word: String) -> Bool { utf8.elementsEqual(word.utf8) }
}

extension String {
  /// Whether the text ends in the given bytes.
  ///
  /// This is what `hasSuffix` answers, without its normalisation: the small letters of a word have
  /// one spelling each.
  func endsIn(_ end: String) -> Bool { utf8.ends(in: end) }
}

extension Substring {
  /// The same as for a `String`.
  func endsIn(_ end: String) -> Bool { utf8.ends(in: end) }
}

/// Letters as Unicode scalars: to look for the bounds of characters costs more than all else here.
extension StringProtocol {
  /// The last letter.
  var lastLetter: Unicode.Scalar? { unicodeScalars.last }

  /// Whether a letter is among those of the text.
  func has(_ letter: Unicode.Scalar) -> Bool { unicodeScalars.contains(letter) }
}

extension String {
  /// The text without its last letters.
  func withoutLast(_ count: Int = 1) -> Substring { Substring(unicodeScalars.dropLast(count)) }
}

extension Substring {
  /// The same as for a `String`.
  func withoutLast(_ count: Int = 1) -> Substring { Substring(unicodeScalars.dropLast(count)) }
}

extension String {
  /// The word with every ё made е.
  var withoutYo: String {
    var lead: UInt8 = 0
    for byte in utf8 {
      if lead == 0xD1, byte == 0x91 {
        return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "ё" ? "е" : $0 }))
      }
      lead = byte
    }
    return self
  }
}
