internal import Draft

/// An address of electronic mail.
public struct EMail: CaseIdentifier {
  /// The address.
  public let text: String

  /// Reads an address: a name, `@`, a domain with a point, Latin letters throughout.
  public init(_ text: String) throws(IdentifierFault) {
    let address = text.trimmed
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let labels = parts.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    let isName: (Unicode.Scalar) -> Bool = {
      $0.isASCII && $0.value > 0x20 && $0.value != 0x7F
        && !"()<>,;:\\\"[]".unicodeScalars.contains($0)
    }
    let isLabel: (Substring) -> Bool = { label in
      !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.unicodeScalars.allSatisfy {
          LatinLetters.isLetter($0) || LatinLetters.isDigit($0) || $0 == "-"
        }
    }
    guard parts.count == 2, let name = parts.first, !name.isEmpty,
      name.unicodeScalars.allSatisfy(isName), !name.hasPrefix("."), !name.hasSuffix("."),
      labels.count >= 2, labels.allSatisfy(isLabel)
    else {
      throw IdentifierFault(
        .warning, code: "email-form",
        Message(
          en: "this is no address of the form name@domain.kz",
          ru: "это не адрес вида имя@домен.kz", kk: "бұл аты@домен.kz түріндегі мекенжай емес"),
        hint: LatinLetters.hint(address))
    }
    self.text = address
  }
}
