/// How a surname and initials are set; the raw value is a picture of it (`s` surname, `I` initials).
///
/// Every space that the style calls for is a no-break space.
public enum InitialsStyle: String, Sendable, Hashable, CaseIterable {
  /// Иванов И.И.
  case surnameInitials = "sI"
  /// И.И. Иванов
  case initialsSurname = "Is"
  /// Иванов И. И.
  case surnameSpacedInitials = "s I"
  /// И. И. Иванов
  case spacedInitialsSurname = "I s"

  /// Whether the surname comes before the initials.
  var surnameFirst: Bool { self == .surnameInitials || self == .surnameSpacedInitials }
  /// Whether the initials are apart from one another.
  var spaced: Bool { self == .surnameSpacedInitials || self == .spacedInitialsSurname }
}
