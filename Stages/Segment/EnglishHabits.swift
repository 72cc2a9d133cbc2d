import TextKit

/// What is certain in English, so that the model is not asked.
struct EnglishHabits {
  let lexicon: Lexicon

  /// Whether a sentence ends at the place, or `nil` if that is not certain.
  ///
  /// - Parameters:
  ///   - isCareful: whether the writer begins sentences with capitals.
  ///   - isEdited: whether the writer also ends all paragraphs with a stop.
  func certainty(
    _ text: TextBytes, _ tokens: [ByteRange], _ stop: Stop, _ place: BoundaryPlace,
    isCareful: Bool,
    isEdited: Bool
  ) -> Bool? {
    if stop == .open {
      if isAtStamp(text, tokens, place.last) { return true }
      if isCareful, beginsBehindQuotation(text, tokens, place) { return true }
      if isCareful, let ends = endsBrokenSpeech(text, tokens, place) { return ends }
      // In edited text no sentence ends after a mere word or comma; most places end here.
      if isEdited, text.endsLikeWord(tokens[place.last]) { return false }
      if isCareful, continuesSmall(text, tokens, place) { return false }
      return endsDateline(text, tokens, place)
    }
    let next = tokens[place.last + 1]
    let isAttached = next.start == tokens[place.last].end
    if isCareful, continuesSmall(text, tokens, place) { return false }
    if isLastNumber(text, tokens, place) || isInShortQuotation(text, tokens, place) {
      return false
    }
    switch stop {
    case .period:
      if isBrokenAddress(text, tokens, place) { return false }
      if text[next.start] == UInt8(ascii: "/"), isBeforeAgency(text, tokens, place) { return false }
      if isAttached { return isMissingSpace(text, tokens, place) ? true : nil }
      return isPlainEnd(text, tokens, place) || isBeforeQuotation(text, tokens, place)
        || isPronounI(text, tokens, place) ? true : nil
    case .abbreviation, .finalAbbreviation:
      guard !isAttached, place.last == place.stop else { return nil }
      let word = text.packed(next.start, next.end)
      if lexicon.isPronoun(word) || lexicon.isOpening(word) || isI(text, tokens, place.last + 1) {
        return true
      }
      if isClockTime(text, tokens[place.stop]), isBeforeQuotation(text, tokens, place) {
        return true
      }
      if isClockTime(text, tokens[place.stop]), text[next.start].isASCIIUppercase {
        if place.last + 2 < tokens.count, text.matches("time", at: tokens[place.last + 2].start) {
          return false
        }
        return !lexicon.isCalendarWord(text.packed(next.start, next.end))
          && !text.matches("wednesday", at: next.start)
          && !text.matches("september", at: next.start)
      }
      return nil
    case .mark, .ellipsis:
      if stop == .ellipsis, isCareful, !isAttached, place.last == place.stop, next.count > 1,
        text[next.start].isASCIIUppercase, text[next.start + 1].isASCIILowercase
      {
        return true
      }
      let isBeforeSpeaker = place.last > place.stop && isBeforeSpeaker(text, tokens, place)
      return isBeforeSpeaker || isBeforeCitation(text, tokens, place) ? false : nil
    case .terminator, .open:
      return nil
    }
  }

