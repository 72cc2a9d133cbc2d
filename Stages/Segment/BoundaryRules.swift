import TextKit

/// Tells by word lists and neighbours where sentences end: in languages that the model was not
/// trained for.
struct BoundaryRules {
  private let lexicon: Lexicon
  private let classes = ScalarClasses()
  /// Whether a full stop makes a number an ordinal, as in German «am 3. Oktober».
  private let ordinalsHaveStops: Bool
  /// What is abbreviated in the language; `nil` in English, which the model knows.
  private let habits: LanguageHabits?

  init(lexicon: Lexicon, language: String?) {
    self.lexicon = lexicon
    habits = language.flatMap { $0 == "en" ? nil : LanguageHabits(language: $0) }
    ordinalsHaveStops =
      switch language {
      case "de", "da", "nb", "nn", "no", "fi", "cs", "sk", "pl", "hu", "hr", "sl", "et", "lv": true
      default: false
      }
  }

  /// The stop and what belongs to the sentence behind it: closing quotes and brackets, emoticons,
  /// and references like `[12]`.
  func lastTokenOfSentence(
    _ text: TextBytes, _ tokens: [ByteRange], from start: Int, endingAt stop: Int
  ) -> Int {
    var last = stop
    while last + 1 < tokens.count {
      if isCloser(text, tokens, last + 1) {
        last += 1
      } else if isReference(text, tokens, last + 1) {
        last += 3
      } else if isNoteNumber(text, tokens, last + 1, sentenceStart: start) {
        last += 1
      } else {
        break
      }
    }
    return last
  }

  /// Whether a sentence ends at the place, which is no terminator and before no inner punctuation.
  func endsSentence(
    _ text: TextBytes, _ tokens: [ByteRange], _ stop: Stop, _ place: BoundaryPlace
  ) -> Bool {
    // Most places that are asked for have no stop.
    if stop == .open { return false }
    let next = tokens[place.last + 1]
    let isAttached = next.start == tokens[place.last].end
    let start = firstOfSentence(text, tokens, from: place.last + 1)
    switch stop {
    case .terminator:
      return true
    case .open:
      return false
    case .period:
      // Stops with spaces between them are an ellipsis.
      if place.stop > place.sentenceStart, text[tokens[place.stop - 1].start] == UInt8(ascii: ".") {
        return start.case == .capital
      }
      if isAttached { return isMissingSpace(text, tokens, place) }
      if let habits, place.last == place.stop {
        if habits.isAbbreviation(text, tokens, place) { return false }
        if habits.endsSeries(text, tokens, place) {
          return lexicon.isStarter(text.packed(start.token.start, start.token.end))
        }
      }
      if ordinalsHaveStops, isShortNumber(text, tokens, beforeStop: place.stop) {
        return lexicon.isStarter(text.packed(start.token.start, start.token.end))
      }
      return start.case != .small || beginsSmall(text, tokens, place)
    case .mark:
      if isAttached { return isMissingSpace(text, tokens, place) }
      return start.case != .small
        || (place.last == place.stop && beginsSmall(text, tokens, place))
    case .ellipsis:
      return !isAttached && start.case == .capital
    case .abbreviation, .finalAbbreviation:
      if isAttached || start.case == .small || isDash(text, next) { return false }
      if stop == .finalAbbreviation || place.last > place.stop { return start.case == .capital }
      return lexicon.isStarter(text.packed(start.token.start, start.token.end))
    }
  }

  /// Whether a Japanese quotation has closed behind the terminator that the sentence goes on with:
  /// `「はい。」と答えた。`
  func continuesQuotation(
    _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace
  ) -> Bool {
    guard place.last > place.stop else { return false }
    let next = tokens[place.last + 1].start
    guard text[next] == 0xE3, next == tokens[place.last].end else { return false }
    let others: [StaticString] = ["ところ", "とても", "とにかく", "とりわけ", "とくに", "のち"]
    if others.contains(where: { text.matches($0, at: next) }) { return false }
    let particles: [StaticString] = ["と", "って", "など", "の", "を"]
    return particles.contains { text.matches($0, at: next) }
  }

