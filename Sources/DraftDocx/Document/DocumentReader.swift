internal import DraftLanguage
internal import DraftPackage
internal import DraftXML

/// Finds the parts of a Word document that tags may stand in (ECMA-376 part 1, § 11.3).
struct DocumentReader {
  /// A part to compile.
  struct Part {
    var name: String
    var label: String
    var kind: StoryReader.Kind
    var bytes: [UInt8]
  }

  private static let transitional =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  let package: Package
  /// In the order of the document: body, headers, footers, notes, comments, properties, links.
  private(set) var parts: [Part] = []
  /// Languages of paragraph styles by style id.
  private(set) var styleLanguages: [String: String] = [:]
  /// The styles; nil when the document has none.
  private(set) var styles: XMLTree?
  /// The names of parts that numbers and fields depend on; nil when the document has none.
  private(set) var numbering: String?
  private(set) var settings: String?
  /// Parts that change whatever the data are.
  private(set) var changes: [String: [UInt8]] = [:]
  /// Parts that go.
  private(set) var removals: Set<String> = []
  /// What is wrong or doubtful about the package.
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String?

  /// Reads the parts' bytes.
  init(package: Package, file: String?, limits: PackageLimits) throws(PackageError) {
    self.package = package
    self.file = file
    let roots = try package.relationships(of: nil)
    guard let main = roots.first(where: { Self.kind(of: $0) == "officeDocument" })?.part,
      package.contains(main)
    else {
      refuse(
        "not-a-word-file", en: "this is no Word document: it has no main part",
        ru: "это не документ Word: в нём нет основной части",
        kk: "бұл Word құжаты емес: негізгі бөлігі жоқ")
      return
    }
    try checkType(of: main)
    if diagnostics.contains(where: { $0.severity == .error }) { return }
    try dropSignatures(roots)
    let relationships = try package.relationships(of: main)
    if let styles = relationships.first(where: { Self.kind(of: $0) == "styles" })?.part,
      package.contains(styles)
    {
      let bytes = try package.read(styles)
      do throws(XMLError) {
        let tree = try XMLTree(bytes, limits: limits.xml)
        styleLanguages = StyleLanguages.read(tree)
        self.styles = tree
      } catch {
        diagnostics.append(Self.diagnostic(error, part: "styles", file: file))
      }
    }
    numbering = part(of: "numbering", relationships)
    settings = part(of: "settings", relationships)
    try add(main, "body", .story)
    for (kind, label) in [
      ("header", "header"), ("footer", "footer"), ("footnotes", "footnotes"),
      ("endnotes", "endnotes"), ("comments", "comments"),
    ] {
      var names: [String] = []
      for relationship in relationships where Self.kind(of: relationship) == kind {
        if let part = relationship.part, !names.contains(part) { names.append(part) }
      }
      for (index, name) in names.enumerated() where package.contains(name) {
        try add(
          name, kind == "header" || kind == "footer" ? "\(label) \(index + 1)" : label, .story)
      }
    }
    for relationship in roots {
      guard let part = relationship.part, package.contains(part) else { continue }
      switch Self.kind(of: relationship) {
      case "core-properties", "coreProperties": try add(part, "properties", .properties)
      case "custom-properties", "customProperties": try add(part, "custom properties", .properties)
      default: break
      }
    }
    for part in parts where part.kind == .story {
      let name = PartName.relationships(of: part.name)
      if package.contains(name) { try add(name, "links of \(part.label)", .relationships) }
    }
    try lookElsewhere()
  }

  private mutating func add(_ name: String, _ label: String, _ kind: StoryReader.Kind)
    throws(PackageError)
  {
    let entry = package.entry(name)?.name ?? name
    guard !parts.contains(where: { $0.name == entry }) else { return }
    parts.append(
      Part(name: entry, label: label, kind: kind, bytes: try current(entry)))
  }

  /// The bytes of a part as they stand after our own changes.
  private func current(_ name: String) throws(PackageError) -> [UInt8] {
    if let changed = changes[name] { return changed }
    return try package.read(name)
  }

  /// The entry of the first part of a kind.
  private func part(of kind: String, _ relationships: [Relationship]) -> String? {
    let part = relationships.first { Self.kind(of: $0) == kind }?.part
    return part.flatMap { package.entry($0)?.name }
  }

  /// The last word of a relationship's type.
  private static func kind(of relationship: Relationship) -> String {
    guard !relationship.isExternal else { return "" }
    let type = relationship.type
    guard let slash = type.utf8.lastIndex(of: UInt8(ascii: "/")) else { return type }
    return String(type[type.utf8.index(after: slash)...])
  }

