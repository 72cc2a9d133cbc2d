import Diagnostics
import PipelineFile
import Runner
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let checkCommand = Command(
  name: "check", operands: "PIPELINE…",
  summary: "check pipeline files without touching any input",
  discussion: """
    Reads each pipeline file, makes its stages and reports every mistake with file, line and column.
    Exits with 0 if all are right, else with 2.
    """,
  options: [
    CommandOption(
      "--set", "PATH=VALUE", "set one option, such as stages.summarise.sentences=5; repeatable")
  ],
  operandCount: 1...Int.max, run: performCheck
)

private func performCheck(_ arguments: ParsedArguments) -> Int32 {
  let console = Console()
  var isRight = true
  for path in arguments.operands {
    let settings = arguments.values["--set"] ?? []
    if let plan = loadPlan(path, RunOverrides(), settings: settings, console) {
      printResult("\(path): ok, \(plan.stageCount) stages")
    } else {
      isRight = false
    }
  }
  return (isRight ? ExitCode.done : .usage).rawValue
}

let stagesCommand = Command(
  name: "stages", operands: "[NAME]",
  summary: "list the stages, or explain one with its options",
  discussion: """
    Without a name, lists the stages. With a name, shows what the stage does, what it reads and
    writes, its options with types, defaults and ranges, and examples.
    """,
  options: [CommandOption("--markdown", nil, "print the reference of all stages as Markdown")],
  operandCount: 0...1, run: performStages
)

private func performStages(_ arguments: ParsedArguments) -> Int32 {
  guard let stages = knownStages(Console()) else { return ExitCode.usage.rawValue }
  if arguments.switches.contains("--markdown") {
    printResult(PipelineFile.referencePage(stages: stages))
    return ExitCode.done.rawValue
  }
  guard let name = arguments.operands.first else {
    let width = stages.map { $0.descriptor.name.utf8.count }.max() ?? 0
    for stage in stages {
      let descriptor = stage.descriptor
      printResult(
        "\(padded(descriptor.name, width))  \(padded(descriptor.role.rawValue, 9))  "
          + descriptor.summary)
    }
    return ExitCode.done.rawValue
  }
  guard let stage = stages.first(where: { $0.descriptor.name == name }) else {
    Console().complain(
      "error",
      "unknown stage '\(name)'" + didYouMean(name, stages.map { $0.descriptor.name })
        + "; 'wireroom stages' lists them")
    return ExitCode.usage.rawValue
  }
  printResult(PipelineFile.helpText(for: stage))
  return ExitCode.done.rawValue
}

let schemaCommand = Command(
  name: "schema", operands: "",
  summary: "print the JSON Schema of pipeline files, for editors",
  discussion: """
    Editors that use yaml-language-server complete and check pipeline files with it, given this
    first line:  # yaml-language-server: $schema=pipeline.schema.json
    Stages of libraries that WIREROOM_PLUGINS names are part of it.
    """,
  options: [], operandCount: 0...0, run: performSchema
)

private func performSchema(_: ParsedArguments) -> Int32 {
  guard let stages = knownStages(Console()) else { return ExitCode.usage.rawValue }
  var bytes: [UInt8] = []
  bytes.append(json: PipelineFile.jsonSchema(stages: stages))
  printResult(String(decoding: bytes, as: UTF8.self))
  return ExitCode.done.rawValue
}

/// Loads a pipeline file and makes its stages; tells what is wrong and returns `nil` otherwise.
func loadPlan(
  _ path: String, _ overrides: RunOverrides, settings: [String],
  missingInputsAreMistakes: Bool = true, _ console: Console
) -> Plan? {
  do throws(PipelineFileError) {
    let file = try PipelineFile.load(
      path: path, stages: knownStages(), environment: environmentVariable, settings: settings,
      inputsAreOverridden: overrides.inputs != nil || !missingInputsAreMistakes,
      loadPlugin: loadPlugin)
    return try Plan(file, overrides)
  } catch {
    for diagnostic in error.diagnostics { console.show(diagnostic) }
    return nil
  }
}

/// The value of an environment variable; `nil` if it is not set.
func environmentVariable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
