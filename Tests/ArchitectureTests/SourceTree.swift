import DraftPackage
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of the project as they lie on the disk, without what builds and demos leave behind.
struct SourceTree {
  /// A file that holds text.
  struct File: CustomTestStringConvertible {
    /// The path from the top of the project.
    var path: String
    var text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var testDescription: String { path }
  }

  private static let ignored = [
    ".build", ".git", ".swiftpm", ".venv", "out", "node_modules", "Package.resolved", ".DS_Store",
  ]

  /// The top of the project.
  static let root: String = {
    let parts = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// The paths of all files under a folder, from the top of the project, in order.
  static func paths(under folder: String) -> [String] {
    let manager = FileManager.default
    let names = (try? manager.contentsOfDirectory(atPath: root + "/" + folder)) ?? []
    return names.sorted().flatMap { name -> [String] in
      if ignored.contains(name) || name.hasPrefix(".build") { return [] }
      let path = folder.isEmpty ? name : folder + "/" + name
      let attributes = try? manager.attributesOfItem(atPath: root + "/" + path)
      let isFolder = attributes?[.type] as? FileAttributeType == .typeDirectory
      return isFolder ? paths(under: path) : [path]
    }
  }

  /// The files under some folders that are UTF-8 text.
  static func texts(under folders: String...) -> [File] {
    folders.flatMap { paths(under: $0) }.compactMap { path in
      guard let data = FileManager.default.contents(atPath: root + "/" + path),
        let text = String(validating: data, as: UTF8.self)
      else { return nil }
      return File(path: path, text: text)
    }
  }

  /// The words of the Word documents under some folders, one file a part, without their markup.
  static func documents(under folders: String...) throws -> [File] {
    var files: [File] = []
    for path in folders.flatMap({ paths(under: $0) }) where path.hasSuffix(".docx") {
      guard let data = FileManager.default.contents(atPath: root + "/" + path) else { continue }
      let package = try Package([UInt8](data))
      for entry in package.entries where entry.name.hasSuffix(".xml") {
        let markup = String(decoding: try package.read(entry.name), as: UTF8.self)
        files.append(File(path: path + "/" + entry.name, text: words(of: markup)))
      }
    }
    return files
  }

  /// Text between tags; a paragraph ends a line, so that runs of one word stay together.
  private static func words(of markup: String) -> String {
    var text = ""
    for piece in markup.split(separator: "<") {
      let parts = piece.split(separator: ">", maxSplits: 1)
      if parts.first == "/w:p" { text += "\n" }
      if parts.count == 2 { text += parts[1] }
    }
    return text
  }
}
