import PipelineFile

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The command that is run after a run that did not end with 0: `notify` in a pipeline file.
///
/// The shell gets the summary on its standard input, starts in the pipeline file's folder, and writes
/// to standard error, because standard output carries results only. It inherits no other open file,
/// and so no lock.
public struct Notification: Sendable, Equatable {
  /// How a notification went wrong, which never changes how the run ended.
  public enum Failure: Error, Sendable, Equatable {
    case notStarted(SystemError)
    case exited(code: Int)
    case killed(signal: Int)
    case tooSlow(seconds: Int)

    public var message: String {
      switch self {
      case .notStarted(let error):
        "the command of 'run.notify' could not be started: \(error.explanation)"
      case .exited(let code): "the command of 'run.notify' ended with exit code \(code)"
      case .killed(let signal): "the command of 'run.notify' was ended by signal \(signal)"
      case .tooSlow(let seconds):
        "the command of 'run.notify' was still running after \(seconds) s and was stopped"
      }
    }
  }

  let command: String
  let directory: String
  /// The path of the pipeline file, absolute.
  let pipeline: String
  let name: String
  /// How long the command may take.
  var limit = 30

  /// - Returns: `nil` where the file asks for none.
  init?(_ file: PipelineFile) {
    guard let command = file.run.notify else { return nil }
    self.init(
      command: command, directory: file.directory,
      pipeline: "\(file.directory)/\(FileSystem.name(of: file.path))", name: file.name)
  }

  init(command: String, directory: String, pipeline: String, name: String) {
    self.command = command
    self.directory = directory
    self.pipeline = pipeline
    self.name = name
  }

  /// Runs the command and waits for it.
  ///
  /// - Parameter summary: what the command reads from its standard input.
  public func send(_ summary: String, exitCode: ExitCode) throws(Failure) {
    let environment = [
      ("WIREROOM_PIPELINE", pipeline), ("WIREROOM_NAME", name),
      ("WIREROOM_EXIT_CODE", "\(exitCode.rawValue)"),
    ]
    let ending: ShellCommand.Ending
    do throws(SystemError) {
      ending = try ShellCommand(command: command, directory: directory, environment: environment)
        .run(feeding: Array(summary.utf8), seconds: limit)
    } catch {
      throw .notStarted(error)
    }
    switch ending {
    case .exited(0): return
    case .exited(let code): throw .exited(code: code)
    case .killed(let signal): throw .killed(signal: signal)
    case .tooSlow: throw .tooSlow(seconds: limit)
    }
  }
}
