import TextKit

// Apostrophes and what is joined by them.
extension Tokeniser {
  static let curlyApostrophe: UInt32 = 0x2019

  /// 1 for `'`, 3 for `’`, 0 for anything else.
  func lengthOfApostrophe(_ text: TextBytes, _ offset: Int) -> Int {
    if text[offset] == UInt8(ascii: "'") { return 1 }
    return text[offset] == 0xE2 && text[offset + 1] == 0x80 && text[offset + 2] == 0x99 ? 3 : 0
  }

  /// The end of `'s`, `'re` and the like, whose apostrophe is at `offset`, if it is one.
  func endOfClitic(_ text: TextBytes, _ offset: Int) -> Int? {
    let length = lengthOfApostrophe(text, offset)
    guard length > 0 else { return nil }
    let first = text[offset + length] | 0x20
    let second = text[offset + length + 1] | 0x20
    let end: Int
    switch first {
    case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "d"):
      end = offset + length + 1
    case UInt8(ascii: "r") where second == UInt8(ascii: "e"),
      UInt8(ascii: "v") where second == UInt8(ascii: "e"),
      UInt8(ascii: "l") where second == UInt8(ascii: "l"):
      end = offset + length + 2
    default: return nil
    }
    return isWordContinuation(text, end) ? nil : end
  }

  /// The end of the token that an apostrophe begins: a clitic behind something, a year (`'72`), or
  /// the mark alone, which two ASCII ones make together.
  func endOfApostrophe(_ text: TextBytes, _ offset: Int) -> Int {
    let length = lengthOfApostrophe(text, offset)
    let isAttached = text[offset - 1] > UInt8(ascii: " ") && offset > text.start
    if isAttached, let end = endOfClitic(text, offset) { return end }
    let after = offset + length
    if !isAttached, text[after].isASCIIDigit, text[after + 1].isASCIIDigit,
      !text[after + 2].isASCIIDigit
    {
      return endOfWord(text, after)
    }
    return length == 1 && text[after] == UInt8(ascii: "'") ? after + 1 : after
  }
}
