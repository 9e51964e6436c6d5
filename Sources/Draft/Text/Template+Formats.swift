public import DraftPackage

extension Template {
  /// The formats that the template's documents can be had in.
  public var formats: [Format] {
    format == .docx ? [.docx, .text, .pdf] : [.text]
  }

  /// Fills the template and gives the document in a format.
  ///
  /// The text of a Word document has the numbers that Word shows, each paragraph in one line; see
  /// ``DocumentText``. A PDF needs LibreOffice; see ``PDFConverter``.
  ///
  /// - Parameters:
  ///   - format: one of ``formats``; nil for that of the template.
  ///   - data: the case data.
  ///   - missing: what to do where a field is missing.
  ///   - writer: a package writer to use again for many fills in one thread; nil for a new one.
  /// - Throws: ``Diagnostics`` with everything that is missing or wrong, with `no-such-format`, or with
  ///   what ``PDFConverter`` says; or ``FileSystem/Failure``. Nothing is half done then.
  public func fill(
    as format: Format?, with data: ObjectValue, missing: MissingPolicy = .error,
    writer: PackageWriter? = nil
  ) throws -> Document {
    let wanted = format ?? self.format
    guard formats.contains(wanted) else { throw Template.noSuchFormat(wanted) }
    // What is not there is said before the work is done.
    let converter = wanted == .pdf ? try PDFConverter() : nil
    var document = try fill(with: data, missing: missing, writer: writer)
    switch wanted {
    case self.format: break
    case .pdf: if let converter { document.bytes = try converter.convert(document.bytes) }
    case .text: document.bytes = Array(try DocumentText(document.bytes).string().utf8)
    case .docx: break
    }
    return document
  }

  static func noSuchFormat(_ format: Format) -> Diagnostics {
    let name = format.rawValue
    return Diagnostics([
      Diagnostic(
        code: "no-such-format",
        Message(
          en: "a text template makes texts only, not \(name)",
          ru: "из текстового шаблона получается только текст, а не \(name)",
          kk: "мәтіндік үлгіден тек мәтін шығады, \(name) емес"),
        hints: [
          Message(
            en: "give -o a name that ends in .txt, or take a Word template",
            ru: "дайте в -o имя с окончанием .txt или возьмите шаблон Word",
            kk: "-o ішінде .txt деп аяқталатын атау беріңіз немесе Word үлгісін алыңыз")
        ])
    ])
  }
}
