public import DraftLanguage
public import DraftPackage
internal import DraftXML

/// Reads a Word document as a text in two languages, for `draft check` and `draft audit`.
///
/// It stands beside the compiler, so that a fill never pays for it.
public enum ParityReader {
  /// The parts that people read, with the passages that should say the same.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name for messages.
  ///   - limits: what a hostile file may not exceed.
  /// - Throws: ``Diagnostics`` when this is no readable Word document.
  public static func read(
    _ bytes: [UInt8], name: String? = nil, limits: PackageLimits = .standard
  ) throws(Diagnostics) -> [BilingualText] {
    let reader: DocumentReader
    do throws(PackageError) {
      reader = try DocumentReader(
        package: Package(bytes, limits: limits), file: name, limits: limits)
    } catch {
      throw Diagnostics([DocumentReader.diagnostic(error, file: name)])
    }
    if reader.diagnostics.contains(where: { $0.severity == .error }) {
      throw Diagnostics(reader.diagnostics)
    }
    let stories = StoryReader(styleLanguages: reader.styleLanguages)
    var texts: [BilingualText] = []
    for part in reader.parts where part.kind == .story {
      do throws(XMLError) {
        let tree = try XMLTree(part.bytes, limits: limits.xml)
        let story = stories.read(tree, as: .story)
        texts.append(text(story, story.source(file: name, part: part.label)))
      } catch {
        throw Diagnostics([DocumentReader.diagnostic(error, part: part.label, file: name)])
      }
    }
    return texts
  }

  /// A part as a bilingual text with its pairs.
  static func text(_ story: Story, _ source: SourceText) -> BilingualText {
    var text = BilingualText(source, form: .document) { line in
      line < story.units.count && story.units[line].kind == .paragraph
        && !story.units[line].isRepeated
    }
    var finder = PairFinder(story: story, text: text)
    finder.find()
    text.pairs = finder.pairs
    return text
  }
}
