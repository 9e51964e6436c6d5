internal import DraftPackage
internal import DraftXML

/// The parts of a Word document by what they are for (ECMA-376 part 1, § 11.3).
struct WordParts {
  /// Why a part cannot be read.
  enum Failure: Error {
    case package(PackageError)
    case xml(XMLError, part: String)
  }

  private let package: Package
  private let limits: PackageLimits
  private let mainName: String?
  private let relationships: [Relationship]

  /// Finds the parts.
  init(_ package: Package, limits: PackageLimits) throws(PackageError) {
    self.package = package
    self.limits = limits
    let roots = try package.relationships(of: nil)
    let main = roots.first { WordParts.kind(of: $0) == "officeDocument" }?.part
    let type = main.flatMap { package.contentTypes.type(of: $0) } ?? ""
    let isWord = type.contains("wordprocessingml") || type.contains("ms-word")
    mainName = isWord && main.map(package.contains) == true ? main : nil
    relationships =
      try mainName.map { name throws(PackageError) in
        try package.relationships(of: name)
      } ?? []
  }

  /// The last word of a relationship's type.
  private static func kind(of relationship: Relationship) -> String {
    relationship.type.split(separator: "/").last.map(String.init) ?? ""
  }

  /// The main part; nil when the package is no Word document.
  func main() throws(Failure) -> XMLTree? {
    guard let mainName else { return nil }
    return try read(mainName)
  }

  /// The first part of a kind; nil when there is none.
  func first(_ kind: String) throws(Failure) -> XMLTree? {
    let part = relationships.first { WordParts.kind(of: $0) == kind }?.part
    guard let part, package.contains(part) else { return nil }
    return try read(part)
  }

  /// The headers or footers that the sections of the document show, in order, each once.
  func used(_ kind: String, in document: XMLTree) throws(Failure) -> [XMLTree] {
    var names: [String] = []
    for element in document.elements.indices
    where document.name(of: element).local == kind + "Reference" {
      let id = document.attribute(named: "id", of: element)
      if let part = relationships.first(where: { $0.id == id })?.part, package.contains(part),
        !names.contains(part), isShown(element, in: document)
      {
        names.append(part)
      }
    }
    var trees: [XMLTree] = []
    for name in names { trees.append(try read(name)) }
    return trees
  }

  /// Whether a header is that of a first page in a section that has none of its own.
  private func isShown(_ reference: Int, in document: XMLTree) -> Bool {
    guard document.wordAttribute("type", of: reference) == "first" else { return true }
    let section = Int(document.elements[reference].parent)
    return document.toggle("titlePg", of: section) ?? false
  }

  private func read(_ name: String) throws(Failure) -> XMLTree {
    let bytes: [UInt8]
    do throws(PackageError) { bytes = try package.read(name) } catch { throw .package(error) }
    do throws(XMLError) {
      return try XMLTree(bytes, limits: limits.xml)
    } catch {
      throw .xml(error, part: name)
    }
  }
}
