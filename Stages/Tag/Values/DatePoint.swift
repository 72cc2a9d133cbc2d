/// A day, month or year that a date named.
struct DatePoint {
  let firstDay: CalendarDate
  let hasMonth: Bool
  let hasDay: Bool

  /// - Returns: `nil` for values of any other kind.
  init?(_ value: String) {
    let count = value.utf8.count
    guard count == 4 || count == 7 || count == 10,
      let day = CalendarDate(iso: value + "-01-01".suffix(10 - count))
    else { return nil }
    firstDay = day
    hasMonth = count >= 7
    hasDay = count == 10
  }
}
