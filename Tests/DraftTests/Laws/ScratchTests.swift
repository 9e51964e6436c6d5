import Draft
import DraftPackage
import TestSupport
import Testing
@Suite struct ScratchTests {
  @Test func show() throws {
    for (name, seed) in [("for", 7), ("namespace", 13), ("with", 23), ("localised", 4), ("filters-of-mappings", 23)] {
      guard let one = Specimen.all.first(where: { $0.name == name }) else { continue }
      let seed = UInt64(seed)
      var splitter = RunSplitter(seed: seed, rarity: seed.isMultiple(of: 3) ? 2 : 6)
      let split = try splitter.split(one.template)
      let xml = String(decoding: try Package(split).read("word/document.xml"), as: UTF8.self)
      print(name, try one.outcome(of: split))
      print(xml[(xml.firstRange(of: "<w:body>")!.upperBound)...].replacing(" xml:space=\"preserve\"", with: "").replacing("</w:t></w:r>", with: "⟩").replacing("<w:r><w:t>", with: "⟨"))
    }
  }
}
