import Foundation
import TestSupport
import Testing

/// A batch that is killed at any moment, again and again, loses nothing and does nothing twice.
@Suite(.serialized) struct BatchKillTests {
  @Test(
    .enabled(if: Program.find("timeout") != nil, "the program timeout is not installed"),
    arguments: [("template.txt", 2000), ("template.docx", 1000)])
  func goesOnAfterEveryKill(_ template: String, _ count: Int) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let drill = try BatchDrill(template, count, in: folder)
    let batch = drill.batch
    let arguments = [Program.draft] + drill.arguments
    // A run is killed within the first quarter of the time that the whole batch takes, a little later as
    // long as nothing is put in place: that is done by 64 documents, and behind those that are there.
    let elsewhere = arguments.map { $0 == "out" ? "whole" : $0 }
    let clock = ContinuousClock()
    let start = clock.now
    let first = try Program.run(elsewhere[0], Array(elsewhere.dropFirst()), in: folder.url)
    #expect(first.code == 0, "\(first.error)")
    var time = (clock.now - start) / .seconds(1)
    var numbers = SeededNumbers(UInt64(count))
    var seen: [String: String] = [:]
    var kills = 0
    var steps = 0
    var latest = 0.25
    for _ in 0..<100 where try batch.documents().count < count {
      let moment = Double.random(in: 0.05...latest, using: &numbers) * time
      let known = seen.count
      let result = try Program.run(
        Program.find("timeout") ?? "", ["-s", "KILL", "\(moment)"] + arguments, in: folder.url)
      kills += result.code == 137 ? 1 : 0
      // Whatever stands under its final name is whole, and stays the file it is.
      for (name, identity) in try batch.identities() {
        #expect(try drill.content(name).hasSuffix("КОНЕЦ"), "\(name) is not whole")
        #expect(seen[name] == nil || seen[name] == identity, "\(name) was drawn again")
        seen[name] = identity
      }
      let gain = seen.count - known
      latest = gain > 0 ? 0.25 : latest * 1.2
      steps += gain > 0 ? 1 : 0
      // The machine was busier when the whole batch was drawn than it is now.
      if gain * 4 > count { time *= Double(count) / Double(gain * 4) }
    }
    #expect(kills > 3, "the batch was too fast to be killed")
    #expect(steps > 2, "only \(steps) of the killed runs put documents in place")
    let end = try Program.run(arguments[0], Array(arguments.dropFirst()), in: folder.url)
    #expect(end.code == 0, "\(end.error)")
    for (name, identity) in try batch.identities() {
      #expect(seen[name] == nil || seen[name] == identity, "\(name) was drawn again")
    }
    try drill.check()
    // A further run finds nothing to do.
    let again = try Program.run(arguments[0], Array(arguments.dropFirst()), in: folder.url)
    #expect(again.error == "drawn: 0, unchanged: \(count) — out/manifest.jsonl\n")
  }
}
