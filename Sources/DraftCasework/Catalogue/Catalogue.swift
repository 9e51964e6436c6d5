public import Draft

/// The documents that can be drawn: the shipped ones and those that a firm adds.
///
/// A document is a folder with a `document.yaml`. Folders are looked through in order, and the first
/// that has a document of a name wins, so that a firm may put its own in the place of a shipped one.
public struct Catalogue: Sendable {
  /// The folders that hold documents' folders, the most particular first.
  public let folders: [String]

  /// A catalogue of folders.
  public init(folders: [String]) { self.folders = folders }

  /// The usual folders: those given, the user's own (`$XDG_DATA_HOME/draft/templates`), then the
  /// installed ones, which are found from where the program is.
  public static func usual(adding given: [String] = []) -> Catalogue {
    var folders = given
    if let home = FileSystem.environment("XDG_DATA_HOME")
      ?? FileSystem.environment("HOME").map({ $0 + "/.local/share" })
    {
      folders.append(home + "/draft/templates")
    }
    folders += installed()
    return Catalogue(folders: folders.filter(FileSystem.isFolder))
  }

  /// `share/draft/templates` beside the program's `bin`, or `Templates` of the checkout it was built in.
  private static func installed() -> [String] {
    guard let program = FileSystem.executablePath(), var folder = Paths.parent(of: program) else {
      return []
    }
    var folders: [String] = []
    if let prefix = Paths.parent(of: folder) { folders.append(prefix + "/share/draft/templates") }
    for _ in 0..<6 {
      if FileSystem.exists(folder + "/Package.swift") {
        folders.append(folder + "/Templates")
        break
      }
      guard let parent = Paths.parent(of: folder), parent != folder else { break }
      folder = parent
    }
    return folders
  }

  /// The names of all documents, in ascending order.
  public var names: [String] {
    var names: Set<String> = []
    for folder in folders {
      for name in FileSystem.names(in: folder)
      where FileSystem.exists("\(folder)/\(name)/document.yaml") {
        names.insert(name)
      }
    }
    return names.sorted()
  }

  /// Whether there is a document of a name.
  public func contains(_ name: String) -> Bool { file(of: name) != nil }

  /// The description of a document; nil when there is none of that name.
  ///
  /// - Throws: ``Diagnostics`` when its `document.yaml` is wrong, or the failure to read it.
  public func document(_ name: String) throws -> DocumentDescription? {
    guard let (folder, path) = file(of: name) else { return nil }
    return try DocumentDescription(
      folder: folder, file: DataFile(contentsOf: path, name: Paths.short(path)))
  }

  /// The folder of a document and its description in it; nil when there is none of that name.
  private func file(of name: String) -> (folder: String, path: String)? {
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else { return nil }
    for folder in folders.map({ "\($0)/\(name)" }) {
      let path = folder + "/document.yaml"
      if FileSystem.exists(path) { return (folder, path) }
    }
    return nil
  }

  /// The shared constants (titles of laws, periods) that stand beside the documents, the most
  /// particular last, so that a firm's own win.
  public func constants() throws -> [DataFile] { try files(named: "constants.yaml") }

  /// The files of one name that stand beside the documents, the most particular last.
  func files(named name: String) throws -> [DataFile] {
    try folders.reversed().map { $0 + "/" + name }.filter(FileSystem.exists).map {
      try DataFile(contentsOf: $0, name: Paths.short($0))
    }
  }
}
