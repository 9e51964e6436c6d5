internal import CLibZip

/// An entry's data, ready to stand in an archive as they are, in the form libzip asks for data.
///
/// libzip copies data whose method is that of the entry, and whose sizes and checksum it is told, without
/// touching them: no second deflate, no inflate.
@unsafe struct RawSource {
  /// The data; the memory must outlive the archive that is written.
  var data: UnsafeRawBufferPointer
  /// The size unpacked.
  var size: Int
  /// The checksum of the unpacked bytes.
  var crc: UInt32
  /// The zip method: 0 stored, 8 deflated.
  var method: UInt16
  private var position = 0

  /// A source at the start of its data.
  init(data: UnsafeRawBufferPointer, size: Int, crc: UInt32, method: UInt16) {
    unsafe self.data = unsafe data
    unsafe self.size = size
    unsafe self.crc = crc
    unsafe self.method = method
  }

  /// What libzip may ask of a source.
  private static let abilities: Int64 = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
    ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS,
  ].reduce(0) { $0 | 1 << Int64($1.rawValue) }

  /// The function libzip calls; its first argument points at a ``RawSource``.
  static let callback: zip_source_callback = { this, buffer, count, command in
    guard let source = unsafe this?.assumingMemoryBound(to: RawSource.self) else { return -1 }
    switch command {
    case ZIP_SOURCE_OPEN:
      unsafe source.pointee.position = 0
      return 0
    case ZIP_SOURCE_READ:
      let data = unsafe source.pointee.data
      let position = unsafe source.pointee.position
      let amount = min(Int(clamping: count), data.count - position)
      if amount > 0, let buffer = unsafe buffer, let base = data.baseAddress {
        unsafe buffer.copyMemory(from: base + position, byteCount: amount)
        unsafe source.pointee.position += amount
      }
      return Int64(amount)
    case ZIP_SOURCE_STAT:
      guard let stat = unsafe buffer?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
      unsafe zip_stat_init(stat)
      unsafe stat.pointee.size = UInt64(source.pointee.size)
      unsafe stat.pointee.comp_size = UInt64(source.pointee.data.count)
      unsafe stat.pointee.crc = source.pointee.crc
      unsafe stat.pointee.comp_method = source.pointee.method
      unsafe stat.pointee.valid = UInt64(
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD)
      return unsafe Int64(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR:
      // No step can fail, so there is never a code to tell.
      if let buffer = unsafe buffer {
        unsafe buffer.initializeMemory(as: Int32.self, repeating: 0, count: 2)
      }
      return Int64(2 * MemoryLayout<Int32>.size)
    case ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE: return 0
    case ZIP_SOURCE_SUPPORTS: return abilities
    default: return -1
    }
  }
}
