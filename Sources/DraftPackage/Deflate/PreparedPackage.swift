/// A package whose fills change the same parts again and again, made ready for that.
public struct PreparedPackage: Sendable {
  let layout: ArchiveLayout

  /// Makes a package ready.
  ///
  /// - Parameters:
  ///   - package: the package.
  ///   - parts: the names of what every fill changes; each must be in the package.
  ///   - removing: names to leave out.
  /// - Throws: ``PackageError``: `no-such-entry`, `cannot-write`.
  public init(
    _ package: Package, parts: [String], removing: Set<String> = []
  ) throws(PackageError) {
    layout = try ArchiveLayout(package, changing: parts, removing: removing)
  }
}

extension PackageWriter {
  /// A new archive with the parts of one fill, in the order of the package's.
  ///
  /// - Parameters:
  ///   - package: the package.
  ///   - parts: what this writer has packed since ``start()``.
  /// - Throws: ``PackageError``: `cannot-write`.
  public func write(
    _ package: PreparedPackage, _ parts: [PackedPart]
  ) throws(PackageError) -> [UInt8] {
    guard let archive = archive(package.layout, parts) else {
      throw PackageError(.cannotWrite, "the archive grows beyond 4 GiB")
    }
    return archive
  }
}
