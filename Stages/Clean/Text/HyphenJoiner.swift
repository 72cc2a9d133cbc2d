import TextKit

/// Decides whether a word that is divided at the end of a line is put together, and whether its
/// hyphen belongs to it.
///
/// The hyphen goes only between lower-case letters, and not after parts that words are commonly
/// compounded with (`well-known`), unless what follows only ends words (`state-ment`) or the text has
/// the word without it; nor where the word is written with it nearby.
struct HyphenJoiner {
  /// Whether the hyphen of the word last joined goes.
  private(set) var dropsHyphen = false
  /// Nearby text is searched so often at most, which bounds the work on hostile input.
  private var searchesLeft = 256

  private static let searchDistance = 16_384

  /// Whether a hyphen stands between a letter or figure at the end of `line` and one at the start of
  /// `next`.
  static func isDivided(_ text: Span<UInt8>, _ line: Range<Int>, _ next: Range<Int>) -> Bool {
    let hyphen = line.upperBound - 1
    return line.count > 2 && text[hyphen] == UInt8(ascii: "-") && isWordByte(text[hyphen - 1])
      && isWordByte(text[next.lowerBound])
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }

  /// Whether the last word of `line` goes on in `next` without a space.
  mutating func joins(_ text: Span<UInt8>, _ line: Range<Int>, _ next: Range<Int>) -> Bool {
    guard Self.isDivided(text, line, next) else { return false }
    let hyphen = line.upperBound - 1
    var start = hyphen
    while start > line.lowerBound, text[start - 1].isASCIILetter { start -= 1 }
    var end = next.lowerBound
    while end < next.upperBound, text[end].isASCIILetter { end += 1 }
    dropsHyphen =
      text[hyphen - 1].isASCIILowercase && text[next.lowerBound].isASCIILowercase
      && hyphen - start >= 2 && end - next.lowerBound >= 2
      && (start == line.lowerBound || !Self.isInAddress(text[start - 1]))
      // `twelve-year-old`
      && !(end < next.upperBound && text[end] == UInt8(ascii: "-"))
      && (!Self.isCompoundPart(text, start..<hyphen)
        || Self.isEnding(text, next.lowerBound..<end)
        || Self.isRoot(text, next.lowerBound..<end, behind: start..<hyphen)
        || isWrittenAsOneNearby(text, start..<hyphen, next.lowerBound..<end))
      && !isHyphenatedNearby(text, start..<hyphen, next.lowerBound..<end)
    return true
  }

  /// Whether the byte joins what is before it to the word behind it, as in an address, where hyphens
  /// stand between words.
  private static func isInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "@"), UInt8(ascii: "#"):
      true
    default: byte.isASCIIDigit
    }
  }

  private static func isCompoundPart(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    switch text.string(ByteRange(part)).lowercased() {
    case "well", "self", "non", "long", "short", "half", "anti", "ex", "co", "pre", "post", "high",
      "low", "mid", "vice", "all", "cross", "full", "part", "once", "so", "two", "three", "four",
      "five", "six", "seven", "eight", "nine", "ten", "one", "first", "second", "third", "old",
      "new", "then", "state", "year", "month", "day", "time", "cease", "pro", "semi", "quasi":
      true
    default: false
    }
  }

  /// What ends words and is none itself.
  private static func isEnding(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    switch text.string(ByteRange(part)) {
    case "ment", "ments", "ly", "ness", "less", "ful", "hood", "ship", "ships", "able", "ible",
      "ish", "ism", "ist", "ists", "tion", "tions", "sion", "sions", "ity", "ities", "ing", "ings",
      "er", "ers", "ed", "al", "ance", "ence", "ous", "ive", "ward", "wards":
      true
    default: false
    }
  }

  /// Whether the second part begins with what no word begins with, and which often stands behind the
  /// first: `pro-vide`.
  private static func isRoot(
    _ text: Span<UInt8>, _ part: Range<Int>, behind first: Range<Int>
  ) -> Bool {
    let roots: [StaticString] =
      switch text.string(ByteRange(first)).lowercased() {
      case "pro", "pre":
        [
          "blem", "cess", "cis", "dict", "duc", "fess", "gram", "gress", "hibit", "ject", "lif",
          "mier", "nounc", "secut", "spect", "sum", "tect", "tocol", "vid", "vinc", "vious",
        ]
      case "ex": ["amin", "ampl", "cept", "ecut", "pand", "pect", "pens", "peri", "plain", "plo"]
      default: []
      }
    return roots.contains {
      $0.utf8CodeUnitCount <= part.count && text.matches($0, at: part.lowerBound)
    }
  }

  private mutating func isWrittenAsOneNearby(
    _ text: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>
  ) -> Bool {
    guard searchesLeft > 0 else { return false }
    searchesLeft -= 1
    let upper = min(text.count, second.upperBound + Self.searchDistance)
    var index = max(0, first.lowerBound - Self.searchDistance)
    while let start = text.firstOffset(of: text[first.lowerBound], in: index..<upper) {
      index = start + 1
      let middle = start + first.count
      guard middle + second.count <= upper, start == 0 || !text[start - 1].isASCIILetter else {
        continue
      }
      if Self.isSame(text, start, first), Self.isSame(text, middle, second) { return true }
    }
    return false
  }

  private static func isSame(_ text: Span<UInt8>, _ place: Int, _ part: Range<Int>) -> Bool {
    (0..<part.count).allSatisfy { text[place + $0] == text[part.lowerBound + $0] }
  }

  private mutating func isHyphenatedNearby(
    _ text: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>
  ) -> Bool {
    guard searchesLeft > 0 else { return false }
    searchesLeft -= 1
    let lower = max(0, first.lowerBound - Self.searchDistance)
    let upper = min(text.count, second.upperBound + Self.searchDistance)
    var index = lower
    while let hyphen = text.firstOffset(of: UInt8(ascii: "-"), in: index..<upper) {
      index = hyphen + 1
      guard hyphen - first.count >= lower, index + second.count <= upper else { continue }
      if Self.isSame(text, hyphen - first.count, first), Self.isSame(text, index, second) {
        return true
      }
    }
    return false
  }
}
