@testable import Schedule

/// A machine that exists in memory.
final class FakeHost: Host, @unchecked Sendable {
  // Sendable because each test has its own and uses it from one thread.
  var crontab: [UInt8]?
  var files: [String: [UInt8]] = [:]
  var commands: [String] = []
  /// What a command ends with in place of success.
  var failures: [String: ProgramResult] = [:]
  var missing: Set<String> = []

  func run(_ command: [String], input: [UInt8]) throws(ScheduleError) -> ProgramResult {
    if missing.contains(command[0]) { throw .programMissing(command[0]) }
    let line = command.joined(separator: " ")
    commands.append(line)
    if let failure = failures[line] { return failure }
    switch line {
    case "crontab -l":
      guard let crontab else {
        return ProgramResult(exitCode: 1, errors: Array("no crontab for ann\n".utf8))
      }
      return ProgramResult(exitCode: 0, output: crontab)
    case "crontab -": crontab = input
    case _ where command.starts(with: ["systemctl", "--user", "enable"]):
      files[link(to: command[4])] = []
    case _ where command.starts(with: ["systemctl", "--user", "disable"]):
      files[link(to: command[4])] = nil
    default: break
    }
    return ProgramResult(exitCode: 0)
  }

  private func link(to timer: String) -> String {
    "/home/ann/.config/systemd/user/timers.target.wants/\(timer)"
  }

  func read(_ path: String) throws(ScheduleError) -> [UInt8]? { files[path] }

  func list(_ folder: String) throws(ScheduleError) -> [String] {
    let start = folder + "/"
    return files.keys.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
      .filter { !$0.contains("/") }.sorted()
  }

  func write(_ bytes: [UInt8], to path: String) throws(ScheduleError) { files[path] = bytes }

  func remove(_ path: String) throws(ScheduleError) { files[path] = nil }
}
