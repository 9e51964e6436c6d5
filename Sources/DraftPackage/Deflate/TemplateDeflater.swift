/// Deflates the fills of a template by its plan: no search in static bytes, whose tokens are known but for
/// the distances, and a short one in values.
///
/// The code of each block is the plan's, or made from what the block holds. A deflater keeps its memory
/// from one document to the next and belongs to one thread.
struct TemplateDeflater: ~Copyable {
  private var block = DeflateBlock()
  private let recent = RecentPlaces()
  /// Where each segment came out last, as a place; below zero for never.
  private var last: [Int] = []
  /// The place of the first of the bytes at hand: how many of the output were before it.
  private var origin = 0
  /// How many of the bytes at hand have been encoded, those of the match that waits included.
  private var position = 0
  private var pendingLength = 0
  private var pendingDistance = 0
  private var crc: UInt32 = 0
  /// The segment encoded last.
  private var current = 0

  /// Behind a match this long segments are not looked through.
  private static let goodLength = 8
  /// A match this long, four letters, is taken without looking for a longer one.
  private static let niceLength = 8

  /// A deflater.
  init() {}

  /// Begins an output.
  mutating func begin(_ plan: DeflatePlan) {
    block.removeAll()
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: repeatElement(-1, count: plan.segments.count))
    recent.removeAll()
    (origin, position, pendingLength, crc) = (0, 0, 0, 0)
  }

  /// Writes the output in the code of its plan.
  mutating func usePlannedCode(_ plan: DeflatePlan, size: Int) { block.begin(plan, size: size) }

  /// Encodes what has been added to an output since the last time.
  ///
  /// - Parameters:
  ///   - output: the bytes; before what is new at least those that were there before and not dropped.
  ///   - copies: the segments among what is new, each with the offset at which it stands in `output`,
  ///     ascending; what lies between them are values.
  ///   - plan: the template's plan.
  mutating func add(_ output: [UInt8], copies: [SegmentCopy], plan: DeflatePlan) {
    for copy in copies {
      let start = Int(copy.start)
      if position < start { value(output, to: start, plan) }
      segment(Int(copy.segment), output, plan)
    }
    if position < output.count { value(output, to: output.count, plan) }
  }

  /// Takes note that bytes have been removed at the start of the output; 32 KiB must remain, if there
  /// were so many.
  mutating func drop(_ count: Int) {
    origin += count
    position -= count
  }

  /// Ends an output.
  ///
  /// - Parameter bytes: where the deflated bytes are appended.
  /// - Returns: the CRC-32 of the output.
  mutating func finish(into bytes: inout [UInt8]) -> UInt32 {
    flush()
    block.finish(into: &bytes)
    return crc
  }

  // MARK: - Tokens

  /// A match, which waits for another of the same distance to join it.
  private mutating func match(_ length: Int, _ distance: Int) {
    if pendingLength > 0 {
      if pendingDistance == distance {
        pendingLength += length
        return
      }
      flush()
    }
    pendingLength = length
    pendingDistance = distance
  }

  /// Writes the match that waits.
  @inline(__always)
  private mutating func flush() {
    guard pendingLength > 0 else { return }
    while pendingLength > 258 {
      // Nothing shorter than three may be left over.
      let length = min(258, pendingLength - 3)
      block.append(DeflateToken.match(length, pendingDistance))
      pendingLength -= length
    }
    block.append(DeflateToken.match(pendingLength, pendingDistance))
    pendingLength = 0
  }

  /// How many bytes from where the encoding is the last match could go on for.
  private mutating func reach(_ output: [UInt8], end: Int) -> Int {
    if pendingLength == 0, let token = block.last, token > 255 {
      block.removeLast()
      pendingLength = DeflateToken.length(token)
      pendingDistance = DeflateToken.distance(token)
    }
    guard pendingLength > 0 else { return 0 }
    return BackReference.common(output, position - pendingDistance, position, end - position)
  }

  // MARK: - Segments

  private mutating func segment(_ number: Int, _ output: [UInt8], _ plan: DeflatePlan) {
    let segment = plan.segments[number]
    current = number
    let start = position
    let end = start + segment.count
    let distance = origin + start - last[number]
    if last[number] >= 0, distance <= DeflateAlphabet.farthest, segment.count >= 3 {
      // What a row says may have been said by an earlier one than the last.
      if pendingLength > 0, pendingDistance != distance,
        reach(output, end: end) == segment.count
      {
        pendingLength += segment.count
      } else {
        match(segment.count, distance)
      }
      position = end
    } else {
      // The match that runs up to the segment may run on into it, as may one that stands for another.
      var reached = start + reach(output, end: end)
      var index = segment.stretches.lowerBound
      while index < segment.stretches.upperBound {
        let isWhole: Bool
        if position >= reached, block.isPlanned {
          index = write(index..<segment.stretches.upperBound, plan)
          isWhole = index == segment.stretches.upperBound
        } else {
          isWhole = add(plan.stretches[index], reached: reached, plan)
        }
        if !isWhole {
          writeInstead(plan.stretches[index], output, reached: reached, plan)
          reached = position + reach(output, end: end)
        }
        index += 1
      }
    }
    last[number] = origin + start
    recent.insert(plan.letters, segment.letters, at: origin + start)
    if let checksum = segment.checksum {
      crc = checksum.appended(to: crc, plan.products)
    } else {
      crc = Checksum.crc32(output, start..<end, after: crc)
    }
  }

  /// Writes stretches in the plan's code, the bits of whose tokens are known, behind the waiting match.
  ///
  /// - Returns: the first whose match is lacking, its tokens written; else the end.
  private mutating func write(_ stretches: Range<Int>, _ plan: DeflatePlan) -> Int {
    if pendingLength > DeflateAlphabet.lengths.upperBound { flush() }
    var (length, distance, position) = (pendingLength, pendingDistance, self.position)
    let origin = origin
    let next = block.append { cursor, code in
      unsafe plan.stretches.withUnsafeBufferPointer { planned in
        unsafe last.withUnsafeBufferPointer { last in
          precondition(stretches.upperBound <= planned.count)
          for index in stretches {
            let stretch = unsafe planned[index]
            if stretch.width > 0 {
              if length > 0 { cursor.put(length, distance, code) }
              length = 0
              cursor.put(plan.bits, from: Int(stretch.bits), Int(stretch.width))
              position &+= Int(stretch.count)
            }
            guard stretch.length > 0 else { continue }
            let source = unsafe last[Int(stretch.segment)]
            let back = origin &+ position &- source &- Int(stretch.offset)
            guard source >= 0, back <= DeflateAlphabet.farthest else { return index }
            if length > 0 { cursor.put(length, distance, code) }
            (length, distance) = (Int(stretch.length), back)
            position &+= length
          }
          return stretches.upperBound
        }
      }
    }
    (pendingLength, pendingDistance, self.position) = (length, distance, position)
    return next
  }

  /// Writes what the match of a stretch stands for, its source being lacking.
  private mutating func writeInstead(
    _ stretch: DeflatePlan.Stretch, _ output: [UInt8], reached: Int, _ plan: DeflatePlan
  ) {
    if stretch.instead.isEmpty {
      search(output, to: position + Int(stretch.length), plan)
    }
    for index in stretch.instead {
      let stretch = plan.others[Int(index)]
      if add(stretch, reached: reached, plan) { continue }
      search(output, to: position + Int(stretch.length), plan)
    }
  }

  /// Encodes a stretch; tokens that the waiting match can reach over become part of it.
  ///
  /// - Returns: false where the match at its end is lacking, and left to be written in another way.
  @inline(__always)
  private mutating func add(
    _ stretch: DeflatePlan.Stretch, reached: Int, _ plan: DeflatePlan
  ) -> Bool {
    var first = Int(stretch.first)
    let end = Int(stretch.end)
    let next = position &+ Int(stretch.count)
    let length = Int(stretch.length)
    if position < reached {
      first = extend(first..<end, reached: reached, plan)
      if position == next, next + length <= reached {
        pendingLength += length
        position += length
        return true
      }
    }
    if first < end {
      flush()
      if block.isPlanned, first == stretch.first {
        block.append(plan.bits, from: Int(stretch.bits), Int(stretch.width))
      } else {
        block.append(plan.tokens, first..<end)
      }
      position = next
    }
    guard length > 0 else { return true }
    let source = last[Int(stretch.segment)]
    let distance = origin &+ position &- source &- Int(stretch.offset)
    guard source >= 0, distance <= DeflateAlphabet.farthest else { return false }
    match(length, distance)
    position &+= length
    return true
  }

  /// Makes tokens part of the match that waits; the first that does not belong to it.
  private mutating func extend(_ tokens: Range<Int>, reached: Int, _ plan: DeflatePlan) -> Int {
    for index in tokens {
      let length = DeflateToken.count(plan.tokens[index])
      guard position + length <= reached else { return index }
      pendingLength += length
      position += length
    }
    return tokens.upperBound
  }

  // MARK: - Values

  /// Encodes the output from where it is up to an offset.
  private mutating func value(_ output: [UInt8], to end: Int, _ plan: DeflatePlan) {
    crc = Checksum.crc32(output, position..<end, after: crc)
    let reach = reach(output, end: end)
    pendingLength += reach
    position += reach
    search(output, to: end)
  }

  /// Encodes bytes of a value: what came out before becomes matches.
  private mutating func search(_ output: [UInt8], to end: Int) {
    let last = min(end &- BackReference.shortest, output.count &- 8)
    var place = position
    unsafe output.withUnsafeBytes { bytes in
      while place <= last {
        var found = unsafe recent.find(
          bytes, place, most: end &- place, origin: origin, isInserted: true)
        var next = place &+ 1
        guard found.length > 0 else {
          place = next
          continue
        }
        // A longer match one byte on is worth a literal.
        while found.length < Self.niceLength, next <= last {
          let other = unsafe recent.find(
            bytes, next, most: end &- next, origin: origin, isInserted: true)
          next &+= 1
          guard other.length > found.length else { break }
          place &+= 1
          found = other
        }
        let stop = place &+ found.length
        let known = min(stop, output.count &- 7)
        if next < known { unsafe recent.insert(bytes, next..<known, origin: origin) }
        // Of a segment only letters are found, and where they begin.
        while place > position, place > found.distance,
          unsafe bytes[place &- 1] == bytes[place &- 1 &- found.distance]
        {
          place &-= 1
          found.length &+= 1
        }
        literals(output, to: place)
        take(found, output)
        position = stop
        place = stop
      }
    }
    literals(output, to: end)
  }

  /// Encodes bytes of a segment that no plan foresees, as ``search(_:to:)`` does those of a value; they are
  /// not to be found again, for those of segments are.
  private mutating func search(_ output: [UInt8], to end: Int, _ plan: DeflatePlan) {
    while position <= end &- BackReference.shortest {
      let found = longest(output, position, end: end, plan)
      if found.length == 0 {
        literals(output, to: position + 1)
      } else {
        let stop = position + found.length
        take(found, output)
        position = stop
      }
    }
    literals(output, to: end)
  }

  /// Writes bytes that stand for themselves.
  @inline(__always)
  private mutating func literals(_ output: [UInt8], to end: Int) {
    guard position < end else { return }
    flush()
    while position < end {
      block.append(UInt32(output[position]))
      position &+= 1
    }
  }

  /// The longest match at a position, in values and in segments.
  ///
  /// Mutating, though it changes nothing: to look on, a method would be given a copy of everything.
  private mutating func longest(
    _ output: [UInt8], _ position: Int, end: Int, _ plan: DeflatePlan
  ) -> BackReference {
    var found = BackReference()
    if position + 8 <= output.count {
      found = unsafe output.withUnsafeBytes {
        unsafe recent.find(
          $0, position, most: end - position, origin: origin, isInserted: false)
      }
    }
    if found.length >= Self.goodLength { return found }
    return plan.index.longest(
      output, position, end: end, origin: origin, last: last, segment: current, than: found)
  }

  /// Takes a match, and literals before it that may belong to it: not every place is looked at.
  private mutating func take(_ found: BackReference, _ output: [UInt8]) {
    var length = found.length
    var start = position
    while pendingLength == 0, let token = block.last, token < 256, start > found.distance,
      output[start - 1] == output[start - 1 - found.distance]
    {
      block.removeLast()
      start -= 1
      length += 1
    }
    match(length, found.distance)
  }
}
