#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

exit(runBenchmarks(Array(CommandLine.arguments.dropFirst())))
