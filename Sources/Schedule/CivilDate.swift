/// A day of the Gregorian calendar.
struct CivilDate: Equatable {
  let year: Int
  /// From 1.
  let month: Int
  /// From 1.
  let day: Int
  /// From 0, which is Sunday.
  let weekday: Int

  /// - Parameter daysSince1970: negative for days before that year.
  init(daysSince1970 days: Int) {
    // Years are counted from March, so that the leap day is the last of its year, in eras of 400
    // years, after which everything repeats.
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    // The first day of 1970 was a Thursday.
    weekday = days + 4 - floorDivide(days + 4, 7) * 7
  }

  /// The days of a month in a leap year.
  static func longest(_ month: Int) -> Int {
    switch month {
    case 2: 29
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The quotient rounded down, also for negative numbers.
func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
  dividend >= 0 ? dividend / divisor : -((divisor - 1 - dividend) / divisor)
}
