import TextKit

/// Whether the words around a date speak of what has happened or of what will.
enum Tense {
  case past
  case future
  case unknown

  /// How far a verb may stand from its date, in pieces.
  private static let reach = 24

  /// By the nearest verb of the sentence that tells; of two as near, the one in front.
  init(around range: Range<Int>, _ pieces: [Piece], _ text: Span<UInt8>) {
    self = .unknown
    var before = range.lowerBound
    var after = range.upperBound
    for _ in 0..<Self.reach {
      if before > 0, !pieces[before].isSentenceStart {
        before -= 1
        if let tense = Self.tense(of: before, pieces, text) {
          self = tense
          return
        }
      }
      if after < pieces.count, !pieces[after].isSentenceStart {
        if let tense = Self.tense(of: after, pieces, text) {
          self = tense
          return
        }
        after += 1
      }
    }
  }

  private static func tense(of index: Int, _ pieces: [Piece], _ text: Span<UInt8>) -> Tense? {
    let piece = pieces[index]
    guard piece.kind == .word, !piece.isName, piece.length > 1 else { return nil }
    let previous = index > 0 && !piece.isSentenceStart ? pieces[index - 1] : nil
    switch WordList.class(of: piece, text) {
    case .future: return isUnreal(index, pieces, text) ? nil : .future
    case .be:
      // `to be held`, and `is to begin`.
      return previous.map { WordList.class(of: $0, text) } == .to ? .future : nil
    case .past: break
    case .present:
      guard index + 1 < pieces.count else { return nil }
      let isPlan =
        WordList.class(of: pieces[index + 1], text) == .to || isDate(behind: index, pieces, text)
      return isPlan ? .future : nil
    case .to: return nil
    case nil:
      guard piece.length > 4, text.matches("ed", at: Int(piece.end) - 2),
        !text.matches("need", at: Int(piece.start))
      else { return nil }
    }
    // A participle tells nothing after `be`.
    return previous.map { WordList.class(of: $0, text) } == .be ? nil : .past
  }

  /// `would have asked`, `should have come`
  private static func isUnreal(_ index: Int, _ pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    index + 1 < pieces.count && text.matchesAny(["have"], pieces[index + 1])
      && text.matchesAny(["would", "should", "must"], pieces[index])
  }

  /// `the hearing is on Friday`, `the vote is in May`
  private static func isDate(
    behind index: Int, _ pieces: [Piece], _ text: Span<UInt8>
  ) -> Bool {
    let next = index + 1
    let days: [PatternSymbol] = [.weekday, .month, .may, .monthAbbreviation]
    if pieces[next].symbol == .weekday {
      // `It is Monday` today.
      return index == 0 || !text.matchesAny(["It", "it", "Today", "today"], pieces[index - 1])
    }
    let isPlaced =
      pieces[next].roles.contains(.datePreposition) || text.matchesAny(["on"], pieces[next])
    return isPlaced && next + 1 < pieces.count
      && days.contains(pieces[next + 1].symbol)
  }

  /// The words that tell, by what they tell. News tells what has happened in the past tense; what
  /// `opens` on a day is a plan.
  private enum WordList {
    case future
    case past
    case be
    case present
    case to

    static func `class`(of piece: Piece, _ text: Span<UInt8>) -> WordList? {
      switch piece.length {
      case 2: text.matchesAny(["be"], piece) ? .be : short(piece, text)
      case 3: text.matchesAny(["are"], piece) ? .present : three(piece, text)
      case 4: four(piece, text)
      case 5: five(piece, text)
      default: long(piece, text)
      }
    }

    private static func short(_ piece: Piece, _ text: Span<UInt8>) -> WordList? {
      if text.matchesAny(["to"], piece) { return .to }
      return text.matchesAny(["is"], piece)
        ? .present : text.matchesAny(["ll"], piece) ? .future : nil
    }

    private static func three(_ piece: Piece, _ text: Span<UInt8>) -> WordList? {
      if text.matchesAny(["due"], piece) { return .future }
      return text.matchesAny(["was", "had", "did", "met", "won", "ran", "saw", "got"], piece)
        ? .past : nil
    }

    private static func four(_ piece: Piece, _ text: Span<UInt8>) -> WordList? {
      if text.matchesAny(["will", "must", "ends", "goes", "meet"], piece) { return .future }
      let past: [StaticString] = [
        "said", "were", "told", "took", "made", "came", "went", "held", "lost", "left", "gave",
        "fell", "rose", "died", "sent", "grew", "beat", "paid", "drew", "kept", "knew", "flew",
      ]
      return text.matchesAny(past, piece) ? .past : nil
    }

    private static func five(_ piece: Piece, _ text: Span<UInt8>) -> WordList? {
      let future: [StaticString] = [
        "shall", "plans", "hopes", "opens", "meets", "faces", "plays", "kicks", "hosts", "begin",
        "takes", "holds", "would",
      ]
      if text.matchesAny(future, piece) { return .future }
      let past: [StaticString] = [
        "began", "found", "wrote", "spoke", "broke", "stood", "built", "swore", "chose", "drove",
        "fired", "added",
      ]
      return text.matchesAny(past, piece) ? .past : nil
    }

    private static func long(_ piece: Piece, _ text: Span<UInt8>) -> WordList? {
      let future: [StaticString] = [
        "expected", "scheduled", "planned", "planning", "upcoming", "should", "begins", "starts",
        "closes", "resumes", "travels", "arrives", "returns", "visits", "launches", "expires",
        "premieres",
      ]
      if text.matchesAny(future, piece) { return .future }
      return text.matchesAny(["became", "killed", "fought", "caught", "brought"], piece)
        ? .past : nil
    }
  }
}
