import PipelineFile
import Runner
import Schedule
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let statusCommand = Command(
  name: "status", operands: "PIPELINE",
  summary: "tell how a pipeline stands: last runs, failures, trend, when it is due",
  discussion: """
    Tells of the last runs of the pipeline file PIPELINE, of its documents and what failed, whether
    the output is up to date and a run is under way, when its 'schedule:' is due next, and compares
    the last run that came to its end with the median of up to 20 before it. Changes nothing, and may be asked while a run is under way.
    Exits with 0, however the runs ended; with 2 if the pipeline file is wrong, and with 74 if the
    ledger cannot be read.
    """,
  options: [
    CommandOption("--json", nil, "print one JSON object"),
    CommandOption("--runs", "N", "tell of the last N runs (default: 10)"),
    CommandOption("--state", "DIR", "look at the state in DIR instead of 'run.state'"),
    CommandOption("--output", "DIR", "look at the state of runs with this '--output'"),
    CommandOption(
      "--set", "PATH=VALUE", "set one option, such as run.state=/var/lib/news; repeatable"),
  ],
  operandCount: 1...1, run: performStatus
)

private func performStatus(_ arguments: ParsedArguments) throws(UsageError) -> Int32 {
  let console = Console()
  let runText = arguments.value("--runs") ?? "10"
  guard let runLimit = Int(runText), (1...1_000_000).contains(runLimit) else {
    console.complain("error", "'--runs' is a number from 1 to 1000000, not '\(runText)'")
    return ExitCode.usage.rawValue
  }
  let overrides = try stateOverrides(arguments)
  guard let file = loadPipelineFile(arguments, console) else { return ExitCode.usage.rawValue }
  let stateDirectory = Plan.stateDirectory(of: file, overrides)
  let status: PipelineStatus?
  do throws(RunProblem) {
    status = try PipelineStatus(stateDirectory: stateDirectory, runLimit: runLimit)
  } catch {
    console.complain("error", error.message)
    return error.exitCode.rawValue
  }
  // The expression was checked with the file.
  let due = file.schedule.flatMap { try? CronExpression($0) }?
    .nextTimes(after: time(nil), count: 1, zone: .system).first
  if arguments.switches.contains("--json") {
    var bytes: [UInt8] = []
    bytes.append(
      json: statusValue(status, name: file.name, stateDirectory: stateDirectory, due: due))
    printResult(String(decoding: bytes, as: UTF8.self))
  } else if let status {
    printResult(statusText(status, name: file.name, stateDirectory: stateDirectory, due: due))
  } else {
    printResult(
      "this pipeline has not run yet: there is no ledger in '\(stateDirectory)'"
        + (due.map { "; due next \($0)" } ?? ""))
  }
  return ExitCode.done.rawValue
}

/// The pipeline file of a command that looks at the state but not at the inputs, which need not be
/// there.
func loadPipelineFile(_ arguments: ParsedArguments, _ console: Console) -> PipelineFile? {
  do throws(PipelineFileError) {
    return try PipelineFile.load(
      path: arguments.operands[0], stages: knownStages(),
      environment: { name in getenv(name).map { String(cString: $0) } },
      settings: arguments.values["--set"] ?? [], inputsAreOverridden: true, loadPlugin: loadPlugin)
  } catch {
    for diagnostic in error.diagnostics { console.show(diagnostic) }
    return nil
  }
}
