extension Machine {
  /// Writes a value where its tag stands.
  func emit(
    _ value: Value, _ node: Int32, by emitter: any ValueEmitter, at site: Int32,
    _ output: inout [UInt8]
  ) {
    switch value {
    case .string(let text): write(text, node, emitter, site, &output)
    case .int(let number): write(String(number), node, emitter, site, &output)
    case .undefined:
      guard missing != .blank else { return }
      reportMissing(node)
      if missing == .gap { gap(node, emitter, site, &output) }
    case .null: if missing == .blank { write("None", node, emitter, site, &output) }
    case .fragment(let fragment):
      if isPlain {
        if !fragment.bytes.isEmpty { report(.wrongType(.markupInText), at: node) }
        return
      }
      do throws(EmissionError) {
        try emitter.emit(fragment, site: site, into: &output)
      } catch {
        report(error, node)
      }
    case .reference(let reference) where reference.what == .poison:
      if missing == .gap, reference.index == 0 { gap(node, emitter, site, &output) }
    default:
      let before = diagnostics.count
      if let text = text(value, node) {
        write(text, node, emitter, site, &output)
      } else if missing == .gap, diagnostics.count > before {
        gap(node, emitter, site, &output)
      }
    }
  }

  private func gap(
    _ node: Int32, _ emitter: any ValueEmitter, _ site: Int32, _ output: inout [UInt8]
  ) {
    let path = missingPath(node) ?? program.tables.text(of: node)
    if isPlain {
      output.append(contentsOf: "[____ \(path) ____]".utf8)
    } else {
      emitter.emitGap(path, site: site, into: &output)
    }
  }

  private func write(
    _ text: String, _ node: Int32, _ emitter: any ValueEmitter, _ site: Int32,
    _ output: inout [UInt8]
  ) {
    if isPlain {
      output.append(contentsOf: text.utf8)
      return
    }
    if text.utf8.count > limits.valueBytes {
      return report(.valueTooLong(limits.valueBytes), at: node, path: path(node))
    }
    do throws(EmissionError) {
      try emitter.emit(text, site: site, into: &output)
    } catch {
      report(error, node)
    }
  }

  private func report(_ error: EmissionError, _ node: Int32) {
    report(
      Complaint(code: error.code, message: error.message, hints: error.hint.map { [$0] } ?? []),
      at: node, path: path(node))
  }
}
