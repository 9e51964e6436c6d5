import Testing

/// SwiftPM refuses cycles between rooms but lets a room import what its neighbours depend on.
@Suite struct ImportTests {
  @Test func everyRoomIsInTheTable() {
    let rooms = Set(
      SourceTree.paths(under: "Sources").compactMap { path in
        path.split(separator: "/").dropFirst().first.map(String.init)
      })
    #expect(rooms == Set(Rooms.allowed.keys).union(Rooms.shims))
  }

  @Test(arguments: SourceTree.texts(under: "Sources").filter { $0.path.hasSuffix(".swift") })
  func importsFollowTheTable(_ file: SourceTree.File) {
    let room = String(file.path.split(separator: "/")[1])
    let allowed = Rooms.allowed[room] ?? []
    for line in ImportLine.all(in: file) {
      let complaint = complaint(line, room: room, allowed: allowed)
      #expect(complaint == nil, "\(file.path):\(line.line)")
      if line.isExported {
        #expect(room == "Draft", "\(file.path):\(line.line): only the façade re-exports")
      }
    }
  }

  private func complaint(_ line: ImportLine, room: String, allowed: Set<String>) -> String? {
    let module = line.module
    if allowed.contains(module) || Rooms.standard.contains(module) { return nil }
    if module == "FoundationEssentials" || module == "Foundation" {
      guard Rooms.withFoundation.contains(room) else { return "\(room) does without Foundation" }
      let wanted: ImportLine.Branch =
        module == "Foundation"
        ? .cannotImport("FoundationEssentials") : .canImport("FoundationEssentials")
      return line.branches.contains(wanted)
        ? nil : "import FoundationEssentials if canImport, else Foundation"
    }
    if Rooms.system.contains(module) {
      guard Rooms.withSystem.contains(room) else { return "\(room) does not call the system" }
      return line.branches.isEmpty ? "import \(module) under #if canImport" : nil
    }
    return "\(room) may not import \(module)"
  }

  @Test func theReaderOfImportsSeesThemAll() {
    let text = """
      @_exported public import A
      import struct B.C
        private import D
      // import E
      #if canImport(FoundationEssentials)
        internal import FoundationEssentials
      #else
        internal import Foundation
      #endif
      @testable import F
      """
    let lines = ImportLine.all(in: SourceTree.File(path: "x", text: text))
    #expect(lines.map(\.module) == ["A", "B", "D", "FoundationEssentials", "Foundation", "F"])
    #expect(lines.map(\.line) == [1, 2, 3, 6, 8, 10])
    #expect(lines.map(\.isExported) == [true, false, false, false, false, false])
    #expect(lines[3].branches == [.canImport("FoundationEssentials")])
    #expect(lines[4].branches == [.cannotImport("FoundationEssentials")])
    #expect(lines[5].branches.isEmpty)
  }
}
