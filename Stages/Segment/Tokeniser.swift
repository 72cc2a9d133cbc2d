import TextKit

/// What a token that may end a sentence is.
enum Stop: UInt8 {
  /// A full stop of its own.
  case period
  /// Exclamation and question marks.
  case mark
  case ellipsis
  /// The full stop of a script that has one of its own.
  case terminator
  /// An abbreviation with its full stop.
  case abbreviation
  /// An abbreviation that mostly ends a sentence if a capital letter follows.
  case finalAbbreviation
  /// No stop, but what is there or follows may show that a sentence has ended without one.
  case open
}

/// A token after which a sentence may end.
struct StopCandidate {
  var token: Int
  var stop: Stop
  /// Whether quotation marks (1) and brackets (2) are open before the token.
  var nesting: UInt8
}

/// Cuts a paragraph into tokens as the English treebanks of Universal Dependencies do.
///
/// One pass over the bytes. Rules that look ahead are bounded or remember how far they looked, so
/// that the time is linear in the length whatever the text. Scanners for words, numbers and
/// addresses are in files of their own.
struct Tokeniser {
  let lexicon: Lexicon
  let classes = ScalarClasses()
  /// Longer tokens are cut.
  let maximumBytes: Int
  /// The tokens of the last paragraph after which a sentence may end, in order.
  private(set) var candidates: [StopCandidate] = []
  /// The next `@` at or after the place that is being read, or the paragraph's end.
  var nextAtSign = 0
  /// The number of tokens when the last one was an abbreviation that something always follows.
  var afterTitle = -1
  /// The first token of the paragraph that is being read.
  private var firstToken = 0
  private var openQuotes = 0
  private var openBrackets = 0
  /// No web address begins before this offset: a chain of labels up to here proved to be none.
  var addressesRuledOutUntil = 0

  init(lexicon: Lexicon, maximumBytes: Int) {
    self.lexicon = lexicon
    self.maximumBytes = maximumBytes
  }

  /// Appends the tokens of the paragraph `text` and notes where sentences may end.
  mutating func tokenise(_ text: TextBytes, into tokens: inout [ByteRange]) {
    candidates.removeAll(keepingCapacity: true)
    nextAtSign = text.firstOffset(of: UInt8(ascii: "@"), from: text.start, to: text.end)
    addressesRuledOutUntil = text.start
    firstToken = tokens.count
    afterTitle = -1
    openQuotes = 0
    openBrackets = 0
    var offset = text.start
    while offset < text.end {
      let byte = text[offset]
      if byte == UInt8(ascii: " ") {
        offset += 1
      } else if byte.isASCIILetter {
        if byte.isASCIIUppercase || text[offset + 1] == UInt8(ascii: ")")
          || text[offset + 1] == UInt8(ascii: ".")
        {
          noteGap(text, offset, tokens)
        }
        let wordsEnd = scanPlainWords(text, offset, &tokens)
        offset = wordsEnd > offset ? wordsEnd : scanWord(text, offset, &tokens)
      } else if byte.isASCIIDigit {
        noteGap(text, offset, tokens)
        offset = scanNumber(text, offset, &tokens)
      } else if byte < 0x80 {
        offset = scanPunctuation(text, offset, byte, &tokens)
      } else {
        offset = scanBeyondASCII(text, offset, &tokens)
      }
    }
  }

  /// Appends the word at `offset`, and those in small letters that follow it with one space between
  /// them, as far as none of them takes a closer look.
  ///
  /// - Returns: where reading goes on.
  @inline(__always)
  private func scanPlainWords(
    _ text: TextBytes, _ offset: Int, _ tokens: inout [ByteRange]
  ) -> Int {
    // Before `@`, there may be an e-mail address.
    let limit = nextAtSign < text.end ? nextAtSign - Self.longestLocalPart : text.end
    var offset = offset
    tokens.append(addingCapacity: 16) { output in
      while offset < limit, !output.isFull, let end = text.endOfPlainWord(from: offset) {
        output.append(ByteRange(offset, end))
        offset = end
        guard text[end] == UInt8(ascii: " "), text[end + 1].isASCIILowercase,
          text[end + 2] != UInt8(ascii: ")"), text[end + 2] != UInt8(ascii: ".")
        else { break }
        offset = end + 1
      }
    }
    return offset
  }

