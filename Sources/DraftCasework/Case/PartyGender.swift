/// The grammatical gender of a party's name in Russian; Kazakh has none.
public enum PartyGender: String, CaseValue, Hashable, CaseIterable {
  /// A man; a fund, a co-operative.
  case masculine = "m"
  /// A woman; a company («компания»), a chamber.
  case feminine = "f"
  /// A partnership («товарищество»), a joint-stock company («общество»).
  case neuter = "n"
}
