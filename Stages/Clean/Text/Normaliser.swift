import CUTF8Proc
import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Unicode normalisation by utf8proc, called only for text that may need it.
///
/// Text is normalised in pieces of some hundred bytes, which start at characters that combine with
/// nothing before them. That bounds memory, and time: to put the marks of one letter in order, utf8proc
/// takes time that grows with the square of their number.
enum Normaliser {
  private static let pieceBytes = 512

  /// The normalised form of a valid UTF-8 text, or `nil` if it is in that form already.
  static func normalise(_ text: Span<UInt8>, compatibility: Bool) -> [UInt8]? {
    guard mayChange(text, compatibility) else { return nil }
    var normalised: [UInt8] = []
    normalised.reserveCapacity(text.count)
    var start = 0
    while start < text.count {
      let end = endOfPiece(text, from: start)
      let piece = text.extracting(start..<end)
      if mayChange(piece, compatibility) {
        appendNormalised(piece, compatibility, to: &normalised)
      } else {
        piece.withUnsafeBufferPointer { normalised.append(contentsOf: $0) }
      }
      start = end
    }
    return text.isEqual(to: normalised.span) ? nil : normalised
  }

  /// Where a normalised text comes from in the text before. Between spaces and line breaks, which
  /// normalisation leaves where they are, a word comes from the same word, letter by letter as far as both agree.
  static func origins(of normalised: Span<UInt8>, in text: Span<UInt8>) -> OffsetMap {
    var map = OffsetMap()
    var start = 0
    var origin = 0
    let hasSameSpaces = spaceCount(normalised) == spaceCount(text)
    while start < normalised.count {
      var end = normalised.count
      var originEnd = text.count
      if hasSameSpaces {
        end = endOfWord(normalised, from: start)
        originEnd = endOfWord(text, from: origin)
      }
      appendWord(normalised, start..<end, text, origin..<originEnd, to: &map)
      if end < normalised.count { map.append(1, from: originEnd..<originEnd + 1) }
      start = end + 1
      origin = originEnd + 1
    }
    return map
  }

  private static func spaceCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    for index in text.indices where text[index] <= 0x20 { count += 1 }
    return count
  }

  private static func endOfWord(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, text[index] > 0x20 { index += 1 }
    return index
  }

  private static func appendWord(
    _ word: Span<UInt8>, _ range: Range<Int>, _ text: Span<UInt8>, _ origin: Range<Int>,
    to map: inout OffsetMap
  ) {
    let limit = min(range.count, origin.count)
    var same = 0
    while same < limit, word[range.lowerBound + same] == text[origin.lowerBound + same] {
      same += 1
    }
    // A mark may belong to the letter before it.
    if same < limit || range.count != origin.count {
      while same > 0, word[range.lowerBound + same - 1].isUTF8Continuation { same -= 1 }
      if same > 0 { same -= 1 }
    }
    map.append(same, from: origin.lowerBound..<origin.lowerBound + same)
    var index = range.lowerBound + same
    while index < range.upperBound {
      var next = index + 1
      while next < range.upperBound, word[next].isUTF8Continuation { next += 1 }
      map.append(next - index, from: origin.lowerBound + same..<origin.upperBound)
      index = next
    }
  }

  private static func mayChange(_ text: Span<UInt8>, _ compatibility: Bool) -> Bool {
    compatibility ? !text.isASCII : mayNeedComposition(text)
  }

  /// Behind `start` by the size of a piece or a little more: at an ASCII or Chinese character, which
  /// stands by itself, or, where none comes for twice that size, at any.
  private static func endOfPiece(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = start + pieceBytes
    guard end < text.count else { return text.count }
    let limit = min(text.count, end + pieceBytes)
    while end < limit, !(text[end] < 0x80 || (0xE4...0xE9).contains(text[end])) { end += 1 }
    while end < text.count, text[end].isUTF8Continuation { end += 1 }
    return end
  }

  private static func appendNormalised(
    _ piece: Span<UInt8>, _ compatibility: Bool, to output: inout [UInt8]
  ) {
    var options = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue
    if compatibility { options |= UTF8PROC_COMPAT.rawValue }
    var result: UnsafeMutablePointer<UInt8>?
    piece.withUnsafeBufferPointer { buffer in
      let count = utf8proc_map(
        buffer.baseAddress, buffer.count, &result, utf8proc_option_t(options))
      if count >= 0, let result {
        output.append(contentsOf: UnsafeBufferPointer(start: result, count: count))
      } else {
        // It fails only without memory or on invalid UTF-8; the text then stays as it is.
        output.append(contentsOf: buffer)
      }
    }
    free(result)
  }

  /// A quick look: `false` is certain, `true` asks for the real thing.
  private static func mayNeedComposition(_ text: Span<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if index + 8 <= bytes.count {
          let word = UnsafeRawBufferPointer(bytes).loadUnaligned(
            fromByteOffset: index, as: UInt64.self)
          // First bytes of characters beyond ASCII have the two top bits set.
          if word & (word << 1) & ByteLanes.all(0x80) == 0 {
            index += 8
            continue
          }
        }
        let blockEnd = min(index + 8, bytes.count)
        while index < blockEnd {
          let byte = bytes[index]
          if byte >= 0xCC, mayChange(bytes, index) { return true }
          index += 1
        }
      }
      return false
    }
  }

  /// Whether the character that starts with this byte of at least 0xCC may be decomposed, or combine
  /// with the one before it. Certain of the blocks that news are written with; all others may.
  private static func mayChange(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0xD0, 0xD1, 0xE4...0xE9, 0xEB, 0xEC: false  // Cyrillic, Chinese, Korean
    case 0xE2:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x83, 0x90...), (0xB0..., _): true  // marks for symbols, Coptic
      case (0x84, 0xA6), (0x84, 0xAA...0xAB), (0x8C, 0xA9...0xAA), (0xAB, 0x9C): true
      default: false
      }
    case 0xE3:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0xAA...0xAF), (0x82, 0x99...0x9A): true  // tone and voicing marks
      default: false
      }
    case 0xEF: bytes[index + 1] < 0xBC && !(bytes[index + 1] == 0xB8 && bytes[index + 2] < 0x90)
    case 0xF0: bytes[index + 1] != 0x9F  // emoji
    default: true
    }
  }
}
