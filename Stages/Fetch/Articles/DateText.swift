import TextKit

/// Reads a date as JSON, feeds and mail give it, and brings it into the form of the record.
///
/// Two families are read: ISO 8601 (`2023-09-19`, `2023-09-19T12:12:00+08:00`, also with a space in
/// place of the `T`) and RFC 2822 (`Tue, 19 Sep 2023 12:12:00 +0800`).
struct DateText {
  private var bytes: [UInt8]
  private var position = 0

  /// The date in ISO 8601, to the precision given and with a zone only where one is named; `nil`
  /// for anything else.
  static func normalised(_ text: String) -> String? {
    var iso = DateText(bytes: Array(text.utf8))
    if let date = iso.readISODate() { return date }
    var mail = DateText(bytes: Array(text.utf8))
    return mail.readMailDate()
  }

  private init(bytes: [UInt8]) {
    // What is longer is no date, whatever it starts with.
    self.bytes = bytes.count > 100 ? [] : bytes
  }

  private mutating func readISODate() -> String? {
    skipSpace()
    guard let year = readDigits(4...4), take("-"), let month = readDigits(2...2) else { return nil }
    var result = "\(padded(year, 4))-\(padded(month))"
    guard (1...12).contains(month) else { return nil }
    if take("-") {
      guard let day = readDigits(2...2), Self.isDay(day, month, year) else { return nil }
      result += "-" + padded(day)
      if take("T") || take("t") || isFollowedByTime() {
        guard let time = readTime(fraction: true) else { return nil }
        result += "T" + time
        skipSpace()
        if position < bytes.count {
          guard let zone = readNumericZone() else { return nil }
          result += zone
        }
      }
    }
    skipSpace()
    return position == bytes.count ? result : nil
  }

  private mutating func readMailDate() -> String? {
    skipSpace()
    if let letters = readLetters() {
      guard letters.count >= 3 else { return nil }
      _ = take(",")
      skipSpace()
    }
    guard let day = readDigits(1...2) else { return nil }
    skipSpaceOrHyphen()
    guard let name = readLetters(), let month = Self.month(named: name) else { return nil }
    skipSpaceOrHyphen()
    let yearStart = position
    guard var year = readDigits(2...4) else { return nil }
    // RFC 2822 §4.3: two digits below 50 mean this century, others the last one, as three do.
    let digits = position - yearStart
    if digits == 2 { year += year < 50 ? 2000 : 1900 } else if digits == 3 { year += 1900 }
    guard Self.isDay(day, month, year) else { return nil }
    skipSpace()
    let date = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
    guard position < bytes.count else { return date }
    guard let time = readTime(fraction: false) else { return nil }
    skipSpace()
    let zone = readMailZone()
    skipSpace()
    // What follows in parentheses repeats the zone.
    guard let zone, position == bytes.count || bytes[position] == UInt8(ascii: "(") else {
      return nil
    }
    return "\(date)T\(time)\(zone)"
  }

  private mutating func readTime(fraction: Bool) -> String? {
    guard let hour = readDigits(1...2), hour < 24, take(":"), let minute = readDigits(2...2),
      minute < 60
    else { return nil }
    var result = "\(padded(hour)):\(padded(minute))"
    if take(":") {
      guard let second = readDigits(2...2), second <= 60 else { return nil }
      result += ":" + padded(second)
      if fraction, take(".") || take(",") {
        let start = position
        while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
        guard position > start else { return nil }
        result += "." + String(decoding: bytes[start..<position], as: UTF8.self)
      }
    }
    return result
  }

  /// `Z`, `+08:00`, `+0800` or `+08`.
  private mutating func readNumericZone() -> String? {
    if take("Z") || take("z") { return "Z" }
    let sign: String
    if take("+") { sign = "+" } else if take("-") { sign = "-" } else { return nil }
    guard let hours = readDigits(2...2), hours < 24 else { return nil }
    let hasColon = take(":")
    let minutes = readDigits(2...2)
    guard minutes ?? 0 < 60, minutes != nil || !hasColon else { return nil }
    return "\(sign)\(padded(hours)):\(padded(minutes ?? 0))"
  }

  /// A zone in numbers, or one of the names of RFC 2822; empty where there is none or where it is
  /// said to be unknown.
  private mutating func readMailZone() -> String? {
    if position == bytes.count { return "" }
    if let zone = readNumericZone() { return zone == "-00:00" ? "" : zone }
    switch readLetters() {
    case "gmt", "ut", "utc": return "Z"
    case "edt": return "-04:00"
    case "est", "cdt": return "-05:00"
    case "cst", "mdt": return "-06:00"
    case "mst", "pdt": return "-07:00"
    case "pst": return "-08:00"
    default: return nil
    }
  }

  /// Whether a space and a digit come next: the usual way to leave out the `T`.
  private mutating func isFollowedByTime() -> Bool {
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: " "),
      bytes[position + 1].isASCIIDigit
    else { return false }
    position += 1
    return true
  }

  private mutating func readDigits(_ lengths: ClosedRange<Int>) -> Int? {
    var value = 0
    var length = 0
    while position < bytes.count, length < lengths.upperBound, bytes[position].isASCIIDigit {
      value = value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
      length += 1
    }
    return lengths.contains(length) ? value : nil
  }

  private mutating func readLetters() -> String? {
    let start = position
    while position < bytes.count, bytes[position].isASCIILetter { position += 1 }
    guard position > start else { return nil }
    return String(decoding: bytes[start..<position].map(\.lowercasedASCII), as: UTF8.self)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isASCIIWhitespace { position += 1 }
  }

  private mutating func skipSpaceOrHyphen() {
    skipSpace()
    if take("-") { skipSpace() }
  }

  private func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func month(named name: String) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return names.firstIndex { name.hasPrefix($0) }.map { $0 + 1 }
  }

  private static func isDay(_ day: Int, _ month: Int, _ year: Int) -> Bool {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length =
      switch month {
      case 2: isLeapYear ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    return (1...length).contains(day)
  }
}
