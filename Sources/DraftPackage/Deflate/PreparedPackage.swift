/// A package whose fills change the same parts again and again, made ready for that.
public struct PreparedPackage: Sendable {
  /// A part that every fill changes.
  public struct Part: Sendable {
    /// The name of its entry.
    public var name: String
    /// What is known of its contents; nil for nothing.
    public var plan: DeflatePlan?

    /// A part.
    public init(name: String, plan: DeflatePlan?) {
      self.name = name
      self.plan = plan
    }
  }

  /// The contents of a part in one fill.
  public struct Content: Sendable {
    /// The bytes, not deflated.
    public var bytes: [UInt8]
    /// The segments of the plan that they hold, in order; nil when they no longer stand where the plan's
    /// owner has put them.
    public var copies: [TemplateDeflater.Copy]?

    /// Contents.
    public init(bytes: [UInt8], copies: [TemplateDeflater.Copy]?) {
      self.bytes = bytes
      self.copies = copies
    }
  }

  let parts: [Part]
  let layout: ArchiveLayout

  /// Makes a package ready.
  ///
  /// - Parameters:
  ///   - package: the package.
  ///   - parts: what fills change; each must be in the package.
  ///   - removing: names to leave out.
  /// - Throws: ``PackageError``: `no-such-entry`, `cannot-write`.
  public init(
    _ package: Package, parts: [Part], removing: Set<String> = []
  ) throws(PackageError) {
    self.parts = parts
    layout = try ArchiveLayout(package, changing: parts.map(\.name), removing: removing)
  }
}

extension PackageWriter {
  /// A new archive with the contents of one fill, one for each of the package's parts in their order.
  ///
  /// Parts with a plan are deflated by it, others by zlib.
  ///
  /// - Throws: ``PackageError``: `cannot-write`.
  public func write(
    _ package: PreparedPackage, _ contents: [PreparedPackage.Content]
  ) throws(PackageError) -> [UInt8] {
    made.removeAll(keepingCapacity: true)
    var packed: [ArchiveLayout.Content] = []
    for (part, content) in zip(package.parts, contents) {
      let start = made.count
      var crc: UInt32
      if let plan = part.plan, let copies = content.copies, content.bytes.count < Int(Int32.max) {
        crc = templateDeflater.deflate(content.bytes, copies: copies, plan: plan, into: &made)
      } else {
        try deflate(content.bytes, name: part.name)
        crc = Checksum.crc32(content.bytes)
      }
      packed.append(
        ArchiveLayout.Content(data: start..<made.count, size: content.bytes.count, crc: crc))
    }
    guard let archive = package.layout.archive(packed, made: made) else {
      throw PackageError(.cannotWrite, "the archive grows beyond 4 GiB")
    }
    return archive
  }
}
