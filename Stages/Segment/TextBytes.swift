import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A part of the text, in which a read outside gives a space.
///
/// Rules look at neighbours all the time; with the space, the two ends of a paragraph need no cases
/// of their own, and the comparison that makes it so is also the check that keeps reads in bounds.
/// Hence the raw pointer: a span would check a second time. A value must not outlive the closure
/// that lent the buffer.
struct TextBytes {
  private let base: UnsafePointer<UInt8>?
  /// How many bytes the whole text has.
  private let count: Int
  /// Offsets are those of the whole text.
  let start: Int
  let end: Int

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
    base = buffer.baseAddress
    count = buffer.count
    start = range.lowerBound
    end = range.upperBound
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    guard offset >= start, offset < end, let base else { return UInt8(ascii: " ") }
    return base[offset]
  }

  /// The offset of the first byte from `offset` on that is neither an ASCII letter nor a digit, or one
  /// before it: where fewer than eight bytes are left, nothing is skipped.
  ///
  /// Eight bytes at a time, which most words fit into.
  @inline(__always)
  func skippingAlphanumerics(from offset: Int) -> Int {
    guard let base, offset >= start else { return offset }
    var offset = offset
    while offset + 8 <= end {
      let others = Self.nonAlphanumerics(base + offset)
      if others != 0 { return offset + others.trailingZeroBitCount / 8 }
      offset += 8
    }
    return offset
  }

  /// The end of a word that is a token whatever stands around: of up to fifteen letters, with a space
  /// or plain punctuation behind it. `nil` where that takes a closer look.
  ///
  /// Nearly all words of prose are such.
  @inline(__always)
  func endOfPlainWord(from start: Int) -> Int? {
    // What lies behind this part can be read as well, as far as there is text.
    guard let base, start >= self.start, start + 16 <= count else { return nil }
    var others = Self.nonLetters(base + start)
    var length = others.trailingZeroBitCount / 8
    if others == 0 {
      others = Self.nonLetters(base + start + 8)
      guard others != 0 else { return nil }
      length = 8 + others.trailingZeroBitCount / 8
    }
    let wordEnd = start + length
    // Five and six letters may be two tokens: `gonna`, `cannot`.
    if length == 5, base[start + 4] | 0x20 == UInt8(ascii: "a") { return nil }
    if length == 6, base[start] | 0x20 == UInt8(ascii: "c") { return nil }
    guard wordEnd < end else { return wordEnd == end ? end : nil }
    let next = base[wordEnd]
    // A bit for each byte from space to `?`.
    let plain: UInt32 = 1 << 0x00 | 1 << 0x09 | 1 << 0x0C | 1 << 0x1B
    let isPlain = next &- 0x20 < 0x20 && plain >> UInt32(next & 0x1F) & 1 != 0
    return isPlain ? wordEnd : nil
  }

  /// The high bit of each of eight bytes that is no ASCII letter.
  @inline(__always)
  private static func nonLetters(_ start: UnsafePointer<UInt8>) -> UInt64 {
    ~letters(in: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self).littleEndian) & highBits
  }

  /// The high bit of each of eight bytes that is neither an ASCII letter nor a digit.
  @inline(__always)
  private static func nonAlphanumerics(_ start: UnsafePointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawPointer(start).loadUnaligned(as: UInt64.self).littleEndian
    let digits = places(of: UInt8(ascii: "0"), UInt8(ascii: "9"), in: bytes)
    return ~(letters(in: bytes) | digits) & highBits
  }

  /// The high bit of each byte that is an ASCII letter.
  @inline(__always)
  private static func letters(in bytes: UInt64) -> UInt64 {
    places(of: UInt8(ascii: "a"), UInt8(ascii: "z"), in: bytes | 0x2020_2020_2020_2020)
  }

  /// The high bit of each byte that is an ASCII character from `first` to `last`.
  ///
  /// A word at a time: in each byte, the high bit of a sum tells whether the byte is in a range
  /// (Warren, Hacker's Delight, 6-2).
  @inline(__always)
  private static func places(of first: UInt8, _ last: UInt8, in bytes: UInt64) -> UInt64 {
    let plain = bytes & ~highBits
    let ones: UInt64 = 0x0101_0101_0101_0101
    let notBefore = plain &+ ones &* UInt64(0x80 - first)
    let after = plain &+ ones &* UInt64(0x7F - last)
    return (notBefore ^ after) & ~bytes & highBits
  }

  private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// The scalar whose first byte is at `offset`, and its length in bytes.
  ///
  /// The text is valid UTF-8, so the first byte tells the length.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(self[offset])
    func continuation(_ index: Int) -> UInt32 { UInt32(self[offset + index] & 0x3F) }
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | continuation(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3) }
    let high = (lead & 0x07) << 18 | continuation(1) << 12
    return (high | continuation(2) << 6 | continuation(3), 4)
  }

  /// The offset of the scalar that ends just before `offset`.
  func previousOffset(_ offset: Int) -> Int {
    var index = offset - 1
    while index > start, self[index].isUTF8Continuation { index -= 1 }
    return index
  }

  /// Whether the bytes at `offset` are those of `literal`, letters compared without case.
  ///
  /// - Precondition: `literal` is in lower case.
  func matches(_ literal: StaticString, at offset: Int) -> Bool {
    let expected = UnsafeBufferPointer(
      start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    for index in expected.indices where self[offset + index].lowercasedASCII != expected[index] {
      return false
    }
    return true
  }

  /// The bytes as one number, for look-ups of short words; 0 for more than eight bytes.
  @inline(__always)
  func packed(_ start: Int, _ end: Int) -> UInt64 {
    guard end - start <= 8 else { return 0 }
    if let bytes = load(start, end - start) { return bytes }
    var key: UInt64 = 0
    for offset in start..<end { key = key << 8 | UInt64(self[offset]) }
    return key
  }

  /// Up to eight bytes as one number, the first one highest; `nil` if there are none, or the text
  /// ends less than eight bytes from `offset`.
  @inline(__always)
  private func load(_ offset: Int, _ count: Int) -> UInt64? {
    guard let base, count > 0, offset >= start, offset + 8 <= end else { return nil }
    let bytes = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self).bigEndian
    return bytes >> UInt64(64 - 8 * count)
  }

  /// What is in a word of up to eight letters behind its first one; `nil` if it is longer, or not
  /// all of it letters.
  @inline(__always)
  func casesBehindFirst(_ token: ByteRange) -> (hasCapital: Bool, hasSmall: Bool)? {
    guard token.count <= 8, let bytes = load(token.start, token.count) else { return nil }
    let capitals = Self.places(of: UInt8(ascii: "A"), UInt8(ascii: "Z"), in: bytes)
    let small = Self.places(of: UInt8(ascii: "a"), UInt8(ascii: "z"), in: bytes)
    guard capitals | small == Self.highBits >> UInt64(64 - 8 * token.count) else { return nil }
    let behind = (UInt64(1) << UInt64(8 * (token.count - 1))) &- 1
    return (capitals & behind != 0, small & behind != 0)
  }

  /// Whether the byte is punctuation that no sentence begins with.
  static func isInnerPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): true
    default: false
    }
  }

  /// Whether the token ends in a letter, a digit or a comma.
  @inline(__always)
  func endsLikeWord(_ token: ByteRange) -> Bool {
    let last = self[token.end - 1]
    if last < 0x80 { return last.isASCIILetter || last.isASCIIDigit || last == UInt8(ascii: ",") }
    // Latin letters with marks: U+00C0 to U+024F but for × and ÷.
    let lead = self[token.end - 2]
    return lead >= 0xC3 && lead <= 0xC9 && !(lead == 0xC3 && last | 0x20 == 0xB7)
  }

  /// Whether the last character but closing quotes and brackets is a full stop or the like.
  func endsLikeSentence(_ range: ByteRange) -> Bool {
    var end = range.end
    while end > range.start {
      let start = previousOffset(end)
      switch scalar(at: start).value {
      case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x964, 0x61F, 0x6D4: return true
      case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201C, 0x201D, 0xBB, 0xAB: end = start
      default: return false
      }
    }
    return false
  }

  /// The token without case as one number: its bytes, or those at both ends if they are more than
  /// eight.
  func folded(_ token: ByteRange) -> UInt64 {
    let length = min(token.count, 8)
    var key: UInt64 = 0
    if let bytes = load(token.start, length) {
      key = bytes | Self.places(of: UInt8(ascii: "A"), UInt8(ascii: "Z"), in: bytes) >> 2
    } else {
      for offset in token.start..<(token.start + length) {
        key = key << 8 | UInt64(self[offset].lowercasedASCII)
      }
    }
    if token.count > 8 {
      var tail: UInt64 = 0
      for offset in (token.end - 4)..<token.end {
        tail = tail << 8 | UInt64(self[offset].lowercasedASCII)
      }
      key ^= tail &* 0x9E37_79B9 &+ UInt64(token.count)
    }
    return key
  }

  /// The offset of the first `byte` from `offset` on, or `limit`.
  func firstOffset(of byte: UInt8, from offset: Int, to limit: Int) -> Int {
    precondition(offset >= start && limit <= end)
    guard let base, offset < limit else { return limit }
    // Eight times as fast as a loop; lines and `@` are looked for in the whole text.
    guard let found = memchr(base + offset, Int32(byte), limit - offset) else { return limit }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
