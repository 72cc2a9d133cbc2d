import TextKit

/// The steps over bytes that reading dates and times consists of.
extension DateReader {
  func peek(_ distance: Int = 0) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  mutating func take(_ text: String) -> Bool {
    var place = index
    for byte in text.utf8 {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
    }
    index = place
    return true
  }

  /// Skips any of the ASCII characters of `set`.
  mutating func skip(_ set: String) {
    while let byte = peek(), set.utf8.contains(byte) { index += 1 }
  }

  /// What stands between a date and its time: punctuation, `at` and its like.
  mutating func skipSeparators() {
    while true {
      let start = index
      skip(" ,-|/;")
      for word in Self.separators { if take(word) { break } }
      if index == start { return }
    }
  }

  private static let separators = [
    "at ", "on ", "um ", "à ", "às ", "–", "—", "·", "•", "the ", "ore ", "om ", "kl. ", "kl ",
    "в ",
  ]

  mutating func readNumber(maximumDigits: Int) -> Int? {
    let start = index
    var number = 0
    while let byte = peek(), byte.isASCIIDigit {
      guard index - start < maximumDigits else {
        index = start
        return nil
      }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      index += 1
    }
    return index > start ? number : nil
  }

  /// The first eight bytes of a word in lower case, as one number; 0 if the word is longer than any
  /// that dates are written with.
  mutating func readWord() -> UInt64 {
    let start = index
    while let byte = peek(), byte.isASCIILetter || byte >= 0x80 { index += 1 }
    return index - start <= 24 ? DateWords.pack(bytes[start..<index]) : 0
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
  }
}
