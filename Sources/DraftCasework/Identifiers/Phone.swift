internal import Draft

/// A telephone number of Kazakhstan, printed as `+7 701 000 00 00`.
public struct Phone: CaseIdentifier {
  /// The number for print.
  public let text: String

  /// Reads a number: with `+7` or `8` before it, brackets, hyphens and spaces as one likes.
  public init(_ text: String) throws(IdentifierFault) {
    var digits: [Character] = []
    var isNumber = true
    for character in text.trimmed {
      switch character {
      case "0"..."9": digits.append(character)
      case "+" where digits.isEmpty: continue
      case " ", "\u{A0}", "-", "–", "(", ")", ".": continue
      default: isNumber = false
      }
    }
    if digits.count == 10, let first = digits.first, first == "7" || first == "6" {
      digits.insert("7", at: 0)
    }
    guard isNumber, digits.count == 11, digits[0] == "7" || digits[0] == "8",
      digits[1] == "6" || digits[1] == "7"
    else {
      throw IdentifierFault(
        .warning, code: "phone-form",
        Message(
          en: "a number of Kazakhstan has eleven digits and begins with +76 or +77",
          ru: "номер в Казахстане – одиннадцать цифр и начинается с +76 или +77",
          kk: "Қазақстандағы нөмір он бір цифрдан тұрады және +76 немесе +77-ден басталады"))
    }
    let rest = digits.dropFirst()
    let groups = [rest.prefix(3), rest.dropFirst(3).prefix(3)].map { String($0) }
    let tail = rest.dropFirst(6)
    self.text =
      "+7 \(groups[0]) \(groups[1]) \(String(tail.prefix(2))) \(String(tail.dropFirst(2)))"
  }

  /// The number as machines take it: `+77010000000`.
  public var compact: String { text.filter { $0 != " " } }
}