  /// Whether a dateline ends here, which stands for itself: `PORT VALE, May 4 (AP) -- The …`. `nil` if
  /// this is none.
  private func endsDateline(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool? {
    let start = place.sentenceStart
    guard start == place.paragraph.lowerBound, place.stop - start < 14, place.stop - start >= 3
    else { return nil }
    let isDash = text.shape(tokens[place.stop]) == .dash
    let bracket = isDash ? place.stop - 1 : place.stop
    guard text[tokens[bracket].start] == UInt8(ascii: ")"), bracket - start >= 3 else { return nil }
    var open = bracket - 1
    while open > start, bracket - open <= 4, text[tokens[open].start] != UInt8(ascii: "(") {
      open -= 1
    }
    guard open > start, open + 1 < bracket, text[tokens[open].start] == UInt8(ascii: "(") else {
      return nil
    }
    // `(dpa/AFP)`
    let isKnown = (open + 1..<bracket).allSatisfy {
      isAgency(text, tokens[$0]) || text[tokens[$0].start] == UInt8(ascii: "/")
    }
    // Behind a place in capitals, a dash shows that others are agencies, too.
    guard
      isKnown
        || isDash && isInCapitals(text, tokens[start])
          && text[tokens[open + 1].start].isASCIIUppercase
    else { return nil }
    if isDash { return true }
    let next = tokens[place.last + 1]
    if text.shape(next) == .dash { return false }
    return text[next.start].isASCIIUppercase ? true : nil
  }

  /// Whether the token is the last one before or of a date and a time by which a mail or post says when it
  /// was written, and which stand for themselves: `Ann Bell 04/26/2001 07:17 AM Will you come?`
  @inline(__always)
  func isAtStamp(_ text: TextBytes, _ tokens: [ByteRange], _ last: Int) -> Bool {
    guard last + 1 < tokens.count else { return false }
    let token = tokens[last]
    let next = tokens[last + 1]
    if token.count == 2, text[token.start + 1] | 0x20 == UInt8(ascii: "m") {
      return last >= 2 && text[next.start].isASCIIUppercase && isStamp(text, tokens, last - 2)
    }
    guard text[next.start].isASCIIDigit, next.count >= 6 else { return false }
    return isStamp(text, tokens, last + 1) && isSender(text, token)
  }

  /// Whether a date with strokes, a time of day and `AM` or `PM` begin at this token.
  private func isStamp(_ text: TextBytes, _ tokens: [ByteRange], _ first: Int) -> Bool {
    guard first + 2 < tokens.count else { return false }
    let date = tokens[first]
    let time = tokens[first + 1]
    let half = tokens[first + 2]
    return half.count == 2
      && (text.matches("am", at: half.start) || text.matches("pm", at: half.start))
      && text[date.start].isASCIIDigit && text[time.start].isASCIIDigit
      && date.range.count { text[$0] == UInt8(ascii: "/") } == 2
      && time.range.contains { text[$0] == UInt8(ascii: ":") }
  }

  /// Whether the token may be the last one of a name or an address, and not of `on Monday`.
  private func isSender(_ text: TextBytes, _ token: ByteRange) -> Bool {
    switch text.shape(token) {
    case .address, .angle: true
    case .capital, .capitals, .mixed, .singleCapital:
      !lexicon.isCalendarWord(text.packed(token.start, token.end))
        && !text.matches("wednesday", at: token.start)
        && !text.matches("september", at: token.start)
    default: false
    }
  }

  /// Whether the stop is one of a dateline whose agency follows behind the slash that is next:
  /// `TARN, May 4, 2024. /TASS/. The …`
  private func isBeforeAgency(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    let slash = place.last + 1
    return place.sentenceStart == place.paragraph.lowerBound
      && slash - place.sentenceStart < 14 && slash + 2 < tokens.count
      && text[tokens[slash + 2].start] == UInt8(ascii: "/") && isAgency(text, tokens[slash + 1])
  }

  private func isInCapitals(_ text: TextBytes, _ token: ByteRange) -> Bool {
    token.count >= 3 && token.range.allSatisfy { text[$0].isASCIIUppercase }
  }

  private func isAgency(_ text: TextBytes, _ token: ByteRange) -> Bool {
    lexicon.isAgency(text.packed(token.start, token.end))
  }

  /// Whether a small word follows, perhaps behind a dash.
  private func continuesSmall(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    var index = place.last + 1
    if text[tokens[index].start].isASCIIUppercase { return false }
    if text.shape(tokens[index]) == .dash, index + 1 < tokens.count { index += 1 }
    let shape = text.shape(tokens[index])
    return shape == .small || shape == .singleSmall
  }

  /// Whether the full stop is between a word of some length and one with a capital: nothing else is
  /// so sure, nor so frequent.
  private func isPlainEnd(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    guard place.nesting == 0, place.last == place.stop, place.stop > place.sentenceStart + 1 else {
      return false
    }
    let word = tokens[place.stop - 1]
    let next = tokens[place.last + 1]
    guard word.count >= 4, text[word.end - 1].isASCIILowercase, text[word.end - 2].isASCIILowercase,
      text[next.start].isASCIIUppercase
    else { return false }
    return next.count == 1 || text[next.start + 1].isASCIILowercase
  }

  /// Whether a quotation opens behind the space that follows: `at 9 a.m. “It fell,” she said.`
  private func isBeforeQuotation(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    let next = place.last + 1
    guard place.nesting == 0, place.last == place.stop, next + 1 < tokens.count,
      tokens[next + 1].start == tokens[next].end, text[tokens[next + 1].start].isASCIIUppercase
    else { return false }
    let shape = text.shape(tokens[next])
    return shape == .quote || shape == .openQuote
  }

  /// Whether the word before the full stop is `I`; the tokeniser has told it from initials.
  private func isPronounI(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    guard place.stop > place.sentenceStart + 1, place.last == place.stop else { return false }
    let word = tokens[place.stop - 1]
    return word.count == 1 && text[word.start] == UInt8(ascii: "I")
      && text[tokens[place.last + 1].start].isASCIIUppercase
  }

  /// Whether the full stop stands in an address that is written with spaces: `www. example. org`.
  private func isBrokenAddress(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    let next = tokens[place.last + 1]
    guard text[next.start].isASCIILowercase else { return false }
    if lexicon.isDomainEnding(text.packed(next.start, next.end)) { return true }
    guard place.stop > place.sentenceStart else { return false }
    let word = tokens[place.stop - 1]
    return word.count == 3 && text.matches("www", at: word.start)
  }

  /// Whether a sentence follows without a space: `It ended.Then …`
  private func isMissingSpace(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    guard place.last == place.stop, place.stop > place.sentenceStart else { return false }
    let word = tokens[place.stop - 1]
    let next = tokens[place.last + 1]
    let before = text[word.end - 1]
    return word.count > 1 && (before.isASCIILowercase || before.isASCIIDigit) && next.count > 1
      && text[next.start].isASCIIUppercase && text[next.start + 1].isASCIILowercase
  }

  /// `a.m.`, `P.M.`
  private func isClockTime(_ text: TextBytes, _ token: ByteRange) -> Bool {
    token.count == 4
      && (text.matches("a.m.", at: token.start) || text.matches("p.m.", at: token.start))
  }

  /// Whether a quotation without a stop closes here and a sentence follows that begins with a pronoun
  /// or an article: `They call it “the needle” It stands …`
  private func beginsBehindQuotation(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    let next = tokens[place.last + 1]
    guard place.stop > place.sentenceStart, tokens[place.stop].start == tokens[place.stop - 1].end,
      next.start > tokens[place.stop].end, place.last + 2 < tokens.count
    else { return false }
    let shape = text.shape(tokens[place.stop])
    guard shape == .quote || shape == .closeQuote,
      lexicon.isPronoun(text.packed(next.start, next.end))
    else { return false }
    return text.shape(tokens[place.last + 2]) == .small
  }

  /// Whether a sentence ends with a speech that breaks off at a dash: `“But I –” At that the door
  /// opened.` It goes on if the speaker follows; `nil` if this is no such speech.
  private func endsBrokenSpeech(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool? {
    let next = tokens[place.last + 1]
    let quote = tokens[place.stop]
    guard place.stop > place.sentenceStart, tokens[place.stop - 1].end == quote.start,
      text.shape(tokens[place.stop - 1]) == .dash, text.closesQuotation(quote),
      next.start > quote.end, text[next.start].isASCIIUppercase
    else { return nil }
    return !isBeforeSpeaker(text, tokens, place)
  }

  /// Whether the stop is inside a few quoted words that open within the sentence and behind which it
  /// goes on: `They cried “Stop! Thieves!” and ran.`
  private func isInShortQuotation(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    guard place.nesting & 1 != 0, place.last == place.stop else { return false }
    var opener = place.stop
    let first = max(place.sentenceStart, place.stop - Self.longestShortQuotation)
    repeat {
      opener -= 1
      guard opener > first else { return false }
    } while !text.opensQuotation(tokens[opener])
    guard tokens[opener].start > tokens[opener - 1].end,
      tokens[opener].end == tokens[opener + 1].start
    else { return false }
    let limit = min(opener + Self.longestShortQuotation, tokens.count - 1)
    var closer = place.stop + 1
    while closer < limit, !text.closesQuotation(tokens[closer]) { closer += 1 }
    guard closer < limit, tokens[closer - 1].end == tokens[closer].start,
      tokens[closer].end < tokens[closer + 1].start
    else { return false }
    // Behind a comma stands who said it.
    let before = text.shape(tokens[closer - 1])
    let behind = text.shape(tokens[closer + 1])
    return before != .comma && (behind == .small || behind == .singleSmall)
  }

  /// In tokens.
  private static let longestShortQuotation = 14

  /// Whether the word is `I`, and no initial or number: a small word follows, or what is left of one
  /// (`I ’m`).
  private func isI(_ text: TextBytes, _ tokens: [ByteRange], _ index: Int) -> Bool {
    guard tokens[index].count == 1, text[tokens[index].start] == UInt8(ascii: "I"),
      index + 1 < tokens.count
    else { return false }
    let next = tokens[index + 1]
    return text[next.start].isASCIILowercase || next.start == tokens[index].end && next.count > 1
  }

  /// Whether nothing but a number is left of the brackets: `[5: “Why?” 12:30]`.
  private func isLastNumber(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    let next = place.last + 1
    return place.nesting & 2 != 0 && text[tokens[next].start].isASCIIDigit
      && next + 1 < tokens.count && text.shape(tokens[next + 1]) == .closeBracket
  }

  /// Whether the one who says the quotation that closes here follows: `“Why?” Ada Holm asked.`
  private func isBeforeSpeaker(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    for index in (place.last + 1)..<min(place.last + 5, tokens.count) {
      if text[tokens[index].start].isASCIIUppercase { continue }
      return lexicon.isSpeechVerb(text.packed(tokens[index].start, tokens[index].end))
    }
    return false
  }

  /// Whether a short parenthesis follows that itself stands before a full stop: `… [...]" (Bell 55).`
  private func isBeforeCitation(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    let first = place.last + 1
    guard place.last > place.stop, text[tokens[first].start] == UInt8(ascii: "(") else {
      return false
    }
    for index in first..<min(first + 8, tokens.count - 1)
    where text[tokens[index].start] == UInt8(ascii: ")") {
      return text[tokens[index + 1].start] == UInt8(ascii: ".")
        && tokens[index + 1].start == tokens[index].end
    }
    return false
  }
}
