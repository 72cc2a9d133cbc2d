import Foundation
import Testing

@testable import Schedule

private func nextTimes(
  _ expression: String, after: String, in identifier: String, count: Int = 3,
  by scheduler: Scheduler = .cron
) throws -> [String] {
  try CronExpression(expression).nextTimes(
    after: moment(after), count: count, zone: zone(identifier), scheduler: scheduler
  ).map(\.description)
}

@Suite struct DueTimesTests {
  @Test func areLaterThanTheGivenMoment() throws {
    #expect(
      try nextTimes("15 3 * * *", after: "2024-02-28 03:15", in: "UTC") == [
        "2024-02-29 03:15 WINTER (+00:00)", "2024-03-01 03:15 WINTER (+00:00)",
        "2024-03-02 03:15 WINTER (+00:00)",
      ])
    #expect(
      try nextTimes("15 3 * * *", after: "2024-02-28 03:14", in: "UTC", count: 1)
        == ["2024-02-28 03:15 WINTER (+00:00)"])
  }

  @Test func needOneOfTwoDaysUnlessOneStartsWithAStar() throws {
    // 1 April 2024 was a Monday.
    #expect(
      try nextTimes("0 0 3,10 * mon", after: "2024-04-01 00:00", in: "UTC", count: 4) == [
        "2024-04-03 00:00 WINTER (+00:00)", "2024-04-08 00:00 WINTER (+00:00)",
        "2024-04-10 00:00 WINTER (+00:00)", "2024-04-15 00:00 WINTER (+00:00)",
      ])
    #expect(
      try nextTimes("0 0 */7 * mon", after: "2024-04-01 00:00", in: "UTC", count: 2) == [
        "2024-04-08 00:00 WINTER (+00:00)", "2024-04-15 00:00 WINTER (+00:00)",
      ])
    #expect(
      try nextTimes("0 0 3 * */7", after: "2024-04-01 00:00", in: "UTC", count: 1)
        == ["2024-11-03 00:00 WINTER (+00:00)"])
  }

  @Test func haveTheOffsetOfTheirZone() throws {
    #expect(
      try nextTimes("30 5 * * *", after: "2024-06-01 00:01", in: "Asia/Kolkata", count: 1)
        == ["2024-06-02 05:30 WINTER (+05:30)"])
    #expect(
      try nextTimes("30 5 * * *", after: "2024-06-01 00:00", in: "America/New_York", count: 1)
        == ["2024-06-01 05:30 SUMMER (-04:00)"])
  }

  @Test func leaveOutTheAbbreviationOfZonesThatHaveNone() {
    let offset = Zone.Offset(seconds: -12_600, abbreviation: "-0330")
    #expect(DueTime(instant: 0, offset: offset).description == "1969-12-31 20:30 (-03:30)")
  }

  // In Berlin on 31 March 2024 the clocks went from 02:00 to 03:00.
  @Test func cronMakesUpForFixedTimesInASkippedHour() throws {
    #expect(
      try nextTimes("30 2 * * *", after: "2024-03-30 12:00", in: "Europe/Berlin") == [
        "2024-03-31 03:00 SUMMER (+02:00)", "2024-04-01 02:30 SUMMER (+02:00)",
        "2024-04-02 02:30 SUMMER (+02:00)",
      ])
    #expect(
      try nextTimes("0,20,40 2,3 * * *", after: "2024-03-31 00:59", in: "Europe/Berlin", count: 4)
        == [
          "2024-03-31 03:00 SUMMER (+02:00)", "2024-03-31 03:20 SUMMER (+02:00)",
          "2024-03-31 03:40 SUMMER (+02:00)", "2024-04-01 02:00 SUMMER (+02:00)",
        ])
  }

  @Test func cronSkipsTheHourForWhatFollowsTheClock() throws {
    #expect(
      try nextTimes("*/30 2 * * *", after: "2024-03-30 12:00", in: "Europe/Berlin", count: 1)
        == ["2024-04-01 02:00 SUMMER (+02:00)"])
    #expect(
      try nextTimes("30 * * * *", after: "2024-03-31 00:00", in: "Europe/Berlin") == [
        "2024-03-31 01:30 WINTER (+01:00)", "2024-03-31 03:30 SUMMER (+02:00)",
        "2024-03-31 04:30 SUMMER (+02:00)",
      ])
  }

  // In Berlin on 27 October 2024 the clocks went from 03:00 to 02:00.
  @Test func cronTakesFixedTimesOfADoubledHourOnce() throws {
    #expect(
      try nextTimes("30 2 * * *", after: "2024-10-26 12:00", in: "Europe/Berlin", count: 2) == [
        "2024-10-27 02:30 SUMMER (+02:00)", "2024-10-28 02:30 WINTER (+01:00)",
      ])
    // Asked in between the two.
    #expect(
      try nextTimes("30 2 * * *", after: "2024-10-27 01:10", in: "Europe/Berlin", count: 1)
        == ["2024-10-28 02:30 WINTER (+01:00)"])
  }

  @Test func cronTakesADoubledHourTwiceForWhatFollowsTheClock() throws {
    #expect(
      try nextTimes("30 * * * *", after: "2024-10-27 00:00", in: "Europe/Berlin") == [
        "2024-10-27 02:30 SUMMER (+02:00)", "2024-10-27 02:30 WINTER (+01:00)",
        "2024-10-27 03:30 WINTER (+01:00)",
      ])
  }

  @Test func systemdSkipsAndRepeatsNothing() throws {
    #expect(
      try nextTimes(
        "30 2 * * *", after: "2024-03-30 12:00", in: "Europe/Berlin", count: 1, by: .systemd)
        == ["2024-04-01 02:30 SUMMER (+02:00)"])
    #expect(
      try nextTimes(
        "30 * * * *", after: "2024-10-27 00:00", in: "Europe/Berlin", count: 2, by: .systemd)
        == ["2024-10-27 02:30 SUMMER (+02:00)", "2024-10-27 03:30 WINTER (+01:00)"])
  }

  @Test func seeTheChangesInNewYork() throws {
    #expect(
      try nextTimes("15 2 * * *", after: "2024-03-09 12:00", in: "America/New_York", count: 2) == [
        "2024-03-10 03:00 SUMMER (-04:00)", "2024-03-11 02:15 SUMMER (-04:00)",
      ])
    #expect(
      try nextTimes("@hourly", after: "2024-11-03 04:30", in: "America/New_York") == [
        "2024-11-03 01:00 SUMMER (-04:00)", "2024-11-03 01:00 WINTER (-05:00)",
        "2024-11-03 02:00 WINTER (-05:00)",
      ])
  }

  @Test func areFoundFarAway() throws {
    // 2100 is no leap year.
    #expect(
      try nextTimes("0 0 29 2 *", after: "2093-01-01 00:00", in: "UTC", count: 2) == [
        "2096-02-29 00:00 WINTER (+00:00)", "2104-02-29 00:00 WINTER (+00:00)",
      ])
    // The next 29 February on a Sunday.
    #expect(
      try nextTimes("0 0 29 2 */7", after: "2088-03-01 00:00", in: "UTC", count: 1)
        == ["2128-02-29 00:00 WINTER (+00:00)"])
  }

  @Test func areNoneWhereNoneAreWanted() throws {
    let expression = try CronExpression("* * * * *")
    let zone = try zone("UTC")
    #expect(expression.nextTimes(after: 0, count: 0, zone: zone).isEmpty)
    #expect(expression.nextTimes(after: 0, count: -1, zone: zone).isEmpty)
    #expect(expression.nextTimes(after: 59, count: 2, zone: zone).map(\.instant) == [60, 120])
  }

  @Test func datesAreThoseOfTheCalendar() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for days in stride(from: -130_000, through: 200_000, by: 211) {
      let date = CivilDate(daysSince1970: days)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(days) * 86_400))
      #expect(parts.year == date.year && parts.month == date.month && parts.day == date.day)
      #expect(parts.weekday == date.weekday + 1)
    }
  }

  @Test func theZoneOfTheSystemIsThatOfTheProcess() {
    let zone = Zone.system
    for instant in stride(from: 1_600_000_000, through: 1_800_000_000, by: 9_999_999) {
      let date = Date(timeIntervalSince1970: Double(instant))
      #expect(zone.offset(at: instant).seconds == TimeZone.current.secondsFromGMT(for: date))
      #expect(!zone.offset(at: instant).abbreviation.isEmpty)
    }
  }
}
