// The Swift of GettingStarted.md, compiled; ReadmeTests compares the two.
import Draft

func guide() throws {
  // example: begin
  let template = try Template(contentsOf: "letter.docx")
  let document: [UInt8] = try template.fill(with: [
    "client": ["name": "Ахметова Айгуль Сериковна"], "fee": 150_000, "days": 5,
  ])
  // example: end
  _ = document
  // example: begin
  let data = try CaseData(
    merging: [DataFile(contentsOf: "firm.yaml"), DataFile(contentsOf: "case.yaml")],
    assignments: [("letter.number", "17")])
  let filled = try template.fill(with: data.root, missing: .gap)
  // example: end
  _ = filled
  // example: begin
  var environment = Environment.draft
  environment.add(
    filter: Filter("shout") { input throws(FilterError) in
      .string(try input.string().uppercased() + "!")
    })
  let loud = try Template(text: "{{ name | shout }}", environment: environment)
  // example: end
  _ = loud
}
