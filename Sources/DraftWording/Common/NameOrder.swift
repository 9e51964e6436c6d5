/// The order of the parts of a full name: `s` surname, `f` first name, `p` patronymic.
public enum NameOrder: String, Sendable, Hashable, CaseIterable {
  /// Фамилия Имя Отчество.
  case sfp
  /// Имя Отчество Фамилия.
  case fps
  /// Фамилия Имя.
  case sf
  /// Имя Фамилия.
  case fs
}
