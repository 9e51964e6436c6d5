import Foundation
import TestSupport
import Testing

/// What the command takes with it at each start.
@Suite struct StartTests {
  #if os(Linux)
    /// The whole of Foundation, with an ICU of its own, is 2 MiB of every run and half of the program;
    /// one `import` in a library is enough to bring it.
    @Test func ofFoundationOnlyTheEssentialsAreLoaded() throws {
      let program = try Data(contentsOf: URL(filePath: Program.draft))
      #expect(program.range(of: Data("libFoundationEssentials.so".utf8)) != nil)
      #expect(program.range(of: Data("libFoundation.so".utf8)) == nil)
    }
  #endif
}
