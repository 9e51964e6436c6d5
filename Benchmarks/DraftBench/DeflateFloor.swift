internal import CZlib

/// The least that writing a document costs: zlib over the changed bytes, with one stream and one
/// buffer for all.
@safe final class DeflateFloor {
  private let inputs: [[UInt8]]
  private let stream: UnsafeMutablePointer<z_stream>
  private var output: [UInt8]

  init?(for inputs: [[UInt8]]) {
    self.inputs = inputs
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let bounds = inputs.map { Int(compressBound(UInt($0.count))) }
    output = [UInt8](repeating: 0, count: (bounds.max() ?? 0) + 64)
    guard unsafe draft_deflate_init(stream, 6) == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Deflates all; how many bytes come out.
  func run() throws(Work.Unusable) -> Int {
    var count = 0
    for input in inputs {
      let isWhole = unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe input.withUnsafeBufferPointer { input in
          unsafe deflateReset(stream)
          unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
          unsafe stream.pointee.avail_in = UInt32(input.count)
          unsafe stream.pointee.next_out = output.baseAddress
          unsafe stream.pointee.avail_out = UInt32(output.count)
          return unsafe deflate(stream, Z_FINISH) == Z_STREAM_END
        }
      }
      guard isWhole else { throw Work.Unusable(message: "zlib") }
      unsafe count += Int(stream.pointee.total_out)
    }
    return count
  }
}
