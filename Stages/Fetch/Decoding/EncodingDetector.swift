import CUchardet
import TextKit

/// Guesses the encoding of a text: by the letters of languages that are known to use an encoding, and
/// else from the frequencies of its bytes.
final class EncodingDetector {
  /// Enough to be sure of, and a bound for the time.
  private static let examinedBytes = 1 << 16
  /// With fewer letters beyond ASCII there is nothing to count, and a few typographic quotes or one
  /// word with an accent would be taken for a rare language.
  private static let minimumLetters = 4

  private let handle = uchardet_new()

  deinit {
    uchardet_delete(handle)
  }

  /// - Returns: `nil` if the bytes look like nothing known.
  func detect(_ bytes: Span<UInt8>) -> TextEncoding? {
    uchardet_reset(handle)
    // What comes long before the first byte that is not ASCII tells nothing.
    var first = 0
    while first < bytes.count, bytes[first] < 0x80, bytes[first] != 0x1B { first += 1 }
    let start = max(0, first - 256)
    let end = min(bytes.count, start + Self.examinedBytes)
    if let encoding = LetterEvidence(bytes.extracting(start..<end)).encoding { return encoding }
    var letters = 0
    for index in first..<end where bytes[index] >= 0xC0 { letters += 1 }
    let hasEscape = first < end && bytes[first] == 0x1B
    guard letters >= Self.minimumLetters || hasEscape else { return nil }
    let code = bytes.extracting(start..<end).withUnsafeBytes {
      uchardet_handle_data(handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    uchardet_data_end(handle)
    guard code == 0, let name = uchardet_get_charset(handle) else { return nil }
    let encoding = TextEncoding(label: String(cString: name))
    // Valid UTF-8 never comes here, and UTF-16 is told by its zero bytes.
    guard let encoding, encoding != .utf8, encoding.unitSize == 1 else { return nil }
    return encoding
  }
}
