// The second example of the README; ReadmeTests compares the two.
// example: begin
import Draft
import DraftCasework

func agreement(with client: Party, by consultant: Consultant) throws -> [UInt8] {
  var caseFile = CaseFile(
    agreement: Agreement(number: "12/2026", date: try CaseDate("2026-11-22"), city: "Алматы"),
    consultant: consultant, client: client)
  caseFile.matter = Matter(subject: LocalisedText(kk: "борышты өндіру", ru: "взыскание долга"))
  let claim = ScopeItem(LocalisedText(kk: "талап қоюды дайындау", ru: "подготовка иска"))
  caseFile.engagement = Engagement(scope: [claim], fee: .fixed(450_000, dueDays: 5))
  caseFile.confidentiality = .clause(years: 3)
  caseFile.conflictCheck = ConflictCheck(date: try CaseDate("2026-11-20"))
  caseFile.retention = Retention(requested: false)
  return try Catalogue.usual().draw("agreement", case: caseFile)
}
// example: end
