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

/// Reads those options, loads the pipeline file and makes its stages; tells what is wrong and returns `nil`
/// otherwise.
///
/// Inputs that are not there are no mistake of the file here: that is for the listing to find, because to a
/// run it is a failed mount, which belongs into the ledger and is told to whom `notify` names.
func makePlan(_ arguments: ParsedArguments, _ console: Console) -> Plan? {
  do throws(UsageError) {
    return loadPlan(
      arguments.operands[0], try makeOverrides(arguments),
      settings: arguments.values["--set"] ?? [], missingInputsAreMistakes: false, console)
  } catch {
    console.complain("error", error.message)
    return nil
  }
}

private func makeOverrides(_ arguments: ParsedArguments) throws(UsageError) -> RunOverrides {
  var overrides = try stateOverrides(arguments)
  let inputs = arguments.operands.dropFirst()
  if !inputs.isEmpty { overrides.inputs = try inputs.map(absoluteInput) }
  overrides.isFresh = arguments.switches.contains("--fresh")
  overrides.replacesInputs = arguments.switches.contains("--replace-inputs")
  overrides.acceptsHealth = arguments.switches.contains("--accept-health")
  if let text = arguments.value("--workers") {
    guard let workers = Int(text), (1...1024).contains(workers) else {
      throw UsageError(message: "'--workers' is a number from 1 to 1024, not '\(text)'")
    }
    overrides.workers = workers
  }
  return overrides
}

/// What the command line says of where outputs and state are.
func stateOverrides(_ arguments: ParsedArguments) throws(UsageError) -> RunOverrides {
  func folder(_ option: String) throws(UsageError) -> String? {
    guard let path = arguments.value(option) else { return nil }
    if path.isEmpty { throw UsageError(message: "'\(option)' needs a folder, not an empty text") }
    // Shells leave it as it is behind '='.
    if path == "~" || path.hasPrefix("~/") {
      throw UsageError(message: "'~' is not expanded in '\(option)=\(path)'; write '$HOME'")
    }
    return try absolute(path)
  }
  var overrides = RunOverrides()
  overrides.output = try folder("--output")
  overrides.state = try folder("--state")
  return overrides
}

/// An input of the command line: standard input or an absolute path.
func absoluteInput(_ path: String) throws(UsageError) -> String {
  if path.isEmpty { throw UsageError(message: "an empty path names no input") }
  return path == "-" ? path : try absolute(path)
}

/// Paths on the command line start from the working folder, whatever the pipeline file's folder is.
private func absolute(_ path: String) throws(UsageError) -> String {
  if path.utf8.first == UInt8(ascii: "/") { return plainPath(path) }
  guard let folder = getcwd(nil, 0) else {
    throw UsageError(
      message: "the working folder cannot be told, so that '\(path)' leads nowhere; is it gone?")
  }
  defer { free(folder) }
  guard let text = String(validatingCString: folder) else {
    throw UsageError(
      message: "the path of the working folder is not UTF-8, so that '\(path)' would lead "
        + "elsewhere; rename the folder, or call the program from another one")
  }
  return plainPath(text + "/" + path)
}