  /// Word documents and templates are taken, the latter made into the former; others are named.
  private mutating func checkType(of main: String) throws(PackageError) {
    let type = package.contentTypes.type(of: main) ?? ""
    switch type {
    case Self.word + "document.main+xml": return
    case Self.word + "template.main+xml":
      let bytes = try package.read(ContentTypes.name)
      let text = String(decoding: bytes, as: UTF8.self)
      let name = package.entry(ContentTypes.name)?.name ?? ContentTypes.name
      changes[name] = Array(
        text.replacingFirst(
          Self.word + "template.main+xml", with: Self.word + "document.main+xml"
        ).utf8)
    case let type where type.contains("macroEnabled"):
      refuse(
        "macro-document", en: "the template is a macro-enabled document (.docm, .dotm)",
        ru: "шаблон — документ с макросами (.docm, .dotm)",
        kk: "үлгі — макростары бар құжат (.docm, .dotm)",
        hint: Message(
          en: "save it in Word as a document without macros (.docx)",
          ru: "сохраните его в Word как документ без макросов (.docx)",
          kk: "оны Word-та макроссыз құжат (.docx) ретінде сақтаңыз"))
    case let type where type.contains("spreadsheetml") || type.contains("presentationml"):
      refuse(
        "not-a-word-file",
        en: "this is a spreadsheet or a presentation, not a Word document",
        ru: "это таблица или презентация, а не документ Word",
        kk: "бұл — кесте немесе презентация, Word құжаты емес")
    default:
      refuse(
        "not-a-word-file", en: "this is no Word document: its main part is of type «\(type)»",
        ru: "это не документ Word: тип основной части — «\(type)»",
        kk: "бұл Word құжаты емес: негізгі бөлігінің түрі — «\(type)»")
    }
  }

  /// A filled document is not the signed one: the signature goes, and the user is told.
  private mutating func dropSignatures(_ roots: [Relationship]) throws(PackageError) {
    guard let origin = roots.first(where: { $0.type.hasSuffix("/digital-signature/origin") }) else {
      return
    }
    let folder = "_xmlsignatures/"
    for entry in package.entries where entry.name.lowercased().hasPrefix(folder) {
      removals.insert(entry.name)
    }
    if let part = origin.part, let entry = package.entry(part)?.name { removals.insert(entry) }
    let name = PartName.relationships(of: nil)
    if let entry = package.entry(name)?.name {
      var bytes = try package.read(entry)
      bytes.removeSubrange(origin.range)
      changes[entry] = bytes
    }
    let types = package.entry(ContentTypes.name)?.name ?? ContentTypes.name
    let bytes = try current(types)
    changes[types] = withoutOverrides(bytes)
    diagnostics.append(
      Diagnostic(
        .warning, code: "signature-dropped",
        Message(
          en: "the template is digitally signed; filling it takes the signature away",
          ru: "шаблон подписан ЭЦП; при заполнении подпись снимается",
          kk: "үлгіге ЭЦҚ қойылған; толтырғанда қолтаңба алынып тасталады")))
  }

  /// The content types without the overrides of parts that go.
  private func withoutOverrides(_ bytes: [UInt8]) -> [UInt8] {
    guard let tree = try? XMLTree(bytes) else { return bytes }
    var edits = EditList()
    for index in tree.elements.indices where tree.name(of: index).local == "Override" {
      let part = tree.attribute("PartName", uri: nil, of: index) ?? ""
      if let entry = package.entry(part)?.name, removals.contains(entry) {
        edits.remove(tree.elements[index].range)
      }
    }
    return edits.applied(to: bytes)
  }

  /// Tags in parts that are not read would stay in the document unseen: they are told.
  private mutating func lookElsewhere() throws(PackageError) {
    let read = Set(parts.map(\.name))
    for entry in package.entries where entry.name.hasPrefix("word/") && entry.name.hasSuffix(".xml")
    {
      let file = entry.name.split(separator: "/").last ?? ""
      let isPlain = [
        "styles", "settings", "fontTable", "numbering", "theme", "webSettings", "people",
        "stylesWithEffects", "commentsExtended", "commentsIds", "commentsExtensible",
      ].contains { file.hasPrefix($0) }
      guard !read.contains(entry.name), !isPlain, !removals.contains(entry.name) else { continue }
      let bytes = try package.read(entry.name)
      guard Self.holdsTag(bytes) else { continue }
      diagnostics.append(
        Diagnostic(
          .warning, code: "unread-part",
          Message(
            en: "there are tags in «\(entry.name)» (a chart or the like), which is not filled",
            ru: "в части «\(entry.name)» (диаграмма или подобное) есть теги; она не заполняется",
            kk: "«\(entry.name)» бөлігінде (диаграмма сияқты) тегтер бар; ол толтырылмайды"),
          at: Place(file: self.file, part: entry.name, line: 1, column: 1)))
    }
  }

  private static func holdsTag(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices.dropLast()
    where bytes[index] == UInt8(ascii: "{")
      && (bytes[index + 1] == UInt8(ascii: "{") || bytes[index + 1] == UInt8(ascii: "%"))
    {
      return true
    }
    return false
  }

  private mutating func refuse(
    _ code: String, en: String, ru: String, kk: String, hint: Message? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, Message(en: en, ru: ru, kk: kk), hints: hint.map { [$0] } ?? []))
  }
}
