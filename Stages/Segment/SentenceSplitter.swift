import TextKit

/// Says where sentences end among the places that the rules leave open.
package protocol BoundaryJudge {
  /// - Parameters:
  ///   - end: the offset behind what would be the last token of the sentence.
  ///   - next: the offset of the first token of the next one.
  mutating func endsSentence(_ features: borrowing BoundaryFeatures, end: Int, next: Int) -> Bool
}

extension BoundaryModel: BoundaryJudge {
  @inline(__always)
  package func endsSentence(_ features: borrowing BoundaryFeatures, end: Int, next: Int) -> Bool {
    score(features) > 0
  }
}

/// Groups the tokens of a paragraph into sentences.
///
/// Only the places that the tokeniser noted are looked at. Every paragraph's end ends a sentence, and
/// every token is in one.
struct SentenceSplitter {
  private let lexicon: Lexicon
  private let rules: BoundaryRules
  private let habits: EnglishHabits
  private let maximumBytes: Int
  /// The model knows English. Other languages are left to the rules.
  private let asksModel: Bool
  /// Whether questions end in semicolons, as in Greek.
  private let semicolonsAsk: Bool
  private var capitalStarts = 0
  private var smallStarts = 0

  init(lexicon: Lexicon, maximumBytes: Int, language: String?) {
    self.lexicon = lexicon
    self.maximumBytes = maximumBytes
    rules = BoundaryRules(lexicon: lexicon, language: language)
    habits = EnglishHabits(lexicon: lexicon)
    asksModel = language == nil || language == "en"
    semicolonsAsk = language == "el"
  }

  /// Appends the sentences of the paragraph `text`.
  ///
  /// - Parameters:
  ///   - tokens: all tokens so far; those of this paragraph start at index `first`.
  ///   - candidates: the tokens of this paragraph after which a sentence may end.
  mutating func split<Judge: BoundaryJudge>(
    _ text: TextBytes, _ tokens: [ByteRange], from first: Int, _ candidates: [StopCandidate],
    _ style: WritingStyle, _ judge: inout Judge, into sentences: inout [ByteRange]
  ) {
    var place = BoundaryPlace(
      sentenceStart: first, stop: first, last: first - 1, paragraph: first..<tokens.count,
      nesting: 0, beginnings: beginnings)
    noteStart(text, tokens, first)
    var enumeration = Enumeration(text, tokens, first)
    for candidate in candidates where candidate.token > place.last {
      let stop = candidate.stop
      let isEdited = style.isEdited && smallStarts * 8 <= capitalStarts
      // Most places are such, between a word and one with a capital.
      if isEdited, stop == .open, !enumeration.hasMarker,
        text.endsLikeWord(tokens[candidate.token]),
        !asksModel || !habits.isAtStamp(text, tokens, candidate.token)
      {
        continue
      }
      place.stop = candidate.token
      place.last =
        stop == .open
        ? candidate.token
        : rules.lastTokenOfSentence(
          text, tokens, from: place.sentenceStart, endingAt: candidate.token)
      place.nesting = UInt64(candidate.nesting)
      let next = place.last + 1
      guard next < tokens.count else { break }
      let ends: Bool
      if let certain = certainty(text, tokens, stop, place, enumeration) {
        ends = certain
      } else if !asksModel {
        ends = rules.endsSentence(text, tokens, stop, place)
      } else if let certain = habits.certainty(
        text, tokens, stop, place, isCareful: isCareful(style), isEdited: isEdited)
      {
        ends = certain
      } else {
        let kind = BoundaryKind(stop, text, tokens[place.last])
        let features = BoundaryFeatures(
          kind, text, tokens, place, style, lexicon,
          ruleSaysYes: rules.endsSentence(text, tokens, stop, place))
        ends = judge.endsSentence(features, end: tokens[place.last].end, next: tokens[next].start)
      }
      guard ends else { continue }
      append(tokens, place.sentenceStart..<next, to: &sentences)
      place.sentenceStart = next
      enumeration.begin(text, tokens, next)
      noteStart(text, tokens, next)
      place.beginnings = beginnings
    }
    if place.sentenceStart < tokens.count {
      append(tokens, place.sentenceStart..<tokens.count, to: &sentences)
    }
  }

