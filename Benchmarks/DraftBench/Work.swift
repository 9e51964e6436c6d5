internal import Draft
internal import DraftDocx
internal import DraftPackage
internal import DraftWording

/// What can be measured.
struct Work {
  /// What a reader of the table may want to know, such as sizes.
  var about: String
  /// What tells the CPU time.
  var clock = Clock.cpu
  /// The peak of memory so far, in bytes; 0 where it is not measured.
  var peak: () -> Int = { 0 }
  var run: () throws -> Void

  init(about: String, run: @escaping () throws -> Void) {
    self.about = about
    self.run = run
  }

  /// The work cannot be made ready.
  struct Unusable: Error {
    var message: String
  }

  /// Works by name, made of the arguments.
  static let all: [String: @Sendable ([String]) throws -> Work] = [
    "render": render, "fill": fill, "pack": pack, "deflate": deflate, "compile": compile,
    "open": open, "first": first, "single": single, "limit": limit, "text": text,
    "names": names, "amounts": amounts, "run": run, "batch": batch,
  ]

  // MARK: - Documents

  /// TEMPLATE DATA: the programs of the parts, without packing.
  private static func render(_ arguments: [String]) throws -> Work {
    let (template, data) = try documents(arguments)
    let parts = try template.render(with: data).parts
    return Work(about: "\(size(parts)) bytes in \(parts.count) parts") {
      _ = try template.render(with: data)
    }
  }

  /// TEMPLATE DATA: the whole package in memory, from a template compiled before, deflated by its plan.
  private static func fill(_ arguments: [String]) throws -> Work {
    try package(arguments, .prepared)
  }

  /// TEMPLATE DATA: the same with zlib, level 6.
  private static func pack(_ arguments: [String]) throws -> Work {
    try package(arguments, .standard)
  }

  private static func package(_ arguments: [String], _ compression: Compression) throws -> Work {
    let (template, data) = try documents(arguments)
    let writer = PackageWriter(compression: compression)
    let bytes = try template.fill(with: data, writer: writer).bytes
    return Work(about: "\(bytes.count) bytes of package") {
      _ = try template.fill(with: data, writer: writer)
    }
  }

  /// TEMPLATE DATA: zlib alone over the parts that a fill changes, level 6, one stream.
  private static func deflate(_ arguments: [String]) throws -> Work {
    let (template, data) = try documents(arguments)
    let parts = try template.render(with: data).parts
    let inputs = parts.keys.sorted().compactMap { parts[$0] }
    guard let floor = DeflateFloor(for: inputs) else { throw Unusable(message: "zlib") }
    return Work(about: "\(size(parts)) bytes to \(try floor.run())") { _ = try floor.run() }
  }

  /// TEMPLATE DATA: the same bytes without an engine; see ``Limit``.
  private static func limit(_ arguments: [String]) throws -> Work {
    let (template, data) = try documents(arguments)
    let limit = try Limit(
      try FileSystem.read(arguments[0]), try template.render(with: data).parts)
    guard try limit.run() == template.fill(with: data, writer: PackageWriter()).bytes else {
      throw Unusable(message: "the limit does other work")
    }
    return Work(about: "") { _ = try limit.run() }
  }

  /// TEMPLATE DATA: a text, from a template compiled before.
  private static func text(_ arguments: [String]) throws -> Work {
    guard arguments.count == 2 else { throw Unusable(message: "text TEMPLATE DATA") }
    let template = try Template(text: try FileSystem.read(arguments[0]))
    let data = try data(arguments[1])
    let size = try template.fill(with: data).bytes.count
    return Work(about: "\(size) bytes of text") { _ = try template.fill(with: data) }
  }

  /// TEMPLATE: reading and compiling.
  private static func compile(_ arguments: [String]) throws -> Work {
    guard let path = arguments.first else { throw Unusable(message: "compile TEMPLATE") }
    let bytes = try FileSystem.read(path)
    let template = try DocxTemplate(bytes, environment: .draft)
    let size = template.programs.reduce(0) { $0 + $1.statics.count }
    return Work(about: "\(size) bytes of static XML") {
      _ = try DocxTemplate(bytes, environment: .draft)
    }
  }

  /// TEMPLATE DATA: from the file of the template to the document in memory, as peers do it that open
  /// the template anew for each document.
  private static func open(_ arguments: [String]) throws -> Work {
    try opened(arguments, .standard)
  }

