public import DraftLanguage

/// The data of one case: several files merged, and assignments from the command line over them.
public struct CaseData: Sendable {
  /// The merged mapping.
  public internal(set) var root: ObjectValue
  /// The files without the assignments.
  private let merged: ObjectValue
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
    var merged = ObjectValue([])
    for file in files { merged = merged.merged(with: file.root) }
    var root = merged
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
    self.merged = merged
    self.files = files
    self.assignments = made
  }

  /// The same with one more file over the others; assignments still come last.
  ///
  /// - Throws: ``Diagnostics`` with every assignment that can no longer be made.
  public func adding(_ file: DataFile) throws(Diagnostics) -> CaseData {
    try CaseData(merged: merged.merged(with: file.root), files: files + [file], assignments)
  }

  /// The same with one more assignment.
  ///
  /// - Parameters:
  ///   - path: a path such as `agreement.number`.
  ///   - text: the value, taken as text whatever it looks like.
  /// - Throws: ``Diagnostics`` when the assignment cannot be made.
  public func setting(_ path: String, to text: String) throws(Diagnostics) -> CaseData {
    try CaseData(
      merged: merged, files: files, assignments + [Assignment(path: path, text: text)])
  }

  private init(
    merged: ObjectValue, files: [DataFile], _ assignments: [Assignment]
  ) throws(Diagnostics) {
    var root = merged
    var errors: [Diagnostic] = []
    for assignment in assignments {
      do throws(Diagnostics) {
        root = try assignment.applied(to: root)
      } catch {
        errors += error.items
      }
    }
    guard errors.isEmpty else { throw Diagnostics(errors) }
    self.root = root
    self.merged = merged
    self.files = files
    self.assignments = assignments
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
