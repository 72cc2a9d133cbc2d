import Runner

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The options that say what is done, which a run and the plan of one share.
let inputOptions = [
  CommandOption("--output", "DIR", "start relative outputs from DIR instead of 'run.output'"),
  CommandOption("--state", "DIR", "keep the ledger in DIR instead of 'run.state'"),
  CommandOption("--fresh", nil, "do everything anew, also what has not changed"),
  CommandOption(
    "--replace-inputs", nil, "let the inputs be others than those of the runs before"),
  CommandOption("--workers", "N", "use N workers (default: the CPUs this process may use)"),
  CommandOption(
    "--set", "PATH=VALUE", "set one option, such as stages.summarise.sentences=5; repeatable"),
]

/// Reads those options, and the inputs behind the pipeline file.
func makeOverrides(_ arguments: ParsedArguments) throws(UsageError) -> RunOverrides {
  var overrides = RunOverrides()
  let inputs = arguments.operands.dropFirst()
  if !inputs.isEmpty { overrides.inputs = inputs.map { $0 == "-" ? $0 : absolute($0) } }
  overrides.output = arguments.value("--output").map(absolute)
  overrides.state = arguments.value("--state").map(absolute)
  overrides.isFresh = arguments.switches.contains("--fresh")
  overrides.replacesInputs = arguments.switches.contains("--replace-inputs")
  if let text = arguments.value("--workers") {
    guard let workers = Int(text), (1...1024).contains(workers) else {
      throw UsageError(message: "'--workers' is a number from 1 to 1024, not '\(text)'")
    }
    overrides.workers = workers
  }
  return overrides
}

/// Paths on the command line start from the working folder, whatever the pipeline file's folder is.
func absolute(_ path: String) -> String {
  if path.utf8.first == UInt8(ascii: "/") { return path }
  guard let folder = getcwd(nil, 0) else { return path }
  defer { free(folder) }
  return String(cString: folder) + "/" + path
}
