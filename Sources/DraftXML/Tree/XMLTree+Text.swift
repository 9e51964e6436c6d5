extension XMLTree {
  /// The text directly inside an element: references and CDATA decoded, line ends as LF.
  ///
  /// Text of elements inside it is left out, as are comments and processing instructions.
  public func text(of element: Int) -> String { decodedText(of: element).string }

  /// The text directly inside an element, with the way back to its bytes.
  public func decodedText(of element: Int) -> DecodedText {
    var text = DecodedText()
    var position = Int(elements[element].contentStart)
    var next = firstChild(of: element)
    while let child = next {
      text.append(bytes, in: position..<Int(elements[child].start))
      position = Int(elements[child].end)
      next = nextSibling(of: child)
    }
    text.append(bytes, in: position..<Int(elements[element].contentEnd))
    return text
  }
}
