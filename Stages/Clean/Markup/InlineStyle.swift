import TextKit

/// What an element's own style says: whether it hides the element, or strikes its text through. Style
/// sheets are not read.
struct InlineStyle {
  private(set) var isHidden = false
  private(set) var isStruck = false

  /// Reads declarations such as `color: red; display: none !important`.
  init(_ style: Span<UInt8>) {
    var index = 0
    while index < style.count {
      let end = style.firstOffset(of: UInt8(ascii: ";"), in: index..<style.count) ?? style.count
      if let colon = style.firstOffset(of: UInt8(ascii: ":"), in: index..<end) {
        read(
          name: style.extracting(Self.trimmed(style, index..<colon)),
          value: style.extracting(Self.trimmed(style, colon + 1..<end)))
      }
      index = end + 1
    }
  }

  private mutating func read(name: Span<UInt8>, value: Span<UInt8>) {
    if Self.isWord("display", name) {
      if value.matchesIgnoringCase("none", at: 0) { isHidden = true }
    } else if Self.isWord("visibility", name) {
      if value.matchesIgnoringCase("hidden", at: 0) { isHidden = true }
    } else if Self.isWord("text-decoration", name) || Self.isWord("text-decoration-line", name) {
      for index in 0..<value.count where value.matchesIgnoringCase("line-through", at: index) {
        isStruck = true
      }
    }
  }

  private static func isWord(_ word: StaticString, _ name: Span<UInt8>) -> Bool {
    name.count == word.utf8CodeUnitCount && name.matchesIgnoringCase(word, at: 0)
  }

  private static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start].isASCIIWhitespace { start += 1 }
    while end > start, text[end - 1].isASCIIWhitespace { end -= 1 }
    return start..<end
  }
}
