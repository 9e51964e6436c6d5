/// What a reader sees of WordprocessingML: a line a paragraph, `|` between cells, `⇥` for tabs, `↵` for
/// breaks, `⌷` for page breaks. Written apart from the engine's own reader on purpose.
public func visibleText(_ xml: [UInt8]) -> String {
  let text = String(decoding: xml, as: UTF8.self)
  var out = ""
  var rest = text[...]
  var inText = false
  while let open = rest.firstIndex(of: "<") {
    if inText { out += unescaped(rest[..<open]) }
    guard let close = rest[open...].firstIndex(of: ">") else { break }
    let tag = rest[rest.index(after: open)..<close]
    rest = rest[rest.index(after: close)...]
    let isEnd = tag.first == "/"
    let name = (isEnd ? tag.dropFirst() : tag).prefix(while: { $0 != " " && $0 != "/" })
    switch (isEnd ? "/" : "") + name {
    case "w:t", "m:t": inText = !tag.hasSuffix("/")
    case "/w:t", "/m:t": inText = false
    case "/w:p": out += "\n"
    case "w:p" where tag.hasSuffix("/"): out += "\n"
    case "/w:tc": out += "|"
    case "/w:tr": out += "\n"
    case "w:tab": out += "⇥"
    case "w:br": out += tag.contains("page") ? "⌷" : "↵"
    default: break
    }
  }
  return out.replacing("\n|", with: "|")
}

private func unescaped(_ text: Substring) -> String {
  guard text.contains("&") else { return String(text) }
  var out = ""
  var rest = text
  while let sign = rest.firstIndex(of: "&"), let end = rest[sign...].firstIndex(of: ";") {
    out += rest[..<sign]
    let name = rest[rest.index(after: sign)..<end]
    switch name {
    case "lt": out += "<"
    case "gt": out += ">"
    case "quot": out += "\""
    case "apos": out += "'"
    case "amp": out += "&"
    default:
      let isHex = name.hasPrefix("#x")
      let scalar = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
      out.unicodeScalars.append(scalar.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
    }
    rest = rest[rest.index(after: end)...]
  }
  return out + rest
}
