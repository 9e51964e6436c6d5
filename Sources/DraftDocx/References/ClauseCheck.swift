internal import DraftLanguage
internal import DraftXML

/// Checks that the names of clauses are used in one sense, before any data are there.
struct ClauseCheck {
  /// A clause with the blocks around it.
  private struct Known {
    var clause: StoryMarks.Clause
    var enclosures: [Enclosure]
  }

  private let known: [Known]

  /// Takes the clauses that the body may draw.
  init(_ marks: StoryMarks, _ body: Program?) {
    known = marks.clauses.compactMap { clause in
      body?.marks[Int32(clause.mark)].map { Known(clause: clause, enclosures: $0) }
    }
  }

  /// Names that are given twice.
  var doubles: [Diagnostic] {
    known.indices.compactMap { index in
      let later = known[index]
      let first = known[..<index].first {
        $0.clause.name == later.clause.name
          && ($0.clause.language == nil || later.clause.language == nil
            || $0.clause.language == later.clause.language)
          && !areExclusive($0.enclosures, later.enclosures)
      }
      return first.map {
        .clauseTwice(later.clause.name, at: later.clause.place, first: $0.clause.place)
      }
    }
  }

  /// What is wrong with references: to nothing, or into a loop from outside of it.
  ///
  /// - Parameters:
  ///   - references: those of one part.
  ///   - isBody: whether it is the part in which the clauses stand.
  func mistakes(of references: [Reference], isBody: Bool) -> [Diagnostic] {
    references.compactMap { reference in
      // What a macro says it says in the language of its caller.
      let isInMacro = reference.enclosures.contains {
        if case .routine = $0 { true } else { false }
      }
      let candidates = known.filter { known in
        known.clause.name == reference.clause
          && (known.clause.language == nil || reference.language == nil
            || known.clause.language == reference.language)
      }
      if candidates.isEmpty {
        return .unknownClause(
          reference.clause, language: reference.language, at: reference.place,
          known: known.map(\.clause.name))
      }
      let isReached = candidates.contains { candidate in
        isInMacro
          || candidate.enclosures.allSatisfy { enclosure in
            if case .loop = enclosure {
              isBody && reference.enclosures.contains(enclosure)
            } else {
              true
            }
          }
      }
      return isReached
        ? nil
        : .ambiguousClause(
          reference.clause, at: reference.place, clause: candidates[0].clause.place)
    }
  }

  /// References to names that no tag of the body gives, as far as they can be told of a body that has
  /// mistakes and no program.
  static func unknownNames(_ parts: [ReadStory]) -> [Diagnostic] {
    guard let body = parts.first(where: \.isBody) else { return [] }
    let tree = body.story.tree
    let known =
      body.tags.filter { $0.kind == .statement && $0.keyword == "clause" }.compactMap {
        $0.clauseName(in: body.source)
      }
      + tree.elements.indices.filter { body.story.word($0) == .bookmarkStart }.compactMap {
        tree.wordAttribute("name", of: $0)
      }
    return parts.flatMap { part in
      part.tags.flatMap { tag in
        tag.clausesAskedFor(in: part.source).subtracting(known).sorted().map {
          .unknownClause($0, language: nil, at: part.source.place(tag.span), known: known)
        }
      }
    }
  }

  /// Whether two places stand in different branches of one block.
  private func areExclusive(_ left: [Enclosure], _ right: [Enclosure]) -> Bool {
    left.contains { one in
      guard case .branch(let block, let number) = one else { return false }
      return right.contains {
        if case .branch(block, let other) = $0 { other != number } else { false }
      }
    }
  }
}
