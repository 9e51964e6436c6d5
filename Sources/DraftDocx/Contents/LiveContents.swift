public import DraftPackage
internal import DraftXML

/// Makes the page numbers of tables of contents come from who lays out the pages.
///
/// LibreOffice prints the entries of a `TOC` field as they stand, with page numbers that may be those of
/// the template or none; the fields `PAGEREF` in them it works out only where they stand for themselves.
public enum LiveContents {
  /// A document for printing: entries that refer to pages stand without the field around them.
  ///
  /// - Parameter document: the bytes of a `.docx` file.
  /// - Returns: the same bytes when no table of contents refers to pages.
  /// - Throws: ``PackageError`` when the file is none that can be read.
  public static func printable(_ document: [UInt8]) throws(PackageError) -> [UInt8] {
    let package = try Package(document)
    guard
      let main = try package.relationships(of: nil).first(where: {
        $0.type.hasSuffix("/officeDocument")
      })?.part, package.contains(main)
    else { return document }
    let bytes = try package.read(main)
    guard let tree = try? XMLTree(bytes) else { return document }
    var edits = EditList()
    for field in ContentsField.all(in: tree) { open(field, in: tree, &edits) }
    if edits.isEmpty { return document }
    return try PackageWriter().write(
      package, replacing: [package.entry(main)?.name ?? main: edits.applied(to: bytes)])
  }

  private static func open(_ field: ContentsField, in tree: XMLTree, _ edits: inout EditList) {
    guard let entries = field.entries,
      entries.elements(in: tree).contains(where: { element in
        tree.name(of: element).local == "instrText"
          && tree.text(of: element).split(whereSeparator: \.isWhitespace).first == "PAGEREF"
      })
    else { return }
    let first = Int(tree.elements[field.begin].parent)
    guard tree.elements[first].parent == tree.elements[entries.separator].parent else { return }
    edits.remove(
      Int(tree.elements[first].start)..<Int(tree.elements[entries.separator].end))
    edits.remove(tree.elements[entries.end].range)
  }
}
