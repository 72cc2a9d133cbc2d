/// A moment at which a schedule is due.
public struct DueTime: Sendable, Equatable, CustomStringConvertible {
  /// Seconds since 1970.
  public let instant: Int
  /// What clocks show then.
  public let offset: Zone.Offset

  /// `2024-03-31 03:30 CEST (+02:00)`
  public var description: String {
    let minutes = floorDivide(instant + offset.seconds, 60)
    let days = floorDivide(minutes, 24 * 60)
    let date = CivilDate(daysSince1970: days)
    let minute = minutes - days * 24 * 60
    let east = abs(offset.seconds) / 60
    // Zones without an abbreviation of their own have the offset in its place.
    let hasName = !offset.abbreviation.hasPrefix("+") && !offset.abbreviation.hasPrefix("-")
    return "\(date.year)-\(twoDigits(date.month))-\(twoDigits(date.day))"
      + " \(twoDigits(minute / 60)):\(twoDigits(minute % 60))"
      + (hasName ? " \(offset.abbreviation)" : "")
      + " (\(offset.seconds < 0 ? "-" : "+")\(twoDigits(east / 60)):\(twoDigits(east % 60)))"
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// Who starts the runs. They differ on the days when clocks are changed.
public enum Scheduler: String, Sendable, CaseIterable {
  case cron
  case systemd
}

extension CronExpression {
  /// The next moments after `instant` at which the expression is due, ascending.
  ///
  /// What happens when clocks are changed depends on who watches them:
  /// - cron: fixed times of the day are due once. Those in an hour that is skipped are made up for at
  ///   once after it, those in an hour that comes twice are due the first time. An expression whose
  ///   minute or hour starts with `*` follows the clock: it is not due in an hour that is skipped, and
  ///   due twice in an hour that comes twice. Changes of more than three hours are no summer time to
  ///   cron; it goes on from the new time.
  /// - systemd: nothing is due in an hour that is skipped, and nothing is made up for; in an hour that
  ///   comes twice everything is due the first time only.
  ///
  /// - Returns: `count` moments; fewer if no more come within 41 years, in which the 29th of February
  ///   falls on each day of the week.
  public func nextTimes(
    after instant: Int, count: Int, zone: Zone, scheduler: Scheduler = .cron
  ) -> [DueTime] {
    let day = 24 * 60 * 60
    let threeHours = 3 * 60
    let horizon = instant + 41 * 366 * day
    // A day early, because a change of the clocks shortly before may still matter.
    var position = floorDivide(instant, 60) * 60 - day
    // The minute, as clocks show it, before which everything has had its turn.
    var reached = floorDivide(position + zone.offset(at: position).seconds, 60)
    var times: [DueTime] = []
    while position < horizon, times.count < count {
      // Between two changes the clocks run evenly.
      let offset = zone.offset(at: position)
      let change = zone.firstChange(after: position, before: position + day)
      let clock = floorDivide(position + offset.seconds, 60)
      let clockAtChange = floorDivide(change + offset.seconds, 60)

      var minutes: [Int] = []
      if clock > reached, clock - reached < threeHours, scheduler == .cron, !followsClock,
        !dueMinutes(in: reached..<clock).isEmpty
      {
        minutes.append(clock)
      }
      if reached - clock > threeHours { reached = clock }
      let comesTwice = followsClock && scheduler == .cron
      let start = comesTwice ? clock : min(max(clock, reached), clockAtChange)
      minutes += dueMinutes(in: start..<clockAtChange)

      for minute in minutes {
        let due = DueTime(instant: minute * 60 - offset.seconds, offset: offset)
        if due.instant > max(instant, times.last?.instant ?? instant) { times.append(due) }
      }
      reached = max(reached, clockAtChange)
      position = change
    }
    return Array(times.prefix(max(0, count)))
  }

  /// The due minutes of a range, as a clock shows them, counted from the beginning of 1970.
  private func dueMinutes(in range: Range<Int>) -> [Int] {
    guard !range.isEmpty else { return [] }
    let minutesOfDay = 24 * 60
    let days =
      floorDivide(range.lowerBound, minutesOfDay)...floorDivide(range.upperBound - 1, minutesOfDay)
    var result: [Int] = []
    for day in days where includes(CivilDate(daysSince1970: day)) {
      for hour in hours.setBits {
        for minute in minutes.setBits {
          let time = day * minutesOfDay + hour * 60 + minute
          if range.contains(time) { result.append(time) }
        }
      }
    }
    return result
  }
}
