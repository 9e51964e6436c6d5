internal import CLibXML2

/// Gives each different element name a number.
///
/// libxml2 interns names, so equal pointers mean equal names for as long as its parser lives: a small
/// table by pointer answers nearly always, the dictionary by value stays the truth.
struct NameTable {
  private(set) var names: [XMLName] = []
  private var numbers: [XMLName: Int32] = [:]
  private var cache = [Line](repeating: Line(), count: 256 + NameTable.reach)
  /// How many places are looked at for a name.
  private static let reach = 8

  private struct Line {
    var local = 0
    var prefix = 0
    var uri = 0
    var number: Int32 = -1
  }

  /// The number of a name, a new one if it has not been seen.
  mutating func index(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?
  ) -> Int32 {
    let localBits = Int(bitPattern: local)
    let prefixBits = Int(bitPattern: prefix)
    let uriBits = Int(bitPattern: uri)
    let first = (localBits ^ (localBits >> 8) ^ (prefixBits >> 3)) & 255
    var slot = first
    // Names that share a place stand in the next ones.
    while cache[slot].number >= 0, slot < first + NameTable.reach {
      let line = cache[slot]
      if line.local == localBits, line.prefix == prefixBits, line.uri == uriBits {
        return line.number
      }
      slot += 1
    }
    if slot == first + NameTable.reach { slot = first }
    let name = unsafe XMLName(
      uri: uri.map { unsafe String(cString: $0) },
      local: local.map { unsafe String(cString: $0) } ?? "",
      prefix: prefix.map { unsafe String(cString: $0) })
    let number = numbers[name] ?? Int32(names.count)
    if Int(number) == names.count {
      names.append(name)
      numbers[name] = number
    }
    cache[slot] = Line(local: localBits, prefix: prefixBits, uri: uriBits, number: number)
    return number
  }
}
