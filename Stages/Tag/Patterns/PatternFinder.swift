import StageKit
import TextKit

/// Finds dates, amounts and the like by the rules, and addresses by their form.
struct PatternFinder: Sendable {
  /// Made once, by the first document that needs it.
  static let shared = PatternFinder()

  private let automaton = PatternAutomaton(
    rules: PatternRules.rules.map(\.rule), definitions: PatternRules.definitions)
  /// By rule and by written form, the number of the type in `TypeTable`.
  private let types = PatternRules.rules.map { TypeTable.number(of: $0.type) }
  private let formTypes = [
    EntityType.url, .email, .handle, .hashtag, .phone, .organisation,
  ].map(TypeTable.number)
  private let date = TypeTable.number(of: .date)
  private let cardinal = TypeTable.number(of: .cardinal)
  private let ordinal = TypeTable.number(of: .ordinal)
  /// By the raw value of a symbol.
  private let canStart: [Bool]

  private init() {
    let automaton = automaton
    canStart = PatternSymbol.allCases.map(automaton.canStart)
  }

  /// - Parameter memory: for a worker to keep.
  func find(
    _ pieces: [Piece], _ text: Span<UInt8>, _ memory: inout PatternAutomaton.Memory,
    into candidates: inout [Candidate]
  ) {
    let forms = WrittenForms(pieces: pieces)
    var index = 0
    while index < pieces.count {
      let symbol = pieces[index].symbol
      if symbol == .other {
        index &+= 1
        continue
      }
      if let found = forms.match(at: index, text) {
        candidates.append(
          Candidate(found.pieces, type: formTypes[found.type.rawValue], by: .patterns))
        index = max(index + 1, found.pieces.upperBound)
        continue
      }
      if NamedDays.mayEnd(with: symbol), let day = namedDay(endingAt: index, pieces) {
        // What is found so far of it: the `Christmas` of `Christmas Day`.
        var start = day.lowerBound
        while let last = candidates.last, last.recogniser == .patterns,
          last.pieceRange.upperBound > start
        {
          start = min(start, last.pieceRange.lowerBound)
          candidates.removeLast()
        }
        candidates.append(Candidate(start..<day.upperBound, type: date, by: .patterns))
        index = day.upperBound
        continue
      }
      if canStart[Int(symbol.rawValue)], !continuesNumber(pieces, index),
        let match = match(pieces, at: index, text, &memory)
      {
        let type = types[match.rule]
        let range = index..<index + match.count
        if !isPartOfName(pieces, range, type), !isElse(pieces, range, type, text) {
          candidates.append(Candidate(range, type: type, by: .patterns))
          index = range.upperBound
          continue
        }
      }
      index += 1
    }
  }

  /// A day with a name, and the year behind it.
  private func namedDay(endingAt last: Int, _ pieces: [Piece]) -> Range<Int>? {
    guard let name = NamedDays.shared.name(endingAt: last, pieces) else { return nil }
    var end = name.upperBound
    if end < pieces.count, pieces[end].symbol == .comma, pieces[end].gap == .none { end += 1 }
    if end < pieces.count, pieces[end].symbol == .year, pieces[end].gap == .space {
      return name.lowerBound..<end + 1
    }
    return name
  }

  /// By what pieces were found, in words.
  func explanation(_ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>) -> String {
    var memory = PatternAutomaton.Memory()
    if let match = match(pieces, at: range.lowerBound, text, &memory), match.count == range.count {
      return "pattern '\(PatternRules.rules[match.rule].rule)'"
    }
    if NamedDays.shared.day(in: range, pieces) != nil { return "name of a day" }
    return "pattern of addresses, tags and telephone numbers"
  }

  private func match(
    _ pieces: [Piece], at start: Int, _ text: Span<UInt8>,
    _ memory: inout PatternAutomaton.Memory
  ) -> (rule: Int, count: Int)? {
    automaton.longestMatch(&memory) { offset in
      let index = start + offset
      guard index < pieces.count, offset == 0 || pieces[index].gap != .wide else { return nil }
      let piece = pieces[index]
      switch piece.symbol {
      // A hyphen, colon or slash joins only what it touches on both sides.
      case .hyphen, .colon, .slash:
        guard piece.gap == .none, index + 1 < pieces.count, pieces[index + 1].gap == .none else {
          return nil
        }
        // `59:42` is a time in a race, and else may be a score.
        if piece.symbol == .colon, offset == 1,
          pieces[start].symbol == .thirty || pieces[start].symbol == .sixty,
          pieces[index + 1].symbol != .decimal, !RaceTimes.isTold(start, pieces, text)
        {
          return nil
        }
      case .apostrophe:
        guard index + 1 < pieces.count, pieces[index + 1].gap == .none else { return nil }
        // In `the '90s` it stands apart.
        let isApart = pieces[index + 1].kind == .number
        guard isApart || piece.gap == .none && offset > 0 else { return nil }
      case .plus where piece.gap != .none: return nil
      case .metre, .letterSuffix:
        if CountedNouns.follow(index, pieces, text) { return .suffix }
      // `this past week`, but not `following this year`.
      case .relative where offset > 0 && pieces[index - 1].symbol == .relative:
        if Lexicon.shared.entry(of: pieces[index - 1]).value != 0 { return nil }
      // `the first Monday in May`
      case .other where offset > 1 && piece.length == 2 && pieces[index - 1].symbol == .weekday:
        if text.matchesAny(["in"], piece) { return .of }
      case .and, .comma:
        if offset > 1, Durations.join(at: index, pieces) { return .joint }
        if offset > 0, areApart(index, pieces, text) { return nil }
      // `gigawatt-hours`
      case .hourUnit where offset > 1 && Durations.areOfWatts(index, pieces, text): return .power
      default: break
      }
      return piece.symbol
    } mayEnd: { offset in
      // Not inside a word: `5G`, `3D`; nor inside a chain of numbers.
      let index = start + offset
      guard index < pieces.count, pieces[index].gap == .none else { return true }
      let last = pieces[index - 1]
      // The sign of `500 $20 notes` is of what follows.
      if last.symbol == .currencySign { return pieces[index].kind != .number }
      if pieces[index].kind != .mark { return last.kind == .mark }
      return !(index + 1 < pieces.count && continuesNumber(pieces, index + 1))
    }
  }

