import DraftPackage
import Testing

@Suite struct EntryStreamTests {
  private func read(_ entry: ZipMaker.Entry, _ name: String = "a") throws -> [UInt8] {
    let package = try Package(ZipMaker.package([entry]).bytes)
    let stream = try package.stream(name)
    var bytes: [UInt8] = []
    while let piece = try stream.next() {
      #expect(!piece.isEmpty && piece.count <= 1 << 16)
      bytes += piece
    }
    #expect(try stream.next() == nil && stream.fraction == 1)
    return bytes
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func givesTheWholeEntry(_ count: Int) throws {
    #expect(try read(.zeros("a", count: count)) == [UInt8](repeating: 0, count: count))
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try read(ZipMaker.Entry("a", bytes)) == bytes)
  }

  @Test func whatIsDamagedIsRefused() {
    func code(_ change: (inout ZipMaker.Entry) -> Void) -> PackageError.Code? {
      var entry = ZipMaker.Entry.zeros("a", count: 200_000)
      change(&entry)
      do {
        _ = try read(entry)
        return nil
      } catch {
        return (error as? PackageError)?.code
      }
    }
    #expect(code { _ in } == nil)
    #expect(code { $0.crc ^= 1 } == .crcMismatch)
    #expect(code { $0.size -= 1 } == .corruptData)
    #expect(code { $0.size += 1 } == .corruptData)
    #expect(
      code {
        $0.data.removeLast(5)
        $0.compressedSize -= 5
      } == .corruptData)
    #expect(code { $0.data[$0.data.count / 2] ^= 0xFF } != nil)
  }

  @Test func aMissingEntryIsNamed() throws {
    let package = try Package(ZipMaker.package().bytes)
    #expect { try package.stream("b") } throws: { ($0 as? PackageError)?.code == .noSuchEntry }
  }
}
