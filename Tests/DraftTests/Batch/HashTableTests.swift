@testable import Draft
import Testing

@Suite struct HashTableTests {
  /// The same answers as a dictionary's, while values come, change and go in any order.
  @Test(arguments: 1...8)
  func holdsWhatADictionaryHolds(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func random(_ count: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % count
    }
    var table = HashTable<Int>()
    var dictionary: [UInt64: Int] = [:]
    // Few hashes for many changes of each, then many for many merges.
    let hashes: UInt64 = seed % 2 == 0 ? 700 : 40_000
    for step in 0..<30_000 {
      let hash = random(hashes) &* (UInt64.max / hashes)
      if random(5) == 0 {
        table[hash] = nil
        dictionary[hash] = nil
      } else {
        table[hash] = step
        dictionary[hash] = step
      }
      let other = random(hashes) &* (UInt64.max / hashes)
      #expect(table[other] == dictionary[other])
    }
    let elements = table.elements
    #expect(elements.map(\.hash) == dictionary.keys.sorted())
    #expect(elements.allSatisfy { dictionary[$0.hash] == $0.value })
  }
}
