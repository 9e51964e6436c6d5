/// Deflates the fills of a template by its plan: no search in static bytes, whose tokens are known but for
/// the distances, and a short one in values.
///
/// It keeps its memory from one document to the next and belongs to one thread.
public struct TemplateDeflater {
  /// In outputs larger than this the code is made anew from time to time, from what came out last.
  private static let plannedBytes = 1 << 18
  /// A block of such an output ends after this many symbols.
  private static let blockSymbols = 12_000

  private var writer = BitWriter()
  private var anchors = Anchors()
  /// Where each segment came out last; -1 for never.
  private var last: [Int] = []
  /// What the block holds, literals and the end of the block first, then lengths, then distances; only
  /// counted in outputs so large that they get blocks of their own code.
  private var counts = [Int](repeating: 0, count: 257 + 256 + DeflateAlphabet.distances)
  private var isCounting = false
  private var symbols = 0
  /// How much has been encoded, pending match included.
  private var position = 0
  private var pendingLength = 0
  private var pendingDistance = 0
  private var crc: UInt32 = 0

  /// A deflater, which takes its memory at its first use.
  public init() {}

  /// Deflates an output.
  ///
  /// - Parameters:
  ///   - output: all bytes of it.
  ///   - copies: the segments that came out, each with the offset at which it stands in `output`,
  ///     ascending; what lies between them are values.
  ///   - plan: the template's plan.
  ///   - out: where the deflated bytes are appended.
  /// - Returns: the CRC-32 of the output.
  public mutating func deflate(
    _ output: [UInt8], copies: [Copy], plan: DeflatePlan, into out: inout [UInt8]
  ) -> UInt32 {
    reset(plan)
    isCounting = output.count > Self.plannedBytes
    var code = plan.code
    var isPlanned = true
    writer.put(plan.head.bits, from: 0, plan.head.width)
    for copy in copies {
      let start = Int(copy.start)
      if position < start { value(output, to: start, code) }
      segment(Int(copy.segment), output, plan, code, isPlanned: isPlanned)
      if symbols >= Self.blockSymbols {
        flush(code)
        end(code)
        code = BlockCode(counts)
        isPlanned = false
        code.writeHead(to: &writer)
        startCounting()
      }
    }
    if position < output.count { value(output, to: output.count, code) }
    flush(code)
    end(code)
    // Which block is the last is known when it is written: an empty one of the fixed code.
    writer.put(0b011, 3)
    writer.put(0, 7)
    writer.append(to: &out)
    return crc
  }

  /// A segment that came out.
  public struct Copy: Sendable, Hashable {
    /// Its number in the plan.
    public var segment: Int32
    /// Where it stands in the output.
    public var start: Int32

    /// A copy of a segment.
    public init(segment: Int32, start: Int32) {
      self.segment = segment
      self.start = start
    }
  }

