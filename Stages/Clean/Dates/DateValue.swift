import TextKit

/// A date and time as far as they are given.
struct DateValue: Equatable, Sendable {
  var year: Int
  var month: Int?
  var day: Int?
  var time: TimeValue?

  /// ISO 8601 to the precision given.
  var iso: String {
    var bytes: [UInt8] = []
    bytes.append(decimal: year)
    if let month { bytes.append(separator: "-", twoDigits: month) }
    if let day { bytes.append(separator: "-", twoDigits: day) }
    if let time {
      bytes.append(separator: "T", twoDigits: time.hour)
      bytes.append(separator: ":", twoDigits: time.minute)
      if let second = time.second { bytes.append(separator: ":", twoDigits: second) }
      if let offset = time.offset {
        if offset == 0 {
          bytes.append("Z")
        } else {
          bytes.append(separator: offset < 0 ? "-" : "+", twoDigits: abs(offset) / 60)
          bytes.append(separator: ":", twoDigits: abs(offset) % 60)
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether this lies before `other`: compared to the coarser precision of the two, and their
  /// times only where both name a zone or neither does.
  func precedes(_ other: DateValue) -> Bool {
    guard let month, let day, let otherMonth = other.month, let otherDay = other.day else {
      return (year, month ?? 0) < (other.year, other.month ?? month ?? 0)
    }
    let days = Self.dayNumber(year, month, day)
    let otherDays = Self.dayNumber(other.year, otherMonth, otherDay)
    guard let time, let otherTime = other.time else { return days < otherDays }
    if (time.offset == nil) != (otherTime.offset == nil) { return days + 1 < otherDays }
    let minutes = days * 1440 + time.hour * 60 + time.minute - (time.offset ?? 0)
    let otherMinutes =
      otherDays * 1440 + otherTime.hour * 60 + otherTime.minute - (otherTime.offset ?? 0)
    return minutes < otherMinutes
  }

  /// Days since some day, by counting years from March.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
      + (monthFromMarch * 153 + 2) / 5 + day
  }

  /// Whether year, month and day name a day that exists, in the years that news come from.
  var isPossible: Bool {
    guard (1600...2199).contains(year) else { return false }
    guard let month else { return day == nil }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}

/// A time of day.
struct TimeValue: Equatable, Sendable {
  var hour: Int
  var minute: Int
  var second: Int?
  /// Minutes east of Greenwich, where a zone is named.
  var offset: Int?
}

extension [UInt8] {
  fileprivate mutating func append(separator: Unicode.Scalar, twoDigits number: Int) {
    append(UInt8(ascii: separator))
    append(UInt8(ascii: "0") + UInt8(number / 10))
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
