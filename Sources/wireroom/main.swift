#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// One call and nothing else: closures made in top-level code belong to the main actor, and die when
// Dispatch calls them elsewhere.
exit(runProgram(CommandLine.arguments))
