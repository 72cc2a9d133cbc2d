import StageProtocol

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// Calls and nothing else: closures made in top-level code belong to the main actor, and die when
// Dispatch calls them elsewhere.
openStandardDescriptors()
let code = refusalOfArguments() ?? runProgram(CommandLine.arguments)
ProcessPool.endAll()
exit(code)
