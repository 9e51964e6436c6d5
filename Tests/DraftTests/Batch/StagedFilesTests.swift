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
    let files = StagedFiles(most: 10)
    for round in 0..<3 {
      for index in 0..<count {
        try files.add(Array("\(round) \(index)".utf8), at: folder.path("\(round)-\(index)"))
      }
      try files.synchronize()
      for index in 0..<count {
        let text = try String(contentsOfFile: folder.path("\(round)-\(index)"), encoding: .utf8)
        #expect(text == "\(round) \(index)")
      }
    }
    #if os(Linux)
      let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      let open = descriptors.compactMap {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
      }
      #expect(!open.contains { $0.hasPrefix(folder.path("")) })
    #endif
  }

  /// A file that stands there is refused and left as it is; the others are written.
  @Test func nothingIsReplaced() throws {
    let files = StagedFiles(most: 10)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try files.add([1], at: folder.path("a"))
    #expect(throws: FileSystem.Failure.self) { try files.add([2], at: folder.path("a")) }
    try files.synchronize()
    #expect(try Data(contentsOf: URL(filePath: folder.path("a"))) == Data([1]))
  }
}
