/// Takes out of a PDF what depends on when it was made, so that the same document gives the same bytes.
///
/// LibreOffice writes the time into `/CreationDate` and into the file identifier and checksum that it
/// derives from it (ISO 32000-1, § 14.3.3 and § 14.4). The date becomes spaces, which PDF ignores; the
/// identifier is made of the rest of the file. Nothing moves, so that all offsets stay right.
enum PDFStamp {
  /// The PDF without its time.
  static func removed(from pdf: [UInt8]) -> [UInt8] {
    var pdf = pdf
    // What changes stands in the last objects and the trailer.
    let tail = max(0, pdf.count - (1 << 14))
    if let date = find("/CreationDate(", in: pdf, from: tail),
      let end = pdf[date...].firstIndex(of: UInt8(ascii: ")"))
    {
      for index in date...end { pdf[index] = 0x20 }
    }
    var places: [Int] = []
    if let identifier = find("/ID [", in: pdf, from: tail) {
      var index = identifier
      while index < pdf.count, pdf[index] != UInt8(ascii: "]") {
        if pdf[index] == UInt8(ascii: "<") { places.append(index + 1) }
        index += 1
      }
    }
    if let checksum = find("/DocChecksum /", in: pdf, from: tail) { places.append(checksum + 14) }
    places = places.filter { isIdentifier(pdf, at: $0) }
    for place in places {
      for index in place..<place + 32 { pdf[index] = UInt8(ascii: "0") }
    }
    let digest = digest(of: pdf)
    for place in places { pdf.replaceSubrange(place..<place + 32, with: digest) }
    return pdf
  }

  private static func isIdentifier(_ pdf: [UInt8], at place: Int) -> Bool {
    place + 32 <= pdf.count
      && pdf[place..<place + 32].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  private static func find(_ text: String, in pdf: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard pdf.count >= start + wanted.count else { return nil }
    return (start...pdf.count - wanted.count).first { index in
      pdf[index] == wanted[0] && pdf[index..<index + wanted.count].elementsEqual(wanted)
    }
  }

  /// 128 bits of FNV-1a in hexadecimal digits: an identifier, no protection.
  private static func digest(of bytes: [UInt8]) -> [UInt8] {
    var halves = [FNV1a(), FNV1a(basis: 0x8422_2325_CBF2_9CE4)]
    for byte in bytes {
      halves[0].add(byte)
      halves[1].add(byte ^ 0x5A)
    }
    return halves.flatMap { half in
      let digits = String(half.value, radix: 16, uppercase: true).utf8
      return [UInt8](repeating: UInt8(ascii: "0"), count: 16 - digits.count) + digits
    }
  }
}
