import ArgumentParser
import Draft
import DraftCasework

/// The commands that draw documents, when their arguments are plain; see ``PlainArguments``.
enum PlainCommand {
  case fill(FillCommand.Work)
  case document(DocumentCommand.Work)
  case batch(BatchCommand.Work)

  /// Reads arguments; nil when the library is to read them.
  ///
  /// - Parameters:
  ///   - arguments: what was typed after the program's name.
  ///   - commands: the names that mean other commands.
  init?(_ arguments: [String], commands: @autoclosure () -> [String]) {
    guard let first = arguments.first else { return nil }
    if first == FillCommand.name {
      guard let work = FillCommand.Work(arguments.dropFirst()) else { return nil }
      self = .fill(work)
    } else if first == BatchCommand.name {
      guard let work = BatchCommand.Work(arguments.dropFirst()) else { return nil }
      self = .batch(work)
    } else if first == DocumentCommand.name {
      guard let work = DocumentCommand.Work(arguments.dropFirst()) else { return nil }
      self = .document(work)
    } else {
      guard !commands().contains(first), let work = DocumentCommand.Work(arguments[...]),
        work.document == first, work.catalogue.contains(first)
      else { return nil }
      self = .document(work)
    }
  }

  /// Does what the command does.
  func run() throws {
    switch self {
    case .fill(let work): try work.run()
    case .document(let work): try work.run()
    case .batch(let work): try work.run()
    }
  }
}

extension PlainArguments {
  /// Options of every command that draws documents.
  static let drawing: [Option] = [
    Option(names: ["--output", "-o"], takes: .one),
    Option(names: ["--format"], takes: .one),
    Option(names: ["--set"], takes: .oneEach),
    Option(names: ["--missing"], takes: .one),
    Option(names: ["--force"], takes: .nothing),
    Option(names: ["--fast"], takes: .nothing),
    Option(names: ["--lang"], takes: .one),
    Option(names: ["--layout"], takes: .one),
    Option(names: ["--dictionary"], takes: .one),
    Option(names: ["--diagnostics"], takes: .one),
    Option(names: ["--ui"], takes: .one),
  ]

  /// The value of an option in its type: an empty optional when it is not given, nil when it is wrong.
  func read<Value: ExpressibleByArgument>(_ name: String) -> Value?? {
    guard let text = one(name) else { return .some(nil) }
    return Value(argument: text).map { .some($0) }
  }
}

extension Drawing {
  /// What plain arguments say; nil when one of them is wrong.
  init?(_ arguments: PlainArguments) {
    for text in arguments.all("--set") {
      guard let assignment = DrawOptions.Assignment(argument: text) else { return nil }
      assignments.append(assignment)
    }
    guard let missing: MissingPolicy? = arguments.read("--missing"),
      let layout: LanguageSelection.Layout? = arguments.read("--layout")
    else { return nil }
    languages = arguments.one("--lang")
    if let languages, LanguageSelection(languages) == nil { return nil }
    if let missing { self.missing = missing }
    if let layout { self.layout = layout }
    force = arguments.has("--force")
    fast = arguments.has("--fast")
    dictionary = arguments.one("--dictionary")
  }
}

extension Console {
  /// What plain arguments say; nil when one of them is wrong.
  init?(_ arguments: PlainArguments) {
    guard let format: DiagnosticPrinter.Format? = arguments.read("--diagnostics"),
      let language: InterfaceLanguage? = arguments.read("--ui")
    else { return nil }
    self.init(format: format ?? .human, language: language ?? Console.localeLanguage)
  }
}

extension FillCommand.Work {
  init?(_ arguments: ArraySlice<String>) {
    let data = PlainArguments.Option(names: ["--data", "-d"], takes: .all)
    guard let plain = PlainArguments(arguments, PlainArguments.drawing + [data]),
      plain.words.count == 1, let output = plain.one("--output"),
      let format: Template.Format? = plain.read("--format"), let drawing = Drawing(plain),
      let console = Console(plain)
    else { return nil }
    self.init(
      template: plain.words[0], data: plain.all("--data"), output: output, format: format,
      drawing: drawing, console: console)
  }
}

extension DocumentCommand.Work {
  init?(_ arguments: ArraySlice<String>) {
    let more: [PlainArguments.Option] = [
      .init(names: ["--profile"], takes: .one), .init(names: ["--templates"], takes: .oneEach),
    ]
    guard let plain = PlainArguments(arguments, PlainArguments.drawing + more),
      plain.words.count == 2, let format: Template.Format? = plain.read("--format"),
      let drawing = Drawing(plain), let console = Console(plain)
    else { return nil }
    self.init(
      document: plain.words[0], caseFile: plain.words[1], output: plain.one("--output"),
      profile: plain.one("--profile"), catalogue: .usual(adding: plain.all("--templates")),
      format: format, drawing: drawing, console: console)
  }
}

extension ListOptions {
  /// The options that say how a list is read.
  static let plain: [PlainArguments.Option] = [
    .init(names: ["--rows"], takes: .one), .init(names: ["--sheet"], takes: .one),
    .init(names: ["--header-row"], takes: .one), .init(names: ["--map"], takes: .oneEach),
    .init(names: ["--key"], takes: .one),
  ]

  /// What plain arguments say; nil when one of them is wrong.
  init?(_ arguments: PlainArguments) {
    guard let format: RowSource.Format? = arguments.read("--rows"),
      let headerRow: Int? = arguments.read("--header-row"), (headerRow ?? 1) > 0
    else { return nil }
    self.init(
      format: format, sheet: arguments.one("--sheet"), headerRow: headerRow, mapping: [],
      key: arguments.one("--key"))
    for text in arguments.all("--map") {
      guard let assignment = DrawOptions.Assignment(argument: text) else { return nil }
      mapping.append(assignment)
    }
    if columnWithoutField != nil { return nil }
  }
}

extension BatchCommand.Work {
  /// Options of batches alone, but for those of their lists.
  static let plain: [PlainArguments.Option] = [
    .init(names: ["--case"], takes: .oneEach), .init(names: ["--profile"], takes: .one),
    .init(names: ["--templates"], takes: .oneEach), .init(names: ["--name"], takes: .one),
    .init(names: ["--number"], takes: .one), .init(names: ["--jobs"], takes: .one),
    .init(names: ["--shard"], takes: .one), .init(names: ["--results"], takes: .one),
    .init(names: ["--count"], takes: .nothing), .init(names: ["--quiet"], takes: .nothing),
  ]

  init?(_ arguments: ArraySlice<String>) {
    let options = PlainArguments.drawing + ListOptions.plain + Self.plain
    guard let plain = PlainArguments(arguments, options), plain.words.count == 2,
      let output = plain.one("--output"), let formats: FormatList? = plain.read("--format"),
      let jobs: Int? = plain.read("--jobs"), let shard: Batch.Shard? = plain.read("--shard"),
      let results: ResultFormat? = plain.read("--results"), let list = ListOptions(plain),
      let drawing = Drawing(plain), let console = Console(plain), (jobs ?? 1) > 0
    else { return nil }
    self.init(
      template: plain.words[0], rows: plain.words[1], output: output, list: list,
      catalogue: .usual(adding: plain.all("--templates")), drawing: drawing, console: console)
    cases = plain.all("--case")
    profile = plain.one("--profile")
    self.formats = formats?.formats
    name = plain.one("--name")
    number = plain.one("--number")
    if let number, Self.numbers(number, usually: "number") == nil { return nil }
    self.jobs = jobs
    self.shard = shard
    self.results = results
    count = plain.has("--count")
    quiet = plain.has("--quiet")
  }
}
