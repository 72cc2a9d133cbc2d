/// The crontab of the user who runs the program.
public struct CrontabStore: ScheduleStore {
  private let host: any Host

  public init(_ host: any Host) {
    self.host = host
  }

  public func preview(_ run: ScheduledRun) throws(ScheduleError) -> String {
    try Crontab.entry(for: run)
  }

  public func state(of run: ScheduledRun) throws(ScheduleError) -> ScheduleState {
    guard let entry = try read().entry(of: run.pipeline) else { return .absent }
    return entry == (try Crontab.entry(for: run)) ? .current : .outdated
  }

  public func install(_ run: ScheduledRun) throws(ScheduleError) -> ScheduleState {
    let before = try read()
    var crontab = before
    try crontab.install(run)
    if crontab == before { return .current }
    try write(crontab)
    return try before.entry(of: run.pipeline) == nil ? .absent : .outdated
  }

  public func remove(pipeline: String) throws(ScheduleError) -> Bool {
    var crontab = try read()
    guard try crontab.remove(pipeline: pipeline) else { return false }
    try write(crontab)
    return true
  }

  private func read() throws(ScheduleError) -> Crontab {
    let command = ["crontab", "-l"]
    let result = try host.run(command, input: [])
    if result.exitCode == 0 { return Crontab(result.output) }
    let explanation = result.explanation
    // A user without a crontab is no failure, but only these words tell.
    if explanation.hasPrefix("no crontab for") || explanation.hasPrefix("crontab: no crontab for") {
      return Crontab([])
    }
    throw .programFailed(command, explanation: explanation)
  }

  private func write(_ crontab: Crontab) throws(ScheduleError) {
    let command = ["crontab", "-"]
    let result = try host.run(command, input: crontab.bytes)
    guard result.exitCode == 0 else {
      throw .programFailed(command, explanation: result.explanation)
    }
  }
}
