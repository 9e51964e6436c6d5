/// The grammatical gender of a Russian word; Kazakh has none.
public enum Gender: String, Sendable, Hashable, CaseIterable {
  /// Мужской род.
  case masculine = "m"
  /// Женский род.
  case feminine = "f"
  /// Средний род.
  case neuter = "n"

  /// Reads `m f n` or the full English name; nil for anything else.
  public init?(name: String) {
    switch name {
    case "m", "masculine", "male": self = .masculine
    case "f", "feminine", "female": self = .feminine
    case "n", "neuter": self = .neuter
    default: return nil
    }
  }
}
