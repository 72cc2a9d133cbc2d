#if canImport(Darwin)
  import Darwin
#else
  import CSystem
  import Glibc
#endif

/// A program to start, with its arguments.
public struct ChildCommand: Sendable {
  /// The program and its arguments. A program without a slash is looked up in `PATH`; a relative
  /// path starts from `directory`.
  public var arguments: [String]
  /// The folder that it starts in.
  public var directory: String
  /// What is added to the environment of this process.
  public var environment: [(name: String, value: String)]

  /// Describes a program.
  public init(
    _ arguments: [String], directory: String, environment: [(name: String, value: String)] = []
  ) {
    self.arguments = arguments
    self.directory = directory
    self.environment = environment
  }
}

#if canImport(Glibc)
  /// `F_SETPIPE_SZ`, which Swift does not see.
  private let setPipeSize: Int32 = 1031
#endif

/// The ends of a started program's standard streams that belong to this process.
struct StartedChild {
  var identifier: pid_t
  var input: Int32
  /// The other end of its standard input. This process keeps it, so that writing to a program that
  /// has gone causes no SIGPIPE.
  var inputReader: Int32
  var output: Int32
  var errors: Int32
}

extension ChildCommand {
  /// Starts the program in a process group of its own, so that it can be ended with all that it
  /// starts.
  ///
  /// - Returns: an error number where it could not be started.
  func start() -> Result<StartedChild, StartError> {
    var pipes: [(reader: Int32, writer: Int32)] = []
    func closeAll() {
      for pipe in pipes {
        close(pipe.reader)
        close(pipe.writer)
      }
    }
    for _ in 0..<3 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        let code = errno
        closeAll()
        return .failure(StartError(code: code))
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes.append((ends[0], ends[1]))
    }
    let (input, output, errors) = (pipes[0], pipes[1], pipes[2])
    let identifier: pid_t
    do throws(StartError) {
      identifier = try spawn(
        input: input.reader, output: output.writer, errors: errors.writer)
    } catch {
      closeAll()
      return .failure(error)
    }
    #if canImport(Glibc)
      // A batch that fits is written in one piece, without a change to the program and back for every
      // few kilobytes. Where it is not allowed, the usual size does.
      _ = fcntl(input.writer, setPipeSize, 1 << 18)
    #endif
    close(output.writer)
    close(errors.writer)
    for descriptor in [input.writer, output.reader, errors.reader] {
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }
    return .success(
      StartedChild(
        identifier: identifier, input: input.writer, inputReader: input.reader,
        output: output.reader, errors: errors.reader))
  }

  /// What kept a program from starting.
  public struct StartError: Error {
    /// The number of the error.
    public let code: Int32
  }

  /// Starts the program with these descriptors as its standard streams and no others, in a process
  /// group of its own.
  ///
  /// - Returns: the number of its process, which is also that of the group.
  public func spawn(input: Int32, output: Int32, errors: Int32) throws(StartError) -> Int32 {
    guard let program = arguments.first else { throw StartError(code: ENOENT) }
    var actions = emptyActions()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addchdir_np(&actions, directory)
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)

    var attributes = emptyAttributes()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setpgroup(&attributes, 0)
    // Signals as a program expects them, though this process ignores some.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE, SIGXFSZ] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
    #endif
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environmentStrings().map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var identifier = pid_t()
    let code = posix_spawnp(&identifier, program, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw StartError(code: code) }
    return identifier
  }

  /// This process's environment with the additions in place of variables of the same names.
  private func environmentStrings() -> [String] {
    var strings: [String] = []
    var next = environ
    while let variable = next.pointee {
      let string = String(cString: variable)
      if !environment.contains(where: { string.hasPrefix($0.name + "=") }) {
        strings.append(string)
      }
      next += 1
    }
    return strings + environment.map { "\($0.name)=\($0.value)" }
  }
}

// These types are structures on Linux and pointers on Darwin.
#if canImport(Darwin)
  private func emptyActions() -> posix_spawn_file_actions_t? { nil }
  private func emptyAttributes() -> posix_spawnattr_t? { nil }
#else
  private func emptyActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
  private func emptyAttributes() -> posix_spawnattr_t { posix_spawnattr_t() }
#endif
