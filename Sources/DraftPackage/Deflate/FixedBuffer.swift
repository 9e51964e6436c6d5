/// Memory of a size that stays: reading and writing are checked, but nobody asks whether it is shared.
@safe struct FixedBuffer<Element: BitwiseCopyable>: ~Copyable {
  private let base: UnsafeMutablePointer<Element>
  /// How many elements it has.
  let count: Int

  /// Memory full of one element.
  init(repeating element: Element, count: Int) {
    unsafe base = .allocate(capacity: count)
    unsafe base.initialize(repeating: element, count: count)
    self.count = count
  }

  /// Memory that must be written before it is read, and costs nothing until then.
  init(count: Int) {
    unsafe base = .allocate(capacity: count)
    self.count = count
  }

  deinit { unsafe base.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return unsafe base[index]
    }
    @inline(__always) nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      unsafe base[index] = newValue
    }
  }

  /// The first elements, for a loop that checks its indexes itself.
  @inline(__always)
  func withElements<Result>(
    _ count: Int, _ body: (UnsafeMutablePointer<Element>) -> Result
  ) -> Result {
    precondition(count >= 0 && count <= self.count)
    return unsafe body(base)
  }

  /// Makes all elements the same.
  func fill(_ element: Element) { unsafe base.update(repeating: element, count: count) }

  /// Copies elements of an array to a place.
  func copy(_ elements: [Element], _ range: Range<Int>, to index: Int) {
    precondition(index >= 0 && index + range.count <= count)
    precondition(range.lowerBound >= 0 && range.upperBound <= elements.count)
    // Most ranges are so short that a call costs more than they do.
    let target = unsafe base + (index - range.lowerBound)
    unsafe elements.withUnsafeBufferPointer { elements in
      for index in range { unsafe target[index] = elements[index] }
    }
  }

  /// Copies the first elements of other memory.
  func copy(_ other: borrowing FixedBuffer, _ count: Int) {
    precondition(count >= 0 && count <= self.count && count <= other.count)
    unsafe base.update(from: other.base, count: count)
  }

  /// Appends the first elements to an array.
  func append(_ count: Int, to array: inout [Element]) {
    precondition(count >= 0 && count <= self.count)
    unsafe array.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
  }
}
