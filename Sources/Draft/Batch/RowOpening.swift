internal import DraftData

/// A list that is being opened: how its rows are stored is told by its name, or by its first bytes.
final class RowOpening {
  private let source: RowSource
  private let waits: Bool
  private var file: FilePieces?
  /// What has been read of the file.
  private var bytes: [UInt8] = []

  /// A list.
  ///
  /// - Parameters:
  ///   - source: the list.
  ///   - waits: whether reading waits for what a pipe has not got yet; otherwise ``reader()`` and its rows
  ///     throw ``InputPending``.
  init(_ source: RowSource, waits: Bool) {
    self.source = source
    self.waits = waits
  }

  /// The reader of the rows; after ``InputPending`` it may be asked for again.
  func reader() throws -> RowReader {
    let format = source.format ?? source.formatByName
    if format == .folder {
      try source.checkOptions(for: .folder)
      return try source.folder()
    }
    let file = try file ?? FilePieces(source.path, waits: waits)
    self.file = file
    let name = source.path == "-" ? "<stdin>" : source.path
    let told = try format ?? told(by: file)
    try source.checkOptions(for: told)
    switch told {
    case .folder: return try source.folder()
    case .xlsx:
      try readAll(of: file, limit: 1 << 30)
      return try RowReader(xlsx: bytes, name: name, options: source.options)
    case .json:
      try readAll(of: file, limit: DataLimits.standard.bytes)
      return try RowReader(json: bytes, name: name)
    case .csv: return try RowReader(csv: name, options: source.options, pieces(of: file))
    case .jsonl:
      return RowReader(jsonLines: name, limits: source.options.limits, pieces(of: file))
    }
  }

  private func told(by file: FilePieces) throws -> RowSource.Format {
    while bytes.count < 4, let piece = try file.next() { bytes += piece }
    let first = bytes.first { ![0xEF, 0xBB, 0xBF].contains($0) && $0 > 0x20 }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      return .xlsx
    }
    return first == UInt8(ascii: "{") ? .jsonl : first == UInt8(ascii: "[") ? .json : .csv
  }

  /// Reads a file that cannot be read piece by piece.
  private func readAll(of file: FilePieces, limit: Int) throws {
    bytes.reserveCapacity(file.size)
    while let piece = try file.next() {
      bytes += piece
      if bytes.count > limit { throw FileSystem.Failure(tooLarge: source.path) }
    }
  }

  /// What has been read, then the rest.
  private func pieces(of file: FilePieces) -> () throws -> [UInt8]? {
    var head = bytes
    return {
      if head.isEmpty { return try file.next() }
      defer { head = [] }
      return head
    }
  }
}
