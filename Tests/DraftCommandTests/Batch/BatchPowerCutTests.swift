import Foundation
import TestSupport
import Testing

/// A batch whose disk loses all that was not written down, as in a power cut, again and again: what stands
/// under its final name is whole, and no number is given twice.
@Suite(.serialized) struct BatchPowerCutTests {
  @Test(
    .enabled(
      if: CutDisk.isPossible,
      "needs root, loop devices, mkfs.ext4 and python3, and a kernel that can cut a disk off"))
  func losesNothing() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let disk = try CutDisk(in: folder)
    defer { disk.unmount() }
    let drill = try BatchDrill("template.txt", 2000, in: folder, output: "disk/out")
    var cuts = 0
    var numbers: [String: String] = [:]
    for moment in [0.05, 0.15, 0.3, 0.5, 0.8, 1.2] {
      let code = try disk.cut(after: moment, [Program.draft] + drill.arguments)
      cuts += code == 0 ? 0 : 1
      for line in try drill.batch.lines() {
        guard let number = line.number else { continue }
        #expect(numbers[line.key, default: number] == number, "row \(line.row) has another number")
        numbers[line.key] = number
      }
      let known = Set(try drill.batch.lines().flatMap(\.files).map(\.name))
      for name in try drill.batch.documents() {
        #expect(try drill.content(name).hasSuffix("КОНЕЦ"), "\(name) is not whole")
        #expect(known.contains(name), "\(name) has no line")
      }
    }
    #expect(cuts > 1, "the batch was too fast for its disk to be cut off")
    let end = try Program.run(Program.draft, drill.arguments, in: folder.url)
    #expect(end.code == 0, "\(end.error)")
    try drill.check()
  }
}

/// A small ext4 in a file, below the folder `disk`, that can be cut off from what it has not written down.
struct CutDisk {
  private let folder: TemporaryFolder

  /// Whether this machine lets us.
  static let isPossible: Bool = {
    guard getuid() == 0, Program.find("python3") != nil, let folder = try? TemporaryFolder() else {
      return false
    }
    defer { folder.remove() }
    guard let disk = try? CutDisk(in: folder) else { return false }
    defer { disk.unmount() }
    return (try? disk.cut(after: 0, ["true"])) != nil
  }()

  /// Makes it.
  init(in folder: TemporaryFolder) throws {
    self.folder = folder
    try shell(
      """
      export PATH="$PATH:/sbin:/usr/sbin"
      truncate -s 64M image && mkfs.ext4 -q -F image && mkdir disk && mount -o loop image disk
      """)
  }

  func unmount() {
    _ = try? shell("umount -l disk")
  }

  /// Runs a command, cuts the disk off after some seconds, and mounts it anew.
  ///
  /// - Returns: the command's exit code.
  func cut(after seconds: Double, _ command: [String]) throws -> Int {
    // EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH.
    let ioctl = """
      import fcntl, os, struct
      fcntl.ioctl(os.open("disk", os.O_RDONLY), 0x8004587D, struct.pack("I", 2))
      """
    let output = try shell(
      """
      "$@" >log 2>&1 & process=$!
      sleep \(seconds)
      python3 -c '\(ioctl)' || exit 1
      code=0; wait $process || code=$?
      echo $code
      for _ in $(seq 100); do umount disk && break; sleep 0.1; done
      mount -o loop image disk
      """, command)
    return Int(output.split(separator: "\n").first ?? "") ?? -1
  }

  private struct Failure: Error {
    var message: String
  }

  @discardableResult
  private func shell(_ script: String, _ arguments: [String] = []) throws -> String {
    let result = try Program.run(
      "/bin/sh", ["-c", script, "sh"] + arguments, in: folder.url, timeLimit: .seconds(120))
    guard result.code == 0 else { throw Failure(message: result.error) }
    return String(decoding: result.output, as: UTF8.self)
  }
}
