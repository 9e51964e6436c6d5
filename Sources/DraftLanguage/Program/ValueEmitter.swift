/// Writes values where the tags stand: escapes them for the format of the output.
public protocol ValueEmitter: Sendable {
  /// Appends `text` as it must stand at `site`.
  ///
  /// - Throws: ``EmissionError`` when the text cannot stand there, for example because it holds a
  ///   character that XML forbids.
  func emit(_ text: String, site: Int32, into output: inout [UInt8]) throws(EmissionError)

  /// Appends captured markup (or, later, rich text, an image, a sub-document) at `site`.
  ///
  /// - Throws: ``EmissionError`` when the site cannot hold structure of that level.
  func emit(_ fragment: Fragment, site: Int32, into output: inout [UInt8]) throws(EmissionError)

  /// Appends a visible blank where the field `path` is missing.
  func emitGap(_ path: String, site: Int32, into output: inout [UInt8])

  /// Marks a place of the output for work that is done when all of it is there.
  ///
  /// - Parameters:
  ///   - id: the number that ``Piece/mark(_:loop:)`` gives to the place.
  ///   - turn: the turn of its loop; nil outside of loops.
  func mark(_ id: Int32, turn: LoopTurn?, into output: inout [UInt8])
}

extension ValueEmitter {
  /// Appends `[____ path ____]`.
  public func emitGap(_ path: String, site: Int32, into output: inout [UInt8]) {
    try? emit("[____ \(path) ____]", site: site, into: &output)
  }

  /// Appends nothing.
  public func mark(_ id: Int32, turn: LoopTurn?, into output: inout [UInt8]) {}
}

/// A value that cannot stand where its tag stands.
public struct EmissionError: Error, Sendable, Hashable {
  /// A stable code in kebab case.
  public var code: String
  /// What is wrong with the value.
  public var message: Message
  /// What to do.
  public var hint: Message?

  /// An error about a value; the renderer adds the place and the data path.
  public init(code: String, message: Message, hint: Message? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }
}

/// Ready markup: the captured body of a macro or block.
///
/// Rich text, images and sub-documents will be fragments too, with additions to the package.
public struct Fragment: Sendable, Hashable {
  /// The structure that it holds.
  public var level: MarkupLevel
  /// Markup in the format of the output.
  public var bytes: [UInt8]

  /// Markup of a level.
  public init(level: MarkupLevel, bytes: [UInt8]) {
    self.level = level
    self.bytes = bytes
  }
}

/// The emitter of text templates: values stand as they are.
public struct PlainEmitter: ValueEmitter {
  /// The emitter has no settings.
  public init() {}

  /// Appends the text unchanged.
  public func emit(_ text: String, site: Int32, into output: inout [UInt8]) {
    output.append(contentsOf: text.utf8)
  }

  /// Appends the bytes unchanged.
  public func emit(_ fragment: Fragment, site: Int32, into output: inout [UInt8]) {
    output.append(contentsOf: fragment.bytes)
  }
}
