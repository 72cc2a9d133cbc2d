import Runner

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Opens standard input, output and error where the caller has closed them, so that no file, socket or
/// event of the program itself gets their numbers. Reading and writing there fails as before: they are
/// opened for the other.
func openStandardDescriptors() {
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
    // The lowest number that is free, which is this one.
    _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
  }
}

/// What to exit with where an argument is not UTF-8, after saying so: as text it has become another one,
/// which would name another file.
func refusalOfArguments() -> Int32? {
  for (index, text) in CommandLine.arguments.enumerated() {
    guard let bytes = CommandLine.unsafeArgv[index], String(validatingCString: bytes) == nil else {
      continue
    }
    Console().complain(
      "error",
      "'\(text)' is not UTF-8, and nothing else can be named on the command line; rename it, or name "
        + "the folder that it is in")
    return ExitCode.usage.rawValue
  }
  return nil
}
