internal import Draft

/// Computes what templates need from what the case says.
enum Derivation {
  /// The keys of what is computed for parties and powers of attorney.
  static let keys: Set<String> = ["named", "acting", "block", "signature", "special"]

  /// The case with what is computed. Nothing that is written is changed.
  static func data(of file: ObjectValue) -> ObjectValue {
    var fields = CaseFields(file)
    for (key, value) in zip(file.keys, file.values) {
      switch (key, value) {
      case ("consultant", .object(let object)):
        fields[key] = .object(PartyDerivation(object, isConsultant: true).data)
      case ("power_of_attorney", .object(let object)):
        fields[key] = .object(powerOfAttorney(object))
      case (_, .object(let object)): fields[key] = .object(parties(in: object, named: key))
      case (_, .list(let items)): fields[key] = .list(items.map { parties(in: $0) })
      default: break
      }
    }
    return fields.object
  }

  /// The same for every party inside a value.
  private static func parties(in value: Value) -> Value {
    switch value {
    case .object(let object): .object(parties(in: object, named: ""))
    case .list(let items): .list(items.map { parties(in: $0) })
    default: value
    }
  }

  private static func parties(in object: ObjectValue, named key: String) -> ObjectValue {
    if object["name"] != nil, key == "client" || isParty(object) {
      return PartyDerivation(object, isConsultant: false).data
    }
    guard
      object.values.contains(where: {
        switch $0 {
        case .object(let inner): !inner.isLocalised
        case .list: true
        default: false
        }
      })
    else { return object }
    var fields = CaseFields(object)
    for (key, value) in zip(object.keys, object.values) {
      switch value {
      case .object(let inner) where !inner.isLocalised:
        fields[key] = .object(parties(in: inner, named: key))
      case .list(let items): fields[key] = .list(items.map { parties(in: $0) })
      default: break
      }
    }
    return fields.object
  }

  /// A group that says what kind of party it is, or gives a party's number.
  private static func isParty(_ object: ObjectValue) -> Bool {
    object["kind"]?.text.flatMap(Party.Kind.init(rawValue:)) != nil || object["iin"] != nil
      || object["bin"] != nil
  }

  /// `powers` as switches, and `special`: the wording of each special power, with its key; `full` spelt out.
  private static func powerOfAttorney(_ object: ObjectValue) -> ObjectValue {
    var fields = CaseFields(parties(in: object, named: ""))
    let powers = SpecialPower.granted(by: object["powers"])
    switch object["powers"] {
    case .list?, .string?: fields["powers"] = .object(SpecialPower.switches(powers))
    default: break
    }
    guard object["special"] == nil, object["powers"] != nil else { return fields.object }
    fields["special"] = .list(
      powers.map { power in
        power.wording.carrying([("key", .string(power.rawValue))])
      })
    return fields.object
  }
}

extension LocalisedText {
  /// The text with fields of its own beside the languages.
  func carrying(_ extra: [(key: String, value: Value)]) -> Value {
    if isNeutral, let text = kk {
      return .object(ObjectValue([("$str", .string(text))] + extra))
    }
    guard case .object(let object) = value else { return value }
    let texts = zip(object.keys, object.values).map { (key: $0, value: $1) }
    return .object(ObjectValue(texts + [("$localised", .bool(true))] + extra))
  }
}
