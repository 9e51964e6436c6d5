internal import DraftLanguage

/// The text templates beside a template, which it may include; nothing outside of its folder is read.
struct TextFolder: Sendable {
  private let folder: String

  /// The folder of a template.
  init(of template: String) { folder = Paths.parent(of: template) ?? "." }

  /// The text of a template by its path below the folder; nil when there is none, or when the path
  /// leads outside.
  func source(_ name: String) -> SourceText? {
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains(".."),
      let root = FileSystem.resolved(folder),
      let path = FileSystem.resolved(Paths.join(folder, name)),
      path.hasPrefix(root.hasSuffix("/") ? root : root + "/"),
      let bytes = try? FileSystem.read(path, limit: 16 << 20)
    else { return nil }
    return SourceText(bytes, file: name)
  }
}
