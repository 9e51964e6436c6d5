/// Paths as text, in the way of POSIX.
public enum Paths {
  /// The last component.
  public static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The folder that holds a path, `.` for a bare name; nil for the root.
  public static func parent(of path: String) -> String? {
    var trimmed = Substring(path)
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard trimmed != "/" else { return nil }
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }

  /// The lower-case ending after the last full stop of the name, without the stop; empty for none.
  public static func ending(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return String(name[name.index(after: dot)...]).lowercased()
  }

  /// A name below a folder.
  public static func join(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Whether a name stands before another where files are listed for people: digits by their value,
  /// `9.yaml` before `10.yaml`, all else by its bytes.
  static func isBefore(_ one: String, _ other: String) -> Bool {
    var (left, right) = (Substring(one).utf8, Substring(other).utf8)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    while let first = left.first, let second = right.first {
      if isDigit(first), isDigit(second) {
        let digits = (left.prefix(while: isDigit), right.prefix(while: isDigit))
        let values = (digits.0.drop { $0 == 0x30 }, digits.1.drop { $0 == 0x30 })
        if values.0.count != values.1.count { return values.0.count < values.1.count }
        if !values.0.elementsEqual(values.1) { return values.0.lexicographicallyPrecedes(values.1) }
        left = left.dropFirst(digits.0.count)
        right = right.dropFirst(digits.1.count)
      } else {
        if first != second { return first < second }
        left = left.dropFirst()
        right = right.dropFirst()
      }
    }
    // Names that differ in leading zeros alone have an order, too.
    return left.isEmpty && right.isEmpty ? one < other : left.isEmpty
  }

  /// A path for messages: below the working folder relative to it, elsewhere the name and its folder.
  public static func short(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path }
    if let folder = FileSystem.resolved("."), let file = FileSystem.resolved(path),
      file.hasPrefix(folder + "/")
    {
      return String(file.dropFirst(folder.count + 1))
    }
    return path.split(separator: "/").suffix(2).joined(separator: "/")
  }

  /// A file name made of any text: what file systems, shells or Word treat in a way of their own
  /// becomes a hyphen or a space or goes, and the length stays at 200 bytes or so.
  public static func fileName(from text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": name.append("-")
      case "!"..."~": name.unicodeScalars.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control: name.append("-")
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: name.append(" ")
        // What turns the order of letters round or has no width: the name would not be what is seen.
        case .format: continue
        default: name.unicodeScalars.append(scalar)
        }
      }
    }
    let words = name.split(separator: " ").joined(separator: " ")
    var result = ""
    for character in words {
      if result.utf8.count + String(character).utf8.count > 200 { break }
      result.append(character)
    }
    // A tilde begins the names of Word's lock files, which are hidden and not synchronised.
    while let first = result.first, ".-~ ".contains(first) { result.removeFirst() }
    while result.hasSuffix(".") || result.hasSuffix(" ") { result.removeLast() }
    if result.isEmpty { return "document" }
    return isDevice(result) ? "_" + result : result
  }

  /// Whether Windows takes a name for one of its devices, whatever ending it has.
  private static func isDevice(_ name: String) -> Bool {
    let base = name.prefix { $0 != "." }.uppercased()
    return devices.contains(base.split(separator: " ").joined(separator: " "))
  }

  private static let devices: Set<String> = {
    var names: Set<String> = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    for number in "123456789¹²³" { names.formUnion(["COM\(number)", "LPT\(number)"]) }
    return names
  }()
}
