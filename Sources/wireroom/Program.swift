import Runner

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The version of the program.
let programVersion = "0.1.0"

/// All commands, in the order of the help.
let commands: [Command] = [
  runCommand,
  planCommand,
  checkCommand,
  statusCommand,
  quarantineCommand,
  doctorCommand,
  stagesCommand,
  scheduleCommand,
  schemaCommand,
  evaluateCommand,
  trainCommand,
  explainCommand,
  workerCommand,
  newCommand,
  buildStageCommand,
  conformCommand,
  testCommand,
  debugCommand,
  benchCommand,
  helpCommand,
]

/// Acts upon the arguments, the first of which is the program's own name, and returns what to exit
/// with.
func runProgram(_ arguments: [String]) -> Int32 {
  // A reader that goes away is noticed by the call that writes to it.
  signal(SIGPIPE, SIG_IGN)
  // As is a limit to the size of files, which would end the program without a word.
  signal(SIGXFSZ, SIG_IGN)
  let console = Console()
  return completeResults(perform(arguments, console), console)
}

private func perform(_ arguments: [String], _ console: Console) -> Int32 {
  guard arguments.count > 1 else {
    printResult(overview())
    return ExitCode.usage.rawValue
  }
  let name: String
  switch arguments[1] {
  case "--version", "-V":
    printResult("wireroom \(programVersion)")
    return ExitCode.done.rawValue
  case "--help", "-h": name = "help"
  default: name = arguments[1]
  }
  guard let command = (commands + [carryCommand]).first(where: { $0.name == name }) else {
    console.complain(
      "error",
      "unknown command '\(name)'" + didYouMean(name, commands.map(\.name))
        + "; see 'wireroom help'")
    return ExitCode.usage.rawValue
  }
  if arguments.dropFirst(2).contains(where: { $0 == "--help" || $0 == "-h" }) {
    printResult(help(for: command))
    return ExitCode.done.rawValue
  }
  do throws(UsageError) {
    return try command.run(try command.parse(arguments.dropFirst(2)))
  } catch {
    console.complain("error", error.message)
    return ExitCode.usage.rawValue
  }
}
