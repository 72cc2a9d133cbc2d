import TextKit

/// Makes the value of a time of day, or of a duration in hours.
struct TimeReader {
  private let lexicon: Lexicon
  private let amounts: AmountReader

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    amounts = AmountReader(lexicon: lexicon)
  }

  func value(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>, _ dates: DateReader
  ) -> String? {
    for index in range {
      let piece = pieces[index]
      switch piece.symbol {
      case .hourUnit:
        return hoursOfDay(pieces, range, text) ?? duration(pieces, range, text)
      case .partOfDay:
        guard let part = lexicon.string(of: lexicon.entry(of: piece)) else { return nil }
        return partOfDay(part, pieces, range, text, dates)
      case .timeWord:
        guard let time = lexicon.string(of: lexicon.entry(of: piece)) else { return nil }
        if range.count > 1, !(text.integer(pieces[range.lowerBound]) == 12) || time == "TNI" {
          // `10 tonight`; there is no `11 noon`.
          let hour = text.integer(pieces[range.lowerBound]) + 12
          guard time == "TNI", hour < 24 else { return nil }
          return dates.published.map { "\($0.iso)T\(hour):00" }
        }
        // `tonight` is of the day of publication; noon may be of any.
        return time == "TNI" ? dates.published.map { $0.iso + time } : time
      default: break
      }
    }
    return RaceTimes.value(pieces, range, text) ?? clock(pieces, range, text)
  }

  /// `0930 hours`, and `at 1400 hours`; `1400 hours of work` last long.
  private func hoursOfDay(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    let (number, unit) = (pieces[range.lowerBound], pieces[range.upperBound - 1])
    guard range.count == 2, number.kind == .number, number.length == 4,
      number.symbol == .fourDigits || number.symbol == .year,
      lexicon.string(of: lexicon.entry(of: unit)) == "H"
    else { return nil }
    let value = text.integer(number)
    guard value / 100 < 24, value % 100 < 60 else { return nil }
    let zero = UInt8(ascii: "0")
    if text[Int(number.start)] != zero {
      let next = range.upperBound
      if next < pieces.count, pieces[next].symbol == .of { return nil }
      guard range.lowerBound > 0, !number.isSentenceStart else { return nil }
      let before = range.lowerBound - 1
      let isSecond =
        before > 0 && [.to, .and, .hyphen].contains(pieces[before].symbol)
        && pieces[before - 1].length == 4 && text[Int(pieces[before - 1].start)] == zero
      let prepositions: [StaticString] = [
        "at", "At", "by", "By", "until", "till", "before", "after", "since", "around", "from",
      ]
      guard isSecond || text.matchesAny(prepositions, pieces[before]) else { return nil }
    }
    return "T\(CalendarDate.twoDigits(value / 100)):\(CalendarDate.twoDigits(value % 100))"
  }

  /// `two hours`; `two hours ago` would need the time of publication.
  private func duration(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    guard !range.contains(where: { pieces[$0].symbol == .ago }),
      let unit = range.first(where: { pieces[$0].symbol == .hourUnit })
    else { return nil }
    if let parts = Durations.parts(pieces, range, .hourUnit, amounts, text) {
      let fields = parts.map { part in
        letter(of: pieces[part.unit]).map { part.amount.description + $0 }
      }
      return fields.contains(nil) ? nil : "PT" + fields.lazy.compactMap(\.self).joined()
    }
    guard range.count(where: { pieces[$0].symbol == .hourUnit }) == 1,
      let letter = letter(of: pieces[unit]),
      let amount = amounts.number(pieces, range, text)
    else { return nil }
    return "PT\(amount.description)\(letter)"
  }

  /// The letter of a unit in a duration; `second` is a number elsewhere, and the `s` of `9.58s` no word.
  private func letter(of unit: Piece) -> String? {
    let entry = lexicon.entry(of: unit)
    return entry.symbol == .ordinal || unit.length == 1 ? "S" : lexicon.string(of: entry)
  }

  private func partOfDay(
    _ part: String, _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>,
    _ dates: DateReader
  ) -> String? {
    let expression = DateExpression(pieces, range, text, lexicon: lexicon)
    if let of = range.first(where: { pieces[$0].symbol == .of }) {
      // `the morning of March 3`
      var dates = dates
      let day = dates.value(pieces, of + 1..<range.upperBound, text)
      return day.flatMap { $0.utf8.count == 10 ? $0 + part : nil }
    }
    guard let published = dates.published else { return nil }
    if expression.weekday != nil || expression.dayOffset != nil {
      let context = DateReader.Context(pieces: pieces, range: range)
      return dates.day(expression, context, text).map { $0.iso + part }
    }
    switch expression.relation {
    case .this: return published.iso + part
    // `last night` is the one before the day of publication.
    case .last: return published.advanced(by: -1).map { $0.iso + part }
    default: return nil
    }
  }

  /// `12:12 PM`, `9 a.m. GMT`, `0900 GMT`, `9 o'clock`.
  private func clock(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    var parts = (hour: -1, minute: 0, second: -1)
    var count = 0
    var half: Int?
    var zone = ""
    loop: for index in range {
      let piece = pieces[index]
      switch piece.symbol {
      case .half12: half = Int(lexicon.entry(of: piece).value)
      case .zone where index + 2 < range.upperBound:
        zone = offset(pieces, index + 1..<range.upperBound, text)
        break loop
      case .zone: zone = lexicon.string(of: lexicon.entry(of: piece)) ?? ""
      // Half of all hours: `9 o'clock` may be in the morning or in the evening, unless that is told.
      case .clock:
        guard let told = halfOfDay(behind: range.upperBound, pieces, text) else { return nil }
        half = told
      case .one, .count: parts.hour = Int(lexicon.entry(of: piece).value)
      // From one to another; `half past six`.
      case .to, .hyphen, .half, .quarter: return nil
      case .decimal:
        guard piece.length <= 5,
          let dot = text.firstOffset(
            of: UInt8(ascii: "."), in: Int(piece.start)..<Int(piece.end)),
          Int(piece.end) - dot == 3
        else { return nil }
        parts.hour = text.integer(Int(piece.start)..<dot)
        parts.minute = text.integer(dot + 1..<Int(piece.end))
      case _ where piece.kind == .number && piece.length == 4:
        let value = text.integer(piece)
        (parts.hour, parts.minute) = (value / 100, value % 100)
      case _ where piece.kind == .number:
        let value = text.integer(piece)
        switch count {
        case 0: parts.hour = value
        case 1: parts.minute = value
        default: parts.second = value
        }
        count += 1
      default: break
      }
    }
    if let half {
      guard (1...12).contains(parts.hour) else { return nil }
      parts.hour = parts.hour % 12 + half
    }
    guard (0..<24).contains(parts.hour), (0..<60).contains(parts.minute), parts.second < 60 else {
      return nil
    }
    let seconds = parts.second < 0 ? "" : ":" + CalendarDate.twoDigits(parts.second)
    return
      "T\(CalendarDate.twoDigits(parts.hour)):\(CalendarDate.twoDigits(parts.minute))\(seconds)"
      + zone
  }

  /// Which half of the day `in the morning` and the like say that it is.
  private func halfOfDay(behind index: Int, _ pieces: [Piece], _ text: Span<UInt8>) -> Int? {
    guard index + 2 < pieces.count, text.matchesAny(["in"], pieces[index]),
      pieces[index + 1].symbol == .the, !pieces[index].isSentenceStart
    else { return nil }
    if text.matchesAny(["morning"], pieces[index + 2]) { return 0 }
    return text.matchesAny(["afternoon", "evening"], pieces[index + 2]) ? 12 : nil
  }

  /// The `+2` of `UTC+2`, as `+02:00`.
  private func offset(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String {
    let numbers = range.filter { pieces[$0].kind == .number }.map { text.integer(pieces[$0]) }
    let sign = pieces[range.lowerBound].mark == UInt8(ascii: "-") ? "-" : "+"
    let minutes = numbers.count > 1 ? numbers[1] : 0
    return sign + CalendarDate.twoDigits(numbers[0]) + ":" + CalendarDate.twoDigits(minutes)
  }
}
