/// Puts bits together to bytes, the first bit lowest, as deflate wants them (RFC 1951, § 3.1.1).
struct BitWriter: ~Copyable {
  /// Room for bytes, those before `position` full.
  private var bytes = FixedBuffer<UInt8>(count: 1 << 13)
  private var position = 0
  /// Bits that do not make a byte yet, and how many.
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  /// Forgets everything, and keeps the memory.
  mutating func removeAll() {
    position = 0
    pending = 0
    count = 0
  }

  /// Makes room for so many bits, without which nothing may be put.
  mutating func reserve(_ bits: Int) {
    // Eight bytes are written at a time, whatever of them counts.
    let needed = position + bits / 8 + 16
    guard needed > bytes.count else { return }
    let larger = FixedBuffer<UInt8>(count: max(needed, bytes.count * 2))
    larger.copy(bytes, position)
    bytes = larger
  }

  /// Appends bits in a loop.
  @inline(__always)
  mutating func put<Result>(_ body: (inout BitCursor) -> Result) -> Result {
    let room = bytes.count
    var cursor = BitCursor(position: position, pending: pending, count: count)
    defer { (position, pending, count) = (cursor.position, cursor.pending, cursor.count) }
    return unsafe bytes.withElements(room) { base in
      unsafe cursor.bytes = UnsafeMutableRawBufferPointer(start: base, count: room)
      return body(&cursor)
    }
  }

  /// Appends the lowest `width` bits of a word, all others of which must be zero; at most 56.
  @inline(__always)
  mutating func put(_ bits: UInt64, _ width: UInt64) { put { $0.put(bits, width) } }

  /// Appends bits that were put together before.
  mutating func put(_ words: [UInt64], from start: Int, _ width: Int) {
    put { $0.put(words, from: start, width) }
  }

  /// Appends a token in a code.
  @inline(__always)
  mutating func put(_ token: UInt32, _ code: BlockCode) {
    let (bits, width) = code.bits(of: token)
    put(bits, width)
  }

  /// Appends tokens and the end of their block in a code; there must be room for them.
  mutating func put(_ tokens: borrowing FixedBuffer<UInt32>, _ tokenCount: Int, _ code: BlockCode) {
    // Most of the time of a fill that makes its own codes goes here: everything at hand has a place of its
    // own, and the tables have an element for whatever a token can hold.
    precondition(code.literals.count == 257 && code.lengths.count == 256)
    precondition(code.distances.count == DeflateAlphabet.distances)
    put { cursor in
      unsafe tokens.withElements(tokenCount) { tokens in
        unsafe code.literals.withUnsafeBufferPointer { literals in
          unsafe code.lengths.withUnsafeBufferPointer { lengths in
            unsafe code.distances.withUnsafeBufferPointer { distances in
              for index in 0..<tokenCount {
                let token = unsafe tokens[index]
                if token < 256 {
                  if cursor.count > 48 { cursor.flush() }
                  let word = unsafe literals[Int(truncatingIfNeeded: token)]
                  cursor.add(word & 0xFF_FFFF, word &>> 24)
                } else {
                  // A match has at most 48 bits.
                  if cursor.count > 15 { cursor.flush() }
                  let head = unsafe lengths[DeflateToken.length(token) &- 3]
                  cursor.add(head & 0xFF_FFFF, head &>> 24)
                  let distance = DeflateToken.distance(token) &- 1
                  let tail = unsafe distances[DeflateAlphabet.distanceSymbol(distance)]
                  cursor.add(tail & 0xFFFF, tail &>> 24)
                  let width = tail &>> 16 & 0xFF
                  cursor.add(UInt32(truncatingIfNeeded: distance) & (1 &<< width &- 1), width)
                }
              }
            }
          }
        }
      }
      cursor.flush()
    }
    let end = code.literals[DeflateAlphabet.end]
    self.put(UInt64(end & 0xFF_FFFF), UInt64(end &>> 24))
  }

  /// Moves everything to an array, the last byte filled up with zero bits.
  mutating func moveAll(to array: inout [UInt8]) {
    if count > 0 { position += 1 }
    bytes.append(position, to: &array)
    removeAll()
  }
}

/// Where a ``BitWriter`` puts its next bits; a loop has all of it in places of its own.
@safe struct BitCursor {
  /// Room for bytes.
  fileprivate var bytes = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
  fileprivate var position: Int
  fileprivate var pending: UInt64
  fileprivate var count: UInt64

  fileprivate init(position: Int, pending: UInt64, count: UInt64) {
    (self.position, self.pending, self.count) = (position, pending, count)
  }

  /// Appends the lowest `width` bits of a word, all others of which must be zero; at most 56.
  @inline(__always)
  mutating func put(_ bits: UInt64, _ width: UInt64) {
    pending |= bits &<< count
    count &+= width
    flush()
  }

  /// Adds bits to those that wait for ``flush()``, 63 with them at most.
  @inline(__always)
  fileprivate mutating func add(_ bits: UInt32, _ width: UInt32) {
    pending |= UInt64(bits) &<< count
    count &+= UInt64(width)
  }

  /// Writes the bytes that are whole.
  @inline(__always)
  fileprivate mutating func flush() {
    unsafe precondition(position >= 0 && position &+ 8 <= bytes.count)
    unsafe bytes.storeBytes(of: pending.littleEndian, toByteOffset: position, as: UInt64.self)
    position &+= Int(truncatingIfNeeded: count &>> 3)
    pending &>>= count & ~7
    count &= 7
  }

  /// Appends bits that were put together before.
  @inline(__always)
  mutating func put(_ words: [UInt64], from start: Int, _ width: Int) {
    var index = start
    var left = width
    while left >= BitRun.wordWidth {
      put(words[index], UInt64(BitRun.wordWidth))
      index &+= 1
      left &-= BitRun.wordWidth
    }
    if left > 0 { put(words[index], UInt64(truncatingIfNeeded: left)) }
  }

  /// Appends a match in a code.
  @inline(__always)
  mutating func put(_ length: Int, _ distance: Int, _ code: BlockCode) {
    let (bits, width) = code.bits(length, distance)
    put(bits, width)
  }
}
