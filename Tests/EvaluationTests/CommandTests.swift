import Diagnostics
import Evaluation
import Foundation
import PipelineFile
import StageKit
import Testing

@testable import wireroom

/// Learns the names of its files.
private enum NameTrainer: Trainer {
  struct Options: StageOptions {
    var rounds = 4
    static var fields: [OptionField<Self>] {
      [.integer("rounds", \.rounds, in: 1...9, help: "how often all is read")]
    }
  }

  static let stage = "tag"
  static let summary = "learns names from files of names"
  static let use = "a model"

  static func train(
    _ files: TrainingFiles, options: Options, report: (String) -> Void
  ) throws(EvaluationProblem) -> [UInt8] {
    guard !files.training.isEmpty else { throw EvaluationProblem("nothing to learn from") }
    for round in 1...options.rounds { report("round \(round)") }
    return Array((files.training + files.development).joined(separator: "+").utf8)
  }
}

private func train(
  _ training: [String], to output: String, _ settings: [String] = []
) throws -> [String] {
  var lines: [String] = []
  try wireroom.train(
    NameTrainer.self, TrainingFiles(training: training, development: ["dev"], output: output),
    settings: settings
  ) { lines.append($0) }
  return lines
}

@Test func aTrainedModelIsPutInPlace() throws {
  let folder = try TemporaryFolder()
  let model = folder.path + "/model"
  let lines = try train(["a", "b"], to: model, ["rounds=2"])
  #expect(lines == ["round 1", "round 2", "\(model): 7 B"])
  #expect(try String(contentsOfFile: model, encoding: .utf8) == "a+b+dev")
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["model"])
}

@Test func optionsOfATrainingAreCheckedLikeThoseOfAStage() throws {
  func told(_ setting: String) -> [String] {
    do {
      _ = try train(["a"], to: "/nonexistent", [setting])
      return []
    } catch {
      return (error as? PipelineFileError)?.diagnostics.map { $0.rendered() } ?? ["\(error)"]
    }
  }
  #expect(
    told("round=2")
      == [
        "--set:1:1: error: unknown option 'round' for stage 'tag'; did you mean 'rounds'?"
      ])
  #expect(told("rounds=10").first?.hasPrefix("--set:1:8: error: ") == true)
}

@Test func aModelThatCannotBeWrittenIsTold() throws {
  let folder = try TemporaryFolder()
  let model = folder.path + "/none/model"
  #expect(
    message { _ = try train(["a"], to: model) }
      == "error: '\(model)' cannot be written: No such file or directory")
  #expect(message { _ = try train([], to: model) } == "error: nothing to learn from")
}

@Test func aTrainingIsExplainedWithItsOptions() {
  let help = wireroom.helpText(NameTrainer.self)
  #expect(help.contains("learns names from files of names"))
  #expect(help.contains("how often all is read"))
}

@Test func stagesAreMadeWithoutAPipelineFile() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    "gold.jsonl",
    #"{"text": "It rained. It snowed.", "sentences": [[0, 10], [11, 21]]}"#)
  #expect(wireroom.runProgram(["wireroom", "evaluate", "segment", "--gold", path]) == 0)
  #expect(wireroom.runProgram(["wireroom", "evaluate", "segment", "--gold", path + "x"]) == 2)
  #expect(wireroom.runProgram(["wireroom", "evaluate", "sgment", "--gold", path]) == 2)
  #expect(wireroom.runProgram(["wireroom", "evaluate", "segment"]) == 2)
  #expect(
    wireroom.runProgram(
      ["wireroom", "evaluate", "segment", "--gold", path, "--set", "segment.no=1"]) == 2)
}
