internal import CLibZip

/// What libzip does for this room: a second opinion on archives read, and all archives written.
enum LibZip {
  /// Has libzip read the same archive, and refuses it if libzip sees other entries.
  ///
  /// Two readers that disagree are how a document shows one text to a checker and another to Word.
  static func confirm(_ entries: [Package.Entry], of archive: [UInt8]) throws(PackageError) {
    let fault = unsafe archive.withUnsafeBytes { bytes in unsafe Self.fault(entries, bytes) }
    if let fault { throw fault }
  }

  private static func fault(
    _ entries: [Package.Entry], _ bytes: UnsafeRawBufferPointer
  ) -> PackageError? {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard
      let source = unsafe zip_source_buffer_create(
        bytes.baseAddress, UInt64(bytes.count), 0, &error)
    else { return unsafe PackageError(.inconsistentArchive, message(&error)) }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      return unsafe PackageError(.inconsistentArchive, message(&error))
    }
    defer { unsafe zip_discard(archive) }
    guard unsafe zip_get_num_entries(archive, 0) == Int64(entries.count) else {
      return PackageError(.inconsistentArchive, "the archive can be read in two ways")
    }
    for (index, entry) in entries.enumerated() {
      var stat = unsafe zip_stat_t()
      guard unsafe zip_stat_index(archive, UInt64(index), 0, &stat) == 0,
        let name = unsafe zip_get_name(archive, UInt64(index), UInt32(ZIP_FL_ENC_RAW)),
        unsafe String(cString: name) == entry.name, unsafe stat.size == UInt64(entry.size),
        unsafe stat.comp_size == UInt64(entry.compressedSize), unsafe stat.crc == entry.crc,
        unsafe stat.comp_method == (entry.isDeflated ? 8 : 0)
      else {
        return PackageError(
          .inconsistentArchive, entry: entry.name, "the entry can be read in two ways")
      }
    }
    return nil
  }

  /// libzip's own words for an error.
  static func message(_ error: UnsafeMutablePointer<zip_error_t>) -> String {
    unsafe "libzip: " + String(cString: zip_error_strerror(error))
  }
}
