internal import CLibZip

/// An entry of an archive to be written: where its data stand, and what they are.
struct OutputEntry {
  /// The name in the archive.
  var name: String
  /// Where the data stand: in the package's archive, or among the data the writer has made.
  var isFromPackage: Bool
  /// The range of the data there.
  var data: Range<Int>
  /// The size unpacked.
  var size: Int
  /// The checksum of the unpacked bytes.
  var crc: UInt32
  /// Whether the data are deflated.
  var isDeflated: Bool
}

extension LibZip {
  /// An archive of entries whose data stand in `package` and `made`.
  static func write(
    _ entries: [OutputEntry], package: [UInt8], made: [UInt8]
  ) throws(PackageError) -> [UInt8] {
    let result = unsafe package.withUnsafeBytes { package in
      unsafe made.withUnsafeBytes { made in unsafe write(entries, package, made) }
    }
    return try result.get()
  }

  private static func write(
    _ entries: [OutputEntry], _ package: UnsafeRawBufferPointer, _ made: UnsafeRawBufferPointer
  ) -> Result<[UInt8], PackageError> {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &error) else {
      return unsafe .failure(PackageError(.cannotWrite, message(&error)))
    }
    defer { unsafe zip_source_free(target) }
    guard let archive = unsafe zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error)
    else { return unsafe .failure(PackageError(.cannotWrite, message(&error))) }
    // The archive owns one share of the target from here on, `defer` above the other.
    unsafe zip_source_keep(target)
    let sources = UnsafeMutablePointer<RawSource>.allocate(capacity: entries.count)
    defer { unsafe sources.deallocate() }
    let time = draft_first_dos_time()
    for (index, entry) in entries.enumerated() {
      let data = unsafe UnsafeRawBufferPointer(
        rebasing: (entry.isFromPackage ? package : made)[entry.data])
      unsafe (sources + index).initialize(
        to: RawSource(
          data: data, size: entry.size, crc: entry.crc, method: entry.isDeflated ? 8 : 0))
      guard unsafe add(entry, sources + index, time, to: archive) else {
        let error = unsafe zip_get_error(archive)
        let text = unsafe error.map { unsafe message($0) } ?? "libzip: unknown"
        unsafe zip_discard(archive)
        return .failure(PackageError(.cannotWrite, entry: entry.name, text))
      }
    }
    guard unsafe zip_close(archive) == 0 else {
      let error = unsafe zip_get_error(archive)
      let text = unsafe error.map { unsafe message($0) } ?? "libzip: unknown"
      unsafe zip_discard(archive)
      return .failure(PackageError(.cannotWrite, text))
    }
    guard let bytes = unsafe contents(of: target) else {
      return .failure(PackageError(.cannotWrite, "libzip: the archive cannot be read back"))
    }
    return .success(bytes)
  }

  private static func add(
    _ entry: OutputEntry, _ raw: UnsafeMutablePointer<RawSource>, _ time: time_t,
    to archive: OpaquePointer
  ) -> Bool {
    guard let source = unsafe zip_source_function(archive, RawSource.callback, raw) else {
      return false
    }
    let index = unsafe zip_file_add(archive, entry.name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe zip_source_free(source)
      return false
    }
    let method = entry.isDeflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE
    // The bytes must not tell when they were made.
    return unsafe zip_set_file_compression(archive, UInt64(index), method, 0) == 0
      && zip_file_set_mtime(archive, UInt64(index), time, 0) == 0
  }

  /// The bytes that libzip has written to a buffer.
  private static func contents(of source: OpaquePointer) -> [UInt8]? {
    var stat = unsafe zip_stat_t()
    guard unsafe zip_source_open(source) == 0 else { return nil }
    defer { unsafe zip_source_close(source) }
    guard unsafe zip_source_stat(source, &stat) == 0 else { return nil }
    let size = unsafe Int(stat.size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size, let base = buffer.baseAddress {
        let read = unsafe zip_source_read(source, base + count, UInt64(size - count))
        if read <= 0 { return }
        count += Int(read)
      }
    }
    return bytes.count == size ? bytes : nil
  }
}
