/// Texts, by their hashes: to find one that is not there takes a chance of one in billions.
struct TextSet {
  private let table: HashTable

  /// No texts yet; see ``HashTable/init(_:in:)``.
  init(_ name: String, in folder: String) { table = HashTable(name, in: folder) }

  func insert(_ text: String) throws { try table.set(Self.hash(text), 1) }

  func contains(_ text: String) throws -> Bool { try table.value(of: Self.hash(text)) != nil }

  private static func hash(_ text: String) -> UInt64 {
    var hash = FNV1a()
    hash.add(text)
    return hash.value
  }
}
