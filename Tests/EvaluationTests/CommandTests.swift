import Diagnostics
import Evaluation
import Foundation
import PipelineFile
import StageCatalog
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
      == "error: '\(model)' cannot be written: no such file or directory")
  #expect(message { _ = try train([], to: model) } == "error: nothing to learn from")
}

@Test func aTrainingIsExplainedWithItsOptions() {
  let help = wireroom.helpText(NameTrainer.self)
  #expect(help.contains("learns names from files of names"))
  #expect(help.contains("how often all is read"))
}

@Test func aModelReplacesNothingThatIsNoModel() throws {
  let folder = try TemporaryFolder()
  let data = try folder.write("data.tsv", "Ann\tB-PER\n")
  let state = try folder.write("m.training", "Ann\tB-PER\n")
  try FileManager.default.createSymbolicLink(
    atPath: folder.path + "/link", withDestinationPath: data)
  func problem(_ output: String, training: [String], development: [String] = []) -> String? {
    wireroom.problem(
      ofOutput: TrainingFiles(training: training, development: development, output: output))
  }
  let overwritten = "the training reads '\(data)', which this would overwrite"
  #expect(problem(data, training: ["x", data]) == overwritten)
  #expect(problem(folder.path + "/./data.tsv", training: [], development: [data]) == overwritten)
  #expect(problem(folder.path + "/link", training: [data]) == overwritten)
  #expect(
    problem(folder.path + "/m", training: [state])
      == "the training reads '\(state)', which this would overwrite")
  #expect(problem(folder.path, training: [data]) == "this is a folder; name a file in it")
  #expect(problem("/dev/null", training: [data]) == "this is no regular file")
  #expect(
    problem(folder.path + "/none/m", training: [data])
      == "cannot be written: no such file or directory")
  for name in ["", "new/"] {
    #expect(problem(name, training: [data]) == "this is no name of a file")
  }
  // What stands there may be an older model.
  #expect(problem(data, training: []) == nil)
  #expect(problem(folder.path + "/new", training: [data]) == nil)
  let code = wireroom.runProgram(
    ["wireroom", "train", "tag", "--train", data, "--out", data, "--quiet"])
  #expect(code == 2)
  #expect(try String(contentsOfFile: data, encoding: .utf8) == "Ann\tB-PER\n")
}

/// What settings of stages without a pipeline file are told to be wrong.
private func mistakes(_ settings: [String], prefix: String, defaults: [String] = []) -> [String] {
  do throws(PipelineFileError) {
    _ = try StandaloneStages(
      ["segment", "tag"], among: builtInStages, defaults: defaults, settings: settings,
      prefix: prefix)
    return []
  } catch {
    return error.diagnostics.map { $0.rendered() }
  }
}

@Test func settingsAreLocatedInWhatTheUserHasWritten() throws {
  #expect(
    mistakes(["tag", "x=1", "tag.=1", "=1"], prefix: "stages.") == [
      "--set:1:1: error: 'tag' is no setting; write LABEL.KEY=VALUE",
      "--set:2:1: error: 'x=1' is no setting; write LABEL.KEY=VALUE",
      "--set:3:1: error: 'tag.=1' is no setting; write LABEL.KEY=VALUE",
      "--set:4:1: error: '=1' is no setting; write LABEL.KEY=VALUE",
    ])
  #expect(
    mistakes(["tag.when=language == en", "segment.timeout=3s", "write.path=x"], prefix: "stages.")
      == [
        "--set:1:1: error: 'tag.when=language == en' has no effect here",
        "--set:2:1: error: 'segment.timeout=3s' has no effect here",
        "--set:3:1: error: 'write.path=x' has no effect here",
      ])
  #expect(
    mistakes(["rounds"], prefix: "stages.tag.")
      == ["--set:1:1: error: 'rounds' is no setting; write KEY=VALUE"])
  #expect(
    mistakes(["tga.model=x"], prefix: "stages.", defaults: ["tag.types=PERSON"])
      == ["--set:1:1: error: no stage is called 'tga'; did you mean 'tag'?"])
}

@Test func pathsOfSettingsStartFromTheWorkingFolder() throws {
  let told = mistakes(["tag.model=nowhere.model"], prefix: "stages.")
  #expect(told.count == 1)
  #expect(
    told.first?.hasSuffix("/nowhere.model' does not exist; paths start from the working folder")
      == true, "\(told)")
}

/// One of them would be explained, and nothing would tell which.
@Test func aFolderOfSeveralDocumentsIsNotExplained() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("a.txt", "Harbour opens\n\nAnn Bell came to the harbour of Oslo.\n")
  #expect(wireroom.runProgram(["wireroom", "explain", "tag", path]) == 0)
  try folder.write("b.txt", "Harbour closes\n\nAnn Bell left the harbour of Oslo.\n")
  #expect(wireroom.runProgram(["wireroom", "explain", "tag", path]) == 0)
  #expect(wireroom.runProgram(["wireroom", "explain", "tag", folder.path]) == 2)
}

@Test func goldFilesWithoutDocumentsAreAMistake() throws {
  let folder = try TemporaryFolder()
  let full = try folder.write("full.jsonl", #"{"text": "It rained.", "sentences": [[0, 10]]}"#)
  let empty = try folder.write("empty.jsonl", "\n")
  let unknown = try folder.write("unknown.jsonl", #"{"text": "It rained.", "sentences": null}"#)
  func code(_ paths: String...) -> Int32 {
    wireroom.runProgram(
      ["wireroom", "evaluate", "segment"] + paths.flatMap { ["--gold", $0] })
  }
  #expect(code(full) == 0)
  #expect(code(empty) == 2)
  #expect(code(full, empty) == 2)
  #expect(code(unknown) == 2)
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

@Test func optionsOfOtherEvaluatorsAreRefused() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.jsonl", #"{"text": "It rained.", "sentences": [[0, 10]]}"#)
  func code(_ options: String...) -> Int32 {
    wireroom.runProgram(["wireroom", "evaluate", "segment", "--gold", path] + options)
  }
  #expect(code("--clean") == 0)
  #expect(code("--types", "PER") == 2)
  #expect(code("--scheme", "conll4") == 2)
  #expect(code("--sentences", "2") == 2)
}
