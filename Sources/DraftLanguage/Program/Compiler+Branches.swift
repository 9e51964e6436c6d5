extension Compiler {
  // MARK: Blocks, to tell what stands in them

  /// A number for a block, to tell what stands in it.
  mutating func newEnclosure() -> Int {
    enclosureCount += 1
    return enclosureCount
  }

  /// Compiles what stands in a block.
  mutating func within(_ enclosure: Enclosure, _ work: (inout Compiler) -> Void) {
    enclosures.append(enclosure)
    work(&self)
    enclosures.removeLast()
  }

  // MARK: Branches

  /// Notes a branch within the current one.
  @discardableResult
  mutating func note(
    _ kind: Branch.Kind, _ expressions: [SourceSpan], at span: SourceSpan, _ point: BranchPoint
  ) -> Int32 {
    program.branchEntries.append(
      BranchEntry(
        kind: kind, expressions: expressions, span: span, outer: currentBranch, point: point))
    return Int32(program.branchEntries.count - 1)
  }

  /// Compiles what belongs to a branch; -1 for none.
  mutating func inside<Result>(
    _ branch: Int32, _ work: (inout Compiler) -> Result
  ) -> Result {
    let outer = currentBranch
    currentBranch = branch
    defer { currentBranch = outer }
    return work(&self)
  }

  /// Compiles `if`, its `elif` and its `else`.
  mutating func condition(
    _ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement],
    _ otherwiseTag: Range<Int>?, _ context: Statement.TagContext
  ) {
    var ends: [Int] = []
    var tests: [SourceSpan] = []
    var last = BranchPoint.operation(-1, false)
    let block = newEnclosure()
    for (index, branch) in branches.enumerated() {
      enter(context)
      let node = lower(branch.test)
      let skip = add(.branch(unless: node, to: -1))
      let test = span(branch.test.span)
      tests.append(test)
      last = .operation(Int32(skip), false)
      let arm = note(.condition, [test], at: test, .operation(Int32(skip), true))
      inside(arm) { compiler in
        compiler.within(.branch(of: block, number: index)) { $0.body(branch.body) }
      }
      if index < branches.count - 1 || !otherwise.isEmpty { ends.append(add(.jump(-1))) }
      program.code[skip] = .branch(unless: node, to: here)
    }
    let arm = note(
      otherwiseTag == nil ? .nothing : .otherwise, tests,
      at: otherwiseTag.map { span($0) } ?? tests[0], last)
    inside(arm) { compiler in
      compiler.within(.branch(of: block, number: branches.count)) { $0.body(otherwise) }
    }
    for end in ends { program.code[end] = .jump(here) }
  }

  /// Lowers `then if condition else otherwise`.
  mutating func conditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression?, _ range: Range<Int>
  ) -> Int32 {
    let (test, place) = (span(condition.span), span(range))
    let node = lower(condition)
    // The number of the node is known when its parts are lowered.
    let holds = note(.condition, [test], at: test, .node(-1, true))
    let chosen = inside(holds) { $0.lower(then) }
    let fails = note(
      otherwise == nil ? .nothing : .otherwise, [test],
      at: otherwise.map { span($0.span) } ?? place, .node(-1, false))
    let other = inside(fails) { compiler in otherwise.map { compiler.lower($0) } ?? -1 }
    let whole = add(.conditional(condition: node, then: chosen, otherwise: other), range)
    program.branchEntries[Int(holds)].point = .node(whole, true)
    program.branchEntries[Int(fails)].point = .node(whole, false)
    return whole
  }
}
