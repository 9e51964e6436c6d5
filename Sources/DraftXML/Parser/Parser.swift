internal import CLibXML2

/// Runs libxml2's SAX2 parser over a part and collects a tree.
///
/// Safe against hostile input by what it leaves out: no callback loads an entity, a document type
/// declaration ends the parse before its contents are read, and limits hold for everything that
/// libxml2 2.9 handles in quadratic time.
enum Parser {
  /// What a parse makes.
  struct Result {
    var bytes: [UInt8]
    var elements: [XMLTree.Element]
    var names: [XMLName]
    var declarations: [NamespaceDeclaration]
  }

  /// libxml2's one global set-up, which is not safe to run in two threads at once.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Reads a part in UTF-8, whatever encoding it declares.
  static func parse(_ bytes: [UInt8], limits: XMLLimits) throws(XMLError) -> Result {
    try AttributeGuard.check(bytes, limits: limits)
    _ = isReady
    let sink = Sink(bytes: bytes, limits: limits)
    unsafe bytes.withUnsafeBytes { raw in unsafe run(raw, sink) }
    return try sink.finish()
  }

  /// Has libxml2 read the bytes and tell the sink.
  private static func run(_ raw: UnsafeRawBufferPointer, _ sink: Sink) {
    guard let context = unsafe xmlNewParserCtxt() else {
      sink.fail(.inconsistent, at: 0, "libxml2 has no memory for a parser")
      return
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    guard let handler = unsafe context.pointee.sax else {
      sink.fail(.inconsistent, at: 0, "libxml2 made a parser without handlers")
      return
    }
    unsafe handler.initialize(to: xmlSAXHandler())
    unsafe handler.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.pointee.startElementNs = { data, local, prefix, uri, count, spaces, _, _, _ in
      guard let sink = unsafe Sink.of(data), let context = unsafe sink.context else { return }
      unsafe sink.start(
        position: Int(xmlByteConsumed(context)), local, prefix, uri, Int(count), spaces)
      if sink.error != nil { unsafe xmlStopParser(context) }
    }
    unsafe handler.pointee.endElementNs = { data, _, _, _ in
      guard let sink = unsafe Sink.of(data), let context = unsafe sink.context else { return }
      unsafe sink.end(position: Int(xmlByteConsumed(context)))
      if sink.error != nil { unsafe xmlStopParser(context) }
    }
    unsafe handler.pointee.internalSubset = { data, _, _, _ in
      guard let sink = unsafe Sink.of(data), let context = unsafe sink.context else { return }
      unsafe sink.fail(
        .doctype, at: Int(xmlByteConsumed(context)), "a part may not have a DOCTYPE")
      unsafe xmlStopParser(context)
    }
    unsafe handler.pointee.serror = { data, report in
      guard let sink = unsafe Sink.of(data), let context = unsafe sink.context,
        let report = unsafe report?.pointee
      else { return }
      // Two faults that 2.9 raises as errors are no more than warnings: a namespace that is no valid or
      // no absolute URI, which Word accepts.
      let code = unsafe report.code
      if unsafe report.level == XML_ERR_WARNING || code == XML_WAR_NS_URI.rawValue
        || code == XML_WAR_NS_URI_RELATIVE.rawValue
      {
        return
      }
      let isNamespace = unsafe report.domain == Int32(XML_FROM_NAMESPACE.rawValue)
      var message = unsafe report.message.map { unsafe String(cString: $0) } ?? "not well-formed"
      while message.last?.isNewline == true { message.removeLast() }
      unsafe sink.fail(
        isNamespace ? .namespace : .malformed, at: Int(xmlByteConsumed(context)), message)
    }
    unsafe context.pointee.userData = Unmanaged.passUnretained(sink).toOpaque()
    unsafe sink.context = context
    // HUGE lifts libxml2's own limits in favour of ours; IGNORE_ENC holds it to UTF-8, so that byte
    // positions are those of our bytes.
    let options = [XML_PARSE_NONET, XML_PARSE_HUGE, XML_PARSE_IGNORE_ENC]
      .reduce(0) { $0 | Int32($1.rawValue) }
    let document = unsafe xmlCtxtReadMemory(
      context, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), nil, nil,
      options)
    if let document = unsafe document { unsafe xmlFreeDoc(document) }
    if sink.error == nil, unsafe context.pointee.wellFormed == 0 {
      sink.fail(.malformed, at: raw.count, "the part is not well-formed")
    }
    unsafe sink.context = nil
    withExtendedLifetime(sink) {}
  }
}