  private mutating func reset(_ plan: DeflatePlan) {
    writer.removeAll()
    anchors.removeAll()
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: repeatElement(-1, count: plan.segments.count))
    startCounting()
    (position, pendingLength, crc) = (0, 0, 0)
  }

  private mutating func startCounting() {
    if symbols > 0 { for index in counts.indices { counts[index] = 0 } }
    symbols = 0
  }

  // MARK: - Tokens

  private mutating func literal(_ byte: UInt8, _ code: BlockCode) {
    let bits = code.literals[Int(byte)]
    writer.put(UInt64(bits.bits), Int(bits.width))
    if isCounting {
      counts[Int(byte)] &+= 1
      symbols &+= 1
    }
  }

  private mutating func literals(_ output: [UInt8], _ range: Range<Int>, _ code: BlockCode) {
    for index in range { literal(output[index], code) }
  }

  /// A match, which waits for another of the same distance to join it.
  private mutating func match(_ length: Int, _ distance: Int, _ code: BlockCode) {
    if pendingLength > 0 {
      if pendingDistance == distance {
        pendingLength += length
        return
      }
      flush(code)
    }
    pendingLength = length
    pendingDistance = distance
  }

  /// Writes the match that waits.
  private mutating func flush(_ code: BlockCode) {
    while pendingLength > 0 {
      var length = min(pendingLength, 258)
      // Nothing shorter than three may be left over.
      if pendingLength > length, pendingLength - length < 3 { length = pendingLength - 3 }
      write(length, pendingDistance, code)
      pendingLength -= length
    }
  }

  @inline(__always)
  private mutating func write(_ length: Int, _ distance: Int, _ code: BlockCode) {
    let symbol = code.writeMatch(length, distance, to: &writer)
    if isCounting {
      counts[257 &+ length &- 3] &+= 1
      counts[513 &+ symbol] &+= 1
      symbols &+= 2
    }
  }

  private mutating func end(_ code: BlockCode) {
    let bits = code.literals[DeflateAlphabet.end]
    writer.put(UInt64(bits.bits), Int(bits.width))
  }

  // MARK: - Segments

  private mutating func segment(
    _ number: Int, _ output: [UInt8], _ plan: DeflatePlan, _ code: BlockCode, isPlanned: Bool
  ) {
    let segment = plan.segments[number]
    let start = position
    let end = start + segment.count
    let distance = start - last[number]
    if last[number] >= 0, distance <= DeflateAlphabet.farthest, segment.count >= 3 {
      match(segment.count, distance, code)
      position = end
    } else {
      flush(code)
      for index in segment.chunks {
        chunk(plan.chunks[index], start, output, plan, code, isPlanned: isPlanned)
      }
      for index in segment.anchors {
        let anchor = plan.anchors[index]
        anchors[Int(anchor.slot)] = start &+ Int(anchor.offset)
      }
    }
    last[number] = start
    if let checksum = segment.checksum {
      crc = checksum.appended(to: crc)
    } else {
      crc = Checksum.crc32(output, start..<end, after: crc)
    }
  }

  private mutating func chunk(
    _ chunk: DeflatePlan.Chunk, _ start: Int, _ output: [UInt8], _ plan: DeflatePlan,
    _ code: BlockCode, isPlanned: Bool
  ) {
    let final = plan.tokens[chunk.tokens.upperBound - 1]
    if isPlanned {
      writer.put(plan.bits, from: chunk.bits, chunk.width)
      position += chunk.bytes
    } else {
      for index in chunk.tokens {
        let token = plan.tokens[index]
        literals(output, position..<position + Int(token.literals), code)
        position += Int(token.literals)
        if index + 1 < chunk.tokens.upperBound {
          write(Int(token.length), position - start - Int(token.offset), code)
          position += Int(token.length)
        }
      }
    }
    guard final.length > 0 else { return }
    let source = last[Int(final.segment)]
    let distance = position - source - Int(final.offset)
    if source >= 0, distance <= DeflateAlphabet.farthest {
      write(Int(final.length), distance, code)
      position += Int(final.length)
    } else {
      search(output, to: position + Int(final.length), code)
      flush(code)
    }
  }

  // MARK: - Values

  /// Encodes the output from where it is up to an offset.
  private mutating func value(_ output: [UInt8], to end: Int, _ code: BlockCode) {
    crc = Checksum.crc32(output, position..<end, after: crc)
    search(output, to: end, code)
  }

  /// Encodes bytes that no plan foresees: what was seen before becomes matches.
  private mutating func search(_ output: [UInt8], to end: Int, _ code: BlockCode) {
    while position + Anchors.shortest <= end {
      let slot = Anchors.slot(output, position)
      let candidate = anchors[slot]
      anchors[slot] = position
      let distance = position - candidate
      var length = 0
      if candidate >= 0, distance <= DeflateAlphabet.farthest {
        while position + length < end, output[candidate + length] == output[position + length] {
          length += 1
        }
      }
      guard length >= Anchors.shortest else {
        flush(code)
        literal(output[position], code)
        position += 1
        continue
      }
      let last = min(position + length, end - Anchors.shortest + 1)
      for passed in position + 1..<max(position + 1, last) {
        anchors[Anchors.slot(output, passed)] = passed
      }
      match(length, distance, code)
      position += length
    }
    if position < end {
      flush(code)
      literals(output, position..<end, code)
      position = end
    }
  }
}