  /// What holds in every language.
  private func certainty(
    _ text: TextBytes, _ tokens: [ByteRange], _ stop: Stop, _ place: BoundaryPlace,
    _ enumeration: Enumeration
  ) -> Bool? {
    let next = tokens[place.last + 1]
    let isAttached = next.start == tokens[place.last].end
    if stop == .terminator { return !rules.continuesQuotation(text, tokens, place) }
    if stop == .period, rules.beginsEllipsis(text, tokens, place) { return true }
    if stop == .period, rules.isNoEnd(text, tokens, place) { return false }
    if TextBytes.isInnerPunctuation(text[next.start]) || enumeration.isMarker(place) {
      return false
    }
    if !isAttached, enumeration.continues(text, tokens, at: place.last + 1) { return true }
    if stop == .open, isAttached || !asksModel {
      return !isAttached && semicolonsAsk && rules.isGreekQuestion(text, tokens, place)
    }
    return nil
  }

  /// Whether the writer begins sentences with capitals, as far as the document shows.
  private func isCareful(_ style: WritingStyle) -> Bool {
    smallStarts * 8 <= capitalStarts && (style.isCareful || capitalStarts >= 12)
  }

  private var beginnings: UInt64 { smallStarts * 8 > capitalStarts ? 2 : capitalStarts > 3 ? 1 : 0 }

  private mutating func noteStart(_ text: TextBytes, _ tokens: [ByteRange], _ index: Int) {
    guard index < tokens.count else { return }
    let byte = text[tokens[index].start]
    if byte.isASCIIUppercase { capitalStarts += 1 }
    if byte.isASCIILowercase { smallStarts += 1 }
  }

  // MARK: - Length

  /// Appends the sentence of these tokens, in pieces if it is too long: cut at the last space that
  /// fits, or between tokens where there is none.
  private func append(
    _ tokens: [ByteRange], _ indexes: Range<Int>, to sentences: inout [ByteRange]
  ) {
    var start = indexes.lowerBound
    let end = tokens[indexes.upperBound - 1].end
    if end - tokens[start].start > maximumBytes {
      var lastSpace: Int?
      for index in indexes.dropFirst() {
        if tokens[index].start > tokens[index - 1].end { lastSpace = index }
        while index > start, tokens[index].end - tokens[start].start > maximumBytes {
          let cut = lastSpace ?? index
          sentences.append(ByteRange(tokens[start].start, tokens[cut - 1].end))
          start = cut
          lastSpace = nil
        }
      }
    }
    sentences.append(ByteRange(tokens[start].start, end))
  }
}

extension BoundaryKind {
  init(_ stop: Stop, _ text: TextBytes, _ token: ByteRange) {
    switch stop {
    case .period, .terminator: self = .period
    case .mark: self = text[token.end - 1] == UInt8(ascii: "?") ? .question : .exclamation
    case .ellipsis: self = .ellipsis
    case .abbreviation: self = .abbreviation
    case .finalAbbreviation: self = .finalAbbreviation
    case .open:
      switch text.shape(token) {
      case .comma: self = .comma
      case .colon: self = .colon
      case .semicolon: self = .semicolon
      case .openBracket, .closeBracket: self = .bracket
      case .quote, .openQuote, .closeQuote, .apostrophe: self = .quote
      case .dash: self = .dash
      case .address: self = .address
      case .shortNumber, .longNumber, .year, .compoundNumber: self = .number
      case .small, .capital, .capitals, .mixed, .singleCapital, .singleSmall, .other, .abbreviation:
        self = .word
      default: self = .symbol
      }
    }
  }
}
