import Draft
import Foundation
import TestSupport

/// The built command in a folder of its own.
struct Command {
  /// Where the tests, and beside them the command, were built.
  private static var binaries: String {
    let program = FileSystem.executablePath() ?? ""
    var folder = program
    while let parent = Paths.parent(of: folder), parent != folder {
      folder = parent
      if FileManager.default.isExecutableFile(atPath: folder + "/draft") { return folder }
    }
    return ""
  }

  static var isBuilt: Bool { !binaries.isEmpty }

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Project.folder + "/samples", toPath: folder.path + "/samples")
  }

  func clean() { try? FileManager.default.removeItem(at: folder) }

  /// The lines that a command line prints.
  func run(_ line: String) throws -> [String] {
    let result = try Program.run(
      "/bin/sh", ["-c", "exec 2>&1\n" + line], in: folder,
      environment: [
        "PATH": Self.binaries + ":/usr/local/bin:/usr/bin:/bin", "HOME": folder.path,
        "LANG": "ru_RU.UTF-8",
      ])
    let lines = Example.lines(String(decoding: result.output, as: UTF8.self))
    return lines == [""] ? [] : lines
  }
}
