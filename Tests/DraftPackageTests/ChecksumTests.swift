@testable import DraftPackage
import TestSupport
import Testing

@Suite struct ChecksumTests {
  /// One bit after the other, as the definition has it (ISO 3309; RFC 1952, § 8).
  private static func slow(_ bytes: ArraySlice<UInt8>, after before: UInt32) -> UInt32 {
    var bits = ~before
    for byte in bytes {
      bits ^= UInt32(byte)
      for _ in 0..<8 { bits = bits & 1 == 1 ? bits >> 1 ^ 0xEDB8_8320 : bits >> 1 }
    }
    return ~bits
  }

  @Test func theCheckValueIsThatOfTheStandard() {
    #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(Checksum.crc32([]) == 0)
  }

  /// Short ranges and long ones are summed up by different means.
  @Test(arguments: 0..<8) func everyLengthIsSummedUp(_ start: Int) {
    var numbers = SeededNumbers(UInt64(start))
    let bytes = (0..<700).map { _ in UInt8(numbers.below(256)) }
    var sum: UInt32 = 0
    for count in 0...600 {
      let range = start..<start + count
      let expected = Self.slow(bytes[range], after: sum)
      sum = Checksum.crc32(bytes, range, after: sum)
      #expect(sum == expected, "\(count) bytes")
    }
  }
}
