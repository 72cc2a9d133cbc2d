/// The units of the user's own systemd. Their first lines tell to which pipeline they belong.
public struct SystemdStore: ScheduleStore {
  private let host: any Host
  private let folder: String

  /// - Parameter folder: where the user's units stand, such as `/home/ann/.config/systemd/user`.
  public init(_ host: any Host, folder: String) {
    self.host = host
    self.folder = folder
  }

  public func preview(_ run: ScheduledRun) throws(ScheduleError) -> String {
    let units = try SystemdUnits(run)
    return "# \(path(units.serviceName))\n\(units.service)\n"
      + "# \(path(units.timerName))\n\(units.timer)"
  }

  public func state(of run: ScheduledRun) throws(ScheduleError) -> ScheduleState {
    let units = try SystemdUnits(run)
    let installed = try unitNames(of: run.pipeline)
    if installed.isEmpty { return .absent }
    // A timer that was disabled has no link here.
    let link = path("timers.target.wants/\(units.timerName)")
    let isEnabled = try host.read(link) != nil
    let service = try host.read(path(units.serviceName))
    let timer = try host.read(path(units.timerName))
    let isCurrent =
      isEnabled && installed == [units.serviceName, units.timerName]
      && service == Array(units.service.utf8) && timer == Array(units.timer.utf8)
    return isCurrent ? .current : .outdated
  }

  public func install(_ run: ScheduledRun) throws(ScheduleError) -> ScheduleState {
    let before = try state(of: run)
    let units = try SystemdUnits(run)
    let wanted = [units.serviceName, units.timerName]
    for name in wanted {
      guard let bytes = try host.read(path(name)) else { continue }
      let owner = SystemdUnits.pipeline(ofUnit: bytes)
      guard owner == run.pipeline else { throw .foreignUnit(path: path(name), pipeline: owner) }
    }
    try requireManager()
    // The pipeline had another name before.
    try removeUnits(unitNames(of: run.pipeline).filter { !wanted.contains($0) })
    try host.write(Array(units.service.utf8), to: path(units.serviceName))
    try host.write(Array(units.timer.utf8), to: path(units.timerName))
    try control("daemon-reload")
    try control("enable", "--now", units.timerName)
    return before
  }

  public func remove(pipeline: String) throws(ScheduleError) -> Bool {
    let names = try unitNames(of: pipeline)
    if names.isEmpty { return false }
    try requireManager()
    try removeUnits(names)
    try control("daemon-reload")
    return true
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// The files that were made for a pipeline, sorted.
  private func unitNames(of pipeline: String) throws(ScheduleError) -> [String] {
    var names: [String] = []
    for name in try host.list(folder) where SystemdUnits.isUnitName(name) {
      if let bytes = try host.read(path(name)), SystemdUnits.pipeline(ofUnit: bytes) == pipeline {
        names.append(name)
      }
    }
    return names
  }

  /// Stops and removes units. A run that is under way goes on to its end.
  private func removeUnits(_ names: [String]) throws(ScheduleError) {
    for name in names {
      if name.hasSuffix(".timer") { try control("disable", "--now", name) }
      try host.remove(path(name))
    }
  }

  /// Finds out before anything is changed whether systemd can be spoken to.
  private func requireManager() throws(ScheduleError) {
    let result = try host.run(["systemctl", "--user", "show", "--property=Version"], input: [])
    guard result.exitCode == 0 else { throw .noUserManager(explanation: result.explanation) }
  }

  private func control(_ arguments: String...) throws(ScheduleError) {
    let command = ["systemctl", "--user"] + arguments
    let result = try host.run(command, input: [])
    guard result.exitCode == 0 else {
      throw .programFailed(command, explanation: result.explanation)
    }
  }
}
