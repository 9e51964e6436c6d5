import DraftData
import DraftLanguage
import Foundation
import TestSupport
import Testing

/// Tables in the encodings of Windows and of Excel for Mac, made by the system's own iconv.
@Suite struct CyrillicEncodingTests {
  private func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    let file = try TemporaryFolder()
    defer { file.remove() }
    try Data(text.utf8).write(to: URL(filePath: file.path("text")))
    let result = try Program.run(
      "/usr/bin/env",
      [
        "iconv", "-f", "UTF-8", "-t", encoding, file.path("text"),
      ])
    try #require(result.code == 0, "\(result.error)")
    return Array(result.output)
  }

  private static let texts = [
    "name;iin\nИванов Пётр;1\nПетрова Анна;2\n", "имя;город\nТимур Сериков;Шымкент\n",
    "имя\nИВАНОВ ПЁТР\n", "имя;иин\nмария ёлкина;1\n",
    "Клиент;Адрес\nТОО «Роза»;г. Алматы, ул. Абая, д. 5 – офис № 3\n\"АО “Қ”\";„x“…\n"
      .replacing("Қ", with: "К"),
    "аты\nІздеу әділет бөлімі\n".replacing("ә", with: "а").replacing("ө", with: "о"),
    "имя\nС. Е. Ахметов\nД. Т. Ким\n", "n;t\n1;Яна Юрьевна Эм\n2;Щукин Ъ Ы Ь\n",
  ]

  @Test(arguments: texts) func bothAreReadAndNamed(_ text: String) throws {
    let expected = try show(csv(text))
    for (encoding, code) in [("CP1251", "windows-1251"), ("MAC-CYRILLIC", "mac-cyrillic")] {
      for piece in [3, 1 << 16] {
        let reader = try csv(try encoded(text, encoding), piece: piece)
        #expect(try show(reader) == expected)
        #expect(reader.notices.map(\.code) == [code])
      }
    }
  }

  /// What may look like capitals of Mac Cyrillic: quotes, dashes and capitals inside of words.
  @Test(arguments: [
    "имя\n“роза” ‘роза’ „роза“ –роза… •роза\nОлег", "имя\nТОО «КазЮрист»\n", "имя\nТехЯрд\n",
    "цена\n5 € за метр\nУслуга™ – 10 ‰\n", "н\n…и так далее\nВсё\n", "имя\n‹роза› дом\n",
    "имя\nЂорђе Љубица\nИванова Мария\n",
  ]) func textOfWindowsStaysThat(_ text: String) throws {
    let reader = try csv(try encoded(text, "CP1251"))
    #expect(reader.notices.map(\.code) == ["windows-1251"])
    #expect(try show(reader) == show(csv(text)))
  }

  /// No line of the shipped texts, by itself, is taken for Mac Cyrillic.
  @Test func linesOfRealTextsAreToldApart() throws {
    let templates = Program.project.appending(path: "Templates").path()
    var lines: Set<String> = []
    for case let name as String in try #require(FileManager.default.enumerator(atPath: templates))
    where name.hasSuffix(".txt") {
      let text = try String(contentsOfFile: templates + "/" + name, encoding: .utf8)
      for line in text.split(separator: "\n") {
        let known = line.unicodeScalars.filter {
          $0.value < 0x80 || ("А"..."я").contains($0) || "Ёё–—«»№".unicodeScalars.contains($0)
        }
        lines.insert(String(String.UnicodeScalarView(known)))
      }
    }
    #expect(lines.count > 500)
    let list = lines.sorted().filter { line in line.unicodeScalars.contains { $0.value >= 0x400 } }
    let bytes = try encoded(list.joined(separator: "\n"), "CP1251").split(separator: 0x0A)
    #expect(bytes.count == list.count)
    for (line, bytes) in zip(list, bytes) {
      let codes = try? csv(Array(bytes)).notices.map(\.code)
      #expect(codes == nil || codes == ["windows-1251"], "\(line)")
    }
    let mac = try csv(try encoded(list.joined(separator: "\n"), "MAC-CYRILLIC"))
    #expect(mac.notices.map(\.code) == ["mac-cyrillic"])
  }

  @Test func lettersThatMacCyrillicLacksFailTheirRow() throws {
    let reader = try csv(try encoded("имя;e\n_йгерим;a_b@c.kz\nМария;a_b@c.kz\n", "MAC-CYRILLIC"))
    let rows = try show(reader)
    #expect(rows.count == 2 && rows[1] == #"2@3 {имя: "Мария", e: "a_b@c.kz"}"#)
    #expect(
      rows[0].hasPrefix("1@2 bad-cell 2:1 «имя»: a «_» may stand for a Kazakh letter, which Mac"))
  }

  @Test func aCaseInMacCyrillicIsRefusedByName() throws {
    let bytes = try encoded("name: Пётр Иванов\n", "MAC-CYRILLIC")
    #expect(
      errors { try DataFile(yaml: bytes, name: "x") }.contains(
        "the file is in Mac Cyrillic, not in UTF-8"))
  }
}
