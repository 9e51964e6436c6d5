import DraftLanguage
import FoundationEssentials

/// A small reader of JSON for test cases; numbers keep their digits.
struct JSONReader {
  struct Failure: Error {
    var offset: Int
  }

  private let bytes: [UInt8]
  private var at = 0

  static func object(_ text: String) throws -> ObjectValue {
    var reader = JSONReader(bytes: Array(text.utf8))
    reader.blanks()
    if reader.at == reader.bytes.count { return ObjectValue([]) }
    let value = try reader.value()
    reader.blanks()
    guard reader.at == reader.bytes.count, case .object(let object) = value else {
      throw Failure(offset: reader.at)
    }
    return object
  }

  private mutating func blanks() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws {
    guard at < bytes.count, bytes[at] == byte else { throw Failure(offset: at) }
    at += 1
  }

  private mutating func word(_ word: String, _ value: Value) throws -> Value {
    for byte in word.utf8 { try expect(byte) }
    return value
  }

  private mutating func value() throws -> Value {
    blanks()
    guard at < bytes.count else { throw Failure(offset: at) }
    switch bytes[at] {
    case 0x7B: return try members()
    case 0x5B: return try elements()
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func members() throws -> Value {
    at += 1
    var pairs: [(key: String, value: Value)] = []
    blanks()
    if bytes[at] == 0x7D {
      at += 1
      return .object(ObjectValue([]))
    }
    while true {
      blanks()
      let key = try string()
      blanks()
      try expect(0x3A)
      pairs.append((key, try value()))
      blanks()
      if at < bytes.count, bytes[at] == 0x2C {
        at += 1
        continue
      }
      try expect(0x7D)
      return .object(ObjectValue(pairs))
    }
  }

  private mutating func elements() throws -> Value {
    at += 1
    var items: [Value] = []
    blanks()
    if bytes[at] == 0x5D {
      at += 1
      return .list([])
    }
    while true {
      items.append(try value())
      blanks()
      if at < bytes.count, bytes[at] == 0x2C {
        at += 1
        continue
      }
      try expect(0x5D)
      return .list(items)
    }
  }

  private mutating func string() throws -> String {
    try expect(0x22)
    var result: [UInt8] = []
    while at < bytes.count, bytes[at] != 0x22 {
      if bytes[at] == 0x5C {
        at += 1
        switch bytes[at] {
        case 0x6E: result.append(0x0A)
        case 0x74: result.append(0x09)
        case 0x72: result.append(0x0D)
        case 0x75:
          let digits = String(decoding: bytes[(at + 1)..<(at + 5)], as: UTF8.self)
          guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
            throw Failure(offset: at)
          }
          result += Array(String(Character(scalar)).utf8)
          at += 4
        default: result.append(bytes[at])
        }
      } else {
        result.append(bytes[at])
      }
      at += 1
    }
    try expect(0x22)
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func number() throws -> Value {
    let start = at
    while at < bytes.count, "+-.eE0123456789".utf8.contains(bytes[at]) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if let whole = Int(text) { return .int(whole) }
    guard let decimal = Decimal(string: text) else { throw Failure(offset: start) }
    return .decimal(DecimalNumber(decimal, written: text.contains("e") ? nil : text))
  }
}
