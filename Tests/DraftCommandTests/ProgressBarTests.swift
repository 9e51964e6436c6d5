import DraftLanguage
import Testing

@testable import DraftCommand

/// How far a batch is, on one line of any terminal.
@Suite struct ProgressBarTests {
  @Test(arguments: [
    (80, "█████░░░░░░░░░░░░░░░  250/1000  100/с  ошибок: 3  осталось 0:08"),
    (62, "250/1000  100/с  ошибок: 3  осталось 0:08"), (40, "250/1000  100/с  ошибок: 3"),
    (20, "250/1000  100/с"), (8, "250/1000"), (1, "250/1000"),
  ]) func fitsItsTerminal(_ width: Int, _ line: String) {
    let text = ProgressBar.text(
      done: 250, failed: 3, total: 1000, seconds: 2.5, language: .ru, width: width)
    #expect(text == line)
  }

  @Test func doesWithoutATotal() {
    let text = ProgressBar.text(
      done: 7, failed: 0, total: nil, seconds: 2.5, language: .en, width: 80)
    #expect(text == "7  2.8/s")
  }
}
