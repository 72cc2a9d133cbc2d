import TextKit

// Words, abbreviations and contractions.
extension Tokeniser {
  /// Appends the token or tokens of the word that starts at `start`.
  ///
  /// - Returns: where reading goes on.
  mutating func scanWord(
    _ text: TextBytes, _ start: Int, _ tokens: inout [ByteRange]
  ) -> Int {
    if nextAtSign - start <= Self.longestLocalPart, let end = endOfEmail(text, start) {
      return emit(start, end, .open, text, &tokens)
    }
    var end = endOfWord(text, start)
    // What stands behind the word may make it longer; then look again behind that.
    extending: while true {
      switch text[end] {
      case UInt8(ascii: "."):
        return scanWordBeforeStop(text, start, end, &tokens)
      case UInt8(ascii: "'"), 0xE2:
        let after = end + lengthOfApostrophe(text, end)
        guard after > end else { break extending }
        if isNegation(text, start, end, after) {
          _ = emit(start, end - 1, text, &tokens)
          return emit(end - 1, after + 1, text, &tokens)
        }
        guard isWordContinuation(text, after), endOfClitic(text, end) == nil else {
          break extending
        }
        end = endOfWord(text, after)
      case UInt8(ascii: "-"):
        guard isWordStart(text, end + 1), lexicon.isPrefix(lowercasedKey(text, start, end)) else {
          break extending
        }
        end = endOfWord(text, end + 1)
      case UInt8(ascii: "&"):
        // `AT&T`, `R&D`, `b&w`
        let next = text[end + 1]
        guard next.isASCIIUppercase || (end - start == 1 && next.isASCIILetter) else {
          break extending
        }
        end = endOfWord(text, end + 1)
      case UInt8(ascii: "$"):
        // `US$`
        guard end - start <= 3, text[end + 1].isASCIIDigit else { break extending }
        return emit(start, end + 1, text, &tokens)
      case UInt8(ascii: "\""), 0xD7:
        guard let behind = endOfHebrewAbbreviation(text, end) else { break extending }
        end = behind
      case UInt8(ascii: ":"):
        guard let end = endOfSchemeAddress(text, start, end) else { break extending }
        return emit(start, end, .open, text, &tokens)
      default:
        break extending
      }
    }
    return emitWord(start, end, text, &tokens)
  }

  /// The end of a Hebrew abbreviation, which has a quotation mark or one of its own before its last
  /// letters: `צה"ל`. A quotation is longer, or closes behind them.
  // Inlined, it would make the scanner of words too large for what that needs more often.
  @inline(never)
  private func endOfHebrewAbbreviation(_ text: TextBytes, _ mark: Int) -> Int? {
    let isQuote = text[mark] == UInt8(ascii: "\"")
    let isOwn = text[mark] == 0xD7 && (text[mark + 1] == 0xB3 || text[mark + 1] == 0xB4)
    let start = mark + (isQuote ? 1 : 2)
    guard isQuote || isOwn, isHebrewLetter(text, mark - 2), isHebrewLetter(text, start) else {
      return nil
    }
    var end = start
    while isHebrewLetter(text, end) { end += 2 }
    return isQuote && (end - start > 6 || text[end] == UInt8(ascii: "\"")) ? nil : end
  }

  private func isHebrewLetter(_ text: TextBytes, _ offset: Int) -> Bool {
    text[offset] == 0xD7 && (0x90...0xAA).contains(text[offset + 1])
  }

  /// Whether the word ends like `don` in `don't`, the apostrophe being between `end` and `after`.
  private func isNegation(_ text: TextBytes, _ start: Int, _ end: Int, _ after: Int) -> Bool {
    end - start > 1 && text[end - 1] | 0x20 == UInt8(ascii: "n")
      && text[after] | 0x20 == UInt8(ascii: "t") && !isWordContinuation(text, after + 1)
  }

  /// A word directly before a full stop: an address, an abbreviation with its stop, or neither.
  private mutating func scanWordBeforeStop(
    _ text: TextBytes, _ start: Int, _ end: Int, _ tokens: inout [ByteRange]
  ) -> Int {
    if isWordContinuation(text, end + 1) {
      if let end = endOfWebAddress(text, start, end) {
        return emit(start, end, .open, text, &tokens)
      }
      if let acronym = endOfAcronym(text, start) {
        guard text[acronym - 1] == UInt8(ascii: ".") else {
          return emit(start, acronym, text, &tokens)
        }
        let kind = lexicon.abbreviation(text.packed(start, acronym - 1)) ?? .general
        return emitAbbreviation(kind, start, acronym, text, &tokens)
      }
      return emitWord(start, end, text, &tokens)
    }
    if text[end + 1] != UInt8(ascii: ".") {
      if let kind = lexicon.abbreviation(text.packed(start, end)),
        kind != .numbered || text[firstNonSpace(text, end + 1)].isASCIIDigit
      {
        return emitAbbreviation(kind, start, end + 1, text, &tokens)
      }
      if isVersus(text, start, end, tokens) {
        let end = emit(start, end + 1, text, &tokens)
        afterTitle = tokens.count
        return end
      }
      if isInitial(text, start, end, tokens) {
        return emit(start, end + 1, .abbreviation, text, &tokens)
      }
    }
    return emitWord(start, end, text, &tokens)
  }

  private mutating func emitAbbreviation(
    _ kind: Abbreviation, _ start: Int, _ end: Int, _ text: TextBytes,
    _ tokens: inout [ByteRange]
  ) -> Int {
    switch kind {
    case .title, .numbered:
      let end = emit(start, end, text, &tokens)
      afterTitle = tokens.count
      return end
    case .general: return emit(start, end, .abbreviation, text, &tokens)
    case .final: return emit(start, end, .finalAbbreviation, text, &tokens)
    }
  }

