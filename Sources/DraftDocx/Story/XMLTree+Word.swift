internal import DraftXML

extension XMLTree {
  /// The first child of a local name; nil when there is none.
  func child(_ local: String, of element: Int) -> Int? {
    var next = firstChild(of: element)
    while let child = next {
      // Of the whole name nothing else is copied.
      if names[Int(elements[child].name)].local == local { return child }
      next = nextSibling(of: child)
    }
    return nil
  }

  /// An attribute in the namespace of its element, as all of WordprocessingML's are.
  func wordAttribute(_ local: String, of element: Int) -> String? {
    attribute(local, uri: names[Int(elements[element].name)].uri, of: element)
  }

  /// The `w:val` of the first child of a local name; nil when either is missing.
  func value(_ local: String, of element: Int) -> String? {
    child(local, of: element).flatMap { wordAttribute("val", of: $0) }
  }

  /// The `w:val` of a child as a number; nil when it is missing or none.
  func number(_ local: String, of element: Int) -> Int? {
    value(local, of: element).flatMap(XMLTree.number)
  }

  /// A child that switches something on or off (ECMA-376 part 1, § 17.17.4); nil when it is missing.
  func toggle(_ local: String, of element: Int) -> Bool? {
    child(local, of: element).map { isOn($0) }
  }

  /// Whether an element switches something on: it has no `w:val`, or one that is not false.
  func isOn(_ element: Int) -> Bool {
    switch wordAttribute("val", of: element) {
    case "0", "false", "off": false
    default: true
    }
  }

  /// A whole number as attributes hold it, within 32 bits; Word also writes `12.0`.
  static func number(_ text: String) -> Int? {
    let digits = text.prefix { $0 != "." }
    return Int(digits).map { min(max($0, -1 << 31), 1 << 31) }
  }
}
