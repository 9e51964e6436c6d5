internal import Draft
internal import DraftWording

/// What templates need of one party: names, words in its gender, requisites, a signature line.
struct PartyDerivation {
  private let object: ObjectValue
  private let party: Party
  private let isConsultant: Bool

  init(_ object: ObjectValue, isConsultant: Bool) {
    self.object = object
    self.isConsultant = isConsultant
    party = Party(fields: CaseFields(object))
  }

  private var isOrganisation: Bool {
    !isConsultant && (party.kind == .organisation || party.kind == nil && party.bin != nil)
  }

  /// The party with what is computed.
  var data: ObjectValue {
    guard let name = party.name else { return object }
    var fields = CaseFields(object)
    let names = isOrganisation ? OrganisationName(name).forms : PersonName(name, gender(of: party))
    fields["name"] = PartyDerivation.named(object["name"], name, names)
    if !isOrganisation, object["gender"] == nil { fields["gender"] = gender(of: party)?.value }
    add(&fields, "named", words(GenderedWord.named, gender))
    var signer = names
    var position: LocalisedText?
    var signerGender = gender
    if !isConsultant, let representative = party.representative,
      let representativeName = representative.name
    {
      let gender = representative.gender ?? PersonName.gender(of: representativeName)
      signer = PersonName(representativeName, gender)
      signerGender = gender ?? .masculine
      position = representative.position ?? LocalisedText(kk: "өкіл", ru: "представитель")
      var own = representative.fields
      if own["gender"] == nil { own["gender"] = gender?.value }
      own["name"] = PartyDerivation.named(own["name"], representativeName, signer)
      if own["acting"] == nil { own["acting"] = words(GenderedWord.acting, signerGender) }
      fields["representative"] = .object(own.object)
    }
    add(&fields, "acting", words(GenderedWord.acting, signerGender))
    add(&fields, "block", RequisitesBlock(party, isConsultant: isConsultant).value)
    add(&fields, "signature", signature(signer.short, position))
    return fields.object
  }

  /// What the case gives itself is left alone.
  private func add(_ fields: inout CaseFields, _ key: String, _ value: Value) {
    if object[key] == nil { fields[key] = value }
  }

  /// The name as it was, with `full`, `short` and `initials` beside its languages.
  private static func named(_ given: Value?, _ name: LocalisedText, _ forms: PersonName) -> Value? {
    let extra: [(key: String, value: Value)] = [
      ("full", name.value), ("short", forms.short.value), ("initials", forms.initials.value),
    ]
    guard case .object(let object)? = given else { return name.carrying(extra) }
    var pairs = zip(object.keys, object.values).map { (key: $0, value: $1) }
    if object["$localised"] == nil { pairs.append(("$localised", .bool(true))) }
    for pair in extra where object[pair.key] == nil { pairs.append(pair) }
    return .object(ObjectValue(pairs))
  }

  // MARK: Gender

  private func gender(of party: Party) -> PartyGender? {
    party.gender ?? party.name.flatMap(PersonName.gender(of:)) ?? party.iin?.sex
  }

  private var gender: PartyGender {
    if let gender = party.gender { return gender }
    if isOrganisation { return LegalForm.gender(of: party.name?.ru) ?? .neuter }
    // A sole proprietor is «предприниматель», a masculine word.
    if party.kind == .soleProprietor { return .masculine }
    return gender(of: party) ?? .masculine
  }

  private func words(_ word: GenderedWord, _ gender: PartyGender) -> Value {
    LocalisedText(kk: word.kk, ru: word.nominative(gender)).carrying([
      ("genitive", LocalisedText(kk: word.kk, ru: word.genitive(gender)).value)
    ])
  }

  private func signature(_ name: LocalisedText, _ position: LocalisedText?) -> Value {
    let line = "____________________ / "
    let text = { (name: String, language: String) -> String in
      guard let position = position?.text(in: language) else { return line + name }
      return "\(SentenceCase.upperFirst(position)) \(line)\(name)"
    }
    var extra: [(key: String, value: Value)] = [("name", name.value)]
    if let position { extra.append(("position", position.value)) }
    return name.map(text).carrying(extra)
  }
}

/// A word of the preamble that agrees with a party in Russian, and its Kazakh counterpart.
struct GenderedWord {
  var kk: String
  private var stem: String
  private var isSoft: Bool

  /// «именуемый», «деп аталатын».
  static let named = GenderedWord(kk: "деп аталатын", stem: "именуем", isSoft: false)
  /// «действующий», «әрекет ететін».
  static let acting = GenderedWord(kk: "әрекет ететін", stem: "действующ", isSoft: true)

  func nominative(_ gender: PartyGender) -> String {
    switch gender {
    case .masculine: stem + (isSoft ? "ий" : "ый")
    case .feminine: stem + "ая"
    case .neuter: stem + (isSoft ? "ее" : "ое")
    }
  }

  func genitive(_ gender: PartyGender) -> String {
    gender == .feminine ? stem + (isSoft ? "ей" : "ой") : stem + (isSoft ? "его" : "ого")
  }
}
