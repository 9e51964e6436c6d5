@testable import Draft
import Foundation
import TestSupport
import Testing

@Suite struct StagedFilesTests {
  /// Files are whole, and none stays open, whether they are written down one by one or together.
  @Test(arguments: [1, 3, 4, 10, 25, 64])
  func allAreWritten(_ count: Int) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let disk = StagingDisk()
    let files = StagedFiles(on: disk, most: 10)
    let other = try GrowingFile(folder.path("other"))
    for round in 0..<3 {
      for index in 0..<count {
        try files.add(Array("\(round) \(index)".utf8), at: folder.path("\(round)-\(index)"))
      }
      other.append(line: "\(round)")
      try other.write()
      try disk.synchronize(try files.take(), with: other)
      for index in 0..<count {
        let text = try String(contentsOfFile: folder.path("\(round)-\(index)"), encoding: .utf8)
        #expect(text == "\(round) \(index)")
      }
    }
    let text = try String(contentsOfFile: folder.path("other"), encoding: .utf8)
    #expect(text == "0\n1\n2\n")
    #expect(try openFiles(in: folder).allSatisfy { $0.hasSuffix("/other") })
  }

  /// What nobody waits for is closed when nobody holds it any more.
  @Test func nothingStaysOpen() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let files = StagedFiles(on: StagingDisk(), most: 10)
    for index in 0..<5 { try files.add([1], at: folder.path("\(index)")) }
    var made = try files.take()
    #expect(made.count == 5)
    #if os(Linux)
      #expect(try openFiles(in: folder).count == 5)
    #endif
    made = []
    #expect(try openFiles(in: folder).isEmpty)
  }

  /// Large files do not wait in memory for one another.
  @Test func memoryIsBounded() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let files = StagedFiles(on: StagingDisk(), most: 10)
    let large = [UInt8](repeating: 7, count: 3 << 20)
    try files.add(large, at: folder.path("a"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("a")))
    try files.add(large, at: folder.path("b"))
    for name in ["a", "b"] {
      #expect(try Data(contentsOf: URL(filePath: folder.path(name))) == Data(large))
    }
    #expect(try files.take().count == 2)
  }

  /// The files of a folder that this process has open, where the system tells.
  private func openFiles(in folder: TemporaryFolder) throws -> [String] {
    #if os(Linux)
      let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      let open = descriptors.compactMap {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
      }
      return open.filter { $0.hasPrefix(folder.path("")) }
    #else
      return []
    #endif
  }

  /// A file that stands there is refused and left as it is.
  @Test func nothingIsReplaced() throws {
    let files = StagedFiles(on: StagingDisk(), most: 10)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try files.add([1], at: folder.path("a"))
    try files.add([2], at: folder.path("a"))
    #expect(throws: FileSystem.Failure.self) { _ = try files.take() }
    #expect(try Data(contentsOf: URL(filePath: folder.path("a"))) == Data([1]))
  }
}
