extension StandardFilters {
  private static func simple(
    _ name: String, _ change: @escaping @Sendable (String) -> String
  ) -> Filter {
    Filter(name, inputKind: .text) { (input) throws(FilterError) in
      .string(change(try input.string()))
    }
  }

  static let text: [Filter] = [
    simple("upper") { $0.uppercased() },
    simple("lower") { $0.lowercased() },
    simple("capitalize") { Text.capitalize($0) },
    simple("title") { Text.titleWords($0) },
    simple("striptags") { text in
      var result = ""
      var inTag = false
      for scalar in text.unicodeScalars {
        if scalar == "<" {
          inTag = true
        } else if scalar == ">", inTag {
          inTag = false
        } else if !inTag {
          result.unicodeScalars.append(scalar)
        }
      }
      return Text.words(result).joined(separator: " ")
    },
    Filter("trim", [.init("chars", .null)], inputKind: .text) { (input) throws(FilterError) in
      .string(Text.strip(try input.string(), try input.string("chars")))
    },
    Filter("replace", [.init("old"), .init("new"), .init("count", .null)], inputKind: .text) {
      (input) throws(FilterError) in
      let text = try input.string()
      let old = try input.string("old") ?? ""
      let new = try input.string("new") ?? ""
      guard
        input.machine.checkSize(
          (text.utf8.count + 1) * (new.utf8.count + 1) / max(1, old.utf8.count))
      else { throw .silent }
      return .string(Text.replace(text, old, with: new, count: try input.integer("count") ?? -1))
    },
    Filter("center", [.init("width", .int(80))]) { (input) throws(FilterError) in
      let width = try input.integer("width") ?? 80
      guard input.machine.checkSize(width) else { throw .silent }
      return .string(Text.pad(try input.string(), width, " ", left: true, right: true))
    },
    Filter("format") { (input) throws(FilterError) in
      let mapping: Value = .object(ObjectValue(input.named.map { ($0.name, $0.value) }))
      return input.machine.formatPercent(
        try input.string(), input.rest, input.named.isEmpty ? .undefined : mapping, input.node)
    }.with(rest: .any),
    Filter(
      "indent",
      [.init("width", .int(4)), .init("first", .bool(false)), .init("blank", .bool(false))]
    ) {
      (input) throws(FilterError) in .string(try indent(input))
    },
    Filter(
      "truncate",
      [
        .init("length", .int(255)), .init("killwords", .bool(false)), .init("end", .string("...")),
        .init("leeway", .int(5)),
      ]
    ) { (input) throws(FilterError) in .string(try truncate(input)) },
    Filter("wordcount") { (input) throws(FilterError) in
      .int(
        try input.string().unicodeScalars.split {
          !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_")
        }.count)
    },
    Filter(
      "wordwrap",
      [
        .init("width", .int(79)), .init("break_long_words", .bool(true)),
        .init("wrapstring", .string("\n")), .init("break_on_hyphens", .bool(true)),
      ]
    ) { (input) throws(FilterError) in .string(try wrap(input)) },
    Filter("urlencode") { (input) throws(FilterError) in
      var result = ""
      for byte in try input.string().utf8 {
        let scalar = Unicode.Scalar(byte)
        if scalar.isASCII,
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "-_.~/".unicodeScalars.contains(scalar)
        {
          result.unicodeScalars.append(scalar)
        } else {
          result += "%" + Printing.hex(UInt32(byte), 2).uppercased()
        }
      }
      return .string(result)
    },
  ]

  private static func indent(_ input: FilterInput) throws(FilterError) -> String {
    let text = try input.string()
    let width: String =
      if case .string(let prefix) = input["width"] { prefix } else {
        String(repeating: " ", count: min(max(try input.integer("width") ?? 4, 0), 1000))
      }
    let lines = Text.split(text, "\n")
    guard input.machine.checkSize(text.utf8.count + lines.count * width.utf8.count) else {
      throw .silent
    }
    return lines.enumerated().map { index, line in
      if index == 0 { return (input.flag("first") ? width : "") + line }
      return (line.isEmpty && !input.flag("blank") ? "" : width) + line
    }.joined(separator: "\n")
  }

  private static func truncate(_ input: FilterInput) throws(FilterError) -> String {
    let text = try input.string()
    let length = max(0, try input.integer("length") ?? 255)
    let end = try input.string("end") ?? ""
    let leeway = try input.integer("leeway") ?? 5
    let scalars = Array(text.unicodeScalars)
    if scalars.count <= length + leeway { return text }
    let kept = max(0, length - end.unicodeScalars.count)
    var head = String.UnicodeScalarView()
    head.append(contentsOf: scalars[..<min(kept, scalars.count)])
    if input.flag("killwords") { return String(head) + end }
    let cut = String(head)
    if let space = cut.lastIndex(of: " ") { return String(cut[..<space]) + end }
    return cut + end
  }

  private static func wrap(_ input: FilterInput) throws(FilterError) -> String {
    let wrap = TextWrap(
      width: max(1, try input.integer("width") ?? 79),
      breaksLongWords: input.flag("break_long_words"),
      breaksOnHyphens: input.flag("break_on_hyphens"))
    let separator = try input.string("wrapstring") ?? "\n"
    return Text.lines(try input.string()).map {
      wrap.lines(of: $0).joined(separator: separator)
    }.joined(separator: separator)
  }
}
