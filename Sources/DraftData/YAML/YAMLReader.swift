internal import DraftLanguage

struct YAMLReader {
  let text: DataText
  init(_ text: DataText, limits: DataLimits) { self.text = text }
  mutating func readFile() throws(Diagnostics) -> ObjectValue { ObjectValue([]) }
}
struct YAMLLocator {
  init(_ text: DataText) {}
  func find(_ path: DataPath) -> Range<Int>? { nil }
}
