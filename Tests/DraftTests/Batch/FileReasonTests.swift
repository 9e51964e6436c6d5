import Draft
import Foundation
import TestSupport
import Testing

/// What the system refused, in the words of the reader.
@Suite struct FileReasonTests {
  private func reason(_ work: () throws -> Void) -> FileSystem.Failure? {
    do {
      try work()
      return nil
    } catch {
      return error as? FileSystem.Failure
    }
  }

  @Test func commonReasonsAreTranslated() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let missing = reason { _ = try FileSystem.read(folder.path("none")) }
    #expect(missing?.reason.en == "No such file or directory" && missing?.isMissing == true)
    #expect(missing?.reason.ru == "нет такого файла или папки")
    #expect(missing?.reason.kk == "мұндай файл не қалта жоқ")
    let long = String(repeating: "a", count: 300)
    let name = reason { try FileSystem.write([], to: folder.path(long), overwrite: false) }
    #expect(
      name?.reason.ru == "слишком длинное имя файла" && name?.reason.kk == "файл аты тым ұзын")
    let full = reason { try FileSystem.write([1], to: "/dev/full", overwrite: true) }
    #expect(full?.reason.ru == "на диске не осталось места")
  }

  /// A file where a folder is wanted is there, and is no folder.
  @Test func aFileInPlaceOfAFolderIsNamed() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path("out")
    try Data([1]).write(to: URL(filePath: path))
    for wanted in [path, path + "/below"] {
      let failure = reason { try FileSystem.makeFolder(wanted) }
      #expect(failure?.action == .makeFolder && failure?.isMissing == false)
      #expect(failure?.path == path)
      #expect(failure?.reason.ru == "нужна папка, а под этим именем стоит файл")
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == Data([1]))
    let below = reason { try FileSystem.write([], to: path + "/x", overwrite: false) }
    #expect(below?.isMissing == false && below?.reason.kk == "бұл қалта емес")
  }
}
