import Foundation
import TestSupport
import Testing

/// What `wireroom new stage` makes. That it builds and conforms is tried by `.ci/custom-stages`.
@Suite struct NewStageTests {
  /// The code of the tutorial is that of the template, which is compiled and run.
  @Test func theTutorialShowsWhatTheTemplateHolds() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("new", "stage", "Shout").code == 0)
    let files = [
      "Sources/Shout/ShoutStage.swift", "Sources/Shout/ShoutOptions.swift",
      "Tests/ShoutTests/ShoutTests.swift",
    ]
    let code = try files.map {
      String(decoding: try workplace.read("Shout/\($0)"), as: UTF8.self)
    }.joined()
    let tutorial = try String(
      contentsOf: packageFolder.appending(
        path: "Sources/StageKit/Sources/StageKit/StageKit.docc/YourFirstStage.md"), encoding: .utf8)
    var blocks = 0
    for part in tutorial.components(separatedBy: "```swift\n").dropFirst() {
      let block = part.components(separatedBy: "```").first ?? ""
      // Fields are shown without what stands around them.
      #expect(unindented(code).contains(unindented(block)), "the template does not hold:\n\(block)")
      blocks += 1
    }
    #expect(blocks >= 6)
  }

  private func unindented(_ code: String) -> String {
    code.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: "\n")
  }

  @Test(arguments: ["python", "shell", "swift"])
  func makesStagesAndOverwritesNothing(_ language: String) throws {
    let workplace = try Workplace()
    let made = try workplace.run("new", "stage", "loud-words/", "--language", language)
    #expect(made.code == 0, "\(made.messages)")
    #expect(made.output.contains(" ./loud-words/example.yaml\n"), "\(made.output)")
    #expect(workplace.exists("loud-words/README.md") && workplace.exists("loud-words/example.yaml"))
    let again = try workplace.run("new", "stage", "loud-words", "--language", language)
    #expect(again.code == 2)
    #expect(
      again.messages
        == "wireroom: error: 'loud-words' exists already; nothing was changed\n")
  }

  /// No pipeline could have both.
  @Test(arguments: ["tag", "Segment"])
  func refusesTheNamesOfBuiltInStages(_ name: String) throws {
    let workplace = try Workplace()
    let result = try workplace.run("new", "stage", "mine/\(name)")
    #expect(result.code == 2)
    #expect(
      result.messages
        == "wireroom: error: there is a stage '\(name.lowercased())' already, which is built in; "
        + "take another name\n")
    #expect(!workplace.exists("mine"))
  }

  @Test func thatNothingWasTriedIsNoSuccess() throws {
    let workplace = try Workplace()
    try workplace.write("p.yaml", "stages: [fetch: {paths: [p.yaml]}, write: {path: x.jsonl}]\n")
    for operand in ["p.yaml", "fetch"] {
      let result = try workplace.run("conform", operand)
      #expect(result.code == 2)
      #expect(
        result.messages
          == "wireroom: error: '\(operand)' has no transform, and only those can be tried\n")
    }
  }

  @Test func aStageInTheShellRunsAsItIsMade() throws {
    let workplace = try Workplace()
    _ = try workplace.run("new", "stage", "line-length", "--language", "shell")
    let result = try workplace.run("run", "line-length/example.yaml")
    #expect(result.code == 0, "\(result.messages)")
    let records = String(
      decoding: try workplace.read("line-length/output/records.jsonl"), as: UTF8.self)
    #expect(records.contains(#""extra":{"line_length":{"length":"#))
    // What it says of a document must not depend on what stands beside the text, such as the number.
    let conformance = try workplace.run("conform", "line-length/example.yaml", "--quick")
    #expect(conformance.code == 0, "\(conformance.output)\(conformance.messages)")
  }

  @Test(arguments: [
    (
      ["new", "stage", "9x"],
      "'9x' is no name for a stage: letters, digits, '-' and '_', a letter first"
    ),
    (
      ["new", "stage", "x", "--language", "pyhton"],
      "'--language' is swift, python or shell, not 'pyhton'; did you mean 'python'?"
    ),
    (["new", "pipeline", "x"], "only a stage can be made: wireroom new stage NAME"),
    (
      ["build-stage", "nowhere"],
      "'nowhere' is no Swift package; 'wireroom new stage NAME' makes one"
    ),
    (["conform", "nowhere"], "there is no 'nowhere'"),
  ])
  func mistakesAreExplained(_ arguments: [String], _ message: String) throws {
    let workplace = try Workplace()
    let result = try workplace.start(arguments).wait()
    #expect(result.code == 2)
    #expect(result.messages == "wireroom: error: \(message)\n")
  }

  @Test func pluginsThatCannotBeLoadedAreLocated() throws {
    let workplace = try Workplace()
    try workplace.write(
      "p.yaml",
      "plugins: [Shout]\nstages: [fetch: {paths: '-'}, write: {path: x.jsonl}]\n")
    let missing = try workplace.run("check", "p.yaml")
    #expect(missing.code == 2)
    #expect(
      missing.messages == "p.yaml:1:11: error: there is no '\(workplace.path)/./Shout'\n"
        || missing.messages == "p.yaml:1:11: error: there is no '\(workplace.path)/Shout'\n")
    let variable = try workplace.run(
      "stages", environment: ["WIREROOM_PLUGINS": "\(workplace.path)/Shout"])
    #expect(variable.code == 2)
    #expect(variable.messages.contains("WIREROOM_PLUGINS: there is no '"))
  }
}
