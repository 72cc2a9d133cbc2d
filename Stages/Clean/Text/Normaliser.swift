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
