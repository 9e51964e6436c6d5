/// File names that every file system takes, each given once.
struct FileNames {
  /// Which key has a name, by the hash of the name.
  private let owners: HashTable
  /// The last number that was put behind a name, so that a thousand equal ones do not search.
  private var counts: [UInt64: Int] = [:]

  /// No names yet.
  ///
  /// - Parameter folder: where they are kept.
  init(in folder: String) { owners = HashTable("names", in: folder) }

  /// Notes that a row of a key has a file.
  func take(_ name: String, for key: UInt64) throws { try owners.set(Self.hash(name), key) }

  /// Notes that a name is free again.
  func release(_ name: String, of key: UInt64) throws {
    let hash = Self.hash(name)
    if try owners.value(of: hash) == key { try owners.set(hash, nil) }
  }

  /// The name for a row's files: the wanted one, or with ` (2)` and so on behind it when other rows
  /// have that.
  ///
  /// - Parameters:
  ///   - wanted: any text; it is made safe.
  ///   - endings: of the files that will have the name.
  ///   - key: whose files they are.
  mutating func name(_ wanted: String, endings: [String], for key: UInt64) throws -> String {
    let safe = Self.safe(wanted)
    let owners = owners
    let isFree = { (name: String) in
      try endings.allSatisfy { ending in
        let owner = try owners.value(of: Self.hash("\(name).\(ending)"))
        return owner == nil || owner == key
      }
    }
    if try isFree(safe) { return safe }
    let hash = Self.hash(safe)
    var count = counts[hash] ?? 1
    repeat { count += 1 } while try !isFree("\(safe) (\(count))")
    counts[hash] = count
    return "\(safe) (\(count))"
  }

  /// Whether a name that was given before still fits what is wanted now.
  static func fits(_ given: String, _ wanted: String) -> Bool {
    let safe = safe(wanted)
    if given == safe { return true }
    guard given.hasPrefix(safe + " ("), given.hasSuffix(")") else { return false }
    let count = given.dropFirst(safe.count + 2).dropLast()
    return !count.isEmpty && count.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A safe name in composed letters (NFC), at most 200 bytes.
  static func safe(_ text: String) -> String { Paths.fileName(from: composed(text)) }

  /// The text with each letter and its marks as one scalar where there is one, for a Mac writes `й`
  /// as two.
  static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for character in text {
      let scalars = character.unicodeScalars
      if scalars.dropFirst().isEmpty {
        result.append(character)
      } else {
        result.append(letters[character] ?? character)
      }
    }
    return result
  }

  /// Composed letters by themselves: a dictionary finds a letter by any of its equal spellings.
  private static let letters: [Character: Character] = {
    var letters: [Character: Character] = [:]
    for range in [0xC0...0x24F, 0x400...0x52F, 0x1E00...0x1EFF] {
      for value in range {
        guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
        letters[Character(scalar)] = Character(scalar)
      }
    }
    return letters
  }()

  /// FNV-1a of a name as file systems that ignore case compare it.
  private static func hash(_ name: String) -> UInt64 {
    var hash = FNV1a()
    // By way of capitals ß is ss, and ſ is s, as some file systems have it.
    hash.add(composed(name.uppercased().lowercased()))
    return hash.value
  }
}
