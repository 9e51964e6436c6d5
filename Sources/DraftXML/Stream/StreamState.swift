internal import CLibXML2

/// What libxml2's callbacks gather for an ``XMLStream``.
@safe final class StreamState {
  var events: [XMLStream.Event] = []
  var error: String?
  var hasDoctype = false
  private let namespaces: Set<String>
  /// How deep the parser is inside of an element of another namespace; 0 when it is in none.
  private var foreignDepth = 0
  /// Names by their place in libxml2's dictionary, which holds each once for as long as the parser lives.
  private var names: [UnsafePointer<xmlChar>: String] = unsafe [:]
  private var wanted: [UnsafePointer<xmlChar>: Bool] = unsafe [:]

  init(namespaces: Set<String>) { self.namespaces = namespaces }

  private func name(_ pointer: UnsafePointer<xmlChar>) -> String {
    if let name = unsafe names[pointer] { return name }
    let name = unsafe String(cString: pointer)
    unsafe names[pointer] = name
    return name
  }

  private func isWanted(_ uri: UnsafePointer<xmlChar>?) -> Bool {
    guard let uri = unsafe uri else { return false }
    if let known = unsafe wanted[uri] { return known }
    let isWanted = unsafe namespaces.contains(String(cString: uri))
    unsafe wanted[uri] = isWanted
    return isWanted
  }

  fileprivate func start(
    _ local: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?, _ count: Int,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    if unsafe foreignDepth > 0 || !isWanted(uri) {
      foreignDepth += 1
      return
    }
    var attributes: [XMLStream.Attribute] = []
    if count > 0, let values = unsafe values {
      attributes.reserveCapacity(count)
      // Five pointers each: local name, prefix, namespace, value, end of value.
      for index in 0..<count {
        let field = unsafe values + index * 5
        guard unsafe field[2] == nil, let key = unsafe field[0], let start = unsafe field[3],
          let end = unsafe field[4]
        else { continue }
        let bytes = unsafe UnsafeBufferPointer(start: start, count: end - start)
        attributes.append(
          XMLStream.Attribute(
            name: unsafe name(key), value: unsafe String(decoding: bytes, as: UTF8.self)))
      }
    }
    events.append(.start(unsafe name(local), attributes))
  }

  fileprivate func end(_ local: UnsafePointer<xmlChar>) {
    if foreignDepth > 0 {
      foreignDepth -= 1
    } else {
      events.append(.end(unsafe name(local)))
    }
  }

  fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if foreignDepth == 0 { events.append(.text(unsafe String(decoding: bytes, as: UTF8.self))) }
  }

  /// The callbacks, and no others.
  static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = { data, local, _, uri, _, _, count, _, values in
      guard let state = unsafe StreamState.state(data), let local = unsafe local else { return }
      unsafe state.start(local, uri, Int(count), values)
    }
    unsafe handler.endElementNs = { data, local, _, _ in
      guard let state = unsafe StreamState.state(data), let local = unsafe local else { return }
      unsafe state.end(local)
    }
    unsafe handler.characters = { data, text, count in
      guard let state = unsafe StreamState.state(data) else { return }
      unsafe state.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    unsafe handler.cdataBlock = { data, text, count in
      guard let state = unsafe StreamState.state(data) else { return }
      unsafe state.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    unsafe handler.internalSubset = { data, _, _, _ in
      unsafe StreamState.state(data)?.hasDoctype = true
    }
    unsafe handler.serror = { data, report in
      guard let state = unsafe StreamState.state(data), let report = unsafe report?.pointee,
        state.error == nil, unsafe report.level != XML_ERR_WARNING,
        unsafe report.code != XML_WAR_NS_URI.rawValue,
        unsafe report.code != XML_WAR_NS_URI_RELATIVE.rawValue
      else { return }
      var message = unsafe report.message.map { unsafe String(cString: $0) } ?? "not well-formed"
      while message.last?.isNewline == true { message.removeLast() }
      state.error = message
    }
    return unsafe handler
  }

  private static func state(_ data: UnsafeMutableRawPointer?) -> StreamState? {
    unsafe data.map { unsafe Unmanaged<StreamState>.fromOpaque($0).takeUnretainedValue() }
  }
}