  /// Whether a semicolon is at the place and a capital follows, as behind a question in Greek.
  func isGreekQuestion(_ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace) -> Bool {
    tokens[place.stop].count == 1 && text[tokens[place.stop].start] == UInt8(ascii: ";")
      && firstOfSentence(text, tokens, from: place.last + 1).case == .capital
  }

  // MARK: - What follows

  private enum Case { case capital, small, none }

  /// The first token at or after `index` that is no opening quote or bracket, and its case. A brand
  /// like `iPhone` counts as a capital.
  private func firstOfSentence(
    _ text: TextBytes, _ tokens: [ByteRange], from index: Int
  ) -> (token: ByteRange, case: Case) {
    var index = index
    let limit = min(index + 3, tokens.count - 1)
    while index < limit, isOpener(text, tokens[index]) { index += 1 }
    let token = tokens[index]
    let (scalar, length) = text.scalar(at: token.start)
    if isUppercase(scalar) { return (token, .capital) }
    if isLowercase(scalar) {
      return (token, text[token.start + length].isASCIIUppercase ? .capital : .small)
    }
    return (token, .none)
  }

  private func isOpener(_ text: TextBytes, _ token: ByteRange) -> Bool {
    switch text.scalar(at: token.start).value {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x60, 0x2D: true
    case 0x2018, 0x201A, 0x201C, 0x201E, 0xAB, 0xBB, 0x2039, 0x2013, 0x2014, 0x2022: true
    default: false
    }
  }

  private func isDash(_ text: TextBytes, _ token: ByteRange) -> Bool {
    let scalar = text.scalar(at: token.start).value
    return scalar == 0x2D || scalar == 0x2013 || scalar == 0x2014
  }

  /// Whether the token closes what is before it. Quotes close that nothing divides from the stop,
  /// whichever their direction (it differs between languages), and those between two spaces.
  private func isCloser(_ text: TextBytes, _ tokens: [ByteRange], _ index: Int) -> Bool {
    let token = tokens[index]
    let (scalar, length) = text.scalar(at: token.start)
    switch scalar {
    case 0x29, 0x5D, 0x7D, 0x300D, 0x300F, 0x3011, 0xFF09, 0x300B:
      return true
    case 0x3A, 0x3B, 0x3D:
      // An emoticon; the tokeniser leaves these characters alone otherwise.
      return token.count > 1 && text[token.start + 1] != text[token.start]
    case 0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D, 0xAB, 0xBB, 0x2039, 0x203A:
      guard token.count == length || (scalar == 0x27 && text[token.start + 1] == 0x27) else {
        return false
      }
      // The mark that opens in French has spaces on both sides there.
      let isFrenchOpener =
        (scalar == 0xAB || scalar == 0x2039) && token.start > tokens[index - 1].end
      if text[token.end].isASCIIWhitespace { return !isFrenchOpener }
      guard token.start == tokens[index - 1].end else { return false }
      // In between: the curly marks that close in English do, others open what follows.
      return scalar == 0x201D || scalar == 0x2019 || index + 1 == tokens.count
        || tokens[index + 1].start > token.end || !isWord(text, tokens[index + 1])
    default:
      return false
    }
  }

  private func isWord(_ text: TextBytes, _ token: ByteRange) -> Bool {
    let byte = text[token.start]
    if byte < 0x80 { return byte.isASCIILetter || byte.isASCIIDigit }
    return switch classes.classify(text.scalar(at: token.start).value) {
    case .word, .ideograph: true
    default: false
    }
  }

  /// Whether a number or an ellipsis in square brackets starts at `index`.
  private func isReference(_ text: TextBytes, _ tokens: [ByteRange], _ index: Int) -> Bool {
    guard index + 2 < tokens.count, text[tokens[index].start] == UInt8(ascii: "["),
      text[tokens[index + 2].start] == UInt8(ascii: "]")
    else { return false }
    return text[tokens[index + 1].start].isASCIIDigit
      || text.shape(tokens[index + 1]) == .ellipsis
  }

