import Draft

/// A page of the documentation, read for its fenced blocks.
struct Page {
  /// Its path in the project.
  let path: String
  /// Its lines.
  let lines: [String]

  init(_ path: String) throws {
    self.path = path
    lines = String(decoding: try FileSystem.read(Project.folder + "/" + path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A fenced block.
  struct Block {
    /// What stands after the opening fence.
    var kind: String
    /// The line of the opening fence, counted from 1.
    var line: Int
    /// The lines between the fences.
    var lines: [String]
    /// Whether a heading stands between it and the block before.
    var opensSection: Bool

    var text: String { lines.map { $0 + "\n" }.joined() }
  }

  /// The fenced blocks in order.
  var blocks: [Block] {
    var blocks: [Block] = []
    var open: Block?
    var heading = true
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
          heading = false
        } else {
          open = Block(
            kind: String(line.dropFirst(3)), line: index + 1, lines: [], opensSection: heading)
        }
      } else if open != nil {
        open?.lines.append(line)
      } else if line.hasPrefix("## ") {
        heading = true
      }
    }
    return blocks
  }

  /// Puts other lines into blocks, by their line.
  func replacing(_ contents: [Int: [String]]) -> String {
    var result: [String] = []
    var isInside = false
    var isSkipped = false
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isInside.toggle()
        isSkipped = false
        result.append(line)
        if isInside, let content = contents[index + 1] {
          result += content
          isSkipped = true
        }
      } else if !isSkipped {
        result.append(line)
      }
    }
    return result.joined(separator: "\n")
  }
}

/// The checkout that the tests were built from.
enum Project {
  static let folder = (0..<4).reduce(#filePath) { path, _ in Paths.parent(of: path) ?? path }

  /// Whether outputs are written into the pages instead of being compared.
  static var records: Bool { FileSystem.environment("RECORD_SNAPSHOTS") != nil }

  /// Writes a page anew.
  static func record(_ text: String, _ path: String) throws {
    try FileSystem.write(Array(text.utf8), to: folder + "/" + path, overwrite: true)
  }
}
