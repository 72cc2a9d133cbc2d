import Diagnostics
import PipelineFile
import Runner
import StageCatalog

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let doctorCommand = Command(
  name: "doctor", operands: "PIPELINE",
  summary: "look for what would make runs under cron fail",
  discussion: """
    Checks what bites when nobody watches: whether the pipeline file is right without environment
    variables, inputs can be read, state and outputs can be written and have room, the ledger is sound
    and no run holds the lock; locale, time zone, clock, and where the program is. Prints a line for
    each: ok, warning or error, with what to do. Exits with 1 if there is an error, else with 0.

    Run it as the user that cron will run the pipeline as.
    """,
  options: [
    CommandOption("--quiet", nil, "print warnings and errors only"),
    CommandOption("--state", "DIR", "look at the state in DIR instead of 'run.state'"),
    CommandOption("--output", "DIR", "start relative outputs from DIR instead of 'run.output'"),
    CommandOption(
      "--set", "PATH=VALUE", "set one option, such as run.state=/var/lib/news; repeatable"),
  ],
  operandCount: 1...1, run: performDoctor
)

private func performDoctor(_ arguments: ParsedArguments) throws(UsageError) -> Int32 {
  let (plan, fileFindings) = examineFile(arguments, try stateOverrides(arguments))
  let findings =
    fileFindings + (plan.map { Doctor($0).findings() } ?? [])
    + SystemChecks.findings { name in getenv(name).map { String(cString: $0) } }
  let isQuiet = arguments.switches.contains("--quiet")
  for finding in findings where !isQuiet || finding.severity != .ok { printResult(finding.line) }
  let hasError = findings.contains { $0.severity == .error }
  return (hasError ? ExitCode.someFailed : .done).rawValue
}

/// What cron sets in an environment that is empty otherwise; see crontab(5).
private let variablesOfCron = ["HOME", "LOGNAME", "SHELL"]

/// Reads the pipeline file as a run under cron would, and as it would be read here.
private func examineFile(
  _ arguments: ParsedArguments, _ overrides: RunOverrides
) -> (Plan?, [Finding]) {
  let path = arguments.operands[0]
  func load(
    withPlugins: Bool = true, _ environment: @escaping (String) -> String?
  ) -> Result<Plan, PipelineFileError> {
    Result { () throws(PipelineFileError) in
      let file = try PipelineFile.load(
        path: path, stages: withPlugins ? knownStages() : builtInStages, environment: environment,
        settings: arguments.values["--set"] ?? [], loadPlugin: loadPlugin)
      return try Plan(file, overrides)
    }
  }
  func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
  // The variables that the file names and that are set here but not under cron.
  var missed: Set<String> = []
  func variableUnderCron(_ name: String) -> String? {
    if variablesOfCron.contains(name) { return variable(name) }
    if variable(name) != nil { missed.insert(name) }
    return nil
  }
  let underCron = load(withPlugins: false, variableUnderCron)
  switch underCron {
  case .success(let plan) where missed.isEmpty:
    return (plan, [Finding(.ok, "pipeline file", "'\(path)' is right, also under cron")])
  case .success(let plan):
    let names = missed.sorted().map { "'\($0)'" }.joined(separator: ", ")
    return (
      plan,
      [
        Finding(
          .warning, "pipeline file",
          "\(names) is set here, but not under cron, where the default counts; set it in the crontab "
            + "too")
      ]
    )
  case .failure(let error):
    if variable(pluginsVariable) != nil, case .success(let plan) = load(variableUnderCron) {
      return (
        plan,
        [
          Finding(
            .error, "pipeline file",
            "'\(path)' needs stages of the libraries in \(pluginsVariable), which is set here, but not "
              + "under cron; name them under 'plugins:' in the file, or set it in the crontab")
        ]
      )
    }
    let messages = error.diagnostics.map { $0.rendered(coloured: false) }
    guard case .success(let plan) = load(variable) else {
      return (nil, messages.map { Finding(.error, "pipeline file", $0) })
    }
    return (
      plan,
      messages.map { message in
        Finding(
          .error, "pipeline file",
          "\(message); this is so under cron, where few environment variables are set; set in the "
            + "crontab what is set here")
      }
    )
  }
}
