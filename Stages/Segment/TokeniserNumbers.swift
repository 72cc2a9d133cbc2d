import TextKit

// Numbers.
extension Tokeniser {
  /// Appends a number, and the unit that is written to it as a token of its own.
  mutating func scanNumber(_ text: TextBytes, _ start: Int, _ tokens: inout [ByteRange]) -> Int {
    if let end = endOfEmail(text, start) { return emit(start, end, .open, text, &tokens) }
    // A leading sign or point.
    var end = start + 1
    if let telephone = endOfDashedNumber(text, start) {
      end = telephone
    } else {
      while true {
        if text[end].isASCIIDigit {
          end += 1
        } else if isNumberSeparator(text[end]), text[end + 1].isASCIIDigit {
          end += 2
        } else {
          break
        }
      }
    }
    guard isWordContinuation(text, end) else {
      // `the 80's`
      if isDecade(text, start, end), let clitic = endOfClitic(text, end),
        text[clitic - 1] == UInt8(ascii: "s")
      {
        end = clitic
      }
      return emit(start, end, text, &tokens)
    }
    let wordEnd = endOfWord(text, end)
    if lexicon.isUnit(text.packed(end, wordEnd)) {
      let isClockTime = text[wordEnd] == UInt8(ascii: ".") && text[wordEnd + 1].isASCIILetter
      if !isClockTime {
        _ = emit(start, end, text, &tokens)
        return emit(end, wordEnd, text, &tokens)
      }
    }
    if text[end + 1] == UInt8(ascii: "."), text[end + 2] | 0x20 == UInt8(ascii: "m") {
      return emit(start, end, text, &tokens)
    }
    if text[wordEnd] == UInt8(ascii: "."), let end = endOfWebAddress(text, start, wordEnd) {
      return emit(start, end, .open, text, &tokens)
    }
    return emit(start, wordEnd, text, &tokens)
  }

  /// Whether the number may stand for its decade, and is no part of a name such as `Gate-20`.
  private func isDecade(_ text: TextBytes, _ start: Int, _ end: Int) -> Bool {
    (end - start == 2 || end - start == 4) && text[end - 1] == UInt8(ascii: "0")
      && text[start - 1] != UInt8(ascii: "-")
  }

  private func isNumberSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"): true
    default: false
    }
  }

  /// The end of groups of digits with hyphens that are one number, as of a telephone (`555-0134`,
  /// `713-555-0134`) or a date (`2031-05-17`). Other hyphens between numbers stand for «to».
  private func endOfDashedNumber(_ text: TextBytes, _ start: Int) -> Int? {
    var end = start
    var groups = 0
    var firstLength = 0
    var lastLength = 0
    while true {
      let groupStart = end
      while text[end].isASCIIDigit, end - groupStart < 16 { end += 1 }
      lastLength = end - groupStart
      guard lastLength > 0 else { return nil }
      if groups == 0 { firstLength = lastLength }
      groups += 1
      guard groups < 8, text[end] == UInt8(ascii: "-"), text[end + 1].isASCIIDigit else { break }
      end += 1
    }
    return groups >= 3 || (groups == 2 && firstLength == 3 && lastLength == 4) ? end : nil
  }
}
