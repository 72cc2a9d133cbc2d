import TextKit

/// Weeks, months and years that are named by their distance, and how long something lasts.
extension DateReader {
  func periodValue(
    _ period: Period, _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> String? {
    if let duration = severalUnits(context, text) { return duration }
    let amount = expression.amount.flatMap { amounts.number(context.pieces, $0, text)?.whole }
    if expression.amount != nil && amount == nil && expression.direction != nil { return nil }
    if let direction = expression.direction {
      guard let count = amount else {
        return expression.hasThe ? neighbour(of: period, direction) : nil
      }
      guard count <= 10_000 else { return nil }
      if direction == -1 { return published.flatMap { point($0, period, -count) } }
      return anchor.flatMap { moved($0, period, direction > 0 ? count : -count) }
    }
    if let relation = expression.relation {
      if expression.amount != nil {
        guard let count = amount, let published, let duration = duration(period, count) else {
          return nil
        }
        switch relation {
        case .last, .past, .previous: return "\(duration)/\(published.iso)"
        case .next, .coming, .following: return "\(published.iso)/\(duration)"
        case .this: return nil
        }
      }
      // `this years` lacks no more than an apostrophe.
      if expression.isPlural && relation != .this { return nil }
      return relative(period, relation, expression, context, text)
    }
    if period == .weekend {
      if expression.isPlural { return nil }
      return relative(period, .this, expression, context, text)
    }
    guard expression.amount != nil,
      let count = expression.amount.flatMap({ amounts.number(context.pieces, $0, text) })
    else { return nil }
    return Self.letter(of: period).map { letter in
      "P\(count.multiplied(by: UInt64(Self.length(of: period)))?.description ?? "")\(letter)"
    }
  }

  /// Whether a date is a part of a period: `a quarter of a century`.
  func isShare(_ context: Context) -> Bool {
    let (pieces, range) = (context.pieces, context.range)
    return range.count > 3 && pieces[range.upperBound - 1].symbol == .period
      && pieces[range.upperBound - 2].symbol == .a && pieces[range.upperBound - 3].symbol == .of
  }

  func share(_ context: Context, _ text: Span<UInt8>) -> String? {
    let unit = context.range.upperBound - 1
    return amounts.number(context.pieces, context.range.lowerBound..<unit, text)
      .flatMap { field($0, unit, context) }.map { "P" + $0 }
  }

  /// What a duration says in one unit: `6M`.
  private func field(_ amount: DecimalAmount, _ unit: Int, _ context: Context) -> String? {
    guard
      let period = Period(rawValue: Int(Lexicon.shared.entry(of: context.pieces[unit]).value)),
      let letter = Self.letter(of: period),
      let amount = amount.multiplied(by: UInt64(Self.length(of: period)))
    else { return nil }
    return amount.description + letter
  }

  /// `two years and six months`; empty if these words have no value.
  private func severalUnits(_ context: Context, _ text: Span<UInt8>) -> String?? {
    let (pieces, range) = (context.pieces, context.range)
    let units = range.filter { pieces[$0].symbol == .period }
    guard units.count > 1, range.contains(where: { pieces[$0].symbol.isNumeric }),
      !range.contains(where: { [.of, .relative, .the].contains(pieces[$0].symbol) })
    else { return nil }
    guard !range.contains(where: { pieces[$0].symbol == .ago }),
      let parts = Durations.parts(pieces, range, .period, amounts, text)
    else { return .some(nil) }
    let fields = parts.map { field($0.amount, $0.unit, context) }
    return .some(fields.contains(nil) ? nil : "P" + fields.lazy.compactMap(\.self).joined())
  }

  private func relative(
    _ period: Period, _ relation: Relation, _ expression: DateExpression, _ context: Context,
    _ text: Span<UInt8>
  ) -> String? {
    // `the next day`, `the following year`: after what was told last.
    let isTold =
      relation == .following || relation == .previous
      || (expression.hasThe && relation == .next && period == .day)
    if isTold, let anchor {
      return moved(anchor, period, relation == .previous ? -1 : 1)
    }
    guard let published, relation != .following else { return nil }
    // `the last decade` are the ten years that have just passed.
    let isLong = period == .decade || period == .century
    if expression.hasThe && (relation == .past || relation == .last && isLong) {
      return duration(period, 1).map { "\($0)/\(published.iso)" }
    }
    guard let offset = offset(of: relation) else { return nil }
    switch period {
    case .weekend:
      // `this coming weekend` is that of this week until it has begun.
      let weeks = relation == .coming && published.weekday < 6 ? 0 : offset
      let saturday = published.day(6)?.advanced(by: weeks * 7)
      // On a Thursday, `this weekend` is still to come; `the weekend` was the last one where the verb
      // says that it was.
      guard relation == .this, published.weekday < (expression.relation == nil ? 6 : 4),
        Tense(around: context.range, context.pieces, text) == .past
      else { return saturday?.isoWeek.map { $0 + "-WE" } }
      return saturday?.advanced(by: -7)?.isoWeek.map { $0 + "-WE" }
    case .day: return nil
    case .decade: return "\(published.year / 10 + offset)"
    case .century: return "\(published.year / 100 + offset)"
    default: return point(published, period, offset)
    }
  }

  /// `the day before`, `the year earlier`.
  private func neighbour(of period: Period, _ direction: Int) -> String? {
    guard direction != -1 else { return nil }
    return anchor.flatMap { moved($0, period, direction > 0 ? 1 : -1) }
  }

  func offset(of relation: Relation?) -> Int? {
    switch relation {
    case .last, .past, .previous: -1
    case .this: 0
    case .next, .coming, .following: 1
    case nil: nil
    }
  }

  /// The day, week, month or year so many periods away from a day.
  private func point(_ day: CalendarDate, _ period: Period, _ count: Int) -> String? {
    switch period {
    case .day: day.advanced(by: count)?.iso
    case .week: day.advanced(by: count * 7)?.isoWeek
    case .fortnight: day.advanced(by: count * 14)?.isoWeek
    case .month:
      day.advanced(byMonths: count).map { CalendarDate.iso(year: $0.year, month: $0.month) }
    case .year, .decade, .century:
      CalendarDate(year: day.year + count * Self.length(of: period), month: 1, day: 1)
        .map { "\($0.year)" }
    case .weekend, .quarter: nil
    }
  }

  /// As far from what was told last, if that is exact enough.
  private func moved(_ anchor: DatePoint, _ period: Period, _ count: Int) -> String? {
    switch period {
    case .year, .decade, .century: return point(anchor.firstDay, period, count)
    case .month: return anchor.hasMonth ? point(anchor.firstDay, period, count) : nil
    default: return anchor.hasDay ? point(anchor.firstDay, period, count) : nil
    }
  }

  private func duration(_ period: Period, _ count: Int) -> String? {
    Self.letter(of: period).map { "P\(count * Self.length(of: period))\($0)" }
  }

  static func letter(of period: Period) -> String? {
    switch period {
    case .day: "D"
    case .week, .fortnight: "W"
    case .month, .quarter: "M"
    case .year, .decade, .century: "Y"
    case .weekend: nil
    }
  }

  /// In units of its letter.
  static func length(of period: Period) -> Int {
    switch period {
    case .fortnight: 2
    case .quarter: 3
    case .decade: 10
    case .century: 100
    default: 1
    }
  }
}
