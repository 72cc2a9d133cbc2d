import TextKit

/// How long something lasts, in several units: `two years and six months`, `2 hours, 3 minutes`.
enum Durations {
  /// Whether a comma or `and` behind a unit joins a smaller one to it.
  static func join(at joint: Int, _ pieces: [Piece]) -> Bool {
    guard let larger = rank(pieces[joint - 1]) else { return false }
    // One number and its unit: whatever is longer is rare.
    guard joint + 2 < pieces.count, pieces[joint + 1].symbol.isNumeric,
      let smaller = rank(pieces[joint + 2])
    else { return false }
    return smaller < larger
      && [joint + 1, joint + 2].allSatisfy { !pieces[$0].isSentenceStart }
  }

  /// Units by their length; `nil` for what is none.
  static func rank(_ unit: Piece) -> Int? {
    let entry = Lexicon.shared.entry(of: unit)
    switch unit.symbol {
    case .hourUnit:
      switch Lexicon.shared.string(of: entry) {
      case "H": return -1
      case "M": return -2
      default: return -3
      }
    case .period:
      let period = Period(rawValue: Int(entry.value))
      return period == .weekend ? nil : period?.rawValue
    default: return nil
    }
  }

  /// The amounts and units of a duration in several units; `nil` for one of one unit, and where the
  /// units do not get smaller.
  static func parts(
    _ pieces: [Piece], _ range: Range<Int>, _ symbol: PatternSymbol, _ amounts: AmountReader,
    _ text: Span<UInt8>
  ) -> [(amount: DecimalAmount, unit: Int)]? {
    let units = range.filter { pieces[$0].symbol == symbol }
    guard units.count > 1,
      zip(units, units.dropFirst()).allSatisfy({ larger, smaller in
        (rank(pieces[larger]) ?? 0) > (rank(pieces[smaller]) ?? .max)
      })
    else { return nil }
    var parts: [(amount: DecimalAmount, unit: Int)] = []
    var start = range.lowerBound
    for unit in units {
      guard let amount = amounts.number(pieces, start..<unit, text) else { return nil }
      parts.append((amount, unit))
      start = unit + 1
    }
    return parts
  }

  /// Whether hours stand behind a unit of power, perhaps with a hyphen between, which makes it one of
  /// energy.
  static func areOfWatts(_ hours: Int, _ pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    let unit = pieces[hours - 1].symbol == .hyphen ? hours - 2 : hours - 1
    guard unit > 0, pieces[unit].symbol == .unit, pieces[unit].length > 3,
      text.matchesAny(["hour", "hours"], pieces[hours])
    else { return false }
    let end = Int(pieces[unit].end)
    return text.matches("watt", at: end - 4) || text.matches("watts", at: end - 5)
  }
}
