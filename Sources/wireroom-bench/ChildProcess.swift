#if canImport(Darwin)
  import Darwin
#else
  import CSystem
  import Glibc
#endif

/// What a finished child process cost.
struct ProcessCost {
  var exitCode: Int32
  var elapsedSeconds: Double
  /// User and system time.
  var cpuSeconds: Double
  var peakMemoryBytes: Int
}

/// Runs a program to its end; its messages are discarded.
///
/// - Parameters:
///   - directory: where it starts; here if not said.
///   - output: the file for its standard output, which is discarded if not said.
func run(
  _ arguments: [String], directory: String = ".", output: String = "/dev/null"
) -> ProcessCost {
  var actions = fileActions()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (descriptor, path) in [(STDOUT_FILENO, output), (STDERR_FILENO, "/dev/null")] {
    posix_spawn_file_actions_addopen(
      &actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  }
  posix_spawn_file_actions_addchdir_np(&actions, directory)
  var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  let start = monotonicSeconds()
  var process: pid_t = 0
  let code = posix_spawn(&process, arguments[0], &actions, nil, &pointers, environ)
  guard code == 0 else {
    return ProcessCost(exitCode: -1, elapsedSeconds: 0, cpuSeconds: 0, peakMemoryBytes: 0)
  }
  var status: Int32 = 0
  var usage = rusage()
  while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
  let signal = status & 0x7F
  return ProcessCost(
    exitCode: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
    elapsedSeconds: monotonicSeconds() - start,
    cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
    peakMemoryBytes: Int(usage.ru_maxrss) * 1024)
}

func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private func seconds(_ time: timeval) -> Double {
  Double(time.tv_sec) + Double(time.tv_usec) / 1e6
}

#if canImport(Darwin)
  private func fileActions() -> posix_spawn_file_actions_t? { nil }
#else
  private func fileActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
#endif
