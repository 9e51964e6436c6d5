internal import Draft

/// One piece of work, done as often as asked, so that a script can measure several programs in turn.
///
/// `draft-bench WORK ARGUMENT …` makes the work ready, prints `ready` and a word about it, and reads
/// numbers from standard input, one a line. For each number it does the work so many times and prints
/// the nanoseconds of wall time and of CPU time that one time took, and the peak of memory in bytes.
@main
struct Bench {
  static func main() throws {
    do {
      try serve()
    } catch let error as Diagnostics {
      // All of them would fill screens.
      for item in error.items.prefix(3) {
        FileSystem.writeToStandardError("draft-bench: \(item.message.en)\n")
      }
      throw Work.Unusable(message: "\(error.items.count) diagnostics")
    }
  }

  private static func serve() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let name = arguments.first, let make = Work.all[name] else {
      FileSystem.writeToStandardError(
        "usage: draft-bench WORK ARGUMENT …\nworks: \(Work.all.keys.sorted())\n")
      throw Work.Unusable(message: "no such work")
    }
    let work = try make(Array(arguments.dropFirst()))
    try say("ready \(work.about)")
    while let line = readLine() {
      guard let count = Int(line), count > 0 else { throw Work.Unusable(message: line) }
      let (wall, cpu) = (Clock.wall.now, work.clock.now)
      for _ in 0..<count { try work.run() }
      let (wallEnd, cpuEnd) = (Clock.wall.now, work.clock.now)
      try say("\((wallEnd - wall) / count) \((cpuEnd - cpu) / count) \(work.peak())")
    }
  }

  /// Writes a line at once, because somebody waits for it.
  private static func say(_ line: String) throws {
    try FileSystem.writeToStandardOutput(Array("\(line)\n".utf8))
  }
}
