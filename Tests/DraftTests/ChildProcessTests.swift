import Foundation
import TestSupport
import Testing

/// Programs that are started.
@Suite struct ChildProcessTests {
  /// It would keep what this process closes alive.
  @Test func aProgramGetsNothingThatIsOpen() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path("held")
    // Foundation opens files so that programs would get them.
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let held = try FileHandle(forWritingTo: URL(filePath: path))
    let flags = fcntl(held.fileDescriptor, F_GETFD)
    #expect(fcntl(held.fileDescriptor, F_SETFD, flags & ~FD_CLOEXEC) == 0)
    let result = try Program.run("/bin/bash", ["-c", "echo got >&\(held.fileDescriptor)"])
    #expect(result.code != 0)
    #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
    try held.close()
  }
}
