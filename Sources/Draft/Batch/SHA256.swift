internal import CSHA

/// SHA-256 (FIPS 180-4), taken in pieces.
struct SHA256 {
  /// Whether the processor has instructions for it.
  static let hasInstructions = draft_sha256_is_available() != 0

  private var state: [8 of UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
    0x5BE0_CD19,
  ]
  private var rest: [UInt8] = []
  private var count = 0
  private let usesInstructions: Bool

  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
    0xAB1C_5ED5, 0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE,
    0x9BDC_06A7, 0xC19B_F174, 0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F,
    0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA, 0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
    0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967, 0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC,
    0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85, 0xA2BF_E8A1, 0xA81A_664B,
    0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070, 0x19A4_C116,
    0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
    0xC671_78F2,
  ]

  /// The digest of nothing yet.
  ///
  /// - Parameter usesInstructions: whether the processor's own instructions are used, if it has them.
  init(usesInstructions: Bool = true) {
    self.usesInstructions = usesInstructions && Self.hasInstructions
  }

  /// The digest of some bytes.
  static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// A digest in hexadecimal digits.
  static func hex(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Takes more bytes.
  mutating func update(_ bytes: [UInt8]) {
    count += bytes.count
    var start = 0
    if !rest.isEmpty {
      start = min(64 - rest.count, bytes.count)
      rest += bytes[..<start]
      guard rest.count == 64 else { return }
      let block = rest
      compress(block, from: 0, blocks: 1)
      rest.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.count - start) / 64
    compress(bytes, from: start, blocks: blocks)
    rest += bytes[(start + blocks * 64)...]
  }

  /// The digest, 32 bytes.
  consuming func finish() -> [UInt8] {
    let length = UInt64(count) * 8
    var tail: [UInt8] = [0x80]
    while (rest.count + tail.count) % 64 != 56 { tail.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: length >> UInt64(shift)))
    }
    update(tail)
    var digest: [UInt8] = []
    for index in 0..<8 {
      for shift in stride(from: 24, through: 0, by: -8) {
        digest.append(UInt8(truncatingIfNeeded: state[index] >> UInt32(shift)))
      }
    }
    return digest
  }

  private mutating func compress(_ bytes: [UInt8], from start: Int, blocks: Int) {
    guard blocks > 0 else { return }
    unsafe bytes.withUnsafeBytes { bytes in
      if usesInstructions { return unsafe take(bytes, from: start, blocks: blocks) }
      unsafe Self.constants.withUnsafeBufferPointer { constants in
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
          for block in 0..<blocks {
            unsafe fill(schedule, bytes, at: start + block * 64, constants)
            unsafe compress(schedule)
          }
        }
      }
    }
  }

  /// Takes blocks by the processor's instructions.
  private mutating func take(_ bytes: UnsafeRawBufferPointer, from start: Int, blocks: Int) {
    unsafe withUnsafeMutableBytes(of: &state) { state in
      unsafe Self.constants.withUnsafeBufferPointer { constants in
        unsafe draft_sha256_take(
          state.baseAddress, bytes.baseAddress?.advanced(by: start), blocks, constants.baseAddress)
      }
    }
  }

  /// The 64 words of a block, each with the constant of its round added.
  private func fill(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ bytes: UnsafeRawBufferPointer,
    at offset: Int, _ constants: UnsafeBufferPointer<UInt32>
  ) {
    for index in 0..<16 {
      unsafe schedule[index] = UInt32(
        bigEndian: bytes.loadUnaligned(fromByteOffset: offset + index * 4, as: UInt32.self))
    }
    for index in 16..<64 {
      let (early, late) = unsafe (schedule[index - 15], schedule[index - 2])
      let first = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
      let second = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
      unsafe schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
    }
    for index in 0..<64 { unsafe schedule[index] &+= constants[index] }
  }

  private mutating func compress(_ schedule: UnsafeMutableBufferPointer<UInt32>) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    // Eight rounds at a time, after which each word is in its place again.
    for index in stride(from: 0, to: 64, by: 8) {
      unsafe round(a, b, c, &d, e, f, g, &h, schedule[index])
      unsafe round(h, a, b, &c, d, e, f, &g, schedule[index + 1])
      unsafe round(g, h, a, &b, c, d, e, &f, schedule[index + 2])
      unsafe round(f, g, h, &a, b, c, d, &e, schedule[index + 3])
      unsafe round(e, f, g, &h, a, b, c, &d, schedule[index + 4])
      unsafe round(d, e, f, &g, h, a, b, &c, schedule[index + 5])
      unsafe round(c, d, e, &f, g, h, a, &b, schedule[index + 6])
      unsafe round(b, c, d, &e, f, g, h, &a, schedule[index + 7])
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let first = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let one = h &+ first &+ (g ^ (e & (f ^ g))) &+ word
    let second = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    d &+= one
    h = one &+ second &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }
}
