// The example of the README; ReadmeTests compares the two.
// example: begin
import Draft

func reminders(for clients: [Value]) async throws -> [[UInt8]] {
  let template = try Template(contentsOf: "samples/letter.docx")  // compiled once
  print("needs", template.fields.filter(\.isAlwaysNeeded).map(\.path))  // "letter.date", …
  return try await withThrowingTaskGroup(of: [UInt8].self) { tasks in  // Template is Sendable
    for client in clients { tasks.addTask { try template.fill(with: client) } }
    return try await tasks.reduce(into: []) { $0.append($1) }
  }
}
// example: end
