internal import DraftLanguage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The folder inside a batch's folder that holds its lock and its unfinished files.
///
/// The lock is the system's (flock), so that it goes with the process however that ends.
final class BatchWorkshop {
  /// Its path.
  let path: String
  private let descriptor: Int32

  /// Makes a folder and locks it, and clears away what a killed batch left unfinished in it.
  ///
  /// - Throws: ``FileSystem/Failure``, or ``Diagnostics`` with `batch-running` when another batch is at
  ///   work there, with `no-locks` when the drive does not lock files; of a folder that was not there
  ///   then nothing is left.
  init(in folder: String) throws {
    let isNew = !FileSystem.exists(folder)
    // The names of the documents are names of clients.
    try FileSystem.makeFolder(folder, isPrivate: true)
    path = Paths.join(folder, ".draft-batch")
    do {
      descriptor = try BatchWorkshop.lock(in: path, of: folder)
    } catch {
      unsafe _ = rmdir(path)
      if isNew { unsafe _ = rmdir(folder) }
      throw error
    }
    for name in FileSystem.names(in: path) where name != "lock" {
      FileSystem.removeItem(path + "/" + name)
    }
  }

  private static func lock(in path: String, of folder: String) throws -> Int32 {
    let lock = path + "/lock"
    while true {
      try FileSystem.makeFolder(path)
      let isNew = !FileSystem.exists(lock)
      let descriptor = unsafe open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      if descriptor < 0 {
        // Another batch may have removed the folder at its end in this moment.
        if errno == ENOENT { continue }
        throw FileSystem.Failure(.write, lock, code: errno)
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        let code = errno
        close(descriptor)
        if code == EWOULDBLOCK { throw running(folder) }
        if isNew { FileSystem.remove(lock) }
        throw noLocks(folder, FileSystem.Failure(.write, lock, code: code).reason)
      }
      // A lock on a file that is no longer there locks nobody out.
      var held = stat()
      var found = stat()
      if unsafe fstat(descriptor, &held) == 0, unsafe stat(lock, &found) == 0,
        held.st_ino == found.st_ino
      {
        return descriptor
      }
      close(descriptor)
    }
  }

  deinit {
    FileSystem.removeFolder(path)
    close(descriptor)
  }

  // MARK: Messages

  private static func running(_ folder: String) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        code: "batch-running",
        Message(
          en: "another batch is at work in «\(folder)»",
          ru: "в папке «\(folder)» уже работает другая партия",
          kk: "«\(folder)» қалтасында басқа топтама жұмыс істеп тұр"),
        hints: [
          Message(
            en: "wait for it, or give another folder with -o",
            ru: "дождитесь её или дайте другую папку через -o",
            kk: "оны күтіңіз немесе -o арқылы басқа қалта беріңіз")
        ])
    ])
  }

  private static func noLocks(_ folder: String, _ reason: Message) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        code: "no-locks",
        Message(
          en: "the drive of «\(folder)» does not lock files (\(reason.en)), so nothing keeps two "
            + "batches apart there; nothing was drawn",
          ru: "диск папки «\(folder)» не блокирует файлы (\(reason.ru)), и две партии могли бы "
            + "работать в ней сразу; ничего не составлено",
          kk: "«\(folder)» қалтасының дискісі файлдарды құлыптамайды (\(reason.kk)), онда екі "
            + "топтама қатар жұмыс істеп кетуі мүмкін; ештеңе жасалған жоқ"),
        hints: [
          Message(
            en: "draw into a folder on the machine's own disk (-o) and copy it afterwards, or have "
              + "the drive mounted with locks: NFS with its lock service, Lustre with -o flock",
            ru: "составляйте в папку на диске самой машины (-o), затем скопируйте её, или "
              + "подключите диск с блокировками: NFS — со службой блокировок, Lustre — с -o flock",
            kk: "машинаның өз дискісіндегі қалтаға жасап (-o), кейін көшіріңіз немесе дискіні "
              + "құлыптау мүмкіндігімен қосыңыз: NFS — құлыптау қызметімен, Lustre — -o flock арқылы"
          )
        ])
    ])
  }
}
