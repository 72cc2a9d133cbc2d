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
  case fourDigits
  case year
  case integer
  case decimal

  // Numbers in words, and what follows numbers.
  case one
  case count  // two to ninety
  case scale  // hundred to trillion
  case scales  // hundreds, dozens
  case suffix  // bn, m
  case ordinal
  case ordinalSuffix  // the `st` of 1st
  case fraction  // thirds
  case half

  // Dates and times.
  case month
  case may
  case monthAbbreviation
  case weekday
  case weekdayAbbreviation
  case dayWord  // today
  case timeWord  // noon
  case partOfDay
  case decade  // sixties
  case season
  case holiday
  case period  // week, weeks
  case quarter
  case hourUnit  // hour, minutes
  case relative  // last, next
  case early
  case ago
  case edge  // beginning, end
  case old
  case fiscal
  case half12  // am, pm
  case zone
  case clock

  // Money, percentages, measures.
  case currencySign
  case currencyPrefix  // the `US` of US$
  case currencyCode
  case currencyWord
  case ambiguousCurrency  // pounds, won: money only after a scale
  case cents
  case nationality
  case sterling
  case percentWord
  case cent
  case percentage
  case point
  case unit
  case metre  // m
  case square
  case degree
  case temperature

  // Small words.
  case a
  case and
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

  /// Of a number in digits, perhaps with commas and a point.
  init(number: Span<UInt8>) {
    var value = 0
    var points = 0
    var commas = 0
    for index in 0..<number.count {
      switch number[index] {
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: ","): commas += 1
      default: if index < 5 { value = value * 10 + Int(number[index] - UInt8(ascii: "0")) }
      }
    }
    if points > 1 {
      self = .other
    } else if points == 1 {
      self = .decimal
    } else if commas > 0 {
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

  /// The symbols by the names that rules and word lists use.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// Whether a piece is a number or part of one, so that what follows may be its unit.
  var isNumeric: Bool {
    rawValue >= PatternSymbol.zero.rawValue && rawValue <= PatternSymbol.suffix.rawValue
  }
}
