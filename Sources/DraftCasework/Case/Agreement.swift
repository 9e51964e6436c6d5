/// The legal services agreement as a paper: number, date, place (Standard 4.5).
public struct Agreement: CaseRecord {
  /// All that is written about it.
  public var fields: CaseFields

  /// A record of these fields.
  public init(fields: CaseFields) { self.fields = fields }

  /// Which text prevails when the two differ.
  public enum LanguagePriority: String, CaseValue, Hashable, CaseIterable {
    /// The Kazakh one.
    case kazakh = "kk"
    /// The Russian one.
    case russian = "ru"
    /// Neither.
    case none
  }

  /// An agreement.
  public init(
    number: String, date: CaseDate, city: LocalisedText, copies: Int = 2,
    languagePriority: LanguagePriority = .kazakh
  ) {
    self.init()
    self.number = number
    self.date = date
    self.city = city
    self.copies = copies
    self.languagePriority = languagePriority
  }

  /// The number.
  public var number: String? {
    get { fields["number"] }
    set { fields["number"] = newValue }
  }

  /// The date.
  public var date: CaseDate? {
    get { fields["date"] }
    set { fields["date"] = newValue }
  }

  /// The place.
  public var city: LocalisedText? {
    get { fields["city"] }
    set { fields["city"] = newValue }
  }

  /// How many copies are signed.
  public var copies: Int? {
    get { fields["copies"] }
    set { fields["copies"] = newValue }
  }

  /// Which text prevails.
  public var languagePriority: LanguagePriority? {
    get { fields["language_priority"] }
    set { fields["language_priority"] = newValue }
  }
}
