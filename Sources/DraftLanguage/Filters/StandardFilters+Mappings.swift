extension StandardFilters {
  static let mappings: [Filter] = [
    Filter("items", inputKind: .object) { (input) throws(FilterError) in
      .list(pairs(try object(input)).map { .list([.string($0.key), $0.value]) })
    },
    Filter(
      "dictsort",
      [
        .init("case_sensitive", .bool(false)), .init("by", .string("key")),
        .init("reverse", .bool(false)),
      ], inputKind: .object
    ) { (input) throws(FilterError) in
      let byValue = try input.string("by") == "value"
      let entries = pairs(try object(input)).map { pair in
        (
          item: Value.list([.string(pair.key), pair.value]),
          keys: [
            input.key(
              byValue ? pair.value : .string(pair.key),
              caseSensitive: input.flag("case_sensitive"))
          ]
        )
      }
      return .list(try order(entries, descending: input.flag("reverse")).map(\.item))
    },
    Filter(
      "groupby",
      [
        .init("attribute"), .init("default", .null), .init("case_sensitive", .bool(false)),
      ], inputKind: .list
    ) { (input) throws(FilterError) in .list(try group(input)) },
  ]

  private static func object(_ input: FilterInput) throws(FilterError) -> ObjectValue {
    if case .object(let object) = input.value { return object }
    if case .null = input.value { return ObjectValue([]) }
    throw .notMapping(input.machine.quoted(input.inputNode), input.value)
  }

  private static func pairs(_ object: ObjectValue) -> [(key: String, value: Value)] {
    zip(object.keys, object.values).map { (key: $0, value: $1) }
  }

  /// Groups print as lists of two and have `grouper` and `list`, as Jinja's named tuples do.
  private static func group(_ input: FilterInput) throws(FilterError) -> [Value] {
    var entries: [(item: Value, keys: [Value])] = []
    var shown: [Value] = []
    for (index, item) in try input.elements().enumerated() {
      var value = input.attribute(input["attribute"], of: item)
      if value.isUndefined, case .null = input["default"] {
        value = try input.needed(input["attribute"], of: item, at: index)
      } else if value.isUndefined {
        value = input["default"]
      }
      entries.append(
        (
          .list([item, .int(index)]),
          [input.key(value, caseSensitive: input.flag("case_sensitive"))]
        ))
      shown.append(value)
    }
    input.machine.charge(entries.count * 8)
    var groups: [(key: Value, name: Value, items: [Value])] = []
    for entry in try order(entries, descending: false) {
      guard case .list(let pair) = entry.item, case .int(let index) = pair[1] else { continue }
      if let last = groups.last, Comparing.equal(last.key, entry.keys[0]) {
        groups[groups.count - 1].items.append(pair[0])
      } else {
        groups.append((entry.keys[0], shown[index], [pair[0]]))
      }
    }
    return groups.map { group in
      .object(
        ObjectValue([
          ("grouper", group.name), ("list", .list(group.items)),
          ("$list", .list([group.name, .list(group.items)])),
        ]))
    }
  }
}

extension FilterError {
  static func notMapping(_ quoted: String, _ value: Value) -> FilterError {
    wrongType(
      Message(en: "an object is needed", ru: "нужен объект", kk: "объект керек"), quoted, value)
  }
}
