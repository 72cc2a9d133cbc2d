/// Why a schedule could not be shown, installed or removed.
public enum ScheduleError: Error, Sendable, Equatable {
  case pathNotAbsolute(String)
  case controlCharacter(String)
  /// systemd does not start programs with quotes or backslashes in their paths.
  case programUnusable(String)
  /// The crontab line would have this many bytes.
  case lineTooLong(Int)
  /// The line of a crontab, from 1, begins an entry that is not closed.
  case markerWithoutEnd(line: Int)
  /// The line of a crontab, from 1, closes an entry that was not begun.
  case markerWithoutBegin(line: Int)
  /// The units that a pipeline of this name would have belong to someone else.
  case foreignUnit(path: String, pipeline: String?)
  case programMissing(String)
  /// A program of the system ended with an error, and this is what it said.
  case programFailed([String], explanation: String)
  /// No `systemd` runs for this user.
  case noUserManager(explanation: String)
  /// A call of the operating system failed.
  case system(operation: String, path: String, explanation: String)

  /// What is wrong and what to do: lower case, without a full stop.
  public var message: String {
    switch self {
    case .pathNotAbsolute(let path):
      "the path \(quote(path)) is not absolute, so that a scheduler would not find it"
    case .controlCharacter(let text):
      "\(quote(text)) holds a control character, which a schedule cannot hold; rename it"
    case .programUnusable(let path):
      "systemd starts no program with quotes or backslashes in its path, such as \(quote(path)); "
        + "install wireroom elsewhere or use '--cron'"
    case .lineTooLong(let count):
      "the line for the crontab would have \(count) bytes, and cron takes up to "
        + "\(ScheduledRun.longestCommand); shorten the paths or 'PATH', or use '--systemd'"
    case .markerWithoutEnd(let line):
      "line \(line) of the crontab begins an entry of wireroom that no '# wireroom end' of the same "
        + "pipeline closes; mend it with 'crontab -e'"
    case .markerWithoutBegin(let line):
      "line \(line) of the crontab closes an entry of wireroom that no '# wireroom begin' opens; "
        + "mend it with 'crontab -e'"
    case .foreignUnit(let path, let pipeline?):
      "'\(path)' belongs to the pipeline \(quote(pipeline)), which has the same name; give one of "
        + "them another with 'name:'"
    case .foreignUnit(let path, nil):
      "'\(path)' was not made by wireroom; move it away or give the pipeline another name"
    case .programMissing("crontab"):
      "'crontab' is not installed; install cron (on Debian: apt-get install cron) or use '--systemd'"
    case .programMissing("systemctl"): "'systemctl' is not installed; use '--cron'"
    case .programMissing(let program): "'\(program)' is not installed"
    case .programFailed(let command, let explanation):
      "'\(command.joined(separator: " "))' failed: \(explanation)"
    case .noUserManager(let explanation):
      "systemd does not run for this user (\(explanation)); log in as the user, rather than by 'su' "
        + "or 'sudo', or use '--cron'"
    case .system(let operation, let path, let explanation):
      "cannot \(operation) '\(path)': \(explanation)"
    }
  }
}
