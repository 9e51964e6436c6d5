@testable import Draft
import Testing

@Suite struct PathOrderTests {
  /// Files stand as people count them, and in one order only.
  @Test func digitsCountByTheirValue() {
    let names = [
      "1.yaml", "2.yaml", "02.yaml", "9.yaml", "10.yaml", "10a.yaml", "A2.yaml", "a.yaml",
      "a1b2.yaml",
      "a1b10.yaml", "a2.yaml", "a18446744073709551615.yaml", "a18446744073709551616.yaml",
      "б9.yaml",
      "б10.yaml",
    ]
    let sorted = ["1.yaml", "02.yaml", "2.yaml"] + names.dropFirst(3)
    #expect(names.reversed().sorted(by: Paths.isBefore) == sorted)
    for one in names {
      for other in names where one != other {
        #expect(Paths.isBefore(one, other) != Paths.isBefore(other, one), "\(one) \(other)")
      }
      #expect(!Paths.isBefore(one, one))
    }
  }
}
