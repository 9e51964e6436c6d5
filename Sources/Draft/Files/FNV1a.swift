/// The hash FNV-1a, 64 bits: quick, and the same on every machine and in every run.
struct FNV1a {
  /// The hash of what was added.
  private(set) var value: UInt64

  /// A hash of nothing.
  ///
  /// - Parameter basis: what it begins with; another one gives another hash.
  init(basis: UInt64 = 0xCBF2_9CE4_8422_2325) { value = basis }

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }
}
