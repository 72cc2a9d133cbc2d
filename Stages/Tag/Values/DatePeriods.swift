import TextKit

/// Weeks, months and years that are named by their distance, and how long something lasts.
extension DateReader {
  func periodValue(
    _ period: Period, _ expression: DateExpression, _ context: Context, _ text: Span<UInt8>
  ) -> String? {
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
      return relative(period, .this, expression, context, text)
    }
    guard expression.amount != nil,
      let count = expression.amount.flatMap({ amounts.number(context.pieces, $0, text) })
    else { return nil }
    return Self.letter(of: period).map { letter in
      "P\(count.multiplied(by: UInt64(Self.length(of: period)))?.description ?? "")\(letter)"
    }
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
      let saturday = published.day(6)?.advanced(by: offset * 7)
      guard relation == .this, published.weekday < 4,
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

  private static func letter(of period: Period) -> String? {
    switch period {
    case .day: "D"
    case .week, .fortnight: "W"
    case .month, .quarter: "M"
    case .year, .decade, .century: "Y"
    case .weekend: nil
    }
  }

  /// In units of its letter.
  private static func length(of period: Period) -> Int {
    switch period {
    case .fortnight: 2
    case .quarter: 3
    case .decade: 10
    case .century: 100
    default: 1
    }
  }
}
