internal import DraftData
internal import DraftLanguage
internal import DraftPackage

/// One row on its way through a batch.
struct BatchJob: Sendable {
  /// Counts the rows of this run from 1, for their order and the names of unfinished files.
  var index: Int
  /// The row.
  var row: DataRow
  /// What it is known by.
  var key: String
  /// The number it has been given.
  var number: String?
  /// What an earlier run has left of it.
  var previous: BatchRecord?
  /// What it is known by when it was corrected.
  var likeness: RowLikeness
  /// The task that has read the row.
  var reader: Int
}

/// What has become of a row before anything is seen of it.
struct BatchOutcome: Sendable {
  /// A file that waits for its name.
  struct Staged: Sendable {
    var path: String
    var ending: String
    var sha256: String
    var bytes: Int
  }

  /// What became of it.
  enum Result: Sendable {
    case unchanged(isEdited: Bool)
    case failed
    case drawn(name: String, files: [Staged])
  }

  /// The number of the row in the list, and its line.
  let row: Int
  let line: Int?
  /// The name of the row's own file.
  let source: String?
  /// As in the ``BatchJob``.
  let key: String
  let number: String?
  let previous: BatchRecord?
  let likeness: RowLikeness

  var result = Result.failed
  var inputs = ""
  var diagnostics: [Diagnostic]

  /// Nothing has become of a row yet. Its data are left behind, for the task that drew it to let go of.
  init(of job: BatchJob) {
    row = job.row.number
    line = job.row.line
    source = job.row.source
    key = job.key
    number = job.number
    previous = job.previous
    likeness = job.likeness
    diagnostics = job.row.errors
  }
}

/// Rows that a task has drawn.
struct BatchGroup: Sendable {
  /// What has become of them, in their order.
  var outcomes: [BatchOutcome] = []
  /// Unfinished files of theirs that are still to be waited for.
  var files: [StagedFile] = []
}

/// What one task draws with.
struct BatchDesk {
  /// Its memory is worth keeping.
  let writer: PackageWriter
  /// The folder of its unfinished files: in one folder, tasks would wait for one another to make files.
  let folder: String
  /// Its unfinished files.
  let files: StagedFiles
}

/// Draws rows into unfinished files; it touches nothing that anybody sees.
struct BatchDrawing: Sendable {
  var batch: Batch
  /// The digest of all that every document is made of.
  var digest: [UInt8]
  /// What reads the texts of the data.
  var texts: TextReading
  /// Where the batch's documents are.
  var folder: String
  /// Where unfinished files go, each task's into a folder of its own.
  var workshop: String
  /// What they go to.
  var disk: StagingDisk

  /// A document that is drawn but for its PDF.
  private struct Pending {
    var outcome: Int
    var job: BatchJob
    var document: [UInt8]
  }

  /// A desk for a task.
  ///
  /// - Parameter number: tells the task from others.
  func desk(_ number: Int) throws(FileSystem.Failure) -> BatchDesk {
    // The other half of what may be open is for the tables, the list, and LibreOffice. Three groups a task may be
    // between the list and their place.
    let share = FileSystem.mostOpenFiles / 2 / (3 * batch.taskCount)
    let desk = BatchDesk(
      writer: PackageWriter(compression: Compression(.always, isFast: batch.isFast)),
      folder: "\(workshop)/\(number)",
      files: StagedFiles(on: disk, most: max(1, min(64, share))))
    try FileSystem.makeFolder(desk.folder)
    return desk
  }

  /// Draws some rows, their PDF files by one process.
  func draw(_ jobs: [BatchJob], at desk: BatchDesk) throws -> BatchGroup {
    var outcomes: [BatchOutcome] = []
    var pending: [Pending] = []
    for job in jobs {
      var outcome = BatchOutcome(of: job)
      if job.row.errors.isEmpty {
        do {
          let document = try draw(job, at: desk, &outcome)
          if let document {
            pending.append(Pending(outcome: outcomes.count, job: job, document: document))
          }
        } catch let error as Diagnostics {
          outcome.result = .failed
          outcome.inputs = ""
          outcome.diagnostics = error.items.uniqued
        }
      }
      outcomes.append(outcome)
    }
    try convert(pending, at: desk, &outcomes)
    return BatchGroup(outcomes: outcomes, files: try desk.files.take())
  }

