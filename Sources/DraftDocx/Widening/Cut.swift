/// A place between two bytes at which the part can be cut so that a block may begin or end there.
struct Cut: Sendable {
  /// The element whose content is cut.
  var container: Int
  /// The offset of the cut.
  var offset: Int
  /// What closes the run that is cut, and what opens it again; empty when it falls between elements.
  var closing: [UInt8] = []
  /// See ``closing``.
  var opening: [UInt8] = []
  /// The element just before or after which the cut falls; nil inside of a run.
  var neighbour: Int?
}
