/// Where in the segments of a template matches may be found whose source is lacking or out of reach.
struct StaticIndex: Sendable {
  /// A place of a segment.
  private struct Entry {
    var segment: Int32
    var offset: Int32
  }

  /// How many places are looked at.
  private static let depth = 16

  /// Where the places of each slot begin, and the end of the last.
  private let starts: [Int32]
  /// By slot, then in the order of the template.
  private let entries: [Entry]

  /// The index of a template's segments.
  init(_ segments: [DeflatePlan.Segment], of statics: [UInt8]) {
    var counts = [Int32](repeating: 0, count: RecentPlaces.fours + 1)
    Self.forEach(segments, statics) { slot, _ in counts[slot + 1] += 1 }
    for slot in 0..<RecentPlaces.fours { counts[slot + 1] += counts[slot] }
    starts = counts
    var entries = [Entry](
      repeating: Entry(segment: 0, offset: 0), count: Int(counts[RecentPlaces.fours]))
    Self.forEach(segments, statics) { slot, entry in
      entries[Int(counts[slot])] = entry
      counts[slot] += 1
    }
    self.entries = entries
  }

  /// The slot of four bytes.
  @inline(__always)
  private static func slot(_ bytes: [UInt8], _ position: Int) -> Int {
    precondition(position >= 0 && position + BackReference.shortest <= bytes.count)
    let word = unsafe bytes.withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: position, as: UInt32.self)
    }
    return RecentPlaces.slotByFour(UInt64(UInt32(littleEndian: word)))
  }

  /// Goes through all places.
  private static func forEach(
    _ segments: [DeflatePlan.Segment], _ statics: [UInt8], _ body: (Int, Entry) -> Void
  ) {
    for (index, segment) in segments.enumerated() {
      let end = segment.range.upperBound - BackReference.shortest + 1
      for place in segment.range.lowerBound..<max(end, segment.range.lowerBound) {
        body(
          Self.slot(statics, place),
          Entry(segment: Int32(index), offset: Int32(place - segment.range.lowerBound)))
      }
    }
  }

  /// A longer match of the bytes at a position than one that was found already, if there is one.
  ///
  /// - Parameters:
  ///   - last: where each segment came out last, as a place; below zero for never.
  ///   - segment: the segment at hand, from which on back it is looked.
  func longest(
    _ bytes: [UInt8], _ position: Int, end: Int, origin: Int, last: [Int], segment: Int,
    than found: BackReference
  ) -> BackReference {
    precondition(position >= 0 && position + BackReference.shortest <= end && end <= bytes.count)
    var found = found
    let most = end &- position
    guard found.length < most else { return found }
    let slot = Self.slot(bytes, position)
    let first = Int(starts[slot])
    var index = Int(starts[slot + 1])
    let farthest = min(DeflateAlphabet.farthest, position)
    let place = origin &+ position
    unsafe entries.withUnsafeBufferPointer { entries in
      unsafe last.withUnsafeBufferPointer { last in
        unsafe bytes.withUnsafeBytes { bytes in
          // The places behind the segment at hand come last, if they come at all.
          var low = first
          while low &+ 4 < index {
            let middle = (low &+ index) &>> 1
            if unsafe Int(entries[middle].segment) <= segment {
              low = middle &+ 1
            } else {
              index = middle
            }
          }
          var left = Self.depth
          while index > first, left > 0 {
            index &-= 1
            left &-= 1
            let entry = unsafe entries[index]
            let start = unsafe last[Int(entry.segment)]
            let distance = place &- start &- Int(entry.offset)
            guard start >= 0, distance > 0 else { continue }
            // What stands before it in the template is hardly ever nearer.
            guard distance <= farthest else { return }
            let other = position &- distance
            guard
              unsafe bytes[other &+ found.length] == bytes[position &+ found.length]
            else { continue }
            let length = unsafe BackReference.common(bytes, other, position, most)
            if length > found.length, length >= BackReference.shortest {
              found = BackReference(length: length, distance: distance)
              if length == most { return }
            }
          }
        }
      }
    }
    return found
  }
}
