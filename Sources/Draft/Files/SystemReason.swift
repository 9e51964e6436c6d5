internal import DraftLanguage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Why the system refused something, in the words of the three languages.
enum SystemReason {
  /// The reason of an error number (`errno`); one that people do not meet is in the system's own words.
  static func message(_ code: Int32) -> Message {
    let own = unsafe String(cString: strerror(code))
    guard let (ru, kk) = words(code) else { return Message(en: own, ru: own, kk: own) }
    return Message(en: own, ru: ru, kk: kk)
  }

  private static func words(_ code: Int32) -> (ru: String, kk: String)? {
    switch code {
    case ENOENT: ("нет такого файла или папки", "мұндай файл не қалта жоқ")
    case EACCES: ("нет прав доступа", "қол жеткізу құқығы жоқ")
    case EPERM: ("это действие не разрешено", "бұл әрекетке рұқсат жоқ")
    case EEXIST: ("файл уже есть", "файл бұрыннан бар")
    case EISDIR: ("это папка", "бұл — қалта")
    case ENOTDIR: ("это не папка", "бұл қалта емес")
    case ENOTEMPTY: ("папка не пуста", "қалта бос емес")
    case ENAMETOOLONG: ("слишком длинное имя файла", "файл аты тым ұзын")
    case EROFS: ("диск доступен только для чтения", "диск тек оқуға ашық")
    case ENOSPC: ("на диске не осталось места", "дискіде орын қалмады")
    case EDQUOT: ("исчерпана квота на диске", "дискідегі квота таусылды")
    case EFBIG: ("файл слишком велик", "файл тым үлкен")
    case EBUSY: ("файл занят другой программой", "файлды басқа бағдарлама пайдаланып тұр")
    case ETXTBSY: ("программа сейчас выполняется", "бағдарлама қазір орындалып жатыр")
    case EIO: ("ошибка ввода-вывода", "енгізу-шығару қатесі")
    case EMFILE, ENFILE: ("открыто слишком много файлов", "тым көп файл ашық")
    case ELOOP: ("слишком много ссылок друг на друга", "бір-біріне сілтемелер тым көп")
    case EBADF: ("поток закрыт", "ағын жабық")
    default: nil
    }
  }
}
