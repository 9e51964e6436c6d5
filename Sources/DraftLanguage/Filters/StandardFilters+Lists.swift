extension StandardFilters {
  static let lists: [Filter] = [
    count("length"), count("count"),
    Filter("first", inputKind: .list) { (input) throws(FilterError) in
      try input.elements().first ?? .undefined
    },
    Filter("last", inputKind: .list) { (input) throws(FilterError) in
      try input.elements().last ?? .undefined
    },
    Filter("list", inputKind: .list) { (input) throws(FilterError) in .list(try input.elements()) },
    Filter("reverse") { (input) throws(FilterError) in
      if case .string(let text) = try input.resolved() {
        var reversed = String.UnicodeScalarView()
        reversed.append(contentsOf: text.unicodeScalars.reversed())
        return .string(String(reversed))
      }
      return .list(try input.elements().reversed())
    },
    Filter("random") { (input) throws(FilterError) in
      throw FilterError(
        code: "unsupported-filter",
        message: Message(
          en: "`random` is refused: the same case must give the same document",
          ru: "`random` не поддерживается: одно дело должно давать один и тот же документ",
          kk: "`random` қолдау таппайды: бір іс бірдей құжат беруі тиіс"))
    },
    Filter("join", [.init("d", .string("")), .init("attribute", .null)], inputKind: .list) {
      (input) throws(FilterError) in
      let separator = try input.string("d") ?? ""
      var text = ""
      for (index, item) in try input.elements().enumerated() {
        let part = try input.needed(input["attribute"], of: item, at: index)
        if index > 0 { text += separator }
        guard let shown = input.machine.text(part, input.inputNode),
          input.machine.checkSize(text.utf8.count)
        else { throw .silent }
        text += shown
      }
      return .string(text)
    },
    Filter("sum", [.init("attribute", .null), .init("start", .int(0))], inputKind: .list) {
      (input) throws(FilterError) in
      var total = input["start"]
      for (index, item) in try input.elements().enumerated() {
        let part = try input.needed(input["attribute"], of: item, at: index)
        total = input.machine.binary(
          .add, total, part, input.inputNode, input.inputNode, input.node)
        if total.isPoison { throw .silent }
      }
      return total
    },
    extreme("min", sign: -1), extreme("max", sign: 1),
    Filter(
      "sort",
      [
        .init("reverse", .bool(false)), .init("case_sensitive", .bool(false)),
        .init("attribute", .null),
      ], inputKind: .list
    ) { (input) throws(FilterError) in .list(try sort(input)) },
    Filter(
      "unique", [.init("case_sensitive", .bool(false)), .init("attribute", .null)], inputKind: .list
    ) {
      (input) throws(FilterError) in
      var kept: [Value] = []
      var keys: [Value] = []
      var texts: Set<String> = []
      for (index, item) in try input.elements().enumerated() {
        let key = input.key(
          try input.needed(input["attribute"], of: item, at: index),
          caseSensitive: input.flag("case_sensitive"))
        if case .string(let text) = key {
          if texts.insert(text).inserted { kept.append(item) }
          continue
        }
        input.machine.charge(keys.count)
        if keys.contains(where: { Comparing.equal($0, key) }) { continue }
        keys.append(key)
        kept.append(item)
      }
      return .list(kept)
    },
    Filter("batch", [.init("linecount"), .init("fill_with", .null)], inputKind: .list) {
      (input) throws(FilterError) in
      let size = try input.integer("linecount") ?? 0
      guard size > 0, size <= 1 << 16 else { throw .badArgument("linecount") }
      let items = try input.elements()
      var rows: [Value] = []
      for start in stride(from: 0, to: items.count, by: size) {
        var row = Array(items[start..<min(start + size, items.count)])
        if case .null = input["fill_with"] {
        } else {
          while row.count < size { row.append(input["fill_with"]) }
        }
        rows.append(.list(row))
      }
      return .list(rows)
    },
    Filter("slice", [.init("slices"), .init("fill_with", .null)], inputKind: .list) {
      (input) throws(FilterError) in
      let count = try input.integer("slices") ?? 0
      guard count > 0, count <= 1 << 16 else { throw .badArgument("slices") }
      let items = try input.elements()
      let (size, more) = (items.count / count, items.count % count)
      var at = 0
      return .list(
        (0..<count).map { index in
          let end = at + size + (index < more ? 1 : 0)
          var part = Array(items[at..<end])
          at = end
          if case .null = input["fill_with"] {
          } else if index >= more {
            part.append(input["fill_with"])
          }
          return .list(part)
        })
    },
    Filter("map") { (input) throws(FilterError) in .list(try map(input)) }.with(rest: .any),
    choosing("select", keeps: true, byAttribute: false),
    choosing("reject", keeps: false, byAttribute: false),
    choosing("selectattr", keeps: true, byAttribute: true),
    choosing("rejectattr", keeps: false, byAttribute: true),
  ]

  private static func count(_ name: String) -> Filter {
    Filter(name) { (input) throws(FilterError) in
      switch input.machine.scalarUnlessContainer(input.value, input.inputNode) {
      case .string(let text): return .int(text.unicodeScalars.count)
      case .object(let object) where object.shape == .plain: return .int(object.keys.count)
      default: return .int(try input.elements().count)
      }
    }
  }

  private static func extreme(_ name: String, sign: Int) -> Filter {
    Filter(
      name, [.init("case_sensitive", .bool(false)), .init("attribute", .null)], inputKind: .list
    ) {
      (input) throws(FilterError) in
      var best: (item: Value, key: Value)?
      for (index, item) in try input.elements().enumerated() {
        let key = input.key(
          try input.needed(input["attribute"], of: item, at: index),
          caseSensitive: input.flag("case_sensitive"))
        guard let current = best else {
          best = (item, key)
          continue
        }
        guard let order = Comparing.order(key, current.key) else {
          throw .notOrdered(current.key, key)
        }
        if order * sign > 0 { best = (item, key) }
      }
      return best?.item ?? .undefined
    }
  }

  private static func sort(_ input: FilterInput) throws(FilterError) -> [Value] {
    var paths: [Value] = [input["attribute"]]
    if case .string(let text) = input["attribute"] {
      paths = Text.split(text, ",").map { .string(Text.strip($0, nil)) }
    }
    var entries: [(item: Value, keys: [Value])] = []
    for (index, item) in try input.elements().enumerated() {
      var keys: [Value] = []
      for path in paths {
        keys.append(
          input.key(
            try input.needed(path, of: item, at: index),
            caseSensitive: input.flag("case_sensitive")))
      }
      entries.append((item, keys))
    }
    input.machine.charge(entries.count * 8)
    return try order(entries, descending: input.flag("reverse")).map(\.item)
  }

  /// A stable sort; equal elements keep their order also when it descends.
  static func order(
    _ entries: [(item: Value, keys: [Value])], descending: Bool
  ) throws(FilterError) -> [(item: Value, keys: [Value])] {
    var failure: FilterError?
    let sorted = entries.enumerated().sorted { left, right in
      for (a, b) in zip(left.element.keys, right.element.keys) {
        if Comparing.equal(a, b) { continue }
        guard let order = Comparing.order(a, b) else {
          failure = failure ?? .notOrdered(a, b)
          return left.offset < right.offset
        }
        return descending ? order > 0 : order < 0
      }
      return left.offset < right.offset
    }
    if let failure { throw failure }
    return sorted.map(\.element)
  }

  private static func map(_ input: FilterInput) throws(FilterError) -> [Value] {
    let items = try input.elements()
    if input.rest.isEmpty {
      guard let path = input.named.first(where: { $0.name == "attribute" })?.value else {
        throw .badArgument("attribute")
      }
      let fallback = input.named.first { $0.name == "default" }?.value
      var mapped: [Value] = []
      for (index, item) in items.enumerated() {
        if let fallback {
          let value = input.attribute(path, of: item)
          mapped.append(value.isUndefined ? fallback : value)
        } else {
          mapped.append(try input.needed(path, of: item, at: index))
        }
      }
      return mapped
    }
    guard case .string(let name) = input.rest[0],
      let filter = input.machine.environment.filters[name]
    else { throw .unknownName("map", Printing.string(input.rest[0])) }
    let arguments = Array(input.rest.dropFirst())
    return items.map { input.machine.apply(filter, $0, arguments, input.named, input.node) }
  }

  private static func choosing(_ name: String, keeps: Bool, byAttribute: Bool) -> Filter {
    Filter(name) { (input) throws(FilterError) in
      let items = try input.elements()
      guard byAttribute else {
        let test = try input.predicate(from: 0)
        return .list(items.filter { test($0) == keeps })
      }
      guard let path = input.rest.first else { throw .badArgument("attribute") }
      let test = try input.predicate(from: 1)
      return .list(
        items.filter {
          test(input.machine.scalar(input.attribute(path, of: $0), -1, asking: true)) == keeps
        })
    }.with(rest: .any)
  }
}

extension Machine {
  /// A list or mapping as it is, anything else as the scalar that it stands for.
  func scalarUnlessContainer(_ value: Value, _ node: Int32) -> Value {
    if case .object(let object) = value, object.shape == .dressed, object.keys.contains("$list") {
      return value
    }
    return scalar(value, node)
  }
}

extension FilterError {
  static func notOrdered(_ left: Value, _ right: Value) -> FilterError {
    let (a, b) = (Message.kind(of: left), Message.kind(of: right))
    return FilterError(
      code: "wrong-type",
      message: Message(
        en: "\(a.en) and \(b.en) have no order", ru: "\(a.ru) и \(b.ru) нельзя сравнить",
        kk: "\(a.kk) мен \(b.kk) салыстырылмайды"))
  }
}
