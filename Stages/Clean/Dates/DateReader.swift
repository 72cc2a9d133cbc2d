import TextKit

/// Reads dates as articles state them. A pure function of bytes: no clock, no locale.
///
/// Read are ISO 8601, RFC 2822, dates with a month's name in seven languages in either order, dates
/// in figures, and a time with its zone before or after. Fractions of seconds are left out. In
/// figures, `19.09.2023` has the day first; `03/04/2023` could be either and is not decided.
struct DateReader {
  /// What a text says at some place.
  enum Outcome: Equatable, Sendable {
    case date(DateValue)
    /// A date in figures of which day and month cannot be told apart.
    case ambiguous
  }

  /// A date found in a text and where it stands.
  struct Match: Equatable, Sendable {
    var range: Range<Int>
    var outcome: Outcome
  }

  /// The first date at or after `start`.
  static func first(in text: Span<UInt8>, from start: Int = 0) -> Match? {
    text.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let isWordStart = index == 0 || !isWordByte(bytes[index - 1])
        if isWordStart, isWordByte(bytes[index]) {
          var reader = DateReader(bytes: bytes, index: index)
          if let outcome = reader.readDateAndTime(), !isRest(outcome, bytes, index) {
            return Match(range: index..<reader.index, outcome: outcome)
          }
        }
        index += 1
      }
      return nil
    }
  }

  /// Whether this is what is left of an impossible date, as `February 2023` of `31 February 2023`.
  private static func isRest(
    _ outcome: Outcome, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    guard case .date(let value) = outcome, value.day == nil else { return false }
    var index = start
    while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == UInt8(ascii: ".") {
      index -= 1
    }
    return index > 0 && bytes[index - 1].isASCIIDigit
  }

  /// The date that a whole value states; what follows it does not matter.
  static func date(_ text: String) -> DateValue? {
    guard case .date(let value) = first(in: text.utf8.span)?.outcome else { return nil }
    return value
  }

  // The buffer is only valid inside `first`.
  let bytes: UnsafeBufferPointer<UInt8>
  var index: Int

  private mutating func readDateAndTime() -> Outcome? {
    let start = index
    var leadingTime: TimeValue?
    if let time = readTime() {
      leadingTime = time
      skipSeparators()
    }
    skipWeekday()
    guard var outcome = readDate() else {
      index = start
      // The figures before the date may be its day and not a time.
      return leadingTime == nil ? nil : readDateWithoutLeadingTime()
    }
    if case .date(var value) = outcome {
      if let leadingTime { value.time = leadingTime }
      if value.time == nil, value.day != nil { value.time = readTrailingTime() }
      guard value.isPossible else { return nil }
      outcome = .date(value)
    }
    return outcome
  }

  private mutating func readDateWithoutLeadingTime() -> Outcome? {
    guard let outcome = readDate() else { return nil }
    guard case .date(var value) = outcome else { return outcome }
    if value.day != nil { value.time = readTrailingTime() }
    return value.isPossible ? .date(value) : nil
  }

  // MARK: Dates

  private mutating func readDate() -> Outcome? {
    guard index < bytes.count else { return nil }
    if !bytes[index].isASCIIDigit { return readMonthFirst() }
    let start = index
    guard let number = readNumber(maximumDigits: 8) else { return nil }
    switch index - start {
    case 8: return readCompact(number)
    case 4: return readYearFirst(number)
    case 1, 2: return readDayFirst(number, start: start)
    default: return nil
    }
  }

  /// `20230919`.
  private func readCompact(_ number: Int) -> Outcome? {
    let value = DateValue(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    return value.isPossible ? .date(value) : nil
  }

  /// `2023-09-19`, `2023/9/19`, `2023-09`, `2023年9月19日`.
  private mutating func readYearFirst(_ year: Int) -> Outcome? {
    if take("年") {
      guard let month = readNumber(maximumDigits: 2), take("月") else { return nil }
      let end = index
      var value = DateValue(year: year, month: month)
      if let day = readNumber(maximumDigits: 2), take("日") { value.day = day } else { index = end }
      return .date(value)
    }
    guard let separator = peek(),
      separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
        || separator == UInt8(ascii: ".")
    else { return nil }
    index += 1
    guard let month = readNumber(maximumDigits: 2) else { return nil }
    var value = DateValue(year: year, month: month)
    let end = index
    if peek() == separator {
      index += 1
      if let day = readNumber(maximumDigits: 2) { value.day = day } else { index = end }
    } else if separator != UInt8(ascii: "-") {
      return nil
    }
    if let next = peek(), next.isASCIIDigit { return nil }
    return value.isPossible ? .date(value) : nil
  }

  /// `19 September 2023`, `19. September 2023`, `19th of September, 2023`, `19-Sep-2023`, and dates
  /// in figures.
  private mutating func readDayFirst(_ day: Int, start: Int) -> Outcome? {
    if let separator = peek(), let next = peek(1), next.isASCIIDigit {
      return readFigures(day, separator)
    }
    skipOrdinal()
    skip(" .-,")
    for word in ["of ", "de ", "di "] { if take(word) { break } }
    guard let month = readMonth() else { return nil }
    skip(" .,-/")
    for word in ["de ", "del ", "di "] { if take(word) { break } }
    guard let year = readYear() else { return nil }
    return .date(DateValue(year: year, month: month, day: day))
  }

  /// `19.09.2023`, `9/19/2023`, `19-09-2023`.
  private mutating func readFigures(_ first: Int, _ separator: UInt8) -> Outcome? {
    guard
      separator == UInt8(ascii: ".") || separator == UInt8(ascii: "/")
        || separator == UInt8(ascii: "-")
    else { return nil }
    index += 1
    guard let second = readNumber(maximumDigits: 2), peek() == separator else { return nil }
    index += 1
    guard let year = readYear() else { return nil }
    let dayFirst = DateValue(year: year, month: second, day: first)
    let monthFirst = DateValue(year: year, month: first, day: second)
    if separator == UInt8(ascii: ".") { return dayFirst.isPossible ? .date(dayFirst) : nil }
    switch (dayFirst.isPossible, monthFirst.isPossible) {
    case (true, true): return first == second ? .date(dayFirst) : .ambiguous
    case (true, false): return .date(dayFirst)
    case (false, true): return .date(monthFirst)
    case (false, false): return nil
    }
  }

  /// `September 19, 2023`, `Sept. 19th 2023`, `September 2023`, and `Sep 19 12:12:00 2023` with or
  /// without a zone before the year.
  private mutating func readMonthFirst() -> Outcome? {
    guard let month = readMonth() else { return nil }
    skip(" .,-")
    if let year = readYear() { return .date(DateValue(year: year, month: month)) }
    guard let day = readNumber(maximumDigits: 2) else { return nil }
    skipOrdinal()
    let afterDay = index
    skip(" .,-")
    if let year = readYear() { return .date(DateValue(year: year, month: month, day: day)) }
    index = afterDay
    skipSeparators()
    guard let time = readTime() else { return nil }
    skip(" ,")
    guard let year = readYear() else { return nil }
    return .date(DateValue(year: year, month: month, day: day, time: time))
  }

  private mutating func readMonth() -> Int? {
    let start = index
    if let month = DateWords.month(readWord()) { return month }
    index = start
    return nil
  }

  private mutating func readYear() -> Int? {
    let start = index
    if let year = readNumber(maximumDigits: 4), index - start == 4,
      !(peek().map(Self.isWordByte) ?? false) || peek() == UInt8(ascii: "T")
    {
      return year
    }
    index = start
    return nil
  }

  private mutating func skipOrdinal() {
    for suffix in ["st", "nd", "rd", "th", "er", "º"] { if take(suffix) { return } }
  }

  private mutating func skipWeekday() {
    let start = index
    if DateWords.isWeekday(readWord()) { skip(" .,") } else { index = start }
  }
}
