import ArgumentParser

@main
struct DraftTool: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "draft")
}
