/// Days whose name has several words: `Boxing Day`, `Good Friday`, `New Year's Eve`.
///
/// They are found from their last word, the one that a pattern may take for a date of its own.
struct NamedDays: Sendable {
  /// When a day with a name comes.
  enum Day {
    case fixed(month: Int, day: Int)
    /// So many days after Easter Sunday, in the Western churches.
    case easter(Int)
    /// The first such weekday of a month (1 for Monday) is number 1; so many days later.
    case weekday(Int, number: Int, month: Int, later: Int = 0)
    /// The last Monday of May.
    case lastMondayOfMay
    /// Where it depends on the country or on the moon.
    case varying
  }

  /// Made once, by the first document that needs it.
  static let shared = NamedDays()

  private static let names: [(name: StaticString, day: Day)] = [
    ("New Year's Day", .fixed(month: 1, day: 1)), ("New Year's Eve", .fixed(month: 12, day: 31)),
    ("New Years Day", .fixed(month: 1, day: 1)), ("New Years Eve", .fixed(month: 12, day: 31)),
    ("Christmas Eve", .fixed(month: 12, day: 24)), ("Christmas Day", .fixed(month: 12, day: 25)),
    ("Boxing Day", .fixed(month: 12, day: 26)), ("St Stephen's Day", .fixed(month: 12, day: 26)),
    ("Valentine's Day", .fixed(month: 2, day: 14)), ("Valentines Day", .fixed(month: 2, day: 14)),
    ("St Valentine's Day", .fixed(month: 2, day: 14)),
    ("St. Valentine's Day", .fixed(month: 2, day: 14)),
    ("St Patrick's Day", .fixed(month: 3, day: 17)),
    ("St. Patrick's Day", .fixed(month: 3, day: 17)),
    ("St David's Day", .fixed(month: 3, day: 1)), ("St George's Day", .fixed(month: 4, day: 23)),
    ("St Andrew's Day", .fixed(month: 11, day: 30)), ("Groundhog Day", .fixed(month: 2, day: 2)),
    ("International Women's Day", .fixed(month: 3, day: 8)),
    ("Earth Day", .fixed(month: 4, day: 22)),
    ("Anzac Day", .fixed(month: 4, day: 25)), ("May Day", .fixed(month: 5, day: 1)),
    ("International Workers' Day", .fixed(month: 5, day: 1)),
    ("Canada Day", .fixed(month: 7, day: 1)),
    ("Bastille Day", .fixed(month: 7, day: 14)), ("Australia Day", .fixed(month: 1, day: 26)),
    ("All Saints' Day", .fixed(month: 11, day: 1)), ("All Saints Day", .fixed(month: 11, day: 1)),
    ("All Souls' Day", .fixed(month: 11, day: 2)), ("Armistice Day", .fixed(month: 11, day: 11)),
    ("Remembrance Day", .fixed(month: 11, day: 11)), ("Veterans Day", .fixed(month: 11, day: 11)),
    ("Veterans' Day", .fixed(month: 11, day: 11)), ("World AIDS Day", .fixed(month: 12, day: 1)),
    ("Human Rights Day", .fixed(month: 12, day: 10)),
    ("Shrove Tuesday", .easter(-47)), ("Ash Wednesday", .easter(-46)), ("Palm Sunday", .easter(-7)),
    ("Maundy Thursday", .easter(-3)), ("Holy Thursday", .easter(-3)), ("Good Friday", .easter(-2)),
    ("Holy Saturday", .easter(-1)), ("Easter Saturday", .easter(-1)), ("Easter Sunday", .easter(0)),
    ("Easter Day", .easter(0)), ("Easter Monday", .easter(1)), ("Ascension Day", .easter(39)),
    ("Whit Sunday", .easter(49)), ("Whit Monday", .easter(50)),
    ("Martin Luther King Day", .weekday(1, number: 3, month: 1)),
    ("Martin Luther King Jr. Day", .weekday(1, number: 3, month: 1)),
    ("Presidents Day", .weekday(1, number: 3, month: 2)),
    ("Presidents' Day", .weekday(1, number: 3, month: 2)), ("Memorial Day", .lastMondayOfMay),
    ("Labor Day", .weekday(1, number: 1, month: 9)),
    ("Columbus Day", .weekday(1, number: 2, month: 10)),
    ("Remembrance Sunday", .weekday(7, number: 2, month: 11)),
    ("Black Friday", .weekday(4, number: 4, month: 11, later: 1)),
    ("Cyber Monday", .weekday(4, number: 4, month: 11, later: 4)),
    ("Labour Day", .varying), ("Mother's Day", .varying), ("Mothers' Day", .varying),
    ("Father's Day", .varying), ("Independence Day", .varying), ("Republic Day", .varying),
    ("Victory Day", .varying), ("National Day", .varying), ("Thanksgiving Day", .varying),
    ("Unity Day", .varying), ("Constitution Day", .varying), ("Liberation Day", .varying),
    ("Lunar New Year", .varying), ("Chinese New Year", .varying),
    ("Orthodox Easter Sunday", .varying),
  ]

  /// Of the names from their last word to their first.
  private var phrases = PhraseTable(minimumCapacity: 256)

  private init() {
    var pieces: [Piece] = []
    for (index, entry) in Self.names.enumerated() {
      let name = entry.name.bytes
      pieces.removeAll(keepingCapacity: true)
      PieceScanner(lexicon: nil).scan(name.span, 0..<name.count, into: &pieces)
      phrases.insert(pieces.reversed().lazy.map(\.hash), entry: index + 1)
    }
  }

  /// Whether a word may end a name.
  @inline(__always)
  static func mayEnd(with symbol: PatternSymbol) -> Bool {
    symbol == .namedPeriod || symbol == .weekday
  }

  /// The longest name that ends with a piece.
  func name(endingAt last: Int, _ pieces: [Piece]) -> Range<Int>? {
    find(endingAt: last, pieces)?.range
  }

  /// The day that is named among the pieces, behind a year or before.
  func day(in range: Range<Int>, _ pieces: [Piece]) -> Day? {
    guard range.count > 1,
      let last = range.last(where: { Self.mayEnd(with: pieces[$0].symbol) }),
      let found = find(endingAt: last, pieces), found.range.lowerBound >= range.lowerBound
    else { return nil }
    return Self.names[found.entry - 1].day
  }

  private func find(endingAt last: Int, _ pieces: [Piece]) -> (entry: Int, range: Range<Int>)? {
    var hit = phrases.lookUp(pieces[last].hash)
    var key = pieces[last].hash
    var best: (entry: Int, range: Range<Int>)?
    var index = last
    while hit.continues, index > 0, pieces[index].gap != .wide {
      index -= 1
      key = PhraseTable.key(key, pieces[index].hash)
      hit = phrases.lookUp(key)
      if hit.entry > 0 { best = (hit.entry, index..<last + 1) }
    }
    return best
  }
}

extension NamedDays.Day {
  func date(in year: Int) -> CalendarDate? {
    switch self {
    case .fixed(let month, let day): return CalendarDate(year: year, month: month, day: day)
    case .easter(let days): return CalendarDate(easterOf: year)?.advanced(by: days)
    case .weekday(let weekday, let number, let month, let later):
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      let wait = (weekday - first.weekday + 7) % 7
      return first.advanced(by: wait + (number - 1) * 7 + later)
    case .lastMondayOfMay:
      guard let last = CalendarDate(year: year, month: 5, day: 31) else { return nil }
      return last.advanced(by: -(last.weekday - 1))
    case .varying: return nil
    }
  }
}
