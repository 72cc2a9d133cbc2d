import TextKit

/// A day of the Gregorian calendar.
struct CalendarDate: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// - Returns: `nil` for a day that does not exist, or a year that is not four digits long.
  init?(year: Int, month: Int, day: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that an ISO 8601 date or date and time begins with.
  init?(iso text: String) {
    let bytes = Array(text.utf8.prefix(10))
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte.isASCIIDigit else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// Easter Sunday of the Western churches (the Gregorian computus of Meeus, Jones and Butcher).
  init?(easterOf year: Int) {
    let (cycle, century, rest) = (year % 19, year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * cycle + century - century / 4 - correction + 15) % 30
    let wait = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let late = (cycle + 11 * epact + 22 * wait) / 451
    let sum = epact + wait - 7 * late + 114
    self.init(year: year, month: sum / 31, day: sum % 31 + 1)
  }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 (the algorithm of Howard Hinnant's `days_from_civil`).
  var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// From 1 for Monday to 7 for Sunday.
  var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// The day so many days later, which is expected to be near.
  func advanced(by days: Int) -> CalendarDate? {
    var (year, month, day) = (year, month, day + days)
    while day < 1 {
      month -= 1
      if month == 0 { (year, month) = (year - 1, 12) }
      day += Self.length(ofMonth: month, in: year)
    }
    while day > Self.length(ofMonth: month, in: year) {
      day -= Self.length(ofMonth: month, in: year)
      month += 1
      if month == 13 { (year, month) = (year + 1, 1) }
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The day of that weekday in the same week, which begins on Monday.
  func day(_ weekday: Int) -> CalendarDate? { advanced(by: weekday - self.weekday) }

  /// The ISO 8601 week that the day is in, as `2023-W38`.
  var isoWeek: String? {
    // A week belongs to the year of its Thursday.
    guard let thursday = day(4), let first = CalendarDate(year: thursday.year, month: 1, day: 1)
    else { return nil }
    let week = (thursday.dayNumber - first.dayNumber) / 7 + 1
    return "\(thursday.year)-W\(Self.twoDigits(week))"
  }

  /// The same day so many months later, or the last one of a shorter month.
  func advanced(byMonths months: Int) -> CalendarDate? {
    let month = year * 12 + self.month - 1 + months
    guard month > 0 else { return nil }
    let (newYear, newMonth) = (month / 12, month % 12 + 1)
    return CalendarDate(
      year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, in: newYear)))
  }

  var iso: String { "\(Self.iso(year: year, month: month))-\(Self.twoDigits(day))" }

  static func iso(year: Int, month: Int) -> String { "\(year)-\(twoDigits(month))" }

  static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
