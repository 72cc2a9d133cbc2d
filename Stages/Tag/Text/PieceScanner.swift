import TextKit

/// Cuts text into pieces and looks each up in a lexicon, in one pass over the bytes.
struct PieceScanner {
  private let lexicon: Lexicon?

  /// - Parameter lexicon: where words are looked up; `nil` for cutting only.
  init(lexicon: Lexicon?) {
    self.lexicon = lexicon
  }

  /// Appends the pieces of one sentence, or of one phrase.
  func scan(_ text: Span<UInt8>, _ range: Range<Int>, into pieces: inout [Piece]) {
    let sentenceStart = pieces.count
    var index = range.lowerBound
    var gap = Piece.Gap.wide
    let isInCapitals = lexicon != nil && !range.contains { text[$0].isASCIILowercase }
    while index < range.upperBound {
      let byte = text[index]
      if byte.isASCIIWhitespace || byte < 0x20 {
        index = skipSpace(text, index, range.upperBound, &gap)
        continue
      }
      var piece: Piece
      if let word = shortWord(text, index, range.upperBound, gap) {
        piece = word
      } else if byte.isASCIILetter {
        piece = scanWord(text, index, range.upperBound, gap)
      } else if byte.isASCIIDigit {
        piece = scanNumber(text, index, range.upperBound, gap)
      } else if byte < 0x80 {
        piece = Piece(
          start: UInt32(index), end: UInt32(index + 1), hash: Self.hash(ofMark: byte),
          kind: .mark, gap: gap, symbol: .init(mark: byte), mark: byte)
      } else {
        let scalar = decodeScalar(text, index)
        switch ScalarClass(scalar.value) {
        case .space:
          if gap == .none { gap = .space }
          index += scalar.length
          continue
        case .letter: piece = scanWord(text, index, range.upperBound, gap)
        case .mark(let standIn):
          let end = index + scalar.length
          let hash =
            standIn == 0 ? hashBytes(text.extracting(index..<end)) : Self.hash(ofMark: standIn)
          piece = Piece(
            start: UInt32(index), end: UInt32(end), hash: hash, kind: .mark, gap: gap,
            symbol: .init(mark: standIn), mark: standIn)
        }
      }
      piece.isSentenceStart = pieces.count == sentenceStart
      lexicon?.annotate(&piece, behind: &pieces, text, isInCapitals: isInCapitals)
      pieces.append(piece)
      index = Int(piece.end)
      gap = .none
    }
  }

  private static func hash(ofMark byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x9E37_79B9_7F4A_7C15
  }

  private func skipSpace(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ gap: inout Piece.Gap
  ) -> Int {
    if text[start] == UInt8(ascii: " "), start + 1 < end, text[start + 1] > 0x20 {
      if gap == .none { gap = .space }
      return start + 1
    }
    var index = start
    var lineBreaks = 0
    while index < end, text[index] <= 0x20 {
      if text[index] == UInt8(ascii: "\n") { lineBreaks += 1 }
      index += 1
    }
    if lineBreaks > 1 { gap = .wide } else if gap == .none { gap = .space }
    return index
  }

