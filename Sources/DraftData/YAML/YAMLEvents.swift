internal import CLibYAML

/// libyaml's reader of one text, and the event that it came to.
@safe
final class YAMLEvents {
  private var parser = unsafe yaml_parser_t()
  private var event = unsafe yaml_event_t()

  /// Reads a text, which must stay where it is as long as this lives.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    // It fails only for want of memory, which ends Swift programs too.
    precondition(unsafe yaml_parser_initialize(&parser) == 1)
    unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_event_delete(&event)
    unsafe yaml_parser_delete(&parser)
  }

  /// Goes on to the next event.
  func next() throws(YAMLComposer.Problem) {
    unsafe yaml_event_delete(&event)
    if unsafe yaml_parser_parse(&parser, &event) == 1 { return }
    let error = unsafe parser.error
    guard error == YAML_SCANNER_ERROR || error == YAML_PARSER_ERROR,
      let problem = unsafe parser.problem
    else { throw .unreadable }
    var context: (text: String, mark: YAMLNode.Mark)?
    if let text = unsafe parser.context {
      context = unsafe (String(cString: text), YAMLNode.Mark(parser.context_mark))
    }
    throw .syntax(
      unsafe String(cString: problem), unsafe YAMLNode.Mark(parser.problem_mark), context: context)
  }

  /// What kind of event it is.
  var kind: yaml_event_type_t { unsafe event.type }

  /// Where it starts.
  var mark: YAMLNode.Mark { unsafe YAMLNode.Mark(event.start_mark) }

  /// The name that an alias refers to or that `&` gives to a node.
  var anchor: String? {
    switch kind {
    case YAML_ALIAS_EVENT: unsafe YAMLEvents.text(event.data.alias.anchor)
    case YAML_SCALAR_EVENT: unsafe YAMLEvents.text(event.data.scalar.anchor)
    case YAML_SEQUENCE_START_EVENT: unsafe YAMLEvents.text(event.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: unsafe YAMLEvents.text(event.data.mapping_start.anchor)
    default: nil
    }
  }

  /// The type mark of a node; see ``YAMLNode/tag``.
  var tag: String {
    let tag: String? =
      switch kind {
      case YAML_SCALAR_EVENT:
        unsafe event.data.scalar.quoted_implicit != 0
          ? YAMLScalar.text : YAMLEvents.text(event.data.scalar.tag)
      case YAML_SEQUENCE_START_EVENT:
        unsafe event.data.sequence_start.implicit != 0
          ? nil : YAMLEvents.text(event.data.sequence_start.tag)
      case YAML_MAPPING_START_EVENT:
        unsafe event.data.mapping_start.implicit != 0
          ? nil : YAMLEvents.text(event.data.mapping_start.tag)
      default: nil
      }
    return tag ?? ""
  }

  /// The text of a scalar.
  var scalar: String {
    unsafe String(
      decoding: UnsafeBufferPointer(
        start: event.data.scalar.value, count: event.data.scalar.length), as: UTF8.self)
  }

  /// How a scalar is written.
  var style: YAMLNode.Style {
    switch unsafe event.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(decodingCString: $0, as: UTF8.self) }
  }
}

extension YAMLNode.Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line), column: Int(mark.column))
  }
}
