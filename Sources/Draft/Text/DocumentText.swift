internal import DraftDocx
public import DraftPackage

/// What a Word document says, as plain text.
///
/// Paragraphs have the numbers that Word shows, tables are set in columns or one cell under the other,
/// headers and footers stand once, above and below, footnotes and endnotes at the end. Of a field its
/// result is there and not its code; tracked insertions are there, deletions and hidden text are not.
///
/// ```swift
/// let text = try DocumentText(contentsOf: "agreement.docx").string(width: 100)
/// ```
public struct DocumentText: Sendable {
  private let text: DraftDocx.DocumentText

  /// Reads a document from the bytes of its file.
  ///
  /// - Parameters:
  ///   - bytes: the file: `.docx`, `.dotx`, or one with macros, which are not looked at.
  ///   - name: its name for messages.
  ///   - limits: what a hostile file may not exceed.
  /// - Throws: ``Diagnostics`` when the file is no Word document or is damaged.
  public init(
    _ bytes: [UInt8], name: String? = nil, limits: PackageLimits = .standard
  ) throws(Diagnostics) {
    text = try DraftDocx.DocumentText(bytes, name: name, limits: limits)
  }

  /// Reads a document.
  ///
  /// - Parameter path: the file; `-` is standard input.
  /// - Throws: ``FileSystem/Failure``, or ``Diagnostics`` as reading from bytes does.
  public init(contentsOf path: String) throws {
    try self.init(FileSystem.read(path), name: path)
  }

  /// The text in lines that end in line feeds, the last one too.
  ///
  /// - Parameter width: the columns that lines are wrapped at, 20 or more; each letter of Latin and
  ///   Cyrillic is one. Nil sets each paragraph in one line.
  public func string(width: Int? = nil) -> String { text.string(width: width) }
}
