extension Diagnostic {
  /// No sample reaches a branch.
  ///
  /// - Parameter inside: how many branches stand in it, which no sample can reach either.
  static func unreached(_ branch: Branch, inside: Int) -> Diagnostic {
    let list = branch.expressions.map { "`\($0)`" }.joined(separator: ", ")
    let isOne = branch.expressions.count == 1
    let message =
      switch branch.kind {
      case .condition:
        Message(
          en: "no sample reaches the branch \(list)",
          ru: "ни один образец не доходит до ветви \(list)",
          kk: "бірде-бір мысал \(list) тармағына жетпейді")
      case .otherwise:
        Message(
          en: "no sample reaches the `else` of \(list)",
          ru:
            "ни один образец не доходит до «иначе» (`else`) \(isOne ? "условия" : "условий") \(list)",
          kk:
            "бірде-бір мысал \(list) \(isOne ? "шартының" : "шарттарының") «әйтпесе» (`else`) тармағына жетпейді"
        )
      case .nothing:
        Message(
          en: "no sample goes without \(list): there is always one that holds",
          ru: isOne
            ? "нет образца, в котором условие \(list) не выполнено"
            : "нет образца, в котором не выполнено ни одно из условий \(list)",
          kk: isOne
            ? "\(list) шарты орындалмайтын мысал жоқ"
            : "\(list) шарттарының бірде-бірі орындалмайтын мысал жоқ")
      case .loop:
        Message(
          en: "no sample enters the loop over \(list)",
          ru: "ни в одном образце цикл по \(list) не повторяется ни разу",
          kk: "бірде-бір мысалда \(list) бойынша цикл бір рет те қайталанбайды")
      }
    let notes =
      inside == 0
      ? []
      : [
        Note(
          Message(
            en: "branches inside it: \(inside)", ru: "ветвей внутри неё: \(inside)",
            kk: "оның ішіндегі тармақтар: \(inside)"))
      ]
    return Diagnostic(
      .warning, code: "unreached-branch", message, at: branch.place, notes: notes,
      hints: [
        Message(
          en: "add a sample whose data lead here, or take the branch out",
          ru: "добавьте образец, данные которого ведут сюда, или уберите эту ветвь",
          kk: "деректері осында әкелетін мысал қосыңыз немесе бұл тармақты алып тастаңыз")
      ])
  }
}
