public import DraftData
internal import DraftLanguage

extension DataFile {
  /// Reads a data file: YAML when its name ends in `.yaml` or `.yml`, else JSON; `-` is standard input,
  /// which is JSON when it begins with a brace and YAML otherwise.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - name: its name for messages; nil for the path.
  ///   - limits: what a hostile file may not exceed.
  /// - Throws: ``FileSystem/Failure`` or ``Diagnostics``.
  public init(contentsOf path: String, name: String? = nil, limits: DataLimits = .standard) throws {
    let bytes = try FileSystem.read(path, limit: limits.bytes)
    try self.init(bytes, path: path, name: name, limits: limits)
  }

  /// Reads the bytes of a data file, as ``init(contentsOf:name:limits:)`` does.
  init(
    _ bytes: [UInt8], path: String, name: String? = nil, limits: DataLimits = .standard
  ) throws(Diagnostics) {
    let ending = Paths.ending(of: path)
    let name = name ?? (path == "-" ? "<stdin>" : path)
    let isJSON =
      path == "-"
      ? bytes.first { $0 > 0x20 } == UInt8(ascii: "{") : ending != "yaml" && ending != "yml"
    if isJSON {
      try self.init(json: bytes, name: name, limits: limits)
    } else {
      try self.init(yaml: bytes, name: name, limits: limits)
    }
  }
}
