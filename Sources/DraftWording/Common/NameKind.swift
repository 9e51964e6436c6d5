/// What a string that names a person is: one of the parts of a name, or the whole.
public enum NameKind: String, Sendable, Hashable, CaseIterable {
  /// Фамилия, тегі.
  case surname
  /// Имя, есімі.
  case first
  /// Отчество, әкесінің аты.
  case patronymic
  /// Several parts in one string; their order is a ``NameOrder``.
  case full
}
