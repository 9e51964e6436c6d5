/// What a data file may ask of the machine at most; beyond it the file is refused with an error.
public struct DataLimits: Sendable, Hashable {
  /// The size of one file in bytes; 64 MiB.
  public var bytes: Int
  /// How deep lists and mappings may lie in one another; 100. Of YAML never more than 500 are read.
  public var depth: Int
  /// How many values one file may hold, references of YAML counted as often as they are used;
  /// 5 million.
  public var nodes: Int

  /// Limits of your own.
  public init(bytes: Int = 64 << 20, depth: Int = 100, nodes: Int = 5_000_000) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }

  /// What every command uses.
  public static let standard = DataLimits()
}
