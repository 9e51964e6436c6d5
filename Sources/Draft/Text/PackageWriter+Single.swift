public import DraftPackage

extension PackageWriter {
  /// A writer for the only document of a template: to make ready what many fills share would cost more
  /// than it saves, and the file is as small as Word's.
  public static var single: PackageWriter { PackageWriter(compression: .standard) }
}
