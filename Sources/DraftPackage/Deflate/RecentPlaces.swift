/// Where bytes came out last: by eight of them the last two places, by four the last one.
///
/// Long matches are found by eight bytes and short ones by four, each in one look. That is as good as going
/// through all places of four bytes, in which most looks end in vain. What is kept of a place are the lowest
/// sixteen bits; the bytes there tell whether it is the right one.
struct RecentPlaces: ~Copyable {
  /// A letter of a segment's text: values are made of such as well.
  struct Letter: Sendable {
    /// Its slot by four bytes.
    var four: UInt16
    /// Its slot by eight bytes; ``eights`` where the segment has fewer.
    var eight: UInt16
    /// Where it stands in the segment.
    var offset: Int32
  }

  /// How many slots four bytes, and eight, are told apart by.
  static let fours = 1 << 13
  private static let eights = 1 << 13

  private let byFour = FixedBuffer<UInt16>(repeating: 0, count: fours)
  /// The last place in the lower half, the one before it in the upper; at the end what nobody looks at.
  private let byEight = FixedBuffer<UInt32>(repeating: 0, count: eights + 1)

  /// Forgets all places, so that an output does not depend on those before it.
  func removeAll() {
    byFour.fill(0)
    byEight.fill(0)
  }

  // MARK: Slots

  /// The slot of the four lowest bytes of a word.
  @inline(__always)
  static func slotByFour(_ word: UInt64) -> Int {
    Int((UInt32(truncatingIfNeeded: word) &* 0x9E37_79B1) &>> 19)
  }

  @inline(__always)
  private static func slotByEight(_ word: UInt64) -> Int {
    Int((word &* 0x9E37_79B9_7F4A_7C15) &>> 51)
  }

  /// Eight bytes, the first lowest; they must be there.
  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  // MARK: Segments

  /// The letters of a segment's text, none of its tags: values hold none. In the bytes of a letter but the
  /// first a match hardly ever begins.
  static func letters(of segment: Range<Int>, in statics: [UInt8]) -> [Letter] {
    let (open, close) = (UInt8(ascii: "<"), UInt8(ascii: ">"))
    // It may begin in a tag.
    var isTag = statics[segment].first { $0 == open || $0 == close } == close
    var letters: [Letter] = []
    for place in segment {
      let byte = statics[place]
      if byte == open { isTag = true }
      let left = segment.upperBound - place
      if !isTag, byte & 0xC0 != 0x80, left >= BackReference.shortest {
        var word: UInt64 = 0
        for byte in statics[place..<place + min(8, left)].reversed() {
          word = word << 8 | UInt64(byte)
        }
        letters.append(
          Letter(
            four: UInt16(slotByFour(word)), eight: UInt16(left >= 8 ? slotByEight(word) : eights),
            offset: Int32(place - segment.lowerBound)))
      }
      if byte == close { isTag = false }
    }
    return letters
  }

  /// Remembers letters of a segment.
  ///
  /// - Parameters:
  ///   - letters: all letters.
  ///   - range: those of the segment.
  ///   - start: the place at which it came out.
  func insert(_ letters: [Letter], _ range: Range<Int>, at start: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= letters.count)
    unsafe letters.withUnsafeBufferPointer { letters in
      unsafe byFour.withElements(Self.fours) { byFour in
        unsafe byEight.withElements(Self.eights + 1) { byEight in
          for index in range {
            let letter = unsafe letters[index]
            let place = UInt32(truncatingIfNeeded: start &+ Int(letter.offset)) & 0xFFFF
            unsafe byFour[Int(letter.four)] = UInt16(truncatingIfNeeded: place)
            let eight = unsafe byEight + Int(letter.eight)
            unsafe eight.pointee = eight.pointee &<< 16 | place
          }
        }
      }
    }
  }

  // MARK: Values

  /// Remembers positions of bytes, the first of which has the place `origin`.
  func insert(_ bytes: UnsafeRawBufferPointer, _ positions: Range<Int>, origin: Int) {
    precondition(positions.lowerBound >= 0 && positions.upperBound &+ 7 <= bytes.count)
    unsafe byFour.withElements(Self.fours) { byFour in
      unsafe byEight.withElements(Self.eights + 1) { byEight in
        for position in positions {
          let word = unsafe Self.word(bytes, position)
          let place = UInt32(truncatingIfNeeded: origin &+ position) & 0xFFFF
          unsafe byFour[Self.slotByFour(word)] = UInt16(truncatingIfNeeded: place)
          let eight = unsafe byEight + Self.slotByEight(word)
          unsafe eight.pointee = eight.pointee &<< 16 | place
        }
      }
    }
  }

  /// What came out before of the bytes at a position, at which there are eight; of length 0 for none.
  ///
  /// - Parameters:
  ///   - most: how many bytes may be referred to.
  ///   - origin: the place of the first of the bytes.
  ///   - isInserted: whether the position is to be found from now on.
  @inline(__always)
  func find(
    _ bytes: UnsafeRawBufferPointer, _ position: Int, most: Int, origin: Int, isInserted: Bool
  ) -> BackReference {
    precondition(position >= 0 && position &+ max(8, most) <= bytes.count)
    let word = unsafe Self.word(bytes, position)
    let place = UInt32(truncatingIfNeeded: origin &+ position) & 0xFFFF
    let (four, eight) = (Self.slotByFour(word), Self.slotByEight(word))
    let pair = byEight[eight]
    let last = UInt32(byFour[four])
    if isInserted {
      byEight[eight] = pair &<< 16 | place
      byFour[four] = UInt16(truncatingIfNeeded: place)
    }
    let farthest = UInt32(truncatingIfNeeded: min(DeflateAlphabet.farthest, position))
    /// How many bytes are the same so far back; 0 where nothing of this output is.
    @inline(__always)
    func common(_ distance: UInt32, atLeast least: Int) -> Int {
      guard distance &- 1 < farthest else { return 0 }
      let other = position &- Int(distance)
      let different = unsafe Self.word(bytes, other) ^ word
      if different == 0 { return unsafe BackReference.common(bytes, other, position, most) }
      let length = min(different.trailingZeroBitCount &>> 3, most)
      return length >= least ? length : 0
    }
    let (nearer, farther) = ((place &- pair) & 0xFFFF, (place &- pair &>> 16) & 0xFFFF)
    var found = BackReference(
      length: common(nearer, atLeast: 8), distance: Int(nearer))
    let other = common(farther, atLeast: 8)
    if other > found.length { found = BackReference(length: other, distance: Int(farther)) }
    if found.length == 0 {
      let nearest = (place &- last) & 0xFFFF
      found = BackReference(
        length: common(nearest, atLeast: BackReference.shortest), distance: Int(nearest))
    }
    return found.length >= BackReference.shortest ? found : BackReference()
  }
}