  /// Appends a word, cut where two words are written as one: `can|not`, `gon|na`.
  private func emitWord(
    _ start: Int, _ end: Int, _ text: TextBytes, _ tokens: inout [ByteRange]
  ) -> Int {
    switch end - start {
    case 6 where text[start] | 0x20 == UInt8(ascii: "c") && text.matches("cannot", at: start):
      _ = emit(start, start + 3, text, &tokens)
      return emit(start + 3, end, text, &tokens)
    case 5 where text[end - 1] | 0x20 == UInt8(ascii: "a"):
      guard
        text.matches("gonna", at: start) || text.matches("wanna", at: start)
          || text.matches("gotta", at: start)
      else { return emit(start, end, text, &tokens) }
      _ = emit(start, start + 3, text, &tokens)
      return emit(start + 3, end, text, &tokens)
    default:
      return emit(start, end, text, &tokens)
    }
  }

  // MARK: - Parts of words

  /// The end of the letters, marks, digits and underscores from `start` on.
  @inline(__always)
  func endOfWord(_ text: TextBytes, _ start: Int) -> Int {
    var end = text.skippingAlphanumerics(from: start)
    while true {
      let byte = text[end]
      if byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") {
        end += 1
      } else if byte < 0x80 {
        return end
      } else {
        let (scalar, length) = text.scalar(at: end)
        guard classes.classify(scalar) == .word else { return end }
        end += length
      }
    }
  }

  /// Whether a letter, mark or digit is at `offset`.
  func isWordContinuation(_ text: TextBytes, _ offset: Int) -> Bool {
    text[offset].isASCIIDigit || isWordStart(text, offset)
  }

  func isWordStart(_ text: TextBytes, _ offset: Int) -> Bool {
    let byte = text[offset]
    if byte < 0x80 { return byte.isASCIILetter }
    return classes.classify(text.scalar(at: offset).value) == .word
  }

  /// Whether a word reaches up to `offset`.
  func isPartOfWord(_ text: TextBytes, before offset: Int) -> Bool {
    let byte = text[offset - 1]
    if byte < 0x80 { return byte.isASCIILetter || byte.isASCIIDigit }
    return isWordStart(text, text.previousOffset(offset))
  }

  /// The end of `U.S.`, `a.m.`, `Ph.D.`, with the last full stop if there is one.
  private func endOfAcronym(_ text: TextBytes, _ start: Int) -> Int? {
    var end = start
    var parts = 0
    var hasSingleLetter = false
    while true {
      guard text[end].isASCIILetter else { break }
      var length = 1
      if text[end + 1].isASCIILetter {
        guard text[end].isASCIIUppercase else { break }
        length = 2
      }
      let after = text[end + length]
      if after != UInt8(ascii: ".") {
        // The last part may lack its stop: `U.S`, but not `e.g.The`.
        guard length == 1, parts > 0, !isWordContinuation(text, end + length) else { break }
        return end + length
      }
      if length == 1 { hasSingleLetter = true }
      parts += 1
      end += length + 1
    }
    return parts >= 2 && hasSingleLetter ? end : nil
  }

  /// Whether the word is the initial of a name, as in `J. Smith`.
  private func isInitial(
    _ text: TextBytes, _ start: Int, _ end: Int, _ tokens: [ByteRange]
  ) -> Bool {
    guard isUppercase(text.scalar(at: start).value), end - start == text.scalar(at: start).length,
      !isBehindDegree(text, start)
    else { return false }
    let next = firstNonSpace(text, end + 1)
    guard next < text.end, isUppercase(text.scalar(at: next).value) else { return false }
    // The pronoun: `So do I. Mary …`
    guard text[start] == UInt8(ascii: "I"), let previous = tokens.last, previous.start >= text.start
    else { return true }
    return !isLowercase(text.scalar(at: previous.start).value)
  }

  /// Whether a degree sign stands before the word: `25°C`.
  private func isBehindDegree(_ text: TextBytes, _ start: Int) -> Bool {
    text[start - 1] == 0xB0 && text[start - 2] == 0xC2
  }

  /// Whether the word stands between the two sides of a case in court: `Smith v. Jones`.
  private func isVersus(
    _ text: TextBytes, _ start: Int, _ end: Int, _ tokens: [ByteRange]
  ) -> Bool {
    guard end - start == 1, text[start] == UInt8(ascii: "v"), let previous = tokens.last,
      previous.start >= text.start, previous.end < start,
      isUppercase(text.scalar(at: previous.start).value)
    else { return false }
    let next = firstNonSpace(text, end + 1)
    return next > end + 1 && next < text.end && isUppercase(text.scalar(at: next).value)
  }

  private func firstNonSpace(_ text: TextBytes, _ offset: Int) -> Int {
    // Texts that clean has not seen may hold long runs of spaces; a few are enough to look past.
    var index = offset
    while index < text.end, index < offset + 4, text[index].isASCIIWhitespace { index += 1 }
    return index
  }

  /// As `packed`, with ASCII capitals as small letters.
  func lowercasedKey(_ text: TextBytes, _ start: Int, _ end: Int) -> UInt64 {
    guard end - start <= 8 else { return 0 }
    var key: UInt64 = 0
    for offset in start..<end { key = key << 8 | UInt64(text[offset].lowercasedASCII) }
    return key
  }
}
