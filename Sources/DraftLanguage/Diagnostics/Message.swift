/// A sentence for people, in the three languages of the interface.
///
/// Messages are made where an error is found, so that no catalogue can drift away from the code.
public struct Message: Sendable, Hashable {
  /// English.
  public let en: String
  /// Russian.
  public let ru: String
  /// Kazakh.
  public let kk: String

  /// A sentence in all three languages.
  public init(en: String, ru: String, kk: String) {
    self.en = en
    self.ru = ru
    self.kk = kk
  }

  /// The sentence in `language`.
  public func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .en: en
    case .ru: ru
    case .kk: kk
    }
  }
}

/// The language in which the tool speaks to its user; not the language of a document.
public enum InterfaceLanguage: String, Sendable, Hashable, CaseIterable {
  /// English.
  case en
  /// Russian.
  case ru
  /// Kazakh.
  case kk
}
