internal import CLibXML2

/// Gives each different element name a number.
///
/// libxml2 keeps each name once for as long as its parser lives, so that two names are the same if, and
/// only if, they stand at the same places.
struct NameTable {
  private(set) var names: [XMLName] = []
  /// Names by their places; a name whose line is taken stands in the next free one. At least half of the
  /// lines are free.
  private var lines = [Line](repeating: Line(), count: 128)
  /// The namespaces by their places.
  private var uris: [Int: String] = [:]

  private struct Line {
    var local = 0
    var prefix = 0
    var uri = 0
    var number: Int32 = -1

    /// Whether it is free or holds the same name.
    func takes(_ other: Line) -> Bool {
      number < 0 || local == other.local && prefix == other.prefix && uri == other.uri
    }
  }

  /// The number of a name, a new one if it has not been seen.
  mutating func index(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?
  ) -> Int32 {
    let line = Line(
      local: Int(bitPattern: local), prefix: Int(bitPattern: prefix), uri: Int(bitPattern: uri))
    let known = lines[place(of: line)].number
    return unsafe known >= 0 ? known : add(line, local, prefix, uri)
  }

  /// Adds a name, and gives it a number.
  @inline(never)
  private mutating func add(
    _ line: Line, _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?
  ) -> Int32 {
    var line = line
    line.number = Int32(names.count)
    unsafe names.append(
      XMLName(
        uri: uri.map { unsafe namespace($0) },
        local: local.map { unsafe String(cString: $0) } ?? "",
        prefix: prefix.map { unsafe String(cString: $0) }))
    if names.count > lines.count / 2 { grow() }
    lines[place(of: line)] = line
    return line.number
  }

  /// Where a name stands, or is to stand.
  @inline(__always)
  private func place(of line: Line) -> Int {
    let mask = lines.count - 1
    let mixed = line.local ^ (line.local >> 8) ^ (line.prefix >> 3) ^ (line.uri >> 2)
    var slot = mixed & mask
    while !lines[slot].takes(line) { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = lines
    lines = [Line](repeating: Line(), count: 2 * old.count)
    for line in old where line.number >= 0 { lines[place(of: line)] = line }
  }

  private mutating func namespace(_ uri: UnsafePointer<xmlChar>) -> String {
    let place = Int(bitPattern: uri)
    if let known = uris[place] { return known }
    let text = unsafe String(cString: uri)
    uris[place] = text
    return text
  }
}
