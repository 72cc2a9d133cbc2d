import TextKit

/// Lines that are drawn with signs, between paragraphs or around a heading: `* * *`, `=====`,
/// `-------- Sport --------`.
enum DrawnLine {
  /// Shorter ones may mean something, such as the `--` above a signature.
  private static let minimumSigns = 3
  /// Three underscores may be a blank, or stand between items as agencies have it.
  private static let minimumUnderscores = 5
  /// Beside words, fewer may mean something.
  private static let minimumSignsBesideWords = 8

  /// The part of a paragraph that is not drawn, which may be none.
  static func rest(of paragraph: Span<UInt8>) -> Range<Int> {
    var range = 0..<paragraph.count
    while let last = range.last,
      sign(paragraph, at: range.lowerBound) > 0 || isSign(paragraph[last])
    {
      if isDrawn(paragraph, range) { return range.lowerBound..<range.lowerBound }
      let start = range.lowerBound + run(paragraph, range, fromEnd: false)
      let end = range.upperBound - run(paragraph, start..<range.upperBound, fromEnd: true)
      let trimmed = PlainText.trim(paragraph, start..<end)
      if trimmed == range { break }
      range = trimmed
    }
    return range
  }

  /// Whether there is nothing but signs and spaces. Bars and bullets need not be many.
  private static func isDrawn(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var signs = 0
    var underscores = 0
    var dividers = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "_") { underscores += 1 }
      if text[index] == 0x20 {
        index += 1
        continue
      }
      let length = sign(text, at: index)
      guard length > 0 else { return false }
      let isDivider =
        text[index] == UInt8(ascii: "|") || text.matches("•", at: index)
        || text.matches("·", at: index)
      if isDivider { dividers += 1 }
      signs += 1
      index += length
    }
    if signs == dividers { return signs > 0 }
    return signs >= (signs == underscores ? minimumUnderscores : minimumSigns)
  }

  /// The length of a row of one sign at the start or end, or 0 where it is too short. Asterisks stand
  /// for letters, too, and for stars.
  private static func run(_ text: Span<UInt8>, _ range: Range<Int>, fromEnd: Bool) -> Int {
    guard let last = range.last else { return 0 }
    let first = fromEnd ? text[last] : text[range.lowerBound]
    guard first < 0x80, first != UInt8(ascii: "*"), isSign(first) else { return 0 }
    var count = 1
    while count < range.count,
      text[fromEnd ? last - count : range.lowerBound + count] == first
    {
      count += 1
    }
    return count >= minimumSignsBesideWords ? count : 0
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "*"),
      UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "\\"),
      UInt8(ascii: "+"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// The length of the sign at `index`, or 0 if there is none: ASCII, dashes, bullets, and the
  /// characters for drawing boxes.
  private static func sign(_ text: Span<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 { return isSign(byte) ? 1 : 0 }
    if byte == 0xC2 { return text.matches("·", at: index) ? 2 : 0 }
    guard byte == 0xE2, index + 2 < text.count else { return 0 }
    switch text[index + 1] {
    case 0x94, 0x95: return 3
    case 0x80:
      let isDashOrBullet = (0x93...0x95).contains(text[index + 2]) || text[index + 2] == 0xA2
      return isDashOrBullet ? 3 : 0
    default: return 0
    }
  }
}
