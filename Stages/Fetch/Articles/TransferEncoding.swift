import StageKit
import TextKit

/// The ways in which mail writes bytes in ASCII (RFC 2045 §6).
enum TransferEncoding {
  /// What is not part of the alphabet is passed over, as the standard asks. The padding ends it: a
  /// list may have put a text of its own behind it.
  static func decodeBase64(_ text: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    var place = 0
    for index in text.indices {
      // Padding stands in the place of a third or fourth character only.
      if text[index] == UInt8(ascii: "="), place % 4 >= 2 { break }
      guard let value = base64Value(text[index]) else { continue }
      place += 1
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// - Parameter inHeader: whether `_` stands for a space, as in encoded words (RFC 2047 §4.2).
  static func decodeQuotedPrintable(_ text: Span<UInt8>, inHeader: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "=") {
        if index + 2 < text.count, let high = hexadecimalValue(text[index + 1]),
          let low = hexadecimalValue(text[index + 2])
        {
          result.append(high << 4 | low)
          index += 3
          continue
        }
        if let next = endOfSoftBreak(text, at: index) {
          index = next
          continue
        }
      }
      result.append(inHeader && byte == UInt8(ascii: "_") ? 0x20 : byte)
      index += 1
    }
    return result
  }

  /// Where the text goes on after a `=` that joins a line with the next one. White space may have been
  /// added behind it on the way (RFC 2045 §6.7).
  private static func endOfSoftBreak(_ text: Span<UInt8>, at start: Int) -> Int? {
    var position = start + 1
    while position < text.count, text[position] == 0x20 || text[position] == 0x09 { position += 1 }
    if position == text.count { return position }
    if text.matches("\r\n", at: position) { return position + 2 }
    return text[position] == UInt8(ascii: "\n") ? position + 1 : nil
  }

  /// Mailboxes put a `>` before lines that start with `From `, or with `>` and that.
  static func unquoteFrom(_ text: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var position = 0
    while position < text.count {
      var end = position
      while end < text.count, text[end] == UInt8(ascii: ">") { end += 1 }
      if end > position, text.matches("From ", at: end) { position += 1 }
      let lineEnd = text.firstOffset(of: UInt8(ascii: "\n"), in: position..<text.count)
      let next = lineEnd.map { $0 + 1 } ?? text.count
      text.extracting(position..<next).withUnsafeBufferPointer { result.append(contentsOf: $0) }
      position = next
    }
    return result
  }

  private static func base64Value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  private static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// Encoded words in mail headers (RFC 2047): `=?utf-8?Q?caf=C3=A9?=`.
enum EncodedWords {
  private struct Word {
    var charset: String
    var bytes: [UInt8]
    var end: Int
  }

  static func decode(_ header: [UInt8], _ decoder: TextDecoder) -> String {
    var result = ""
    var plain: [UInt8] = []
    var pending: Word?
    var index = 0

    /// Words of one charset are joined before they are decoded: a character may be cut in two.
    func flush() {
      if let word = pending {
        result += text(word.bytes, declared: TextEncoding(label: word.charset))
        pending = nil
      }
      result += text(plain, declared: nil)
      plain.removeAll()
    }
    /// A header that is no text is none, and costs nobody the message.
    func text(_ bytes: [UInt8], declared: TextEncoding?) -> String {
      if bytes.isEmpty { return "" }
      let decoded = try? decoder.decode(bytes.span, declared: declared, isTransmitted: true)
      return decoded?.text ?? ""
    }

    while index < header.count {
      guard let word = word(in: header, at: index) else {
        if pending != nil, !header[index].isASCIIWhitespace { flush() }
        plain.append(header[index])
        index += 1
        continue
      }
      // Only white space can have come since the last word; between words it means nothing.
      if var last = pending, last.charset == word.charset {
        last.bytes += word.bytes
        pending = last
      } else {
        if pending != nil { plain.removeAll() }
        flush()
        pending = word
      }
      plain.removeAll()
      index = word.end
    }
    flush()
    return result
  }

  /// The place of the last byte of the encoded word that starts at an offset, if one does.
  static func endOfWord(in header: [UInt8], at start: Int) -> Int? {
    word(in: header, at: start).map { $0.end - 1 }
  }

  private static func word(in header: [UInt8], at start: Int) -> Word? {
    guard header.span.matches("=?", at: start) else { return nil }
    let question = UInt8(ascii: "?")
    let rest = header[(start + 2)...].prefix(256)
    guard let charsetEnd = rest.firstIndex(of: question), charsetEnd + 2 < rest.endIndex,
      header[charsetEnd + 2] == question
    else { return nil }
    let textStart = charsetEnd + 3
    var textEnd = textStart
    while textEnd < rest.endIndex, header[textEnd] != question { textEnd += 1 }
    guard header.span.matches("?=", at: textEnd) else { return nil }
    // A language may follow the charset after a `*` (RFC 2231 §5).
    let charset = rest[..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }.map(\.lowercasedASCII)
    let text = header.span.extracting(textStart..<textEnd)
    let bytes: [UInt8]
    switch header[charsetEnd + 1].lowercasedASCII {
    case UInt8(ascii: "b"): bytes = TransferEncoding.decodeBase64(text)
    case UInt8(ascii: "q"): bytes = TransferEncoding.decodeQuotedPrintable(text, inHeader: true)
    default: return nil
    }
    return Word(charset: String(decoding: charset, as: UTF8.self), bytes: bytes, end: textEnd + 2)
  }
}
