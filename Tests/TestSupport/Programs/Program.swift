public import Foundation

/// Runs other programs and our own command.
public enum Program {
  /// What a program left behind.
  public struct Result: Sendable {
    /// What it wrote to standard output.
    public var output: [UInt8]
    /// What it wrote to standard error.
    public var error: String
    /// The exit code; 128 and the number of the signal for a program that was killed.
    public var code: Int32
  }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: its arguments.
  ///   - folder: where it runs.
  ///   - environment: all of its variables; nil for our own.
  ///   - input: what it reads from standard input.
  public static func run(
    _ path: String, _ arguments: [String], in folder: URL? = nil,
    environment: [String: String]? = nil, input: [UInt8] = []
  ) throws -> Result {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let names = ["in", "out", "err"].map { scratch.url.appending(path: $0) }
    try Data(input).write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    if let environment { process.environment = environment }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    let signal = process.terminationReason == .uncaughtSignal
    return Result(
      output: Array(try Data(contentsOf: names[1])),
      error: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self),
      code: process.terminationStatus + (signal ? 128 : 0))
  }

  /// A program on the path; nil when it is not installed.
  public static func find(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
  }

  /// The folder of the project.
  public static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardizedFileURL

  /// Our own command as the build left it, beside the tests.
  public static let draft: String = {
    let folders = [
      URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent(),
      Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent(),
      project.appending(path: ".build/debug"),
    ]
    return folders.map { $0.appending(path: "draft").path() }
      .first(where: FileManager.default.isExecutableFile) ?? "draft"
  }()
}

/// A folder of its own, to be removed.
public struct TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes it.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "draft-tests-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Removes it with all that is in it.
  public func remove() { try? FileManager.default.removeItem(at: url) }
}
