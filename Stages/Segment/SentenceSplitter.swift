import TextKit

/// Groups the tokens of a paragraph into sentences.
///
/// Only the tokens that may end a sentence are looked at. Every paragraph's end ends a sentence,
/// and every token is in one.
struct SentenceSplitter {
  private let lexicon: Lexicon
  private let classes = ScalarClasses()
  private let maximumBytes: Int
  /// Whether a full stop makes a number an ordinal, as in German «am 3. Oktober».
  private let ordinalsHaveStops: Bool

  init(lexicon: Lexicon, maximumBytes: Int, language: String?) {
    self.lexicon = lexicon
    self.maximumBytes = maximumBytes
    ordinalsHaveStops =
      switch language {
      case "de", "da", "nb", "nn", "no", "fi", "cs", "sk", "pl", "hu", "hr", "sl", "et", "lv": true
      default: false
      }
  }

  /// Appends the sentences of the paragraph `text`.
  ///
  /// - Parameters:
  ///   - tokens: all tokens so far; those of this paragraph start at index `first`.
  ///   - candidates: the tokens of this paragraph after which a sentence may end.
  func split(
    _ text: TextBytes, _ tokens: [ByteRange], from first: Int, _ candidates: [StopCandidate],
    into sentences: inout [ByteRange]
  ) {
    var sentenceStart = first
    for candidate in candidates where candidate.token >= sentenceStart {
      let last = lastTokenOfSentence(text, tokens, endingAt: candidate.token)
      let next = last + 1
      guard next < tokens.count else { break }
      let place = Place(sentenceStart: sentenceStart, stop: candidate.token, last: last)
      guard endsSentence(text, tokens, candidate.stop, place) else { continue }
      append(tokens, sentenceStart..<next, to: &sentences)
      sentenceStart = next
    }
    if sentenceStart < tokens.count {
      append(tokens, sentenceStart..<tokens.count, to: &sentences)
    }
  }

  /// Indexes of tokens around a place where a sentence may end.
  private struct Place {
    var sentenceStart: Int
    /// The full stop, or what else may end the sentence.
    var stop: Int
    /// The last of the quotes and brackets that close behind it, or the stop itself.
    var last: Int
  }

  /// The stop and what belongs to the sentence behind it: closing quotes and brackets, emoticons,
  /// and references like `[12]`.
  private func lastTokenOfSentence(
    _ text: TextBytes, _ tokens: [ByteRange], endingAt stop: Int
  ) -> Int {
    var last = stop
    while last + 1 < tokens.count {
      if isCloser(text, tokens, last + 1) {
        last += 1
      } else if isReference(text, tokens, last + 1) {
        last += 3
      } else {
        break
      }
    }
    return last
  }

  private func endsSentence(
    _ text: TextBytes, _ tokens: [ByteRange], _ stop: Stop, _ place: Place
  ) -> Bool {
    let next = tokens[place.last + 1]
    if stop == .terminator { return true }
    if isInnerPunctuation(text[next.start]) { return false }
    let isAttached = next.start == tokens[place.last].end
    let start = firstOfSentence(text, tokens, from: place.last + 1)
    switch stop {
    case .terminator:
      return true
    case .period:
      // Stops with spaces between them are an ellipsis.
      if place.stop > place.sentenceStart, text[tokens[place.stop - 1].start] == Self.fullStop {
        return start.case == .capital
      }
      if isEnumerator(text, tokens, place) { return false }
      if isAttached { return isMissingSpace(text, tokens, place) }
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

  /// Whether the byte is punctuation that no sentence begins with.
  private func isInnerPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case Self.fullStop, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): true
    default: false
    }
  }

  private static let fullStop = UInt8(ascii: ".")

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
      if text[token.end].isASCIIWhitespace { return true }
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

  /// Whether a number in square brackets starts at `index`.
  private func isReference(_ text: TextBytes, _ tokens: [ByteRange], _ index: Int) -> Bool {
    guard index + 2 < tokens.count, text[tokens[index].start] == UInt8(ascii: "[") else {
      return false
    }
    return text[tokens[index + 1].start].isASCIIDigit
      && text[tokens[index + 2].start] == UInt8(ascii: "]")
  }

  // MARK: - What precedes

  /// Whether the sentence begins with a small letter: then its writer does without capitals, and a
  /// small letter behind a stop says nothing.
  private func beginsSmall(_ text: TextBytes, _ tokens: [ByteRange], _ place: Place) -> Bool {
    firstOfSentence(text, tokens, from: place.sentenceStart).case == .small
  }

  /// Whether the sentence is only a number or letter so far: `1.`, `b.`
  private func isEnumerator(_ text: TextBytes, _ tokens: [ByteRange], _ place: Place) -> Bool {
    guard place.stop == place.sentenceStart + 1, place.last == place.stop else { return false }
    let token = tokens[place.sentenceStart]
    return token.count <= 3
      && (text[token.start].isASCIIDigit || (token.count == 1 && text[token.start].isASCIILetter))
  }

  /// Whether a sentence follows without a space: `It ended.Then …`
  private func isMissingSpace(_ text: TextBytes, _ tokens: [ByteRange], _ place: Place) -> Bool {
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