  /// TEMPLATE DATA: the same with a plan, as for the first of many documents.
  private static func first(_ arguments: [String]) throws -> Work {
    try opened(arguments, .prepared)
  }

  private static func opened(_ arguments: [String], _ compression: Compression) throws -> Work {
    guard arguments.count == 2 else { throw Unusable(message: "TEMPLATE DATA") }
    let data = try data(arguments[1])
    let writer = PackageWriter(compression: compression)
    return Work(about: "") {
      _ = try Template(contentsOf: arguments[0]).fill(with: data, writer: writer)
    }
  }

  /// TEMPLATE DATA: the same as a command does it for one document: by zlib, but for long parts.
  private static func single(_ arguments: [String]) throws -> Work {
    guard arguments.count == 2 else { throw Unusable(message: "single TEMPLATE DATA") }
    let data = try data(arguments[1])
    return Work(about: "") {
      var template = try Template(contentsOf: arguments[0])
      template.isFilledOnce = true
      _ = try template.fill(with: data)
    }
  }

  /// COMMAND ARGUMENT …: a whole process.
  private static func run(_ arguments: [String]) throws -> Work {
    guard !arguments.isEmpty else { throw Unusable(message: "run COMMAND …") }
    var peak = 0
    var work = Work(about: "") { peak = max(peak, try Child.run(arguments)) }
    work.clock = .children
    work.peak = { peak }
    return work
  }

  private static func documents(_ arguments: [String]) throws -> (DocxTemplate, ObjectValue) {
    guard arguments.count == 2 else { throw Unusable(message: "TEMPLATE DATA") }
    let template = try DocxTemplate(try FileSystem.read(arguments[0]), environment: .draft)
    return (template, try data(arguments[1]))
  }

  /// Data of files with commas between them, merged from left to right.
  private static func data(_ paths: String) throws -> ObjectValue {
    let files = try paths.split(separator: ",").map { try DataFile(contentsOf: String($0)) }
    return try CaseData(merging: files, assignments: []).root
  }

  private static func size(_ parts: [String: [UInt8]]) -> Int {
    parts.values.reduce(0) { $0 + $1.count }
  }

  // MARK: - Wording

  /// LANGUAGE: full names in all cases.
  private static func names(_ arguments: [String]) throws -> Work {
    switch arguments.first {
    case "ru":
      let names = [
        "Сапаров Нурлан Бекович", "Ахметова Айгуль Сериковна", "Соловьёв Лев Ильич",
        "Петренко-Водкина Любовь Павловна",
      ]
      return perItem(names, [.genitive, .dative, .accusative, .instrumental, .prepositional]) {
        _ = try RussianName.inflect($0, to: $1)
      }
    case "kk":
      let names = [
        "Сапаров Нұрлан Бекұлы", "Ахметова Айгүл Серікқызы", "Абылайхан Майлин",
        "Бекбол Қымбат Қайратқызы",
      ]
      return perItem(
        names, [.genitive, .dative, .accusative, .locative, .ablative, .instrumental]
      ) { _ = try KazakhName.inflect($0, to: $1) }
    default: throw Unusable(message: "names ru|kk")
    }
  }

  /// LANGUAGE: sums of money in figures and words.
  private static func amounts(_ arguments: [String]) throws -> Work {
    let amounts = try [(35_000, 0), (1_250_000, 50), (999_999, 0), (21, 0), (4_302_117, 3)].map {
      try MoneyAmount(whole: $0, minor: $1)
    }
    switch arguments.first {
    case "ru":
      return perItem(amounts, [.nominative, .genitive]) {
        _ = try RussianMoney.format($0, case: $1)
      }
    case "kk":
      return perItem(amounts, [.nominative, .dative]) { _ = try KazakhMoney.format($0, case: $1) }
    default: throw Unusable(message: "amounts ru|kk")
    }
  }

  /// All pairs; `about` says how many, so that the script can divide.
  private static func perItem<Item>(
    _ items: [Item], _ cases: [GrammaticalCase],
    _ body: @escaping (Item, GrammaticalCase) throws -> Void
  ) -> Work {
    Work(about: "\(items.count * cases.count) items") {
      for item in items {
        for grammatical in cases { try body(item, grammatical) }
      }
    }
  }
}
