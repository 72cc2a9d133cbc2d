import TextKit

/// What a piece can be in a pattern. The rules name these; every piece is exactly one of them.
enum PatternSymbol: UInt8, CaseIterable {
  case other

  // Numbers in digits, kept apart as far as dates and times of day need it.
  case zero
  case zeroZero  // 00
  case padded  // 01 to 09
  case digit  // 1 to 9
  case ten  // 10 to 12
  case teen  // 13 to 23
  case twentyFour
  case thirty  // 25 to 31
  case sixty  // 32 to 59
  case ninety  // 60 to 99
  case threeDigits
  case threeMore  // the 500 of 12 500, which may be one number
  case thousands  // the 000 of 3 000, which is part of that number
  case fourDigits
  case year
  case integer
  case decimal
  case vulgar  // ½

  // Numbers in words, and what follows numbers.
  case one
  case count  // two to ninety
  case scale  // hundred to trillion
  case scales  // hundreds, dozens
  case letterSuffix  // k, M, B
  case suffix  // bn, and m where it means millions
  case ordinal
  case ordinalSuffix  // the `st` of 1st
  case pluralSuffix  // the `s` of 1990s
  case fraction  // thirds
  case half

  // What stands in front of numbers or between two.
  case sign  // - and + where they are no hyphen and no sum
  case trueMinus  // U+2212
  case minus
  case to  // to, or, and the `and` behind `between`

  // Dates and times.
  case month
  case may
  case monthAbbreviation
  case weekday
  case weekdayAbbreviation
  case weekdays  // Mondays
  case dayWord  // today
  case timeWord  // noon
  case partOfDay
  case decade  // sixties
  case season
  case holiday
  case namedPeriod  // the `Day` of Boxing Day
  case period  // week, weeks
  case quarter
  case hourUnit  // hour, minutes
  case relative  // last, next
  case past  // of half past six
  case early
  case ago
  case edge  // beginning, end
  case old
  case fiscal
  case adjacent  // before, after
  case partLetter  // the Q of Q3, the H of H1
  case partNumber
  case half12  // am, pm
  case zone
  case era  // BC, AD
  case clock

  // Money, percentages, measures.
  case currencySign
  case currencyPrefix  // the `US` of US$
  case currencyCode
  case currencyWord
  case ambiguousCurrency  // pounds, won: money only after a scale
  case nationalCurrency  // crowns: money with a people or a scale
  case cents
  case nationality
  case sterling
  case percentWord
  case cent
  case percentage
  case basis  // of basis points
  case point
  case unit
  case metre  // m
  case square
  case power  // ²
  case degree
  case temperature

  // Small words.
  case a
  case and
  case joint  // what joins the parts of `two years and six months`
  case of
  case per
  case the
  case o

  // Marks.
  case comma
  case dot
  case colon
  case slash
  case hyphen
  case apostrophe
  case percentSign
  case degreeSign
  case plus
  case openParenthesis
  case at
  case hash
  case topLevelDomain
  case www
  case dottedPhone  // 555.010.0199
  case dottedDate  // 28.02.2024

  /// Of an ASCII mark, or the one that a mark outside ASCII stands for.
  init(mark: UInt8) {
    self =
      switch mark {
      case UInt8(ascii: ","): .comma
      case UInt8(ascii: "."): .dot
      case UInt8(ascii: ":"): .colon
      case UInt8(ascii: "/"): .slash
      case UInt8(ascii: "-"): .hyphen
      case UInt8(ascii: "'"): .apostrophe
      case UInt8(ascii: "%"): .percentSign
      case UInt8(ascii: "$"): .currencySign
      case UInt8(ascii: "+"): .plus
      case UInt8(ascii: "("): .openParenthesis
      case UInt8(ascii: "@"): .at
      case UInt8(ascii: "#"): .hash
      default: .other
      }
  }

  /// Of a number in digits, perhaps with commas, apostrophes and a point.
  init(number: Span<UInt8>) {
    var value = 0
    var points = 0
    var groups = 0
    for index in 0..<number.count {
      switch number[index] {
      case UInt8(ascii: "."): points += 1
      case let byte where byte.isASCIIDigit:
        if index < 5 { value = value * 10 + Int(byte - UInt8(ascii: "0")) }
      default: groups += 1
      }
    }
    if points > 1 {
      self =
        Self.isPhone(number) ? .dottedPhone : Self.isDate(number) ? .dottedDate : .other
    } else if points == 1 {
      self = .decimal
    } else if groups > 0 {
      self = .integer
    } else {
      self =
        switch (number.count, value) {
        case (1, 0): .zero
        case (1, _): .digit
        case (2, 0): .zeroZero
        case (2, ..<10): .padded
        case (2, ..<13): .ten
        case (2, ..<24): .teen
        case (2, 24): .twentyFour
        case (2, ..<32): .thirty
        case (2, ..<60): .sixty
        case (2, _): .ninety
        case (3, _): .threeDigits
        case (4, 1900..<2100): .year
        case (4, _): .fourDigits
        default: .integer
        }
    }
  }

  /// Whether points cut a number like a day: `28.02.2024`, `3.5.2024`.
  private static func isDate(_ number: Span<UInt8>) -> Bool {
    let point = UInt8(ascii: ".")
    let count = number.count
    guard (8...10).contains(count), number[count - 5] == point,
      (1900..<2100).contains(value(number, count - 4..<count))
    else { return false }
    let first = number[1] == point ? 1 : 2
    guard number[first] == point, (2...3).contains(count - 5 - first) else { return false }
    return (1...31).contains(value(number, 0..<first))
      && (1...31).contains(value(number, first + 1..<count - 5))
  }

  /// The value of some digits; 0 where there is something else among them.
  private static func value(_ number: Span<UInt8>, _ range: Range<Int>) -> Int {
    var value = 0
    for index in range {
      guard number[index].isASCIIDigit else { return 0 }
      value = value * 10 + Int(number[index] - UInt8(ascii: "0"))
    }
    return value
  }

  /// Whether points cut a number like one for the telephone: `555.010.0199`, `1.555.010.0199`,
  /// `01.99.00.12.34`.
  private static func isPhone(_ number: Span<UInt8>) -> Bool {
    let point = UInt8(ascii: ".")
    func isCut(every lengths: [Int]) -> Bool {
      var index = 0
      for length in lengths {
        for _ in 0..<length {
          guard index < number.count, number[index].isASCIIDigit else { return false }
          index += 1
        }
        if index == number.count { return true }
        guard number[index] == point else { return false }
        index += 1
      }
      return false
    }
    switch number.count {
    case 12: return isCut(every: [3, 3, 4])
    case 14:
      if number[1] == point { return number[0] == UInt8(ascii: "1") && isCut(every: [1, 3, 3, 4]) }
      return number[0] == UInt8(ascii: "0") && isCut(every: [2, 2, 2, 2, 2])
    default: return false
    }
  }

  /// The symbols by the names that rules and word lists use.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// Whether a piece is a number or part of one, so that what follows may be its unit.
  var isNumeric: Bool {
    rawValue >= PatternSymbol.zero.rawValue && rawValue <= PatternSymbol.suffix.rawValue
  }
}
