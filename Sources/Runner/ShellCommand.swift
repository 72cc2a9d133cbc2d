import StageProtocol

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A command for `/bin/sh` that gets a text on its standard input and has only so much time.
struct ShellCommand {
  enum Ending: Equatable {
    case exited(code: Int)
    case killed(signal: Int)
    /// It was killed, with all that it had started, because its time was up.
    case tooSlow
  }

  private static let nanosecondsBetweenLooks = 5_000_000

  let command: String
  /// The folder that it starts in.
  let directory: String
  /// What is added to the environment of this process.
  let environment: [(name: String, value: String)]

  /// Runs it to its end. What it does not read of its input is no matter.
  func run(feeding input: [UInt8], seconds: Int) throws(SystemError) -> Ending {
    // This process keeps the reading end too: a command that closes its own then causes no SIGPIPE.
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw failure(errno) }
    defer { for end in ends { close(end) } }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let process = try spawn(input: ends[0])

    let deadline = monotonicNanoseconds() + seconds * 1_000_000_000
    var rest = input[...]
    while true {
      rest = rest.dropFirst(feed(rest, to: ends[1]))
      if rest.isEmpty, ends[1] >= 0 {
        close(ends[1])
        ends[1] = -1
      }
      if let ending = try ending(of: process, WNOHANG) { return ending }
      if monotonicNanoseconds() >= deadline {
        kill(-process, SIGKILL)
        _ = try ending(of: process, 0)
        return .tooSlow
      }
      usleep(useconds_t(Self.nanosecondsBetweenLooks / 1000))
    }
  }

  /// How many bytes the pipe takes just now.
  private func feed(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int {
    if bytes.isEmpty { return 0 }
    return max(0, bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) })
  }

  private func ending(of process: pid_t, _ options: Int32) throws(SystemError) -> Ending? {
    var status: Int32 = 0
    var waited: pid_t
    repeat {
      waited = waitpid(process, &status, options)
    } while waited < 0 && errno == EINTR
    guard waited >= 0 else { throw failure(errno) }
    if waited == 0 { return nil }
    // The macros that take a status apart are not visible from Swift.
    let signal = status & 0x7F
    return signal == 0 ? .exited(code: Int(status >> 8 & 0xFF)) : .killed(signal: Int(signal))
  }

  /// Starts the shell in a process group of its own; what it prints goes to standard error.
  private func spawn(input: Int32) throws(SystemError) -> pid_t {
    let shell = ChildCommand(
      ["/bin/sh", "-c", command], directory: directory, environment: environment)
    do throws(ChildCommand.StartError) {
      return try shell.spawn(input: input, output: STDERR_FILENO, errors: STDERR_FILENO)
    } catch {
      throw failure(error.code)
    }
  }

  private func failure(_ code: Int32) -> SystemError {
    SystemError(operation: "run", path: "/bin/sh", code: code)
  }
}
