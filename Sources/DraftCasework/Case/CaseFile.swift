public import Draft

/// A case: the client, the consultant, what was agreed, and where the case stands.
///
/// A case file is read with everything that is wrong found at once, or put together in Swift:
///
/// ```swift
/// var caseFile = CaseFile(agreement: agreement, consultant: consultant, client: client)
/// caseFile.matter = Matter(subject: "спор о поставке")
/// let document = try Catalogue.usual().draw("agreement", case: caseFile)
/// ```
///
/// Its properties are views on ``fields``: what no property knows stays where it is and reaches the
/// templates untouched.
public struct CaseFile: CaseRecord {
  /// All that is written about the case.
  public var fields: CaseFields

  /// What a person should look at, though it stops no document.
  public private(set) var warnings: [Diagnostic] = []

  /// A case of these fields, taken as they are.
  public init(fields: CaseFields) { self.fields = fields }

  /// A case.
  public init(
    agreement: Agreement? = nil, consultant: Consultant, client: Party, matter: Matter? = nil,
    engagement: Engagement? = nil, confidentiality: Confidentiality? = nil,
    conflictCheck: ConflictCheck? = nil, retention: Retention? = nil
  ) {
    self.init()
    self.agreement = agreement
    self.consultant = consultant
    self.client = client
    self.matter = matter
    self.engagement = engagement
    self.confidentiality = confidentiality
    self.conflictCheck = conflictCheck
    self.retention = retention
  }

  /// Reads a case out of its data and checks every field of it.
  ///
  /// What is empty (`null`, a blank text, a group with nothing in it) counts as not given, so that an
  /// unfilled form never prints a blank; under keys that no property knows only `null` does. Identifiers come into their canonical form.
  ///
  /// - Parameters:
  ///   - data: the merged case data: constants, profile, case.
  ///   - place: where the value of a data path was written, for messages.
  /// - Throws: ``Diagnostics`` with all that is wrong, warnings among them.
  public init(data: ObjectValue, place: ((String) -> Place?)? = nil) throws(Diagnostics) {
    let (caseFile, diagnostics) = CaseFile.reading(data, place: place)
    if diagnostics.contains(where: { $0.severity == .error }) { throw Diagnostics(diagnostics) }
    self = caseFile
  }

  /// Reads a case out of data files.
  ///
  /// - Throws: ``Diagnostics`` with all that is wrong, warnings among them.
  public init(_ data: CaseData) throws(Diagnostics) {
    try self.init(data: data.root) { data.place(of: $0) }
  }

  /// Reads a case and tells all that is wrong without stopping at it; a wrong field is nil in the
  /// properties and stays as it is in ``fields``.
  public static func reading(
    _ data: ObjectValue, place: ((String) -> Place?)? = nil
  ) -> (caseFile: CaseFile, diagnostics: [Diagnostic]) {
    var reader = CaseReader(place: place)
    let read = reader.read(data, CaseSchema.file) ?? ObjectValue([])
    var caseFile = CaseFile(fields: CaseFields(read))
    caseFile.warnings = reader.diagnostics.filter { $0.severity == .warning }
    return (caseFile, reader.diagnostics)
  }

  /// Decodes a case from its JSON and checks every field of it.
  public init(from decoder: any Decoder) throws {
    guard case .object(let object) = try CodedValue(from: decoder).value else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "a case is a mapping"))
    }
    try self.init(data: object)
  }

  /// The data for templates: everything that is written, and what templates need computed from it.
  ///
  /// Every party gets `name.full`, `name.short` (surname and initials; the legal form shortened),
  /// `name.initials` (initials first), `named` («именуемый»), `acting` («действующий»), `block` (the
  /// lines of the requisites) and `signature`, a person also `gender`; a power of attorney gets `special`, the wording of its
  /// special powers. What the case itself gives under such a key wins.
  public var data: ObjectValue { Derivation.data(of: fields.object) }

  /// The legal services agreement.
  public var agreement: Agreement? {
    get { fields["agreement"] }
    set { fields["agreement"] = newValue }
  }

  /// The legal consultant.
  public var consultant: Consultant? {
    get { fields["consultant"] }
    set { fields["consultant"] = newValue }
  }

  /// The client.
  public var client: Party? {
    get { fields["client"] }
    set { fields["client"] = newValue }
  }

  /// What the case is about.
  public var matter: Matter? {
    get { fields["matter"] }
    set { fields["matter"] = newValue }
  }

  /// What was undertaken, and on which terms.
  public var engagement: Engagement? {
    get { fields["engagement"] }
    set { fields["engagement"] = newValue }
  }

  /// The agreement on confidential information, or the objection to it.
  public var confidentiality: Confidentiality? {
    get { fields["confidentiality"] }
    set { fields["confidentiality"] = newValue }
  }

  /// The check of conflicts of interest.
  public var conflictCheck: ConflictCheck? {
    get { fields["conflict_check"] }
    set { fields["conflict_check"] = newValue }
  }

  /// The storing of copies.
  public var retention: Retention? {
    get { fields["retention"] }
    set { fields["retention"] = newValue }
  }

  /// The case before a court or body.
  public var proceeding: Proceeding? {
    get { fields["proceeding"] }
    set { fields["proceeding"] = newValue }
  }

  /// The power of attorney.
  public var powerOfAttorney: PowerOfAttorney? {
    get { fields["power_of_attorney"] }
    set { fields["power_of_attorney"] = newValue }
  }

  /// The terms that run.
  public var deadlines: [Deadline]? {
    get { fields["deadlines"] }
    set { fields["deadlines"] = newValue }
  }
}
