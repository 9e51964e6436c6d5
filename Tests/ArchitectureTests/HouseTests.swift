import Testing

/// Rules of the house that neither the compiler nor the formatter knows.
@Suite struct HouseTests {
  @Test func noSourceFileIsTooLong() {
    for file in SourceTree.texts(under: "Sources", "Tests") where file.path.hasSuffix(".swift") {
      let count = file.lines.count
      #expect(count <= 500, "\(file.path) has \(count) lines; give the second idea its own file")
    }
  }

  /// The Latin `i` looks like the Kazakh `і`, and is lost in searches and in every court register.
  @Test func noLatinLetterPosesAsKazakh() throws {
    let documents = try SourceTree.documents(under: "Templates")
    for file in SourceTree.texts(under: "Sources", "Templates", "samples") + documents {
      for (number, line) in file.lines.enumerated() {
        #expect(
          !HouseTests.hasLatinI(line), "\(file.path):\(number + 1): a Latin i in a Cyrillic word")
      }
    }
  }

  @Test func noFileNamesTheMachineItWasWrittenOn() {
    let traces = ["/wo" + "rk/", "/tm" + "p/h"]
    for file in SourceTree.texts(under: "") {
      for trace in traces {
        #expect(!file.text.contains(trace), "\(file.path) names \(trace)")
      }
    }
  }

  @Test func theTreeIsFound() {
    #expect(SourceTree.paths(under: "").contains("Package.swift"))
    #expect(HouseTests.hasLatinI("кел" + "i" + "сім"))
    #expect(!HouseTests.hasLatinI("келісім i x"))
  }

  static func hasLatinI(_ line: Substring) -> Bool {
    var before: Unicode.Scalar = " "
    var middle: Unicode.Scalar = " "
    for scalar in line.unicodeScalars {
      if middle == "i" || middle == "I", isCyrillic(before), isCyrillic(scalar) { return true }
      before = middle
      middle = scalar
    }
    return false
  }

  private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool {
    (0x0400...0x052F).contains(scalar.value)
  }
}
