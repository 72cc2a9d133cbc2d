import TextKit

/// A stretch of time with a name. The numbers are those of the list of pattern words.
enum Period: Int {
  case day = 1
  case week
  case fortnight
  case weekend
  case month
  case quarter
  case year
  case decade
  case century
}

/// The words in front of a period or a day that place it. The numbers are those of the list.
enum Relation: Int {
  case previous = -3
  case past
  case last
  case this
  case next
  case coming
  case following
}

/// What the words of a date say, one by one, before they are put together.
struct DateExpression {
  /// Up to two of a kind, as in `May 4–6`; a third makes the expression unreadable.
  struct Numbers {
    private(set) var first: Int?
    private(set) var second: Int?
    private(set) var isTooMany = false

    mutating func append(_ value: Int) {
      if first == nil {
        first = value
      } else if second == nil {
        second = value
      } else {
        isTooMany = true
      }
    }
  }

  var years = Numbers()
  var months = Numbers()
  var days = Numbers()
  var weekday: Int?
  var ordinal: Int?
  var relation: Relation?
  var period: Period?
  var isPlural = false
  /// -1 for `ago`, -2 for `earlier`, 2 for `later`.
  var direction: Int?
  /// 0 for `today`.
  var dayOffset: Int?
  var season: String?
  var monthAndDay: Int?
  var isEnd = false
  var isEdge = false
  var isHalf = false
  /// The first three digits of the years of `the sixties`.
  var decade: Int?
  /// The last two digits of a year: `FY24`, `Sept '21`.
  var shortYear: Int?
  /// `the '20s`, of this century or of the last.
  var isUnclear = false
  var isFiscal = false
  var hasThe = false
  /// `3 or 5 May`
  var hasOr = false
  var hasHyphen = false
  var hasSlash = false
  /// Where the amount of a duration stands.
  var amount: Range<Int>?
  var isReadable: Bool {
    !isUnclear && !hasOr && !years.isTooMany && !months.isTooMany && !days.isTooMany
  }

  init(_ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>, lexicon: Lexicon) {
    for index in range {
      let piece = pieces[index]
      let entry = lexicon.entry(of: piece)
      let value = Int(entry.value)
      // A capital (`Last Year`) hides what a word is from the patterns, but not in a date.
      switch piece.symbol == .other ? entry.symbol : piece.symbol {
      case .year: years.append(text.integer(piece))
      case .fourDigits where Self.isYear(pieces, index, range): years.append(text.integer(piece))
      case .month, .may, .monthAbbreviation: months.append(value)
      case .weekday, .weekdayAbbreviation: weekday = value
      case .relative:
        // `this past March`
        let isPast = relation == .this && value == Relation.past.rawValue
        relation = isPast ? .last : Relation(rawValue: value)
      case .half where isPartOfAmount(pieces, index, range),
        .quarter where isPartOfAmount(pieces, index, range):
        amount = (amount?.lowerBound ?? index)..<index + 1
      // The quarter of a year, not the year.
      case .period where period == .quarter && value == Period.year.rawValue: break
      case .period, .namedPeriod, .quarter:
        period = Period(rawValue: value)
        isPlural = text[Int(piece.end) - 1] == UInt8(ascii: "s")
      case .ago: direction = value
      case .dayWord: dayOffset = value
      case .season: season = lexicon.string(of: entry)
      case .holiday: monthAndDay = value
      case .edge: (isEdge, isEnd) = (true, value == 1)
      case .half: isHalf = true
      case .decade: decade = value
      case .fiscal: isFiscal = true
      case .the: hasThe = true
      case .to: if text.matches("or", at: Int(piece.start)) { hasOr = true }
      case .hyphen: hasHyphen = true
      case .slash:
        // Inside `2 1/2` it parts no dates.
        let isFraction = index > range.lowerBound + 1 && pieces[index - 2].kind == .number
        if !isFraction { hasSlash = true }
      case .partLetter:
        if text[Int(piece.start)] == UInt8(ascii: "H") { isHalf = true } else { period = .quarter }
        if index > range.lowerBound, pieces[index - 1].symbol == .digit {
          (ordinal, amount) = (text.integer(pieces[index - 1]), nil)
        }
      case .partNumber: ordinal = text.integer(piece)
      case .ordinal:
        // `twenty-first`
        let isCompound =
          index > range.lowerBound + 1 && pieces[index - 1].symbol == .hyphen
          && pieces[index - 2].symbol == .count
        ordinal = isCompound ? Int(lexicon.entry(of: pieces[index - 2]).value) + value : value
      case .pluralSuffix:
        if let year = years.first, months.first == nil { decade = year / 10 }
        if index > range.lowerBound, pieces[index - 1].length == 2 {
          readDecade(text.integer(pieces[index - 1]))
        }
      default:
        if piece.length == 1, index > range.lowerBound + 1, pieces[index - 1].symbol == .apostrophe,
          text[Int(piece.start)] == UInt8(ascii: "s"), let year = years.first
        {
          decade = year / 10  // 1930's
        }
        if piece.kind == .word, direction == nil { direction = Self.direction(piece, text) }
        readNumber(pieces, index, range, text)
      }
    }
    // `the day after tomorrow`
    if let offset = dayOffset, let direction, period != nil {
      dayOffset = period == .day ? offset + direction.signum() : nil
      if period == .day { period = nil }
    }
  }

