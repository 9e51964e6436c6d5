import Testing

@testable import DraftLanguage

/// Lines are broken where Python's `textwrap` breaks them; its own answers stand here.
@Suite struct TextWrapTests {
  @Test(arguments: [
    ("  ab  ", 6, true, true, ["  ab"]),
    ("сторона-исполнитель обязана", 10, true, true, ["сторона-ис", "полнитель", "обязана"]),
    ("two-3.5 кг", 6, true, true, ["two-", "3.5 кг"]),
    ("слово--слово -- конец", 7, true, true, ["слово--", "слово", "--", "конец"]),
    ("Қазақ тіліҚазақ тілі", 6, true, true, ["Қазақ ", "тіліҚа", "зақ", "тілі"]),
    ("оченьдлинноеслово да", 5, false, true, ["оченьдлинноеслово", "да"]),
    ("юрист-консультант", 8, true, false, ["юрист-ко", "нсультан", "т"]),
    ("   ", 5, true, true, []),
  ])
  func breaks(
    _ text: String, _ width: Int, _ breaksWords: Bool, _ breaksHyphens: Bool, _ lines: [String]
  ) {
    let wrap = TextWrap(
      width: width, breaksLongWords: breaksWords, breaksOnHyphens: breaksHyphens)
    #expect(wrap.lines(of: text) == lines)
  }
}
