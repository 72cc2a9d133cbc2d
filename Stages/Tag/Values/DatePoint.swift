/// A day, month, quarter or year that a date named.
struct DatePoint {
  let firstDay: CalendarDate
  let hasMonth: Bool
  let hasDay: Bool

  /// - Returns: `nil` for values of any other kind.
  init?(_ value: String) {
    let count = value.utf8.count
    // A quarter or a half of a year: no more of it than the year is exact enough to count from.
    if count == 7, let part = value.dropFirst(5).first, part == "Q" || part == "H",
      let day = CalendarDate(iso: value.prefix(4) + "-01-01")
    {
      firstDay = day
      (hasMonth, hasDay) = (false, false)
      return
    }
    guard count == 4 || count == 7 || count == 10,
      let day = CalendarDate(iso: value + "-01-01".suffix(10 - count))
    else { return nil }
    firstDay = day
    hasMonth = count >= 7
    hasDay = count == 10
  }
}