  /// Appends a token; one that is too long in several pieces, cut between characters.
  ///
  /// - Returns: where reading goes on.
  func emit(_ start: Int, _ end: Int, _ text: TextBytes, _ tokens: inout [ByteRange]) -> Int {
    var start = start
    while end - start > maximumBytes {
      let cut = text.previousOffset(start + maximumBytes + 1)
      tokens.append(ByteRange(start, cut))
      start = cut
    }
    tokens.append(ByteRange(start, end))
    return end
  }

  /// Appends a token after which a sentence may end.
  mutating func emit(
    _ start: Int, _ end: Int, _ stop: Stop, _ text: TextBytes, _ tokens: inout [ByteRange]
  ) -> Int {
    let end = emit(start, end, text, &tokens)
    candidates.append(StopCandidate(token: tokens.count - 1, stop: stop, nesting: nesting))
    return end
  }

  private var nesting: UInt8 { (openQuotes & 1 == 1 ? 1 : 0) | (openBrackets > 0 ? 2 : 0) }

  /// Notes that a sentence may have ended without a stop before `offset`, if a space is there.
  @inline(__always)
  private mutating func noteGap(_ text: TextBytes, _ offset: Int, _ tokens: [ByteRange]) {
    guard text[offset - 1].isASCIIWhitespace, tokens.count > firstToken,
      candidates.last?.token != tokens.count - 1, tokens.count != afterTitle
    else { return }
    candidates.append(StopCandidate(token: tokens.count - 1, stop: .open, nesting: nesting))
  }

  // MARK: - Punctuation and symbols

  private mutating func scanPunctuation(
    _ text: TextBytes, _ offset: Int, _ byte: UInt8, _ tokens: inout [ByteRange]
  ) -> Int {
    let next = text[offset + 1]
    switch byte {
    case 0x09...0x0D:
      return offset + 1
    case UInt8(ascii: "."):
      if next == byte { return emit(offset, endOfRun(text, offset), .ellipsis, text, &tokens) }
      if next.isASCIIDigit, !isPartOfWord(text, before: offset),
        text[offset - 1] != UInt8(ascii: ")")
      {
        return scanNumber(text, offset, &tokens)
      }
      return emit(offset, offset + 1, .period, text, &tokens)
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      var end = offset + 1
      while text[end] == UInt8(ascii: "!") || text[end] == UInt8(ascii: "?") { end += 1 }
      return emit(offset, end, .mark, text, &tokens)
    case UInt8(ascii: "'"):
      return emit(offset, endOfApostrophe(text, offset), text, &tokens)
    case UInt8(ascii: "\""):
      noteGap(text, offset, tokens)
      defer { openQuotes += 1 }
      return emit(offset, offset + 1, .open, text, &tokens)
    case UInt8(ascii: "("), UInt8(ascii: "["):
      noteGap(text, offset, tokens)
      openBrackets += 1
      return emit(offset, offset + 1, text, &tokens)
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      defer { openBrackets = max(0, openBrackets - 1) }
      return emit(offset, offset + 1, .open, text, &tokens)
    case UInt8(ascii: "#"), UInt8(ascii: "@"):
      let isTag = isWordStart(text, offset + 1) || (byte == UInt8(ascii: "@") && next.isASCIIDigit)
      if isTag, !isPartOfWord(text, before: offset) {
        return emit(offset, endOfWord(text, offset + 1), text, &tokens)
      }
      return emit(offset, endOfRun(text, offset), text, &tokens)
    case UInt8(ascii: "+"):
      if next.isASCIIDigit, text[offset - 1].isASCIIWhitespace {
        return scanNumber(text, offset, &tokens)
      }
      return emit(offset, endOfRun(text, offset), text, &tokens)
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="):
      let end =
        endOfEmoticon(text, offset)
        ?? (byte == UInt8(ascii: "=") ? endOfRun(text, offset) : offset + 1)
      return emit(offset, end, .open, text, &tokens)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"), UInt8(ascii: "$"):
      noteGap(text, offset, tokens)
      return emit(offset, endOfRun(text, offset), .open, text, &tokens)
    default:
      return emit(offset, offset + 1, text, &tokens)
    }
  }

