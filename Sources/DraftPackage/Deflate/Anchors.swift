/// Where bytes of values were seen, by four of them.
struct Anchors: ~Copyable {
  /// The fewest bytes of a match that is looked for.
  static let shortest = 4
  /// How many places are looked at.
  private static let depth = 8
  /// How many slots four bytes are told apart by.
  static let slots = 1 << 13

  /// A match that has been found.
  struct Found {
    var length = 0
    var distance = 0
  }

  /// The last place of each slot; below zero for none.
  private let heads = FixedBuffer<Int32>(repeating: -1, count: slots)
  /// The place of the same slot before a place, by its lowest bits.
  private let before = FixedBuffer<Int32>(count: DeflateAlphabet.farthest)

  /// Forgets all places.
  func removeAll() { heads.fill(-1) }

  /// The slot of four bytes.
  @inline(__always)
  static func slot(_ bytes: [UInt8], _ position: Int) -> Int {
    precondition(position >= 0 && position + shortest <= bytes.count)
    return unsafe bytes.withUnsafeBytes { unsafe slot($0, position) }
  }

  @inline(__always)
  private static func slot(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Int {
    let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
    return Int((UInt32(littleEndian: word) &* 0x9E37_79B1) &>> 19)
  }

  /// Remembers positions of bytes the first of which has the place `origin`.
  func insert(_ bytes: [UInt8], _ positions: Range<Int>, origin: Int) {
    precondition(
      positions.lowerBound >= 0 && positions.upperBound + Self.shortest - 1 <= bytes.count)
    unsafe bytes.withUnsafeBytes { bytes in
      insert(positions.count) { index in
        let position = positions.lowerBound &+ index
        return (unsafe Self.slot(bytes, position), origin &+ position)
      }
    }
  }

  @inline(__always)
  private func insert(_ count: Int, _ item: (Int) -> (slot: Int, place: Int)) {
    unsafe heads.withElements(Self.slots) { heads in
      unsafe before.withElements(DeflateAlphabet.farthest) { before in
        for index in 0..<count {
          let (slot, place) = item(index)
          let head = unsafe heads + (slot & (Self.slots &- 1))
          unsafe before[place & (DeflateAlphabet.farthest &- 1)] = head.pointee
          unsafe head.pointee = Int32(truncatingIfNeeded: place)
        }
      }
    }
  }

  /// The longest match of the bytes at a position, the nearest of equally long ones; of length 0 for none.
  ///
  /// - Parameter origin: the place of the first of the bytes.
  func longest(_ bytes: [UInt8], _ position: Int, end: Int, origin: Int) -> Found {
    precondition(position >= 0 && position + Self.shortest <= end && end <= bytes.count)
    return unsafe bytes.withUnsafeBytes { unsafe longest($0, position, end, origin) }
  }

  @inline(__always)
  private func longest(
    _ bytes: UnsafeRawBufferPointer, _ position: Int, _ end: Int, _ origin: Int
  ) -> Found {
    let place = origin &+ position
    // Places of other outputs, and that of none, are farther back than the first of the bytes.
    let farthest = UInt(bitPattern: min(DeflateAlphabet.farthest, position))
    let most = end &- position
    var length = Self.shortest - 1
    var best = 0
    unsafe heads.withElements(Self.slots) { heads in
      unsafe before.withElements(DeflateAlphabet.farthest) { before in
        var candidate = unsafe Int(heads[Self.slot(bytes, position)])
        var left = Self.depth
        while left > 0 {
          left &-= 1
          let distance = place &- candidate
          guard UInt(bitPattern: distance &- 1) < farthest else { break }
          let other = position &- distance
          if unsafe bytes[other &+ length] == bytes[position &+ length] {
            let common = unsafe Self.common(bytes, other, position, most)
            if common > length {
              (length, best) = (common, distance)
              if length == most { break }
            }
          }
          let next = unsafe Int(before[candidate & (DeflateAlphabet.farthest &- 1)])
          // Places overwritten since end the list.
          if next >= candidate { break }
          candidate = next
        }
      }
    }
    return best > 0 ? Found(length: length, distance: best) : Found()
  }

  /// How many bytes at two places are the same, at most so many.
  static func common(_ bytes: [UInt8], _ one: Int, _ other: Int, _ most: Int) -> Int {
    precondition(one >= 0 && other >= one && most >= 0 && other + most <= bytes.count)
    return unsafe bytes.withUnsafeBytes { unsafe common($0, one, other, most) }
  }

  /// How many bytes at two places are the same, at most so many, which must be there.
  @inline(__always)
  static func common(
    _ bytes: UnsafeRawBufferPointer, _ one: Int, _ other: Int, _ most: Int
  ) -> Int {
    var length = 0
    while length &+ 8 <= most {
      let different =
        unsafe bytes.loadUnaligned(fromByteOffset: one &+ length, as: UInt64.self)
        ^ bytes.loadUnaligned(fromByteOffset: other &+ length, as: UInt64.self)
      if different != 0 {
        return length &+ UInt64(littleEndian: different).trailingZeroBitCount &>> 3
      }
      length &+= 8
    }
    while length < most, unsafe bytes[one &+ length] == bytes[other &+ length] { length &+= 1 }
    return length
  }
}
