/// When a pipeline is due, in the language of crontabs and with the meaning that Debian's cron gives
/// it.
///
/// Five fields stand for minute, hour, day of month, month and day of week. Each is a list of values,
/// ranges (`1-5`) and `*`, the latter two with a step (`*/15`, `8-18/2`). Months and days of the week
/// have names of three letters; Sunday is 0 and 7. `@hourly`, `@daily` and their like are
/// abbreviations.
///
/// Two rules of cron surprise:
/// - Where both day of month and day of week are restricted, a day is due if *either* fits. A field
///   counts as restricted unless it starts with `*`, so that `*/2` is unrestricted in this sense,
///   and then *both* must fit.
/// - Where the minute or the hour starts with `*`, the expression follows the clock when that is
///   changed for summer time; otherwise it is a fixed time of the day, due once whatever the clock
///   does. See ``nextTimes(after:count:zone:scheduler:)``.
public struct CronExpression: Sendable, Equatable {
  /// The expression as it was written, with single blanks between the fields.
  public let text: String
  /// Bit n stands for value n, in each of the five.
  let minutes: UInt64
  let hours: UInt64
  let daysOfMonth: UInt64
  let months: UInt64
  /// Bit 0 is Sunday; bit 7 is not used.
  let daysOfWeek: UInt64
  /// Whether one of day of month and day of week is enough.
  let eitherDaySuffices: Bool
  /// Whether the expression runs with the clock, rather than naming times of the day.
  let followsClock: Bool

  /// Reads an expression.
  ///
  /// - Throws: the first mistake, with its column.
  public init(_ text: String) throws(CronExpressionError) {
    var parser = CronParser(text)
    let fields = try parser.parse()
    self.text = fields.text
    minutes = fields[.minute].values
    hours = fields[.hour].values
    daysOfMonth = fields[.dayOfMonth].values
    months = fields[.month].values
    let weekdays = fields[.dayOfWeek].values
    daysOfWeek = (weekdays | weekdays >> 7) & 0x7F
    eitherDaySuffices = !fields[.dayOfMonth].startsWithStar && !fields[.dayOfWeek].startsWithStar
    followsClock = fields[.minute].startsWithStar || fields[.hour].startsWithStar
    if !isEverDue {
      throw CronExpressionError(column: fields[.dayOfMonth].column, problem: .neverDue)
    }
  }

  /// Whether there is such a day at all. Each day of the year falls on each day of the week sooner or
  /// later.
  private var isEverDue: Bool {
    if eitherDaySuffices { return true }
    return (1...12).contains { month in
      months.contains(month) && daysOfMonth & (2 << UInt64(CivilDate.longest(month)) - 1) & ~1 != 0
    }
  }

  /// Whether the expression is due on a day at some time.
  func includes(_ date: CivilDate) -> Bool {
    guard months.contains(date.month) else { return false }
    let fitsMonth = daysOfMonth.contains(date.day)
    let fitsWeek = daysOfWeek.contains(date.weekday)
    return eitherDaySuffices ? fitsMonth || fitsWeek : fitsMonth && fitsWeek
  }
}

extension UInt64 {
  /// Whether the bit is set.
  func contains(_ bit: Int) -> Bool { self >> UInt64(bit) & 1 != 0 }

  /// The numbers of the bits that are set, ascending.
  var setBits: [Int] { (0..<64).filter(contains) }
}
