internal import DraftLanguage

extension DataText {
  /// Refuses what is too large or no UTF-8, and says what it is instead.
  init(
    checking bytes: [UInt8], name: String?, firstLine: Int = 1, limits: DataLimits
  ) throws(Diagnostics) {
    self.init(bytes, name: name, firstLine: firstLine)
    if bytes.count > limits.bytes { throw Diagnostics([tooLarge(limits)]) }
    if let foreign = ForeignEncoding(bytes) {
      throw Diagnostics([foreign.diagnostic(in: self)])
    }
  }

  private func tooLarge(_ limits: DataLimits) -> Diagnostic {
    let most = limits.bytes >> 20
    return Diagnostic(
      code: "data-limit",
      Message(
        en: "the data file is larger than \(most) MiB",
        ru: "файл данных больше \(most) МиБ",
        kk: "деректер файлы \(most) МиБ-тан үлкен"),
      at: Place(file: name, line: firstLine, column: 1))
  }
}

/// What bytes are that are no UTF-8 text.
enum ForeignEncoding: Hashable {
  case utf16
  case utf32
  case cyrillic(CyrillicEncoding, at: Int)
  case archive
  case unknown(at: Int)

  /// Looks at the first bytes and at the first error; nil when the bytes are UTF-8.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      self = .utf32
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .archive
    } else if bytes.count >= 4, bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 {
      self = .utf16
    } else if bytes.count >= 4, bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 {
      self = .utf16
    } else if let error = ForeignEncoding.firstError(bytes) {
      self =
        CyrillicEncoding(of: bytes).map { .cyrillic($0, at: error) } ?? .unknown(at: error)
    } else {
      return nil
    }
  }

  /// The offset of the first byte that is no part of UTF-8.
  private static func firstError(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  /// The error, with what to do about it.
  func diagnostic(in text: DataText) -> Diagnostic {
    let resave = Message(
      en: "save the file again as UTF-8 (in Notepad: Save as, Encoding, UTF-8)",
      ru: "сохраните файл заново в кодировке UTF-8 (Блокнот: «Сохранить как», «Кодировка»)",
      kk: "файлды UTF-8 кодтауымен қайта сақтаңыз (Блокнот: «Басқаша сақтау», «Кодтау»)")
    switch self {
    case .utf16: return refusal(of: "UTF-16", at: nil, in: text, hint: resave)
    case .utf32: return refusal(of: "UTF-32", at: nil, in: text, hint: resave)
    case .cyrillic(let encoding, let offset):
      return refusal(of: encoding.name, at: offset, in: text, hint: resave)
    case .archive:
      return Diagnostic(
        code: "data-encoding",
        Message(
          en: "this is a packed file (such as Word or Excel), not JSON or YAML text",
          ru: "это упакованный файл (например, Word или Excel), а не текст JSON или YAML",
          kk: "бұл JSON не YAML мәтіні емес, бумаланған файл (мысалы, Word не Excel)"),
        at: Place(file: text.name, line: text.firstLine, column: 1))
    case .unknown(let offset):
      return Diagnostic(
        code: "data-encoding",
        Message(
          en: "the file is not UTF-8 text",
          ru: "файл — не текст в кодировке UTF-8",
          kk: "файл UTF-8 кодтауындағы мәтін емес"),
        at: text.place(offset..<(offset + 1)), hints: [resave])
    }
  }

  private func refusal(
    of encoding: String, at offset: Int?, in text: DataText, hint: Message
  ) -> Diagnostic {
    Diagnostic(
      code: "data-encoding",
      Message(
        en: "the file is in \(encoding), not in UTF-8",
        ru: "файл в кодировке \(encoding), а не UTF-8",
        kk: "файл UTF-8 емес, \(encoding) кодтауында"),
      at: offset.map { text.place($0..<($0 + 1)) }
        ?? Place(file: text.name, line: text.firstLine, column: 1),
      hints: [hint])
  }
}
