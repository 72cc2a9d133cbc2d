import TextKit

/// Makes the value of a date out of what its words say.
struct DateReader {
  private let lexicon: Lexicon
  let amounts: AmountReader
  let published: CalendarDate?
  /// The last day, month or year that had a value: `the next day` counts from there.
  private(set) var anchor: DatePoint?

  init(lexicon: Lexicon, published: CalendarDate?) {
    self.lexicon = lexicon
    self.published = published
    amounts = AmountReader(lexicon: lexicon)
  }

  mutating func value(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    if let value = numericDate(pieces, range, text) ?? namedDay(pieces, range, text) {
      anchor = DatePoint(value)
      return value
    }
    var expression = DateExpression(pieces, range, text, lexicon: lexicon)
    guard expression.isReadable else { return nil }
    if let short = expression.shortYear {
      guard let year = fullYear(short, isFiscal: expression.isFiscal) else { return nil }
      expression.years.append(year)
    }
    let context = Context(pieces: pieces, range: range)
    if isOpen(expression, context, text) { return nil }
    let value = value(expression, context, text)
    if let point = value.flatMap(DatePoint.init) { anchor = point }
    return value
  }

  /// Where a date stands, for what its words alone leave open.
  struct Context {
    let pieces: [Piece]
    let range: Range<Int>
  }

