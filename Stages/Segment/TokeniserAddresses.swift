import TextKit

// Web and e-mail addresses.
extension Tokeniser {
  /// The longest local part of an e-mail address (RFC 5321) that is looked for.
  static let longestLocalPart = 64

  /// The end of the e-mail address that starts at `start`.
  mutating func endOfEmail(_ text: TextBytes, _ start: Int) -> Int? {
    if nextAtSign < start {
      nextAtSign = text.firstOffset(of: UInt8(ascii: "@"), from: start, to: text.end)
    }
    guard nextAtSign < text.end, nextAtSign - start <= Self.longestLocalPart else { return nil }
    guard text[nextAtSign + 1].isASCIILetter || text[nextAtSign + 1].isASCIIDigit else {
      return nil
    }
    for offset in start..<nextAtSign {
      let byte = text[offset]
      guard byte.isASCIILetter || byte.isASCIIDigit || isLocalPartSign(byte) else { return nil }
    }
    return endOfLabels(text, nextAtSign + 1).end
  }

  private func isLocalPartSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "%"):
      true
    default: false
    }
  }

  /// The end of the address whose scheme is the word before the colon at `colon`.
  func endOfSchemeAddress(_ text: TextBytes, _ start: Int, _ colon: Int) -> Int? {
    let isAddress =
      text.matches("://", at: colon) || (colon - start == 6 && text.matches("mailto", at: start))
    guard isAddress, !text[colon + 1].isASCIIWhitespace else { return nil }
    return endOfPath(text, colon + 1)
  }

  /// The end of the web address or file name (`www.x.y`, `name.org/page`, `list.pdf`) whose first
  /// label ends at `firstEnd`, before a full stop.
  mutating func endOfWebAddress(_ text: TextBytes, _ start: Int, _ firstEnd: Int) -> Int? {
    if start < addressesRuledOutUntil { return nil }
    let labels = endOfLabels(text, start)
    guard labels.count >= 2 else { return nil }
    let isAddress =
      lexicon.isDomainEnding(lowercasedKey(text, labels.lastStart, labels.end))
      || (firstEnd - start == 3 && text.matches("www.", at: start))
      || (labels.count >= 3 && labels.areLongAndLowercase)
    guard isAddress else {
      addressesRuledOutUntil = labels.end
      return nil
    }
    let next = text[labels.end]
    let hasPath =
      next == UInt8(ascii: "/")
      || (next == UInt8(ascii: ":") && text[labels.end + 1].isASCIIDigit)
    return hasPath ? endOfPath(text, labels.end) : labels.end
  }

  private struct Labels {
    var end: Int
    var lastStart: Int
    var count: Int
    /// Whether each has two letters or more and none is a capital.
    var areLongAndLowercase: Bool
  }

  /// Follows letters and digits that are divided by single full stops; hyphens may stand inside.
  private func endOfLabels(_ text: TextBytes, _ start: Int) -> Labels {
    var labels = Labels(end: start, lastStart: start, count: 0, areLongAndLowercase: true)
    while true {
      var end = labels.lastStart
      while true {
        let byte = text[end]
        if byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") {
          if !byte.isASCIILowercase { labels.areLongAndLowercase = false }
        } else if byte != UInt8(ascii: "-") || !isLabelByte(text[end + 1]) {
          break
        }
        end += 1
      }
      if end - labels.lastStart < 2 { labels.areLongAndLowercase = false }
      labels.count += 1
      labels.end = end
      guard text[end] == UInt8(ascii: "."), isLabelByte(text[end + 1]) else { return labels }
      labels.lastStart = end + 1
    }
  }

  private func isLabelByte(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }

  /// The end of the rest of an address: up to a space, a quote or an angle bracket, without the
  /// punctuation of the sentence that it stands in.
  private func endOfPath(_ text: TextBytes, _ start: Int) -> Int {
    var end = start
    var openParentheses = 0
    scanning: while end < text.end {
      let byte = text[end]
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"):
        break scanning
      case UInt8(ascii: "("): openParentheses += 1
      case UInt8(ascii: ")"):
        if openParentheses == 0 { break scanning }
        openParentheses -= 1
      case 0x80...:
        let (scalar, length) = text.scalar(at: end)
        guard classes.classify(scalar) == .word else { break scanning }
        end += length
        continue scanning
      default: break
      }
      end += 1
    }
    while end > start {
      switch text[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "]"):
        end -= 1
      default: return end
      }
    }
    return end
  }
}
