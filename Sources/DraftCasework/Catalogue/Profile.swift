public import Draft

/// The consultant's own details, which are not typed into every case.
public enum Profile {
  /// The profile to use when none is named: the user's (`$XDG_CONFIG_HOME/draft/profile.yaml`), else
  /// `profile.yaml` beside the case; nil when there is neither.
  public static func usual(beside caseFile: String) -> String? {
    var candidates: [String] = []
    if let home = FileSystem.environment("XDG_CONFIG_HOME")
      ?? FileSystem.environment("HOME").map({ $0 + "/.config" })
    {
      candidates.append(home + "/draft/profile.yaml")
    }
    if caseFile != "-", let folder = Paths.parent(of: caseFile) {
      candidates.append(Paths.join(folder, "profile.yaml"))
    }
    return candidates.first(where: FileSystem.exists)
  }
}

extension DocumentDescription {
  /// A file name made of the title, the number of the document and the client's name.
  ///
  /// - Parameters:
  ///   - data: the case data: the number is read from ``numberPath``, else `number`; the name from
  ///     `client.name`.
  ///   - format: gives the ending.
  public func fileName(for data: ObjectValue, format: Template.Format) -> String {
    fileName(for: data) + "." + format.rawValue
  }

  /// The same without an ending.
  ///
  /// - Parameters:
  ///   - data: the case data.
  ///   - number: the number of the document; nil for the one in the data.
  public func fileName(for data: ObjectValue, number: String? = nil) -> String {
    func field(_ path: String) -> String? {
      let value = data.value(at: path)
      return value?.text ?? value?.texts?["ru"] ?? value?.texts?["kk"]
    }
    var words = [titles["ru"] ?? titles["kk"] ?? name]
    if let number = number ?? field(numberPath) ?? field("number") { words.append("№ \(number)") }
    if let client = field("client.name") { words.append(client) }
    return Paths.fileName(from: words.joined(separator: " "))
  }
}
