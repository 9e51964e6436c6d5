public import DraftLanguage

/// The data of one case: several files merged, and assignments from the command line over them.
public struct CaseData: Sendable {
  /// The merged mapping.
  public let root: ObjectValue
  private let files: [DataFile]
  private let assignments: [Assignment]

  /// Merges files from left to right: mappings key by key, to any depth; everything else, lists
  /// too, is replaced by what comes later. Then makes the assignments in their order.
  ///
  /// The value of an assignment is JSON when it reads as JSON (`5`, `true`, `["a"]`), else text
  /// (`007`, `2026-11-22`). Mappings on the way are made when missing; an index may name an item
  /// of a list or the one past its end.
  ///
  /// - Parameters:
  ///   - files: the data files.
  ///   - assignments: paths such as `client.items[0].name`, and what to put there.
  /// - Throws: ``Diagnostics`` with every assignment that cannot be made.
  public init(
    merging files: [DataFile], assignments: [(path: String, value: String)] = []
  ) throws(Diagnostics) {
    var root = ObjectValue([])
    for file in files { root = root.merged(with: file.root) }
    var made: [Assignment] = []
    var errors: [Diagnostic] = []
    for (path, value) in assignments {
      do throws(Diagnostics) {
        let assignment = try Assignment(path: path, value: value)
        root = try assignment.applied(to: root)
        made.append(assignment)
      } catch {
        errors += error.items
      }
    }
    guard errors.isEmpty else { throw Diagnostics(errors) }
    self.root = root
    self.files = files
    self.assignments = made
  }

  /// Where the value of a data path was written: in the last assignment or file that gives it.
  ///
  /// - Parameter path: a path such as `client.items[2].name`.
  /// - Returns: the place, or nil when the merged data has no such value.
  public func place(of path: String) -> Place? {
    guard let steps = DataPath(path), root.value(at: steps) != nil else { return nil }
    for assignment in assignments.reversed() {
      if let place = assignment.place(of: steps) { return place }
    }
    for file in files.reversed() {
      if let place = file.place(of: path) { return place }
    }
    for assignment in assignments {
      if let place = assignment.placeOnTheWay(to: steps) { return place }
    }
    return nil
  }
}

extension ObjectValue {
  /// This mapping with another laid over it.
  func merged(with later: ObjectValue) -> ObjectValue {
    if keys.isEmpty { return later }
    var pairs: [(key: String, value: Value)] = []
    pairs.reserveCapacity(keys.count + later.keys.count)
    for (key, value) in zip(keys, values) {
      switch (value, later[key]) {
      case (_, nil): pairs.append((key, value))
      case (.object(let below), .object(let above)?):
        pairs.append((key, .object(below.merged(with: above))))
      case (_, let above?): pairs.append((key, above))
      }
    }
    for (key, value) in zip(later.keys, later.values) where self[key] == nil {
      pairs.append((key, value))
    }
    return ObjectValue(pairs)
  }
}
