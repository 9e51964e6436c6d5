import Draft
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
  /// Not with Foundation's `Process`: on Linux its `waitUntilExit` now and then sleeps on after the
  /// program has ended.
  ///
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: its arguments.
  ///   - folder: where it runs.
  ///   - environment: all of its variables; nil for our own.
  ///   - input: what it reads from standard input.
  ///   - timeLimit: after which it is ended and an error is thrown.
  public static func run(
    _ path: String, _ arguments: [String], in folder: URL? = nil,
    environment: [String: String]? = nil, input: [UInt8] = [], timeLimit: Duration = .seconds(600)
  ) throws -> Result {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let (given, output, error) = (scratch.path("in"), scratch.path("out"), scratch.path("err"))
    try Data(input).write(to: URL(filePath: given))
    let variables = environment ?? ProcessInfo.processInfo.environment
    let process = ChildProcess(
      program: "/bin/sh",
      arguments: [
        "-c", #"cd "$1" && exec <"$2" >"$3" 2>"$4" && shift 4 && exec "$@""#, "sh",
        folder?.path(percentEncoded: false) ?? FileManager.default.currentDirectoryPath, given,
        output, error, path,
      ] + arguments,
      environment: variables.map { "\($0)=\($1)" }, log: scratch.path("log"))
    guard case .exited(let code) = process.run(timeLimit: timeLimit) else {
      let said = [output, error].map { (try? String(contentsOfFile: $0, encoding: .utf8)) ?? "" }
      throw Failure(program: path, said: said.joined())
    }
    return Result(
      output: Array(try Data(contentsOf: URL(filePath: output))),
      error: String(decoding: try Data(contentsOf: URL(filePath: error)), as: UTF8.self),
      code: code)
  }

  /// A program that could not be started, or was not ready in time.
  public struct Failure: Error {
    /// Its path.
    public var program: String
    /// What it had written until then.
    public var said: String
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

  /// The path of a file in it.
  public func path(_ name: String) -> String { url.path(percentEncoded: false) + "/" + name }

  /// Removes it with all that is in it.
  public func remove() { try? FileManager.default.removeItem(at: url) }
}
