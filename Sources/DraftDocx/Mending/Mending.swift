/// What a part's output may need before it is valid, as the compiler knows it.
struct Mending: Sendable, Hashable {
  /// Tables may lose all rows, rows all cells, cells their last paragraph.
  var structures = false
  /// Rows may have more or fewer cells than the grid has columns.
  var grid = false
  /// Elements with ids may be repeated.
  var identifiers = false

  /// Adds what another output needs.
  mutating func formUnion(_ other: Mending) {
    structures = structures || other.structures
    grid = grid || other.grid
    identifiers = identifiers || other.identifiers
  }

  /// Whether there is anything to do.
  var isNeeded: Bool { structures || grid || identifiers }
}
