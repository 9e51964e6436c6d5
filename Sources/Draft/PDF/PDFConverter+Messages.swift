extension PDFConverter {
  /// LibreOffice is not there.
  static var missing: Diagnostics {
    Diagnostics([
      Diagnostic(
        code: "libreoffice-missing",
        Message(
          en: "LibreOffice, which makes PDF files, is not installed",
          ru: "не установлен LibreOffice, который создаёт файлы PDF",
          kk: "PDF файлдарын жасайтын LibreOffice орнатылмаған"),
        hints: [
          Message(
            en: "Debian, Ubuntu: apt-get install libreoffice-writer-nogui; macOS: "
              + "brew install --cask libreoffice",
            ru: "Debian, Ubuntu: apt-get install libreoffice-writer-nogui; macOS: "
              + "brew install --cask libreoffice",
            kk: "Debian, Ubuntu: apt-get install libreoffice-writer-nogui; macOS: "
              + "brew install --cask libreoffice"),
          Message(
            en: "a Word document (-o x.docx) and a text (-o x.txt) need nothing",
            ru: "для документа Word (-o x.docx) и текста (-o x.txt) ничего не нужно",
            kk: "Word құжаты (-o x.docx) мен мәтін (-o x.txt) үшін ештеңе қажет емес"),
        ])
    ])
  }

  /// LibreOffice took too long.
  static var timeout: Diagnostics {
    Diagnostics([
      Diagnostic(
        code: "libreoffice-timeout",
        Message(
          en: "LibreOffice did not finish in time and was ended; no PDF is written",
          ru: "LibreOffice не успел за отведённое время и остановлен; PDF не записан",
          kk: "LibreOffice белгіленген уақытта үлгермеді және тоқтатылды; PDF жазылған жоқ"))
    ])
  }

  /// LibreOffice made nothing.
  static func failure(_ log: String) -> Diagnostics {
    let said = log.split(separator: "\n").last.map { ": \($0)" } ?? ""
    return Diagnostics([
      Diagnostic(
        code: "libreoffice-failed",
        Message(
          en: "LibreOffice did not make a PDF of the document\(said)",
          ru: "LibreOffice не создал PDF из документа\(said)",
          kk: "LibreOffice құжаттан PDF жасамады\(said)"))
    ])
  }
}
