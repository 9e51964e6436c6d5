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

  /// A file name made of any text: what file systems or shells treat in a way of their own becomes a
  /// space or goes, and the length stays below 200 bytes.
  public static func fileName(from text: String) -> String {
    var name = ""
    for character in text {
      switch character {
      case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "\u{0}"..."\u{1F}", "\u{7F}":
        name.append("-")
      case "\u{A0}": name.append(" ")
      default: name.append(character)
      }
    }
    let words = name.split(separator: " ").joined(separator: " ")
    var result = ""
    for character in words {
      if result.utf8.count + String(character).utf8.count > 200 { break }
      result.append(character)
    }
    while result.hasPrefix(".") || result.hasPrefix("-") { result.removeFirst() }
    while result.hasSuffix(".") || result.hasSuffix(" ") { result.removeLast() }
    return result.isEmpty ? "document" : result
  }
}
