/// What schedules need of the machine, so that tests can stand in for it.
public protocol Host: Sendable {
  /// Runs a program, found by `PATH`, with `input` as its standard input, to its end.
  ///
  /// - Throws: ``ScheduleError/programMissing(_:)`` if there is none, or what the system says.
  func run(_ command: [String], input: [UInt8]) throws(ScheduleError) -> ProgramResult

  /// The content of a file; `nil` if there is none.
  func read(_ path: String) throws(ScheduleError) -> [UInt8]?

  /// The names in a folder, sorted; none if it is missing.
  func list(_ folder: String) throws(ScheduleError) -> [String]

  /// Puts a file in place in one step, and makes the folders above it.
  func write(_ bytes: [UInt8], to path: String) throws(ScheduleError)

  /// Removes a file if it is there.
  func remove(_ path: String) throws(ScheduleError)
}

/// What a program left when it ended.
public struct ProgramResult: Sendable {
  public var exitCode: Int32
  public var output: [UInt8]
  public var errors: [UInt8]

  public init(exitCode: Int32, output: [UInt8] = [], errors: [UInt8] = []) {
    self.exitCode = exitCode
    self.output = output
    self.errors = errors
  }

  /// The last line of what the program said, which tells the cause after any preliminaries.
  var explanation: String {
    let lines = errors.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let last = lines.last else { return "exit code \(exitCode)" }
    return String(decoding: last, as: UTF8.self)
  }
}

/// How an installed schedule compares with what the pipeline file asks for.
public enum ScheduleState: Sendable, Equatable {
  case absent
  /// Something is installed, but not what would be installed now.
  case outdated
  case current
}

/// A place in which schedules are installed.
public protocol ScheduleStore {
  /// What would be installed for a run.
  func preview(_ run: ScheduledRun) throws(ScheduleError) -> String

  /// Whether that is installed.
  func state(of run: ScheduledRun) throws(ScheduleError) -> ScheduleState

  /// Installs it, in place of an earlier one for the same pipeline.
  ///
  /// - Returns: what was there before.
  func install(_ run: ScheduledRun) throws(ScheduleError) -> ScheduleState

  /// Removes what is installed for a pipeline.
  ///
  /// - Returns: whether there was anything.
  func remove(pipeline: String) throws(ScheduleError) -> Bool
}
