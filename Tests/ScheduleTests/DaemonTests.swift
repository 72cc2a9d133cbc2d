import Foundation
import Testing

@testable import Schedule

/// A field of an expression, made together with its meaning, so that the reader is not tested with
/// itself.
private struct RandomField {
  var text: String
  var values: Set<Int>
  var startsWithStar: Bool { text.hasPrefix("*") }

  init(_ range: ClosedRange<Int>, any: Double, _ random: inout SeededRandom) {
    let step = Int.random(in: 2...(range.count / 2), using: &random)
    let low = Int.random(in: range, using: &random)
    let high = Int.random(in: low...range.upperBound, using: &random)
    if Double.random(in: 0..<1, using: &random) < any {
      (text, values) = ("*", Set(range))
    } else {
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        (text, values) = (
          "*/\(step)", Set(stride(from: range.lowerBound, through: range.upperBound, by: step))
        )
      case 1: (text, values) = ("\(low)-\(high)", Set(low...high))
      case 2:
        (text, values) = ("\(low)-\(high)/\(step)", Set(stride(from: low, through: high, by: step)))
      default: (text, values) = ("\(high),\(low)", [low, high])
      }
    }
  }
}

private struct RandomExpression {
  let minute, hour, dayOfMonth, month, dayOfWeek: RandomField

  init(_ random: inout SeededRandom) {
    minute = RandomField(0...59, any: 0.1, &random)
    hour = RandomField(0...23, any: 0.4, &random)
    dayOfMonth = RandomField(1...31, any: 0.6, &random)
    month = RandomField(1...12, any: 0.9, &random)
    dayOfWeek = RandomField(0...7, any: 0.6, &random)
  }

  var text: String {
    [minute, hour, dayOfMonth, month, dayOfWeek].map(\.text).joined(separator: " ")
  }

  var isWild: Bool { minute.startsWithStar || hour.startsWithStar }

  /// Whether the expression is due when clocks show a minute, counted from the beginning of 1970.
  func isDue(_ clock: Int) -> Bool {
    // Most minutes are ruled out at once.
    guard minute.values.contains(clock % 60), hour.values.contains(clock / 60 % 24) else {
      return false
    }
    var seconds = time_t(clock * 60)
    var time = tm()
    gmtime_r(&seconds, &time)
    let day = dayOfMonth.values.contains(Int(time.tm_mday))
    let weekday =
      dayOfWeek.values.contains(Int(time.tm_wday))
      || time.tm_wday == 0 && dayOfWeek.values.contains(7)
    return month.values.contains(Int(time.tm_mon) + 1)
      && (dayOfMonth.startsWithStar || dayOfWeek.startsWithStar ? day && weekday : day || weekday)
  }
}

/// The main loop of Debian's cron, which wakes each minute and compares the clock with the minute up
/// to which it has run everything.
private func cronStarts(
  _ expression: RandomExpression, _ clocks: [(instant: Int, clock: Int)]
) -> [Int] {
  var starts: [Int] = []
  var virtual = clocks[0].clock
  for (instant, clock) in clocks.dropFirst() {
    var isStarted = false
    func find(_ time: Int, wild: Bool, fixed: Bool) {
      if expression.isWild ? wild : fixed, expression.isDue(time) { isStarted = true }
    }
    switch clock - virtual {
    case 1...5:
      repeat {
        virtual += 1
        find(virtual, wild: true, fixed: true)
      } while virtual < clock
    case 6...180:
      find(clock, wild: true, fixed: false)
      repeat {
        virtual += 1
        find(virtual, wild: false, fixed: true)
      } while virtual < clock
    case -179...0: find(clock, wild: true, fixed: false)
    default:
      virtual = clock
      find(clock, wild: true, fixed: true)
    }
    if isStarted { starts.append(instant) }
  }
  return starts
}

/// systemd takes each minute of the clock at most once.
private func systemdStarts(
  _ expression: RandomExpression, _ clocks: [(instant: Int, clock: Int)]
) -> [Int] {
  var latest = Int.min
  return clocks.compactMap { instant, clock in
    defer { latest = max(latest, clock) }
    return clock > latest && expression.isDue(clock) ? instant : nil
  }
}

@Suite struct DaemonTests {
  @Test(arguments: [
    // Changes by an hour forwards and backwards.
    ("Europe/Berlin", "2024-03-30 12:00"), ("Europe/Berlin", "2024-10-26 12:00"),
    ("America/New_York", "2024-03-09 16:00"), ("America/New_York", "2024-11-02 16:00"),
    // By half an hour, at midnight, by two hours.
    ("Australia/Lord_Howe", "2024-04-06 02:00"), ("Australia/Lord_Howe", "2024-10-05 02:00"),
    ("America/Santiago", "2024-09-07 12:00"), ("America/Santiago", "2024-04-06 12:00"),
    ("Antarctica/Troll", "2024-03-30 12:00"), ("Antarctica/Troll", "2024-10-26 12:00"),
    // A whole day that is skipped, and three hours that come twice.
    ("Pacific/Apia", "2011-12-29 20:00"), ("Antarctica/Casey", "2010-03-04 04:00"),
    // None.
    ("Asia/Kolkata", "2024-02-28 12:00"), ("UTC", "2024-12-31 12:00"),
  ])
  func dueTimesAreThoseAtWhichTheDaemonStartsJobs(_ identifier: String, _ start: String) throws {
    let zone = try zone(identifier)
    // The daemon has been running for a day.
    let first = try moment(start)
    let minutes = (-1440..<2 * 1440).map { first + $0 * 60 }
    let clocks = minutes.map { ($0, floorDivide($0 + zone.offset(at: $0).seconds, 60)) }
    var random = SeededRandom(UInt64(first))
    for _ in 0..<25 {
      let expression = RandomExpression(&random)
      guard let parsed = try? CronExpression(expression.text) else { continue }
      for (scheduler, starts) in [
        (Scheduler.cron, cronStarts(expression, clocks)),
        (Scheduler.systemd, systemdStarts(expression, clocks)),
      ] {
        let expected = starts.filter { $0 > first }
        let times = parsed.nextTimes(
          after: first, count: expected.count, zone: zone, scheduler: scheduler
        ).map(\.instant)
        #expect(times == expected, "\(scheduler) \(expression.text)")
      }
    }
  }
}
