internal import Draft

/// An act in court that a power of attorney must name, or the representative may not do it
/// (GPK 60(1), 60(3)). A paper filed without the power it needs comes back (GPK 152(1)(5)).
public enum SpecialPower: String, CaseValue, Hashable, CaseIterable {
  /// Signing a claim; also an application for a court order (GPK 136(4)).
  case signClaim = "sign_claim"
  /// Taking the case to arbitration or the court of the «Astana» centre.
  case arbitration
  /// A settlement (also GPK 176(1)).
  case settlement
  /// An agreement reached in mediation.
  case mediation
  /// An agreement reached in the participatory procedure.
  case participatory
  /// Waiving the claim, whole or in part.
  case waive
  /// Admitting the claim.
  case admit
  /// Raising or lowering what is claimed.
  case changeAmount = "change_amount"
  /// Changing the subject or the ground of the claim.
  case changeSubject = "change_subject"
  /// Handing the powers to another person.
  case delegate
  /// Appeal and cassation.
  case appeal
  /// Review on newly discovered or new circumstances.
  case newFacts = "new_facts"
  /// Demanding enforcement.
  case enforce
  /// Receiving awarded property.
  case receive
  /// Withdrawing an appeal or a cassation complaint.
  case withdrawAppeal = "withdraw_appeal"

  /// The «full» preset: all but sub-delegation.
  public static let full = allCases.filter { $0 != .delegate }

  /// The power as a power of attorney words it.
  public var wording: LocalisedText {
    let (ru, kk) =
      switch self {
      case .signClaim: ("подписание иска", "талап қоюға қол қою")
      case .arbitration:
        (
          "передача дела в арбитраж, суд Международного финансового центра «Астана»",
          "істі төрелікке, «Астана» халықаралық қаржы орталығының сотына беру"
        )
      case .settlement: ("заключение мирового соглашения", "татуласу келісімін жасасу")
      case .mediation:
        (
          "заключение соглашения об урегулировании спора (конфликта) в порядке медиации",
          "дауды (жанжалды) медиация тәртібімен реттеу туралы келісім жасасу"
        )
      case .participatory:
        (
          "заключение соглашения об урегулировании спора в порядке партисипативной процедуры",
          "дауды партисипативтік рәсім тәртібімен реттеу туралы келісім жасасу"
        )
      case .waive:
        ("полный или частичный отказ от иска", "талап қоюдан толық немесе ішінара бас тарту")
      case .admit: ("признание иска", "талап қоюды тану")
      case .changeAmount:
        (
          "увеличение или уменьшение предмета исковых требований",
          "талап қою талаптарының нысанасын ұлғайту немесе азайту"
        )
      case .changeSubject:
        (
          "изменение предмета или основания иска",
          "талап қоюдың нысанасын немесе негізін өзгерту"
        )
      case .delegate:
        (
          "передача полномочий другому лицу (передоверие)",
          "өкілеттіктерді басқа тұлғаға беру (басқаға сеніп тапсыру)"
        )
      case .appeal:
        (
          "обжалование судебного акта в апелляционном, кассационном порядках",
          "сот актісіне апелляциялық, кассациялық тәртіптермен шағым жасау"
        )
      case .newFacts:
        (
          "подача заявления о пересмотре судебного акта по вновь открывшимся или новым "
            + "обстоятельствам",
          "жаңадан ашылған немесе жаңа мән-жайлар бойынша сот актісін қайта қарау туралы арыз беру"
        )
      case .enforce:
        (
          "требование принудительного исполнения судебного акта",
          "сот актісін мәжбүрлеп орындатуды талап ету"
        )
      case .receive: ("получение присужденного имущества", "ұйғарылған мүлікті алу")
      case .withdrawAppeal:
        (
          "отказ от апелляционной жалобы и кассационной жалобы",
          "апелляциялық шағымнан және кассациялық шағымнан бас тарту"
        )
      }
    return LocalisedText(kk: kk, ru: ru)
  }

  /// Reads the powers out of a list of keys, a mapping of switches with `full` among them, or the
  /// word `full`.
  static func granted(by value: Value?) -> [SpecialPower] {
    switch value {
    case .string("full")?: full
    case .list(let items)?: items.compactMap(SpecialPower.init(value:))
    case .object(let object)?:
      allCases.filter { power in
        if case .bool(let flag)? = object[power.rawValue] { return flag }
        if case .bool(true)? = object["full"] { return full.contains(power) }
        return false
      }
    default: []
    }
  }

  /// The mapping of switches that templates ask: every power, given or not.
  static func switches(_ granted: [SpecialPower]) -> ObjectValue {
    ObjectValue(allCases.map { ($0.rawValue, .bool(granted.contains($0))) })
  }
}
