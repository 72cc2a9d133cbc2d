import TextKit

/// Times of day and their zones.
extension DateReader {
  mutating func readTrailingTime() -> TimeValue? {
    let start = index
    if peek() == UInt8(ascii: "T") { index += 1 } else { skipSeparators() }
    if let time = readTime() { return time }
    index = start
    return nil
  }

  /// `12:12`, `12:12:30.5`, `12:12 PM`, `2.30pm`, `3 p.m.`, `14h30`, `14.30 Uhr`, `1412 GMT`, each
  /// with a zone where one follows.
  mutating func readTime() -> TimeValue? {
    let start = index
    guard let first = readNumber(maximumDigits: 4) else { return nil }
    var time = TimeValue(hour: first, minute: 0)
    var isCertain = false
    /// `12.00`, which is a time only where a zone follows.
    var hasMinutes = false
    if index - start == 4 {
      time = TimeValue(hour: first / 100, minute: first % 100)
      if let next = peek(), next == UInt8(ascii: ":") || next == UInt8(ascii: "-") {
        index = start
        return nil
      }
    } else if take(":") {
      isCertain = readMinutesAndSeconds(&time)
    } else if peek() == UInt8(ascii: ".") || peek() == UInt8(ascii: "h") {
      let isFrench = peek() == UInt8(ascii: "h")
      let beforeMinutes = index
      index += 1
      let digits = index
      if let minute = readNumber(maximumDigits: 2), index - digits == 2 {
        time.minute = minute
        hasMinutes = true
      } else {
        index = isFrench ? beforeMinutes + 1 : beforeMinutes
      }
      isCertain = isFrench
    }
    if let isAfternoon = readHalfOfDay() {
      guard (1...12).contains(time.hour), index - start > 2 else {
        index = start
        return nil
      }
      time.hour = time.hour % 12 + (isAfternoon ? 12 : 0)
      isCertain = true
    } else if take(" Uhr") {
      isCertain = true
    }
    let hadZone = readZone(&time)
    if index < bytes.count, Self.isWordByte(bytes[index]) { isCertain = false }
    guard isCertain || (hadZone && (hasMinutes || time.hour * 100 + time.minute == first)) else {
      index = start
      return nil
    }
    guard time.hour < 24, time.minute < 60, time.second ?? 0 < 60 else {
      index = start
      return nil
    }
    return time
  }

  private mutating func readMinutesAndSeconds(_ time: inout TimeValue) -> Bool {
    let start = index
    guard let minute = readNumber(maximumDigits: 2), index - start == 2 else { return false }
    time.minute = minute
    let afterMinute = index
    if take(":"), let second = readNumber(maximumDigits: 2) {
      time.second = second
      let afterSecond = index
      if take(".") || take(",") {
        if readNumber(maximumDigits: 9) == nil { index = afterSecond }
      }
    } else {
      index = afterMinute
    }
    return true
  }

  /// `am`, `PM`, `p.m.`; the result says whether it is the afternoon.
  private mutating func readHalfOfDay() -> Bool? {
    let start = index
    skip(" ")
    if index + 1 < bytes.count {
      let letter = bytes[index].lowercasedASCII
      var next = index + 1
      if bytes[next] == UInt8(ascii: ".") { next += 1 }
      if letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"), next < bytes.count,
        bytes[next].lowercasedASCII == UInt8(ascii: "m")
      {
        index = next + 1
        if next == start + 2 || bytes[next - 1] == UInt8(ascii: ".") { _ = take(".") }
        if index == bytes.count || !Self.isWordByte(bytes[index]) {
          return letter == UInt8(ascii: "p")
        }
      }
    }
    index = start
    return nil
  }

  /// A zone after a time; what cannot be one is left where it is.
  private mutating func readZone(_ time: inout TimeValue) -> Bool {
    let start = index
    skip(" ")
    let isInParentheses = take("(")
    let wordStart = index
    if let zone = DateWords.zone(readWord()) {
      if case .offset(let minutes) = zone {
        time.offset = minutes
        let afterName = index
        if minutes == 0, let shift = readOffset(isAttached: true) {
          time.offset = shift
        } else {
          index = afterName
        }
      }
      if isInParentheses { _ = take(")") }
      return true
    }
    index = wordStart
    if let offset = readOffset(isAttached: wordStart == start) {
      time.offset = offset
      skipZoneComment()
      return true
    }
    index = start
    return false
  }

  /// `+08:00`, `+0800`, and, directly behind a time or a zone's name, `+08` and `+8`.
  private mutating func readOffset(isAttached: Bool) -> Int? {
    guard let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    index += 1
    let start = index
    guard let number = readNumber(maximumDigits: 4) else { return nil }
    var minutes: Int
    switch index - start {
    case 4: minutes = number / 100 * 60 + number % 100
    case 1, 2:
      minutes = number * 60
      if take(":") {
        guard let rest = readNumber(maximumDigits: 2), rest < 60 else { return nil }
        minutes += rest
      } else if !isAttached {
        return nil
      }
    default: return nil
    }
    guard minutes <= 14 * 60 else { return nil }
    return sign == UInt8(ascii: "-") ? -minutes : minutes
  }

  /// `(CST)` behind an offset.
  private mutating func skipZoneComment() {
    let start = index
    if take(" ("), readWord() != 0, take(")") { return }
    index = start
  }
}