  private mutating func scanBeyondASCII(
    _ text: TextBytes, _ offset: Int, _ tokens: inout [ByteRange]
  ) -> Int {
    let (scalar, length) = text.scalar(at: offset)
    switch classes.classify(scalar) {
    case .space: return offset + length
    case .word:
      if isUppercase(scalar) { noteGap(text, offset, tokens) }
      return scanWord(text, offset, &tokens)
    case .terminator:
      return emit(offset, endOfSymbol(text, offset), .terminator, text, &tokens)
    case .other where scalar == Self.curlyApostrophe:
      return emit(offset, endOfApostrophe(text, offset), text, &tokens)
    case .other where scalar == 0x2026:
      return emit(offset, offset + length, .ellipsis, text, &tokens)
    case .other where scalar == 0x201C:
      noteGap(text, offset, tokens)
      openQuotes = 1
      return emit(offset, offset + length, text, &tokens)
    case .other where scalar == 0x201D:
      defer { openQuotes = 0 }
      return emit(offset, offset + length, .open, text, &tokens)
    case .other where scalar &- 0x2010 < 0x40:
      noteGap(text, offset, tokens)
      return emit(offset, endOfSymbol(text, offset), .open, text, &tokens)
    case .ideograph, .extension, .other:
      return emit(offset, endOfSymbol(text, offset), text, &tokens)
    }
  }

  /// The end of a run of one ASCII character.
  private func endOfRun(_ text: TextBytes, _ offset: Int) -> Int {
    var end = offset + 1
    while end < text.end, text[end] == text[offset] { end += 1 }
    return end
  }

  /// The end of one symbol with all that belongs to it: skin tones, variation selectors, parts
  /// joined by zero-width joiners, the second half of a flag.
  private func endOfSymbol(_ text: TextBytes, _ offset: Int) -> Int {
    func isRegionalIndicator(_ scalar: UInt32) -> Bool { scalar &- 0x1F1E6 < 26 }
    let (first, length) = text.scalar(at: offset)
    var end = offset + length
    if isRegionalIndicator(first), end < text.end {
      let (second, secondLength) = text.scalar(at: end)
      if isRegionalIndicator(second) { end += secondLength }
    }
    var isJoined = false
    while end < text.end, text[end] >= 0x80 {
      let (scalar, length) = text.scalar(at: end)
      let scalarClass = classes.classify(scalar)
      guard scalarClass == .extension || (isJoined && scalarClass == .other) else { break }
      isJoined = scalar == 0x200D
      end += length
    }
    return end
  }

  /// The end of `:)`, `;-)`, `:D` and the like, standing apart from words.
  private func endOfEmoticon(_ text: TextBytes, _ offset: Int) -> Int? {
    guard text[offset - 1].isASCIIWhitespace || isPartOfWord(text, before: offset) else {
      return nil
    }
    let mouth = text[offset + 1] == UInt8(ascii: "-") ? offset + 2 : offset + 1
    switch text[mouth] {
    case UInt8(ascii: ")"), UInt8(ascii: "("): return mouth + 1
    case UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "p"):
      return text[offset - 1].isASCIIWhitespace && text[mouth + 1].isASCIIWhitespace
        ? mouth + 1 : nil
    default: return nil
    }
  }
}
