@testable import Draft
import TestSupport
import Testing

@Suite struct HashTableTests {
  /// The same answers as a dictionary's, while values come, change and go in any order.
  @Test(arguments: 1...8)
  func holdsWhatADictionaryHolds(_ seed: UInt64) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func random(_ count: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % count
    }
    let table = HashTable("table", in: folder.path(""))
    var dictionary: [UInt64: UInt64] = [:]
    // Few hashes for many changes of each, then many for many merges; the largest and the smallest are
    // among them.
    let hashes: UInt64 = seed % 2 == 0 ? 700 : 40_000
    let step = UInt64.max / (hashes - 1)
    func hash() -> UInt64 {
      let index = random(hashes)
      return index == hashes - 1 ? .max : index * step
    }
    for value in 0..<UInt64(30_000) {
      let hash = hash()
      if random(5) == 0 {
        try table.set(hash, nil)
        dictionary[hash] = nil
      } else {
        try table.set(hash, value)
        dictionary[hash] = value
      }
      let other = random(3) == 0 ? hash : random(hashes) * step
      #expect(try table.value(of: other) == dictionary[other])
    }
    var elements: [(hash: UInt64, value: UInt64)] = []
    try table.forEach { elements.append(($0, $1)) }
    #expect(elements.map(\.hash) == dictionary.keys.sorted())
    #expect(elements.allSatisfy { dictionary[$0.hash] == $0.value })
    // Of two files one at most is left between the changes.
    #expect(FileSystem.names(in: folder.path("")).count <= 1)
  }

  /// A table that is cut off is told, not taken for a shorter one.
  @Test func aCutFileIsAnError() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let table = HashTable("table", in: folder.path(""))
    for hash in 0..<UInt64(2048) { try table.set(hash, hash) }
    let name = try #require(FileSystem.names(in: folder.path("")).first)
    let file = try GrowingFile(folder.path(name))
    try file.cut(at: 6 * 4096 + 8)
    #expect(try table.value(of: 100) == 100)
    #expect(throws: FileSystem.Failure.self) { try table.value(of: 2000) }
    #expect(throws: FileSystem.Failure.self) { try table.forEach { _, _ in } }
  }
}
