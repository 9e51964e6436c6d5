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

  /// libxml2's one global set-up, which is not safe to run in two threads at once; every use of libxml2
  /// asks for it first.
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Reads a part in UTF-8, whatever encoding it declares.
  static func parse(_ bytes: [UInt8], limits: XMLLimits) throws(XMLError) -> Result {
    try AttributeGuard.check(bytes, limits: limits)
    _ = isReady
    var builder = TreeBuilder(bytes: bytes, limits: limits)
    unsafe TextMask.mask(bytes).withUnsafeBytes { raw in
      unsafe withUnsafeMutablePointer(to: &builder) { builder in unsafe run(raw, builder) }
    }
    return try builder.finish()
  }

  /// Has libxml2 read the bytes and tell the builder, which it knows by address: a callback costs no
  /// reference count and no check of exclusive access.
  private static func run(
    _ raw: UnsafeRawBufferPointer, _ builder: UnsafeMutablePointer<TreeBuilder>
  ) {
    guard let context = unsafe xmlNewParserCtxt() else {
      unsafe builder.pointee.fail(.inconsistent, at: 0, "libxml2 has no memory for a parser")
      return
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    guard let handler = unsafe context.pointee.sax else {
      unsafe builder.pointee.fail(.inconsistent, at: 0, "libxml2 made a parser without handlers")
      return
    }
    unsafe install(handler)
    unsafe context.pointee.userData = UnsafeMutableRawPointer(builder)
    unsafe builder.pointee.context = context
    // HUGE lifts libxml2's own limits in favour of ours; IGNORE_ENC holds it to UTF-8, so that byte
    // positions are those of our bytes.
    let options = [XML_PARSE_NONET, XML_PARSE_HUGE, XML_PARSE_IGNORE_ENC]
      .reduce(0) { $0 | Int32($1.rawValue) }
    let document = unsafe xmlCtxtReadMemory(
      context, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), nil, nil,
      options)
    if let document = unsafe document { unsafe xmlFreeDoc(document) }
    if unsafe context.pointee.wellFormed == 0 {
      unsafe builder.pointee.fail(.malformed, at: raw.count, "the part is not well-formed")
    }
    unsafe builder.pointee.context = nil
  }

  /// Makes the callbacks below the only ones of a parser.
  private static func install(_ handler: UnsafeMutablePointer<xmlSAXHandler>) {
    unsafe handler.initialize(to: xmlSAXHandler())
    unsafe handler.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.pointee.startElementNs = { data, local, prefix, uri, count, spaces, _, _, _ in
      guard let builder = unsafe Parser.builder(data), let context = unsafe builder.pointee.context
      else { return }
      let position = unsafe Int(draft_position(context))
      let isFine = unsafe builder.pointee.start(
        position: position, local, prefix, uri, Int(count), spaces)
      if !isFine { unsafe xmlStopParser(context) }
    }
    unsafe handler.pointee.endElementNs = { data, _, _, _ in
      guard let builder = unsafe Parser.builder(data), let context = unsafe builder.pointee.context
      else { return }
      let isFine = unsafe builder.pointee.end(position: Int(draft_position(context)))
      if !isFine { unsafe xmlStopParser(context) }
    }
    // Targets of instructions are names too; nothing else about them is of use here.
    unsafe handler.pointee.processingInstruction = { data, _, _ in
      guard let builder = unsafe Parser.builder(data), let context = unsafe builder.pointee.context
      else { return }
      if unsafe !builder.pointee.checkNames(position: Int(draft_position(context))) {
        unsafe xmlStopParser(context)
      }
    }
    unsafe handler.pointee.internalSubset = { data, _, _, _ in
      guard let builder = unsafe Parser.builder(data), let context = unsafe builder.pointee.context
      else { return }
      unsafe builder.pointee.fail(
        .doctype, at: Int(draft_position(context)), "a part may not have a DOCTYPE")
      unsafe xmlStopParser(context)
    }
    unsafe handler.pointee.serror = { data, report in
      guard let builder = unsafe Parser.builder(data), let context = unsafe builder.pointee.context,
        let report = unsafe report?.pointee, unsafe builder.pointee.error == nil
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
      unsafe builder.pointee.fail(
        isNamespace ? .namespace : .malformed, at: Int(draft_position(context)), message)
    }
  }

  /// The builder that a callback's user data points to.
  private static func builder(
    _ data: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<TreeBuilder>? {
    unsafe data?.assumingMemoryBound(to: TreeBuilder.self)
  }
}
