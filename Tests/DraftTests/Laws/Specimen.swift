import Draft
import DraftCasework
import DraftPackage
import Foundation
import TestSupport

/// A template and the data that fill it: what the laws are tried on.
struct Specimen: Sendable, CustomStringConvertible {
  var name: String
  var template: [UInt8]
  var data: ObjectValue
  /// Whether another specimen has the same template.
  var isRepeated = false
  /// The compiled template, where several specimens share it.
  var compiled: Template?
  /// How missing fields are taken.
  var missing = MissingPolicy.error

  var description: String { name }

  init(_ name: String, template: [UInt8], data: ObjectValue) {
    self.name = name
    self.template = template
    self.data = data
  }

  /// What the template makes.
  func filled() throws -> [UInt8] {
    try (compiled ?? Template(docx: template, name: name))
      .fill(with: data, missing: missing, writer: PackageWriter(compression: .prepared)).bytes
  }

  /// The text that comes out, or the codes of what is wrong, with their places.
  func outcome(of template: [UInt8]? = nil) throws -> String {
    do {
      let document = try Template(docx: template ?? self.template, name: name)
        .fill(with: data, missing: missing)
      return try Package(document.bytes).visibleStories() + codes(document.diagnostics)
    } catch let diagnostics as Diagnostics {
      return codes(diagnostics.items)
    }
  }

  private func codes(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { "\($0.code)@\($0.place?.part ?? ""):\($0.place?.line ?? 0)\n" }.joined()
  }

  /// No fields at all.
  static let noData = ObjectValue([])

  /// Every specimen at hand.
  static let all: [Specimen] = constructs + shipped + more

  /// Those of different templates.
  static let different: [Specimen] = all.filter { !$0.isRepeated }

  /// The rows of the compatibility list.
  static let constructs: [Specimen] = Construct.all.compactMap { construct in
    guard let data = try? DataFile(json: Array(construct.data.utf8), name: nil).root else {
      return nil
    }
    return Specimen(construct.name, template: construct.file.bytes, data: data)
  }

  /// The documents of the catalogue with all samples of theirs.
  static let shipped: [Specimen] = {
    let catalogue = Catalogue(folders: [Checkout.folder.appending(path: "Templates").path()])
    var specimens: [Specimen] = []
    for name in catalogue.names {
      guard let path = (try? catalogue.document(name))?.template(for: "docx"),
        let bytes = try? FileSystem.read(path), let constants = try? catalogue.constants()
      else { continue }
      let compiled = try? Template(docx: bytes, name: name)
      var isFirst = true
      for sample in Checkout.files(in: "samples", ending: "yaml") where sample.hasPrefix(name) {
        let path = Checkout.folder.appending(path: "samples/\(sample)").path()
        guard let file = try? DataFile(contentsOf: path),
          let data = try? CaseData(merging: constants + [file])
        else { continue }
        var specimen = Specimen(sample, template: bytes, data: data.root)
        specimen.compiled = compiled
        specimen.isRepeated = !isFirst
        isFirst = false
        specimens.append(specimen)
      }
    }
    return specimens
  }()

  /// Templates of a folder of one's own, named by `DRAFT_MORE_TEMPLATES`; data beside them in a JSON
  /// file of the same name, or in `../data`. Fields that are missing become gaps.
  static let more: [Specimen] = {
    guard let folder = ProcessInfo.processInfo.environment["DRAFT_MORE_TEMPLATES"] else {
      return []
    }
    return FileSystem.names(in: folder).filter { $0.hasSuffix(".docx") }.compactMap {
      name -> Specimen? in
      guard let bytes = try? FileSystem.read("\(folder)/\(name)") else { return nil }
      let stem = String(name.prefix { $0 != "." })
      let data =
        ["\(folder)/\(stem).json", "\(folder)/../data/\(stem).json"]
        .lazy.compactMap { try? DataFile(contentsOf: $0).root }.first ?? Specimen.noData
      var specimen = Specimen(name, template: bytes, data: data)
      specimen.missing = .gap
      return specimen
    }
  }()
}

/// Where the project stands.
enum Checkout {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardizedFileURL

  static func files(in name: String, ending: String) -> [String] {
    FileSystem.names(in: folder.appending(path: name).path()).filter { $0.hasSuffix("." + ending) }
  }
}
