/// The encodings of one byte a letter that spreadsheets save Cyrillic tables in.
///
/// Both lack the Kazakh letters but і, and both have the small letters а to ю in the same bytes: what is read
/// in the wrong one looks right but for its capitals, я and ё.
enum CyrillicEncoding: Hashable, CaseIterable {
  /// Of Windows.
  case windows1251
  /// Of Excel for Mac, «CSV (Macintosh)».
  case macCyrillic

  /// Its name, in all languages.
  var name: String { self == .windows1251 ? "Windows-1251" : "Mac Cyrillic" }

  /// What a spreadsheet writes for a letter that the encoding lacks.
  var replacement: Character { self == .windows1251 ? "?" : "_" }

  /// What a byte means.
  func scalar(of byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 ? Unicode.Scalar(byte) : table[Int(byte) - 0x80]
  }

  /// 0x80 to 0xFF.
  private var table: [Unicode.Scalar] {
    self == .windows1251 ? CyrillicEncoding.windows : CyrillicEncoding.mac
  }

  private static let windows = Array(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя
    """.unicodeScalars)

  private static let mac = Array(
    """
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњ\
    јЅ¬√ƒ≈∆«»…\u{A0}ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёяабвгдежзийклмнопрстуфхцчшщъыьэю€
    """.unicodeScalars)

  // MARK: Telling them apart

  /// Tells the encoding of text that is no UTF-8; nil when it does not look Cyrillic.
  init?(of bytes: [UInt8]) {
    let encoding =
      CyrillicEncoding.looksLikeMac(bytes)
      ? CyrillicEncoding.macCyrillic : CyrillicEncoding.windows1251
    guard encoding.isMostlyLetters(bytes) else { return nil }
    self = encoding
  }

  private enum Kind {
    case other, mark, small, capital
  }

  /// What the bytes 0x80 to 0xFF are for somebody who reads Russian or Kazakh.
  private var kinds: [Kind] { self == .windows1251 ? Self.windowsKinds : Self.macKinds }

  private static let windowsKinds = windows.map(kind)
  private static let macKinds = mac.map(kind)

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "а"..."я", "ё", "і": .small
    case "А"..."Я", "Ё", "І": .capital
    case "«", "»", "“", "”", "„", "–", "—", "…", "№", "\u{A0}": .mark
    default: .other
    }
  }

  private func kind(_ byte: UInt8) -> Kind { byte < 0x80 ? .other : kinds[Int(byte) - 0x80] }

  /// Whether most of the bytes beyond ASCII are letters; quotes, dashes and the like tell nothing.
  private func isMostlyLetters(_ bytes: [UInt8]) -> Bool {
    var letters = 0
    var others = 0
    for byte in bytes where byte >= 0x80 {
      switch kind(byte) {
      case .small, .capital: letters += 1
      case .other: others += 1
      case .mark: break
      }
    }
    return letters > 0 && letters >= 3 * others
  }

  /// How well letters stand in an encoding that are none, or of another size, in the other.
  private struct Fit {
    var score = 0
    /// Capitals before a small letter.
    var heads = 0
    /// Capitals before another one.
    var pairs = 0
    /// Small letters behind another letter.
    var smalls = 0
  }

  /// Whether letters stand where they do only in Mac Cyrillic.
  private static func looksLikeMac(_ bytes: [UInt8]) -> Bool {
    let mac = CyrillicEncoding.macCyrillic.fit(of: bytes)
    guard mac.score > CyrillicEncoding.windows1251.fit(of: bytes).score else { return false }
    // Two capitals may be anything, and one small letter a capital inside of a name: «КазЮрист».
    return mac.heads > 0 || mac.pairs > 2 || mac.smalls > 1
  }

  /// A capital before a letter and a small letter in a word count for the encoding. A capital behind a
  /// small letter counts against it: it is the closing quote or the я of the other one.
  private func fit(of bytes: [UInt8]) -> Fit {
    let other: CyrillicEncoding = self == .windows1251 ? .macCyrillic : .windows1251
    var fit = Fit()
    var before = Kind.other
    for (index, byte) in bytes.enumerated() {
      let own = kind(byte)
      defer { before = own }
      guard byte >= 0x80, own != other.kind(byte) else { continue }
      let after = index + 1 < bytes.count ? kind(bytes[index + 1]) : .other
      switch (before, own, after) {
      case (.small, .capital, _): fit.score -= 1
      case (_, .capital, .small): fit.heads += 1
      case (_, .capital, .capital): fit.pairs += 1
      case (.small, .small, _), (.capital, .small, _): fit.smalls += 1
      default: break
      }
    }
    fit.score += fit.heads + fit.pairs + fit.smalls
    return fit
  }
}