  /// The day that a weekday or a word such as `yesterday` names; for times.
  func day(
    _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> CalendarDate? {
    guard let published else { return nil }
    if let offset = expression.dayOffset { return published.advanced(by: offset) }
    guard let weekday = expression.weekday else { return nil }
    let sameWeek = published.day(weekday)
    // `from Monday to Wednesday`: the Wednesday behind that Monday.
    if expression.relation == nil, let anchor, anchor.hasDay, isEnd(context, text) {
      return anchor.firstDay.advanced(by: (weekday - anchor.firstDay.weekday + 7) % 7)
    }
    switch expression.relation {
    case .this: return sameWeek
    // The days of the next week: on a Monday, `next Tuesday` is eight days away.
    case .next, .following: return sameWeek?.advanced(by: 7)
    // `this coming Friday`: the first one after publication.
    case .coming: return published.advanced(by: (weekday - published.weekday + 6) % 7 + 1)
    case .last, .past, .previous:
      // The last one strictly before publication.
      return published.advanced(by: -((published.weekday - weekday + 6) % 7 + 1))
    case nil:
      if Tense(around: context.range, context.pieces, text) == .future {
        return published.advanced(by: (weekday - published.weekday + 7) % 7)
      }
      return published.advanced(by: -((published.weekday - weekday + 7) % 7))
    }
  }

  /// Whether a range ends with what stands here: the first piece in front joins, the second is a
  /// weekday.
  private func isEnd(_ context: Context, _ text: Span<UInt8>) -> Bool {
    let joint = context.range.lowerBound - 1
    guard joint > 0, context.pieces[joint - 1].symbol == .weekday,
      !context.pieces[joint].isSentenceStart
    else { return false }
    return [.to, .hyphen].contains(context.pieces[joint].symbol)
      || text.matchesAny(["through", "until", "till"], context.pieces[joint])
  }

  /// Whether the word in front leaves open which one is meant: `every Tuesday`, `each March`, `the first
  /// Tuesday after the vote`.
  private func isOpen(
    _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> Bool {
    let before = context.range.lowerBound - 1
    guard before >= 0, !context.pieces[before + 1].isSentenceStart,
      expression.years.first == nil, expression.amount == nil
    else { return false }
    if expression.weekday != nil, context.pieces[before].symbol == .ordinal { return true }
    return text.matchesAny(["every", "Every", "each", "Each"], context.pieces[before])
  }

  /// The year of two digits that is not more than ten years ahead.
  private func fullYear(_ short: Int, isFiscal: Bool) -> Int? {
    guard let published else { return isFiscal && short < 50 ? 2000 + short : nil }
    let year = published.year / 100 * 100 + short
    return year > published.year + 10 ? year - 100 : year
  }

  // MARK: Kinds of dates

  private func value(
    _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> String? {
    // `fiscal year 2022/2023` names two years.
    if expression.hasSlash && expression.years.second == nil { return nil }
    if let decade = expression.decade { return "\(decade)" }
    let pieces = context.pieces
    if context.range.contains(where: { pieces[$0].symbol == .era }) {
      return ancientYear(expression, context, text)
    }
    if isShare(context) { return share(context, text) }
    if let months = monthsOfYear(expression, context, text) { return months }
    if expression.period == .century, let ordinal = expression.ordinal {
      return (1...30).contains(ordinal) ? "\(ordinal - 1)" : nil
    }
    if expression.dayOffset != nil { return day(expression, context, text)?.iso }
    // What is left of a date is a number that it cannot place: `December of 384`.
    let isCalendar =
      expression.months.first != nil || expression.monthAndDay != nil || expression.season != nil
    if isCalendar && expression.amount != nil { return nil }
    if expression.months.first != nil { return calendarDate(expression, context, text) }
    if expression.isEdge { return edge(expression) }
    if expression.period == .quarter || expression.isHalf {
      // `the first half of the month`
      if expression.isHalf, let period = expression.period, period != .year { return nil }
      return partOfYear(expression, context, text)
    }
    if let season = expression.season { return self.season(season, expression, context, text) }
    if let monthAndDay = expression.monthAndDay {
      return holiday(monthAndDay, expression, context, text)
    }
    if let year = expression.years.first {
      if let other = expression.years.second { return year < other ? "\(year)/\(other)" : nil }
      if expression.hasHyphen, expression.amount != nil { return nil }
      return expression.isFiscal ? "FY\(year)" : "\(year)"
    }
    if let period = expression.period {
      // `the last Friday of the month`
      if expression.weekday != nil { return nil }
      return periodValue(period, expression, context, text)
    }
    return expression.weekday == nil ? nil : day(expression, context, text)?.iso
  }

  /// `2023-09-19`, `13/04/2021`, `2019-20`; `03/04/2021` may be read in two ways.
  private func numericDate(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    guard pieces[range].allSatisfy({ $0.kind != .word }) else { return nil }
    let first = range.lowerBound
    if pieces[first].symbol == .dottedDate {
      let bytes = Int(pieces[first].start)..<Int(pieces[first].end)
      let point = text.firstOffset(of: UInt8(ascii: "."), in: bytes) ?? bytes.lowerBound
      return day(
        text.integer(bytes.lowerBound..<point), text.integer(point + 1..<bytes.upperBound - 5),
        year: text.integer(bytes.upperBound - 4..<bytes.upperBound))
    }
    if range.count == 3, pieces[first].symbol == .year, pieces[first + 2].length == 2 {
      let year = text.integer(pieces[first])
      let end = year / 100 * 100 + text.integer(pieces[first + 2])
      return year < end ? "\(year)/\(end)" : nil
    }
    guard range.count == 5 else { return nil }
    if pieces[first].length == 4 {
      return CalendarDate(
        year: text.integer(pieces[first]), month: text.integer(pieces[first + 2]),
        day: text.integer(pieces[first + 4]))?.iso
    }
    let (left, right) = (text.integer(pieces[first]), text.integer(pieces[first + 2]))
    guard [.slash, .hyphen].contains(pieces[first + 1].symbol),
      pieces[first + 3].symbol == pieces[first + 1].symbol
    else { return nil }
    let year = text.integer(pieces[first + 4])
    if pieces[first + 4].length == 4 { return day(left, right, year: year) }
    return fullYear(year, isFiscal: false).flatMap { day(left, right, year: $0) }
  }

  /// The day of two numbers of which one is the month, where it is certain which.
  private func day(_ left: Int, _ right: Int, year: Int) -> String? {
    if left > 12 || left == right { return CalendarDate(year: year, month: right, day: left)?.iso }
    return right > 12 ? CalendarDate(year: year, month: left, day: right)?.iso : nil
  }

  /// `44 BC` as TIMEX3 writes it, `BC0044`; `AD 79` is `0079`.
  private func ancientYear(
    _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> String? {
    let pieces = context.pieces
    guard expression.period == nil,
      let era = context.range.first(where: { pieces[$0].symbol == .era }),
      let year = amounts.number(pieces, context.range, text)?.whole, (1...9999).contains(year)
    else { return nil }
    let digits = "\(10_000 + year)".dropFirst()
    return lexicon.entry(of: pieces[era]).value < 0 ? "BC\(digits)" : String(digits)
  }

  /// `the first six months of 2023`, `the last three months of the year`; other amounts are durations.
  private func monthsOfYear(
    _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> String? {
    let (pieces, range) = (context.pieces, context.range)
    guard let of = range.first(where: { pieces[$0].symbol == .of }), of > range.lowerBound + 1,
      pieces[of - 1].symbol == .period, let amount = expression.amount, amount.upperBound < of,
      let count = amounts.number(pieces, amount, text)?.whole,
      let period = Period(rawValue: Int(lexicon.entry(of: pieces[of - 1]).value))
    else { return nil }
    func relation(in range: Range<Int>) -> Relation? {
      range.first { pieces[$0].symbol == .relative }
        .flatMap { Relation(rawValue: Int(lexicon.entry(of: pieces[$0]).value)) }
    }
    let isFirst = expression.ordinal == 1
    let isLast = expression.ordinal == nil && relation(in: range.lowerBound..<of) == .last
    let isOfYear =
      expression.years.first != nil
      || Period(rawValue: Int(lexicon.entry(of: pieces[range.upperBound - 1]).value)) == .year
    let distance = offset(of: relation(in: of..<range.upperBound)) ?? 0
    let year = expression.years.first ?? published.map { $0.year + distance }
    guard period == .month, count < 12, isFirst != isLast, isOfYear, !expression.isFiscal, let year
    else {
      return Self.letter(of: period).map { "P\(count * Self.length(of: period))\($0)" }
    }
    let months = isFirst ? 1...count : 13 - count...12
    return CalendarDate.iso(year: year, month: months.lowerBound) + "/"
      + CalendarDate.iso(year: year, month: months.upperBound)
  }

  /// What names a month.
  private func calendarDate(
    _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> String? {
    guard let month = expression.months.first else { return nil }
    if let period = expression.period, !expression.isHalf {
      return self.period(period, ofMonth: month, expression, context, text)
    }
    if expression.isHalf || expression.period != nil || expression.relation == .past { return nil }
    // `the first of May`
    let day =
      expression.days.first ?? (expression.weekday == nil ? expression.ordinal : nil)
    let year =
      expression.years.first ?? year(ofMonth: month, day: day, expression, context, text)
    guard let year, expression.years.second == nil else { return nil }
    if let weekday = expression.weekday, expression.days.first == nil {
      return self.weekday(weekday, inMonth: month, of: year, expression)
    }
    guard let day else {
      if expression.isEnd {
        let last = CalendarDate.length(ofMonth: month, in: year)
        return CalendarDate(year: year, month: month, day: last)?.iso
      }
      let start = CalendarDate.iso(year: year, month: month)
      guard let other = expression.months.second else { return start }
      guard other > month else { return nil }
      return start + "/" + CalendarDate.iso(year: year, month: other)
    }
    guard expression.months.second == nil,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    guard let lastDay = expression.days.second else { return date.iso }
    guard lastDay > day, let end = CalendarDate(year: year, month: month, day: lastDay)
    else {
      return nil
    }
    return date.iso + "/" + end.iso
  }

  /// `the third Thursday of November`, `the last Friday of March`.
  private func weekday(
    _ weekday: Int, inMonth month: Int, of year: Int, _ expression: DateExpression
  ) -> String? {
    let length = CalendarDate.length(ofMonth: month, in: year)
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    let firstDay = 1 + (weekday - first.weekday + 7) % 7
    let day: Int
    if let ordinal = expression.ordinal {
      day = firstDay + (ordinal - 1) * 7
    } else {
      guard expression.relation == .last else { return nil }
      day = firstDay + (length - firstDay) / 7 * 7
    }
    return CalendarDate(year: year, month: month, day: day)?.iso
  }

  /// `the week of March 4`, `the weekend of 9 March`, `the month of May`.
  private func period(
    _ period: Period, ofMonth month: Int, _ expression: DateExpression, _ context: Context,
    _ text: Span<UInt8>
  ) -> String? {
    let year =
      expression.years.first
      ?? year(ofMonth: month, day: expression.days.first, expression, context, text)
    guard let year else { return nil }
    guard let first = expression.days.first else {
      return self.part(period, ofMonth: month, in: year, expression)
    }
    let day = CalendarDate(year: year, month: month, day: first)
    guard expression.ordinal == nil, expression.relation == nil else { return nil }
    switch period {
    case .day: return day?.iso
    case .week: return day?.isoWeek
    case .weekend: return day?.isoWeek.map { $0 + "-WE" }
    default: return nil
    }
  }

  /// `the month of May`, `the last day of May`; weeks of months have no value.
  private func part(
    _ period: Period, ofMonth month: Int, in year: Int, _ expression: DateExpression
  ) -> String? {
    switch (period, expression.ordinal, expression.relation) {
    case (.month, nil, nil): CalendarDate.iso(year: year, month: month)
    case (.day, let ordinal?, nil): CalendarDate(year: year, month: month, day: ordinal)?.iso
    case (.day, nil, .last):
      CalendarDate(year: year, month: month, day: CalendarDate.length(ofMonth: month, in: year))?
        .iso
    default: nil
    }
  }

  /// The year that the other end of a range names: that of `March` in `March to August 2011`.
  private func yearOfEnd(
    ofMonth month: Int, _ context: Context, _ text: Span<UInt8>
  ) -> Int? {
    let pieces = context.pieces
    var index = context.range.upperBound
    guard index + 2 < pieces.count, !pieces[index].isSentenceStart else { return nil }
    let joins: [StaticString] = ["through", "until", "till"]
    guard
      [.to, .and, .hyphen].contains(pieces[index].symbol) || text.matchesAny(joins, pieces[index])
    else { return nil }
    var other: Int?
    for _ in 0..<8 {
      index += 1
      guard index < pieces.count, !pieces[index].isSentenceStart else { return nil }
      switch pieces[index].symbol {
      case .month, .may, .monthAbbreviation:
        if other != nil { return nil }
        other = Int(lexicon.entry(of: pieces[index]).value)
      case .year:
        guard let other else { return nil }
        return text.integer(pieces[index]) - (other < month ? 1 : 0)
      case .the, .of, .comma, .dot, .ordinalSuffix, .early, .weekday: break
      default: guard pieces[index].kind == .number, pieces[index].length < 3 else { return nil }
      }
    }
    return nil
  }

  /// The year of a date that names none.
  private func year(
    ofMonth month: Int, day: Int?, _ expression: DateExpression, _ context: Context,
    _ text: Span<UInt8>
  ) -> Int? {
    if expression.relation == nil, let year = yearOfEnd(ofMonth: month, context, text) {
      return year
    }
    guard let published else { return nil }
    if let offset = yearOffset(behind: context, text) { return published.year + offset }
    // In `the last Friday of March` it is not the March that is the last one.
    let isPartOfMonth = expression.weekday != nil || expression.period != nil
    switch isPartOfMonth ? nil : expression.relation {
    case .last, .previous: return month < published.month ? published.year : published.year - 1
    case .next, .coming: return month > published.month ? published.year : published.year + 1
    case .this: return published.year
    default: break
    }
    return self.year(context, text) { year in
      // Months count as whole ones: in May, `in May` is this one.
      guard let day else { return (year - published.year) * 365 + (month - published.month) * 30 }
      return CalendarDate(year: year, month: month, day: day).map {
        $0.dayNumber - published.dayNumber
      }
    }
  }

  /// The year in which something nears the day of publication most that comes every year, or the one
  /// before or after as the verb tells.
  ///
  /// - Parameter distance: how many days after publication it comes in a year.
  private func year(
    _ context: Context, _ text: Span<UInt8>, distance: (Int) -> Int?
  ) -> Int? {
    guard let published else { return nil }
    let years = (published.year - 1)...(published.year + 1)
    guard let nearest = years.min(by: { abs(distance($0) ?? .max) < abs(distance($1) ?? .max) }),
      let ahead = distance(nearest)
    else { return nil }
    switch Tense(around: context.range, context.pieces, text) {
    case .past where ahead > Self.nearFuture: return nearest - 1
    case .future where ahead < -Self.nearPast: return nearest + 1
    default: return nearest
    }
  }

  /// So far ahead, a day without a year is still more likely to come than to be nearly a year old,
  /// whatever the tense: `said the vote on October 3 …`.
  private static let nearFuture = 75
  /// So far back, a day is more likely to be over than to be nearly a year away.
  private static let nearPast = 45

  /// What `this year`, `last year` or `next year` right behind a date says of its year.
  private func yearOffset(behind context: Context, _ text: Span<UInt8>) -> Int? {
    var index = context.range.upperBound
    let pieces = context.pieces
    if index < pieces.count, !pieces[index].isSentenceStart,
      pieces[index].symbol == .comma || pieces[index].symbol == .hyphen
    {
      index += 1
    }
    if index < pieces.count, pieces[index].symbol == .of { index += 1 }
    guard index + 1 < pieces.count, pieces[index].symbol == .relative,
      !pieces[index].isSentenceStart, pieces[index + 1].symbol == .period,
      text.matches("year", at: Int(pieces[index + 1].start))
    else { return nil }
    let value = Int(lexicon.entry(of: pieces[index]).value)
    return abs(value) <= 1 ? value : nil
  }

  /// `the end of the year`, `the start of 2020`. An end is a day; what is near it is not.
  private func edge(_ expression: DateExpression) -> String? {
    guard expression.ordinal == nil else { return nil }
    let offset = offset(of: expression.relation) ?? 0
    if let year = expression.years.first { return expression.isEnd ? "\(year)-12-31" : "\(year)" }
    guard let published else { return nil }
    switch expression.period {
    case .year:
      let year = published.year + offset
      return expression.isEnd ? "\(year)-12-31" : "\(year)"
    case .month:
      guard let day = published.advanced(byMonths: offset) else { return nil }
      let last = CalendarDate.length(ofMonth: day.month, in: day.year)
      let month = CalendarDate.iso(year: day.year, month: day.month)
      return expression.isEnd ? "\(month)-\(last)" : month
    case .week: return published.advanced(by: offset * 7)?.isoWeek
    default: return nil
    }
  }

  /// Quarters and halves of years.
  private func partOfYear(
    _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> String? {
    let count = expression.isHalf ? 2 : 4
    let letter = expression.isHalf ? "H" : "Q"
    if let number = expression.ordinal {
      guard (1...count).contains(number) else { return nil }
      if let year = expression.years.first {
        return (expression.isFiscal ? "FY\(year)-" : "\(year)-") + "\(letter)\(number)"
      }
      guard let published, !expression.isFiscal else { return nil }
      if let offset = yearOffset(behind: context, text) ?? offset(of: expression.relation) {
        return "\(published.year + offset)-\(letter)\(number)"
      }
      // The last one that has begun, or the next one.
      let current = (published.month - 1) * count / 12 + 1
      let tense = Tense(around: context.range, context.pieces, text)
      let year =
        tense == .future && number < current
        ? published.year + 1
        : tense != .future && number > current ? published.year - 1 : published.year
      return "\(year)-\(letter)\(number)"
    }
    guard let published, let offset = offset(of: expression.relation), expression.amount == nil,
      !expression.isHalf
    else { return nil }
    let quarter = published.year * 4 + (published.month - 1) / 3 + offset
    return "\(quarter / 4)-Q\(quarter % 4 + 1)"
  }

  /// A winter bears the year in which it begins.
  private func season(
    _ season: String, _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> String? {
    if let year = expression.years.first {
      // Only a winter goes on into another year.
      let isTwo = expression.years.second != nil && season != "WI"
      return isTwo ? nil : "\(year)-\(season)"
    }
    guard let published else { return nil }
    let firstMonth = season == "SP" ? 3 : season == "SU" ? 6 : season == "FA" ? 9 : 12
    let hasBegun = published.month >= firstMonth
    // Winter runs on into the next year, in which it is still the one of the year before.
    let isRunning =
      season == "WI"
      ? hasBegun || published.month < 3 : (firstMonth..<firstMonth + 3).contains(published.month)
    let latest = hasBegun ? published.year : published.year - 1
    switch expression.relation {
    case .this:
      return season == "WI" && published.month < 3 ? "\(latest)-WI" : "\(published.year)-\(season)"
    case .last, .past, .previous: return "\(isRunning ? latest - 1 : latest)-\(season)"
    case .next, .coming: return "\(latest + 1)-\(season)"
    default: break
    }
    if let offset = yearOffset(behind: context, text) {
      return "\(published.year + offset)-\(season)"
    }
    if isRunning { return "\(latest)-\(season)" }
    switch Tense(around: context.range, context.pieces, text) {
    case .past: return "\(latest)-\(season)"
    case .future: return "\(latest + 1)-\(season)"
    case .unknown: return nil
    }
  }

  /// Days with a name of several words: `Boxing Day`, `last Good Friday`, `Easter Monday 2021`.
  private func namedDay(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    guard let day = NamedDays.shared.day(in: range, pieces) else { return nil }
    let expression = DateExpression(pieces, range, text, lexicon: lexicon)
    if let year = expression.years.first { return day.date(in: year)?.iso }
    let context = Context(pieces: pieces, range: range)
    return isOpen(expression, context, text)
      ? nil : namedDay(day, expression, context, text)
  }

  private func namedDay(
    _ day: NamedDays.Day, _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> String? {
    guard let published else { return nil }
    func distance(_ year: Int) -> Int? {
      day.date(in: year).map { $0.dayNumber - published.dayNumber }
    }
    if let offset = yearOffset(behind: context, text) {
      return day.date(in: published.year + offset)?.iso
    }
    guard let days = distance(published.year) else { return nil }
    let year: Int? =
      switch expression.relation {
      case .last, .previous, .past: days < 0 ? published.year : published.year - 1
      case .next, .coming: days > 0 ? published.year : published.year + 1
      case .this: published.year
      default: self.year(context, text, distance: distance)
      }
    return year.flatMap { day.date(in: $0)?.iso }
  }

  /// Holidays with a fixed day, which their value holds as `MMDD`.
  private func holiday(
    _ monthAndDay: Int, _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> String? {
    if monthAndDay < 0 {
      // Easter, by the days with a name.
      if let year = expression.years.first { return CalendarDate(easterOf: year)?.iso }
      return namedDay(.easter(0), expression, context, text)
    }
    guard monthAndDay > 0 else { return nil }
    let (month, day) = (monthAndDay / 100, monthAndDay % 100)
    let year =
      expression.years.first ?? year(ofMonth: month, day: day, expression, context, text)
    return year.flatMap { CalendarDate(year: $0, month: month, day: day)?.iso }
  }
}
