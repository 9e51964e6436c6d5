extension Compiler {
  /// Compiles an included text in place, in a scope of its own.
  mutating func include(
    _ names: [String], _ isOptional: Bool, _ context: Statement.TagContext
  ) {
    guard let find = environment.includes else {
      if !isOptional { diagnostics.append(.noIncludes(place(context.span))) }
      return
    }
    guard
      let (name, source) = names.lazy.compactMap({ name in find(name).map { (name, $0) } }).first
    else {
      if !isOptional { diagnostics.append(.includeMissing(place(context.span), names[0])) }
      return
    }
    guard !includeStack.contains(name), includeStack.count < environment.limits.includeDepth else {
      diagnostics.append(.includeCycle(place(context.span), includeStack + [name]))
      return
    }
    let (pieces, scanned) = TextTemplateCompiler.pieces(source, inherited: context.language)
    var parser = TemplateParser(pieces, source)
    let statements = parser.parse()
    diagnostics += scanned + parser.diagnostics.items
    let (index, offset) = (sourceIndex, staticsOffset)
    program.sources.append(source)
    sourceIndex = Int32(program.sources.count - 1)
    staticsOffset = program.statics.count
    program.statics += source.text
    includeStack.append(name)
    scoped(statements)
    includeStack.removeLast()
    (sourceIndex, staticsOffset) = (index, offset)
  }
}
