/// The table of the house: what each room may import. Every arrow points down.
///
/// Change it together with the architecture article, and say why in the commit.
enum Rooms {
  /// The modules of its own house and of others that a room may use.
  static let allowed: [String: Set<String>] = [
    "DraftLanguage": [],
    "DraftWording": [],
    "DraftXML": ["CLibXML2"],
    "DraftPackage": ["CLibZip", "CZlib", "DraftXML"],
    "DraftDocx": ["DraftPackage", "DraftXML", "DraftLanguage"],
    // A client list may be an Excel workbook, which is a package of XML parts as a Word file is.
    "DraftData": ["CLibYAML", "DraftPackage", "DraftXML", "DraftLanguage"],
    // Documents of a batch are known by their SHA-256, for which processors have instructions.
    "Draft": [
      "CFiles", "CSHA", "DraftDocx", "DraftPackage", "DraftWording", "DraftData", "DraftLanguage",
    ],
    // Names and dates in requisites are worded by the same rules as in templates.
    "DraftCasework": ["Draft", "DraftWording"],
    "DraftCommand": ["Draft", "DraftCasework", "ArgumentParser"],
  ]

  /// C modules: a module map and one header each, no Swift.
  static let shims: Set<String> = ["CFiles", "CLibXML2", "CLibYAML", "CLibZip", "CSHA", "CZlib"]

  /// Rooms that may use FoundationEssentials, and Foundation where that is all there is.
  static let withFoundation: Set<String> = [
    "DraftLanguage", "DraftWording", "DraftData", "DraftDocx", "Draft", "DraftCasework",
    "DraftCommand",
  ]

  /// Rooms that may call the system itself: they read paths or speak to the terminal.
  static let withSystem: Set<String> = ["Draft", "DraftCommand"]

  /// The system's modules.
  static let system: Set<String> = ["Glibc", "Musl", "Darwin"]

  /// Parts of the standard library that need an import.
  static let standard: Set<String> = ["Swift", "Synchronization"]
}