  /// Two to seven letters in lower case behind which the word ends, as most words are: the same as
  /// `scanWord` finds.
  @inline(__always)
  private func shortWord(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ gap: Piece.Gap
  ) -> Piece? {
    guard start &+ 8 <= end else { return nil }
    let bytes = Self.eightBytes(text, start)
    let length = Self.lowercaseCount(bytes)
    guard length > 1, length < 8 else { return nil }
    let next = UInt8(truncatingIfNeeded: bytes &>> UInt64(truncatingIfNeeded: length &* 8))
    if next.isASCIIUppercase || next >= 0x80 { return nil }
    return Piece(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start &+ length),
      hash: hashBytes(firstOf: bytes, count: length), kind: .word, gap: gap)
  }

  /// Eight bytes, the first of them lowest.
  @inline(__always)
  private static func eightBytes(_ text: Span<UInt8>, _ start: Int) -> UInt64 {
    UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
  }

  /// How many ASCII letters in lower case eight bytes begin with.
  @inline(__always)
  private static func lowercaseCount(_ bytes: UInt64) -> Int {
    // For each byte the high bit, where it is no such letter.
    let high: UInt64 = 0x8080_8080_8080_8080
    let low = bytes & ~high
    let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
    let behindZ = low &+ 0x0505_0505_0505_0505
    let others = (~fromA | behindZ | bytes) & high
    return others.trailingZeroBitCount &>> 3
  }

  private func scanWord(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ gap: Piece.Gap
  ) -> Piece {
    var index = start
    var letters = 0
    var capitals = 0
    var startsWithCapital = false
    while index < end {
      let byte = text[index]
      if byte.isASCIILowercase {
        let count = lowercaseCount(text, index, end)
        index &+= count
        letters &+= count
        continue
      } else if byte.isASCIIUppercase {
        if letters == 0 { startsWithCapital = true }
        capitals &+= 1
        index &+= 1
      } else if byte >= 0x80 {
        let scalar = decodeScalar(text, index)
        guard case .letter = ScalarClass(scalar.value) else { break }
        if Unicode.Scalar(scalar.value)?.properties.isUppercase == true {
          if letters == 0 { startsWithCapital = true }
          capitals &+= 1
        }
        index += scalar.length
      } else {
        break
      }
      letters &+= 1
    }
    if letters == 1, let abbreviation = scanAbbreviation(text, start, end, gap) {
      return abbreviation
    }
    let shape: Piece.Shape =
      if capitals == 0 {
        .plain
      } else if letters == 1 {
        .initial
      } else if capitals == letters {
        .upper
      } else if startsWithCapital && capitals == 1 {
        .capitalised
      } else {
        .mixed
      }
    return Piece(
      start: UInt32(start), end: UInt32(index), hash: hashBytes(text.extracting(start..<index)),
      kind: .word, shape: shape, gap: gap)
  }

  /// How many ASCII letters in lower case stand at an index, where there is at least one; perhaps only
  /// the first eight.
  @inline(__always)
  private func lowercaseCount(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    guard index &+ 8 <= end else { return 1 }
    return Self.lowercaseCount(Self.eightBytes(text, index))
  }

  /// `U.S.`, `a.m.`, `D.C`: single ASCII letters with dots between and perhaps one behind. Hashed
  /// without the dots, so that they are found as `US`, `am`, `DC`.
  private func scanAbbreviation(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ gap: Piece.Gap
  ) -> Piece? {
    let dot = UInt8(ascii: ".")
    guard text[start].isASCIILetter else { return nil }
    var letters = InlineArray<8, UInt8>(repeating: 0)
    letters[0] = text[start]
    var count = 1
    var index = start + 1
    while index + 1 < end, text[index] == dot, text[index + 1].isASCIILetter, count < 8,
      index + 2 >= end || !isWordByte(text[index + 2])
    {
      letters[count] = text[index + 1]
      count += 1
      index += 2
    }
    guard count > 1 else { return nil }
    if index < end, text[index] == dot { index += 1 }
    return Piece(
      start: UInt32(start), end: UInt32(index),
      hash: hashBytes(letters.span.extracting(0..<count)), kind: .word,
      shape: letters[0].isASCIIUppercase ? .upper : .plain, gap: gap)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
  }

  private func scanNumber(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ gap: Piece.Gap
  ) -> Piece {
    var index = start
    while index < end {
      let byte = text[index]
      if byte.isASCIIDigit {
        index &+= 1
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), index + 1 < end,
        text[index + 1].isASCIIDigit
      {
        index &+= 2
      } else if byte == UInt8(ascii: "'") || byte == 0xE2,
        let group = endOfGroup(behindApostropheAt: index, text, end)
      {
        index = group
      } else {
        break
      }
    }
    // Numbers are hashed as words are, so that phrases such as `Group of 20` can be looked up.
    return Piece(
      start: UInt32(start), end: UInt32(index),
      hash: hashBytes(text.extracting(start..<index)), kind: .number, gap: gap,
      symbol: .init(number: text.extracting(start..<index)))
  }

  /// The end of the three digits behind an apostrophe that parts thousands: `1'200`, `1’200’000`.
  private func endOfGroup(
    behindApostropheAt index: Int, _ text: Span<UInt8>, _ end: Int
  ) -> Int? {
    var next = index + 1
    if text[index] == 0xE2 {
      guard index + 2 < end, text[index + 1] == 0x80, text[index + 2] == 0x99 else { return nil }
      next += 2
    }
    guard next + 3 <= end, (next..<next + 3).allSatisfy({ text[$0].isASCIIDigit }),
      next + 3 == end || !(text[next + 3].isASCIILetter || text[next + 3].isASCIIDigit)
    else { return nil }
    return next + 3
  }
}
