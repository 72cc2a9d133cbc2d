extension CronExpression {
  /// The values for `OnCalendar=` in a systemd timer that together mean the same: one, or two where
  /// either the day of month or the day of week is enough, which systemd cannot say in one.
  public var onCalendar: [String] {
    let months = "*-" + Self.list(self.months, in: 1...12)
    let days = Self.list(daysOfMonth, in: 1...31)
    let weekdays = daysOfWeek == 0x7F ? "" : Self.weekdayList(daysOfWeek) + " "
    let time = " \(Self.list(hours, in: 0...23)):\(Self.list(minutes, in: 0...59)):00"
    if !eitherDaySuffices { return ["\(weekdays)\(months)-\(days)\(time)"] }
    if weekdays.isEmpty || days == "*" { return ["\(months)-*\(time)"] }
    return ["\(months)-\(days)\(time)", "\(weekdays)\(months)-*\(time)"]
  }

  /// `*`, `08..18/2` for values that are evenly spaced, or `01,03,05..09`.
  private static func list(_ bits: UInt64, in range: ClosedRange<Int>) -> String {
    let values = bits.setBits
    if values.count == range.count { return "*" }
    if values.count >= 3 {
      let step = values[1] - values[0]
      let isEven = zip(values, values.dropFirst()).allSatisfy { $1 - $0 == step }
      // Never the short form `00/15`: with it systemd 252 misses times on the first of a month.
      if isEven, step > 1 {
        return "\(twoDigits(values[0]))..\(twoDigits(values[values.count - 1]))/\(step)"
      }
    }
    return spans(values, twoDigits)
  }

  /// systemd's weeks start with Monday.
  private static func weekdayList(_ bits: UInt64) -> String {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let days = (0..<7).filter { bits.contains(($0 + 1) % 7) }
    return spans(days) { names[$0] }
  }

  /// Ascending values with commas, and `..` where three or more follow each other.
  private static func spans(_ values: [Int], _ name: (Int) -> String) -> String {
    var parts: [String] = []
    var index = 0
    while index < values.count {
      var end = index
      while end + 1 < values.count, values[end + 1] == values[end] + 1 { end += 1 }
      if end - index >= 2 {
        parts.append("\(name(values[index]))..\(name(values[end]))")
      } else {
        parts += values[index...end].map(name)
      }
      index = end + 1
    }
    return parts.joined(separator: ",")
  }
}