  /// Whether the number of a note is at `index`: directly behind the stop, or behind another such
  /// number, as in `It rained.11 12 Then …`, or apart from it before a word that begins sentences:
  /// `It rained. 11 The …`
  private func isNoteNumber(
    _ text: TextBytes, _ tokens: [ByteRange], _ index: Int, sentenceStart: Int
  ) -> Bool {
    let token = tokens[index]
    let before = tokens[index - 1]
    let isAttached = token.start == before.end
    let isBehindNumber = text[before.start].isASCIIDigit
    guard text[token.start].isASCIIDigit, token.count <= 2, text[token.end - 1].isASCIIDigit,
      // What follows must be a sentence or another number.
      index + 1 < tokens.count, tokens[index + 1].start > token.end
    else { return false }
    let next = tokens[index + 1]
    if isAttached || isBehindNumber {
      let first = text[next.start]
      // What precedes must be a word, unlike in `Rs.20`.
      return (first.isASCIIUppercase || first.isASCIIDigit)
        && (!isAttached || endsWord(text, before: before.start))
    }
    // Where sentences are numbered, the number is that of the next one.
    return text[before.start] == UInt8(ascii: ".") && before.count == 1
      && endsWord(text, before: before.start)
      && lexicon.isStarter(text.packed(next.start, next.end))
      && !text[tokens[sentenceStart].start].isASCIIDigit
  }

  private func endsWord(_ text: TextBytes, before stop: Int) -> Bool {
    let byte = text[stop - 1]
    return byte.isASCIILowercase || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"")
  }

  // MARK: - What precedes

  /// Whether the full stop ends a sentence and the three behind it, with spaces between them, are the
  /// ellipsis that the next one begins with: `It rained. . . . Then …`
  func beginsEllipsis(_ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace) -> Bool {
    let stop = place.stop
    guard place.last == stop, stop > place.sentenceStart, stop + 4 < tokens.count,
      tokens[stop - 1].end == tokens[stop].start
    else { return false }
    for index in (stop + 1)...(stop + 3) {
      guard tokens[index].count == 1, text[tokens[index].start] == UInt8(ascii: "."),
        tokens[index].start > tokens[index - 1].end
      else { return false }
    }
    return isUppercase(text.scalar(at: tokens[stop + 4].start).value)
  }

  /// Whether the sentence consists of nothing but full stops so far, or the one at the place belongs
  /// to an abbreviation like `N°.`
  func isNoEnd(_ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace) -> Bool {
    guard place.stop > place.sentenceStart else {
      return place.sentenceStart > place.paragraph.lowerBound
    }
    let before = tokens[place.stop - 1]
    if text[before.start] == 0xC2, before.count == 2 {
      return text[before.start + 1] == 0xB0 || text[before.start + 1] == 0xBA
    }
    guard text[before.start] == UInt8(ascii: ".") else { return false }
    // `the thing is . . . I did not mean it`
    if place.last + 1 < tokens.count, place.stop >= place.sentenceStart + 4,
      text[tokens[place.stop - 3].start] != UInt8(ascii: "."),
      tokens[place.stop - 2].start > tokens[place.stop - 3].end,
      tokens[place.last + 1].count == 1, text[tokens[place.last + 1].start] == UInt8(ascii: "I")
    {
      return true
    }
    guard place.stop - place.sentenceStart <= 4 else { return false }
    return (place.sentenceStart..<place.stop).allSatisfy {
      text[tokens[$0].start] == UInt8(ascii: ".")
    }
  }

  /// Whether the sentence begins with a small letter: then its writer does without capitals, and a
  /// small letter behind a stop says nothing.
  private func beginsSmall(_ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace) -> Bool
  {
    firstOfSentence(text, tokens, from: place.sentenceStart).case == .small
  }

  /// Whether a sentence follows without a space: `It ended.Then …`
  private func isMissingSpace(_ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace)
    -> Bool
  {
    guard place.last == place.stop else { return false }
    let next = tokens[place.last + 1]
    return text[tokens[place.stop].start - 1].isASCIILowercase
      && text[next.start].isASCIIUppercase && next.count > 1
  }

  private func isShortNumber(
    _ text: TextBytes, _ tokens: [ByteRange], beforeStop stop: Int
  ) -> Bool {
    guard stop > 0 else { return false }
    let token = tokens[stop - 1]
    return token.end == tokens[stop].start && token.count <= 2 && text[token.start].isASCIIDigit
  }
}
