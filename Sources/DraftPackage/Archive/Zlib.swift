private import CZlib

/// Unpacks deflated entries.
enum Inflater {
  /// The unpacked bytes of a deflated range, which must be exactly `size` of them.
  static func inflate(
    _ bytes: [UInt8], in range: Range<Int>, size: Int, entry: String
  ) throws(PackageError) -> [UInt8] {
    guard range.count < Int(UInt32.max), size < Int(UInt32.max) else {
      throw PackageError(.entryTooLarge, entry: entry, "the entry has more than 4 GiB")
    }
    // One byte more than needed: data that run on past their size then show themselves.
    let capacity = size + 1
    var isWhole = false
    let unpacked = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      count = unsafe bytes.withUnsafeBufferPointer { input in
        var stream = unsafe z_stream()
        guard unsafe draft_inflate_init(&stream) == Z_OK else { return 0 }
        defer { unsafe inflateEnd(&stream) }
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress).map {
          unsafe $0 + range.lowerBound
        }
        unsafe stream.avail_in = UInt32(range.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(capacity)
        let result = unsafe CZlib.inflate(&stream, Z_FINISH)
        let made = unsafe capacity - Int(stream.avail_out)
        isWhole = unsafe result == Z_STREAM_END && made == size && stream.avail_in == 0
        return made
      }
    }
    guard isWhole else {
      throw PackageError(
        .corruptData, entry: entry, "the compressed data are damaged or not of the size they claim")
    }
    return unpacked
  }
}

/// Deflates parts one after the other with one stream, which keeps its 256 KiB of memory between them.
@safe struct Deflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private var isWhole = true

  /// A deflater of a level from 1 to 9; nil when there is no memory for it.
  init?(level: Int) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe draft_deflate_init(stream, Int32(level)) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Begins a part.
  mutating func begin() { unsafe isWhole = deflateReset(stream) == Z_OK }

  /// Deflates the next bytes of the part, of which zlib may keep some for later.
  ///
  /// - Parameters:
  ///   - bytes: the bytes.
  ///   - isLast: whether they are the last of the part.
  ///   - out: where the deflated bytes are appended.
  /// - Returns: false when zlib has failed, now or before.
  @discardableResult
  mutating func add(_ bytes: [UInt8], isLast: Bool, into out: inout [UInt8]) -> Bool {
    guard isWhole, bytes.count < Int(Int32.max) / 2 else {
      isWhole = false
      return false
    }
    let result = unsafe bytes.withUnsafeBufferPointer { input in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(input.count)
      // Text takes a tenth of that: the room for a long one would stay empty.
      var room = unsafe min(Int(deflateBound(stream, UInt(input.count))), 1 << 18)
      while true {
        let start = out.count
        out.append(contentsOf: repeatElement(0, count: room))
        let result = unsafe out.withUnsafeMutableBufferPointer { output in
          unsafe stream.pointee.next_out = output.baseAddress.map { unsafe $0 + start }
          unsafe stream.pointee.avail_out = UInt32(room)
          return unsafe CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
        }
        unsafe out.removeLast(Int(stream.pointee.avail_out))
        // A full buffer means that there may be more.
        guard result == Z_OK, unsafe stream.pointee.avail_out == 0 else { return result }
        room = 1 << 15
      }
    }
    // With nothing to do, zlib says so in this way.
    isWhole = isLast ? result == Z_STREAM_END : result == Z_OK || result == Z_BUF_ERROR
    return isWhole
  }
}