  /// Of `'90s`, by the tens of its years.
  private mutating func readDecade(_ tens: Int) {
    amount = nil
    shortYear = nil
    switch tens {
    case 20: isUnclear = true
    case ..<20: decade = 200 + tens / 10
    default: decade = 190 + tens / 10
    }
  }

  /// Whether a half or a quarter belongs to an amount: `two and a half years`, `half a century`.
  private func isPartOfAmount(_ pieces: [Piece], _ index: Int, _ range: Range<Int>) -> Bool {
    if index > range.lowerBound + 1 {
      let before = pieces[index - 1].symbol == .hyphen ? index - 2 : index - 1
      return pieces[before].symbol == .a && amount != nil
    }
    return pieces[index].symbol == .half && index + 1 < range.upperBound
      && [.a, .scale].contains(pieces[index + 1].symbol)
  }

  /// Four digits that are no year of these times are one alone, beside a month and in a decade.
  private static func isYear(_ pieces: [Piece], _ index: Int, _ range: Range<Int>) -> Bool {
    if range.count == 1
      || range.contains(where: { PatternSymbol.months.contains(pieces[$0].symbol) })
    {
      return true
    }
    return index + 1 < range.upperBound && pieces[index + 1].symbol == .pluralSuffix
  }

  /// Of words that are too common to be part of the patterns.
  private static func direction(_ piece: Piece, _ text: Span<UInt8>) -> Int? {
    switch piece.length {
    case 4 where text.matches("back", at: Int(piece.start)): -1
    case 6 where text.matches("before", at: Int(piece.start)): -2
    case 5 where text.matches("after", at: Int(piece.start)): 2
    default: nil
    }
  }

  /// A number is a day beside a month, an ordinal before a suffix, else part of an amount.
  private mutating func readNumber(
    _ pieces: [Piece], _ index: Int, _ range: Range<Int>, _ text: Span<UInt8>
  ) {
    let piece = pieces[index]
    let isWord = [.one, .count, .scale, .a, .vulgar].contains(piece.symbol)
    guard piece.kind == .number || isWord else { return }
    if piece.length == 2, index > range.lowerBound {
      let previous = pieces[index - 1]
      switch previous.symbol {
      case .apostrophe, .fiscal, .partLetter:
        shortYear = text.integer(piece)
        return
      // `winter 2023-24`, `FY2023-24`
      case .hyphen, .slash:
        if season != nil || isFiscal, let year = years.first, years.second == nil {
          years.append(year / 100 * 100 + text.integer(piece))
          return
        }
      default: break
      }
    }
    let isMonthNear = range.contains { PatternSymbol.months.contains(pieces[$0].symbol) }
    if piece.kind == .number, isMonthNear, piece.length <= 2 {
      days.append(text.integer(piece))
    } else if index + 1 < range.upperBound, pieces[index + 1].symbol == .ordinalSuffix {
      ordinal = text.integer(piece)
    } else if let amount {
      self.amount = amount.lowerBound..<index + 1
    } else {
      amount = index..<index + 1
    }
  }
}

extension PatternSymbol {
  static let months: [PatternSymbol] = [.month, .may, .monthAbbreviation]
}