  /// Whether a number stands behind another and a tight hyphen or slash, as in `1-2-3`.
  private func continuesNumber(_ pieces: [Piece], _ index: Int) -> Bool {
    guard index > 1, pieces[index].kind == .number, pieces[index].gap == .none else { return false }
    let mark = pieces[index - 1]
    // `UTC+5:30`
    if mark.gap == .none {
      let first = mark.symbol == .colon && index > 4 ? index - 3 : index - 1
      let sign = pieces[first].symbol
      if sign == .plus || sign == .hyphen, pieces[first].gap == .none,
        pieces[first - 1].symbol == .zone
      {
        return true
      }
    }
    return (mark.symbol == .hyphen || mark.symbol == .slash) && mark.gap == .none
      && pieces[index - 2].kind == .number
  }

  /// Whether two days with `and` between do not follow each other, as `3 and 4 May` do.
  private func areApart(_ and: Int, _ pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    let first = pieces[and - 1].symbol == .ordinalSuffix ? and - 2 : and - 1
    guard pieces[and].symbol == .and, first >= 0, pieces[first].kind == .number,
      and + 1 < pieces.count, pieces[and + 1].kind == .number
    else { return false }
    return text.integer(pieces[and + 1]) != text.integer(pieces[first]) + 1
  }

  /// Whether what looks like a pattern is something else by what stands around it.
  private func isElse(
    _ pieces: [Piece], _ range: Range<Int>, _ type: Int, _ text: Span<UInt8>
  ) -> Bool {
    let (first, last) = (pieces[range.lowerBound], pieces[range.upperBound - 1])
    let next = range.upperBound < pieces.count ? pieces[range.upperBound] : nil
    switch last.symbol {
    // `a third of the votes`, not `a third goal`; `a second of silence` may be one.
    case .ordinal, .quarter:
      guard type == cardinal, range.count == 2, first.symbol == .a || first.symbol == .one else {
        return false
      }
      return next?.symbol != .of || text.matchesAny(["second", "first"], last)
    // `half-time`, `the second half`, `half marathon`
    case .half:
      guard type == cardinal, range.count == 1 else { return false }
      if range.lowerBound > 0, !first.isSentenceStart,
        [.ordinal, .relative].contains(pieces[range.lowerBound - 1].symbol)
          || first.gap == .none && pieces[range.lowerBound - 1].symbol == .hyphen
      {
        return true
      }
      guard let next else { return false }
      return next.gap == .none && next.symbol == .hyphen
        || text.matchesAny(
          ["marathon", "marathons", "time", "term", "price", "back", "board"], next)
    // Of `the week` and the like, only the weekend is a date.
    case .period where first.symbol == .the && range.count == 2:
      return Lexicon.shared.entry(of: last).value != Period.weekend.rawValue
    // `the Happy Mondays`
    case .weekdays where range.lowerBound > 0 && !first.isSentenceStart:
      return pieces[range.lowerBound - 1].isName && first.gap == .space
    // `mid-80s` are degrees or years of age; `fiscal 24` is no year.
    case .pluralSuffix:
      return first.symbol == .the && range.count == 4
        && text.matchesAny(["mid"], pieces[range.lowerBound + 1])
        && pieces[range.lowerBound + 2].length == 2
    case _ where first.symbol == .fiscal && range.count == 2:
      return last.length == 2 && last.gap != .none
    default: return false
    }
  }

  /// Number words with a capital before another capital (`Two Rivers`) and a lone `one` are no
  /// numbers; a lone abbreviation of a month is none of a date.
  private func isPartOfName(_ pieces: [Piece], _ range: Range<Int>, _ type: Int) -> Bool {
    let first = pieces[range.lowerBound]
    guard type == cardinal || type == ordinal else { return false }
    if range.count == 1 && first.symbol == .one { return true }
    guard first.isName, range.upperBound < pieces.count else { return false }
    let next = pieces[range.upperBound]
    return next.isName && next.gap == .space && next.symbol != .nationality
  }
}
