/// What was agreed on confidential information (Standard 1.9).
public struct Confidentiality: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// The form of the agreement on confidentiality.
  public enum Mode: String, CaseValue, Hashable, CaseIterable {
    /// A separate agreement.
    case nda
    /// A clause of the legal services agreement.
    case clause
    /// None: the client objects.
    case objection
  }

  /// A paper by its number and date.
  public struct Paper: CaseRecord {
    /// All that is written about it.
    public var fields: CaseFields

    /// A paper of these fields.
    public init(fields: CaseFields) { self.fields = fields }

    /// Its number.
    public var number: String? {
      get { fields["number"] }
      set { fields["number"] = newValue }
    }

    /// Its date.
    public var date: CaseDate? {
      get { fields["date"] }
      set { fields["date"] = newValue }
    }
  }

  /// A clause of the agreement that holds for some years after its end.
  public static func clause(years: Int) -> Confidentiality {
    var result = Confidentiality()
    result.mode = .clause
    result.years = years
    return result
  }

  /// A separate agreement.
  public static func agreement(number: String, date: CaseDate) -> Confidentiality {
    var paper = Paper()
    paper.number = number
    paper.date = date
    var result = Confidentiality()
    result.mode = .nda
    result.nda = paper
    return result
  }

  /// The client's objection.
  public static func objection(date: CaseDate) -> Confidentiality {
    var paper = Paper()
    paper.date = date
    var result = Confidentiality()
    result.mode = .objection
    result.objection = paper
    return result
  }

  /// In which form.
  public var mode: Mode? {
    get { fields["mode"] }
    set { fields["mode"] = newValue }
  }

  /// For how many years after the end of the agreement the clause holds.
  public var years: Int? {
    get { fields["years"] }
    set { fields["years"] = newValue }
  }

  /// The separate agreement.
  public var nda: Paper? {
    get { fields["nda"] }
    set { fields["nda"] = newValue }
  }

  /// The client's objection.
  public var objection: Paper? {
    get { fields["objection"] }
    set { fields["objection"] = newValue }
  }
}