  /// Draws a row; gives the Word document that a PDF is wanted of.
  private func draw(
    _ job: BatchJob, at desk: BatchDesk, _ outcome: inout BatchOutcome
  ) throws -> [UInt8]? {
    var data = try batch.base.adding(job.row.data)
    if let number = job.number, let path = batch.numbers?.path {
      data = try data.setting(path, to: number)
    }
    data = try data.reading(texts)
    var hash = SHA256()
    hash.update(digest)
    hash.update(DataDigest.of(data.root))
    outcome.inputs = SHA256.hex(hash.finish())
    if let unchanged = try unchanged(job, outcome.inputs) {
      outcome.result = unchanged
      return nil
    }
    var diagnostics: [Diagnostic] = []
    let fields: ObjectValue
    do throws(Diagnostics) {
      let prepared = try batch.prepare(data)
      fields = prepared.fields
      diagnostics = prepared.warnings
    } catch {
      throw error
    }
    var staged: [BatchOutcome.Staged] = []
    var forPDF: [UInt8]?
    for part in batch.templates {
      let document: Template.Document
      do throws(Diagnostics) {
        document = try part.template.fill(with: fields, missing: batch.missing, writer: desk.writer)
      } catch {
        throw Diagnostics(diagnostics + data.locating(error.items))
      }
      diagnostics += data.locating(document.diagnostics)
      for format in part.formats {
        switch format {
        case .pdf: forPDF = document.bytes
        case .text where part.template.format == .docx:
          staged.append(
            try stage(
              Array(try DocumentText(document.bytes).string().utf8), format, job, at: desk))
        case .text, .docx:
          staged.append(try stage(document.bytes, format, job, at: desk))
        }
      }
    }
    // Without --number the document has none, though an earlier one may have had.
    let number = batch.numbers == nil ? nil : job.number
    let name = try batch.name(
      Batch.Naming(fields: fields, data: data.root, row: job.row.number, number: number))
    outcome.result = .drawn(name: name, files: staged)
    outcome.diagnostics = diagnostics.uniqued
    return forPDF
  }

  private func stage(
    _ bytes: [UInt8], _ format: Template.Format, _ job: BatchJob, at desk: BatchDesk
  ) throws(FileSystem.Failure) -> BatchOutcome.Staged {
    let path = "\(desk.folder)/\(job.index).\(format.rawValue)"
    try desk.files.add(bytes, at: path)
    return BatchOutcome.Staged(
      path: path, ending: format.rawValue, sha256: SHA256.hex(SHA256.digest(bytes)),
      bytes: bytes.count)
  }

  /// What holds of a row whose documents are there and made of the same; nil when it must be drawn.
  private func unchanged(_ job: BatchJob, _ inputs: String) throws -> BatchOutcome.Result? {
    guard let previous = job.previous, previous.status != .failed, previous.inputs == inputs else {
      return nil
    }
    var isEdited = false
    for file in previous.files {
      switch FileState(of: file, in: folder) {
      case .missing, .waiting: return nil
      case .edited: isEdited = true
      case .same: break
      }
    }
    return isEdited && batch.force ? nil : .unchanged(isEdited: isEdited)
  }

  // MARK: PDF

  private func convert(
    _ pending: [Pending], at desk: BatchDesk, _ outcomes: inout [BatchOutcome]
  ) throws {
    guard !pending.isEmpty else { return }
    let converter = try PDFConverter()
    var made = [[UInt8]?](repeating: nil, count: pending.count)
    do {
      made = try converter.convert(pending.map(\.document))
    } catch let error as CancellationError {
      throw error
    } catch {
      // Each of them alone, below.
    }
    for (index, item) in pending.enumerated() {
      guard case .drawn(let name, let files) = outcomes[item.outcome].result else { continue }
      do {
        // One document that LibreOffice cannot take must not keep the others from their files.
        let pdf = try made[index] ?? converter.convert(item.document)
        outcomes[item.outcome].result = .drawn(
          name: name, files: files + [try stage(pdf, .pdf, item.job, at: desk)])
      } catch let error as Diagnostics {
        for file in files { FileSystem.remove(file.path) }
        outcomes[item.outcome].result = .failed
        outcomes[item.outcome].inputs = ""
        outcomes[item.outcome].diagnostics += error.items
      }
    }
  }
}

/// How a file stands to what was recorded of it.
enum FileState {
  case missing
  case same
  /// What it replaces still stands there.
  case waiting
  case edited

  init(of file: BatchRecord.File, in folder: String) {
    let path = Paths.join(folder, file.name)
    guard FileSystem.exists(path) else {
      self = .missing
      return
    }
    guard let bytes = try? FileSystem.read(path),
      bytes.count == file.bytes || file.replaces != nil
    else {
      self = .edited
      return
    }
    let sha256 = SHA256.hex(SHA256.digest(bytes))
    self = sha256 == file.sha256 ? .same : sha256 == file.replaces ? .waiting : .edited
  }
}

extension [Diagnostic] {
  /// Each once: a field that is needed in many places, or in several templates, is said once.
  fileprivate var uniqued: [Diagnostic] {
    var seen: Set<[String]> = []
    return filter { diagnostic in
      let key = [diagnostic.severity.rawValue, diagnostic.code, diagnostic.message.en]
      return seen.insert(key + [diagnostic.dataPath ?? ""]).inserted
    }
  }
}
