/// How often each symbol comes in a block.
struct SymbolCounts {
  /// Literals, the end of the block, and lengths.
  private(set) var literals = [Int](repeating: 0, count: DeflateAlphabet.literals)
  /// Distances.
  private(set) var distances = [Int](repeating: 0, count: DeflateAlphabet.distances)

  /// Counts symbols of which any may come: those of tokens weigh more.
  init(expecting tokens: [UInt32]) {
    let memory = FixedBuffer<UInt32>(count: tokens.count)
    memory.copy(tokens, 0..<tokens.count, to: 0)
    self.init(memory, tokens.count)
    for symbol in literals.indices { literals[symbol] = literals[symbol] * 8 + 1 }
    for symbol in distances.indices { distances[symbol] = distances[symbol] * 8 + 1 }
  }

  /// Counts the symbols of tokens, and the one that ends the block.
  init(_ tokens: borrowing FixedBuffer<UInt32>, _ tokenCount: Int) {
    // Literals, then matches by length, then distances; each has an element for whatever a token can hold.
    var counts = [Int](repeating: 0, count: 512 + DeflateAlphabet.distances)
    unsafe tokens.withElements(tokenCount) { tokens in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        for index in 0..<tokenCount {
          let token = unsafe tokens[index]
          if token < 256 {
            unsafe counts[Int(truncatingIfNeeded: token)] &+= 1
          } else {
            let distance = DeflateAlphabet.distanceSymbol(DeflateToken.distance(token) &- 1)
            unsafe counts[253 &+ DeflateToken.length(token)] &+= 1
            unsafe counts[512 &+ distance] &+= 1
          }
        }
      }
    }
    for byte in 0..<256 { literals[byte] = counts[byte] }
    literals[DeflateAlphabet.end] = 1
    for (index, symbol) in DeflateAlphabet.length.enumerated() where counts[256 + index] > 0 {
      literals[Int(symbol.number)] &+= counts[256 &+ index]
    }
    for symbol in distances.indices { distances[symbol] = counts[512 &+ symbol] }
  }
}
