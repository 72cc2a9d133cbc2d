import TextKit

/// Reads dates as articles state them. A pure function of bytes: no clock, no locale.
///
/// Read are ISO 8601, RFC 2822, dates with a month's name in sixteen languages in either order, dates
/// in figures, and a time with its zone before or after. Fractions of seconds are left out. In
/// figures, `19.09.2023` has the day first; `03/04/2023` could be either and is not decided here.
struct DateReader {
  /// What a text says at some place.
  enum Outcome: Equatable, Sendable {
    case date(DateValue)
    /// A date in figures of which day and month cannot be told apart: what it is if the day comes first.
    case ambiguous(dayFirst: DateValue)
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
        // Figures may stand behind marks that are no ASCII, such as dashes and no-break spaces.
        let isWordStart =
          index == 0 || !isWordByte(bytes[index - 1])
          || bytes[index].isASCIIDigit && bytes[index - 1] >= 0x80
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
    if let leadingTime { outcome.time = leadingTime }
    return readTime(of: outcome)
  }

  private mutating func readDateWithoutLeadingTime() -> Outcome? {
    readDate().flatMap { readTime(of: $0) }
  }

  /// Adds the time that follows a day, unless one stood before it; `nil` if there is no such day.
  private mutating func readTime(of outcome: Outcome) -> Outcome? {
    var outcome = outcome
    if outcome.time == nil, outcome.value.day != nil { outcome.time = readTrailingTime() }
    return outcome.value.isPossible ? outcome : nil
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

  /// `2023-09-19`, `2023/9/19`, `2023/sep/19`, `2023-09`, `2023年9月19日`.
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
    guard let month = readNumber(maximumDigits: 2) ?? readMonth() else { return nil }
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
    if let separator = peek(), let next = peek(1) {
      if next.isASCIIDigit { return readFigures(day, separator) }
      // `19. 9. 2023`
      if separator == UInt8(ascii: "."), next == 0x20, peek(2)?.isASCIIDigit == true {
        return readFigures(day, separator)
      }
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

  /// `19.09.2023`, `19.09.23`, `19. 9. 2023`, `9/19/2023`, `19-09-2023`.
  private mutating func readFigures(_ first: Int, _ separator: UInt8) -> Outcome? {
    guard
      separator == UInt8(ascii: ".") || separator == UInt8(ascii: "/")
        || separator == UInt8(ascii: "-")
    else { return nil }
    let start = index
    index += 1
    if separator == UInt8(ascii: ".") { skip(" ") }
    guard let second = readNumber(maximumDigits: 2), peek() == separator else { return nil }
    // The numbers of versions have no leading zeros.
    let isPadded = index == start + 3 && bytes[start + 1] == UInt8(ascii: "0")
    index += 1
    if separator == UInt8(ascii: ".") { skip(" ") }
    guard
      let year = readYear()
        ?? (separator == UInt8(ascii: ".") && isPadded ? readShortYear() : nil)
    else { return nil }
    let dayFirst = DateValue(year: year, month: second, day: first)
    let monthFirst = DateValue(year: year, month: first, day: second)
    if separator == UInt8(ascii: ".") { return dayFirst.isPossible ? .date(dayFirst) : nil }
    switch (dayFirst.isPossible, monthFirst.isPossible) {
    case (true, true):
      return first == second ? .date(dayFirst) : .ambiguous(dayFirst: dayFirst)
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

  /// `23` of `19.09.23`.
  private mutating func readShortYear() -> Int? {
    let start = index
    if let year = readNumber(maximumDigits: 2), index - start == 2,
      !(peek().map(Self.isWordByte) ?? false),
      !(peek() == UInt8(ascii: ".") && peek(1)?.isASCIIDigit == true)
    {
      return year < 70 ? 2000 + year : 1900 + year
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

extension DateReader.Outcome {
  /// The date as it is, or as it would be with the day first.
  fileprivate var value: DateValue {
    switch self {
    case .date(let value), .ambiguous(let value): value
    }
  }

  fileprivate var time: TimeValue? {
    get { value.time }
    set {
      var changed = value
      changed.time = newValue
      switch self {
      case .date: self = .date(changed)
      case .ambiguous: self = .ambiguous(dayFirst: changed)
      }
    }
  }
}
