import TextKit

/// Follows a list whose items stand one behind the other in a paragraph: `1. … 2. …`, `a) … b) …`,
/// `• … • …`. An item begins a sentence where its marker is the next one in order. A list of persons,
/// each with an address of mail behind the name, is such a list, too.
struct Enumeration {
  private enum Marker: Equatable {
    case bullet(UInt32)
    /// A number or a letter with what stands behind it.
    case item(value: Int, isLetter: Bool, delimiter: UInt8)
    /// A name of so many words.
    case person(words: Int)
  }

  /// The marker that the sentence begins with, or that of the item before it.
  private var marker: Marker?
  /// The tokens of the marker that the sentence begins with.
  private var markerTokens = 0..<0

  init(_ text: TextBytes, _ tokens: [ByteRange], _ first: Int) {
    begin(text, tokens, first)
  }

  /// A sentence begins with the token at `index`.
  mutating func begin(_ text: TextBytes, _ tokens: [ByteRange], _ index: Int) {
    markerTokens = 0..<0
    guard index < tokens.count else { return }
    guard let (found, end) = Self.read(text, tokens, index) else { return }
    marker = found
    markerTokens = index..<end
  }

  /// Whether the paragraph has an item so far.
  var hasMarker: Bool { marker != nil }

  /// Whether the stop belongs to the marker that the sentence begins with.
  func isMarker(_ place: BoundaryPlace) -> Bool { markerTokens.contains(place.stop) }

  /// Whether the next item begins at `index`.
  func continues(_ text: TextBytes, _ tokens: [ByteRange], at index: Int) -> Bool {
    guard let marker, let (next, _) = Self.read(text, tokens, index) else { return false }
    switch (marker, next) {
    case (.bullet, .bullet), (.person, .person): return marker == next
    case (.item(let value, let isLetter, let delimiter), .item):
      return next == .item(value: value + 1, isLetter: isLetter, delimiter: delimiter)
    default: return false
    }
  }

  /// Reads a marker, which a space must follow.
  private static func read(
    _ text: TextBytes, _ tokens: [ByteRange], _ index: Int
  ) -> (marker: Marker, end: Int)? {
    let token = tokens[index]
    let first = text[token.start]
    var end = token.end
    var last = index + 1
    if first >= 0x80 {
      guard text.shape(token) == .bullet else { return nil }
      let marker = Marker.bullet(text.scalar(at: token.start).value)
      // A number may follow, which counts for nothing beside the bullet.
      if last < tokens.count, text[tokens[last].start].isASCIIDigit,
        let (_, end) = read(text, tokens, last)
      {
        last = end
      }
      return (marker, last)
    }
    if let words = wordsBeforeAddress(text, tokens, index) {
      // Two names may stand there, so that no token is sure to be within the marker.
      return (.person(words: words), index)
    }
    var value = 0
    let isLetter = !first.isASCIIDigit
    if isLetter {
      guard first.isASCIILetter,
        token.count == 1 || (token.count == 2 && text[token.start + 1] == UInt8(ascii: "."))
      else { return nil }
      value = Int(first)
      end = token.start + 1
    } else {
      guard token.count <= 3 else { return nil }
      for offset in token.range {
        guard text[offset].isASCIIDigit else { return nil }
        value = value * 10 + Int(text[offset] & 0x0F)
      }
    }
    // `1.`, `1)`, `1.)`
    var delimiter = text[end]
    guard delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")") else { return nil }
    if delimiter == UInt8(ascii: "."), text[end + 1] == UInt8(ascii: ")") {
      delimiter = UInt8(ascii: ":")
      end += 1
    }
    end += 1
    guard text[end].isASCIIWhitespace, end < text.end else { return nil }
    while last < tokens.count, tokens[last].end <= end { last += 1 }
    return (.item(value: value, isLetter: isLetter, delimiter: delimiter), last)
  }

  /// The number of words with capitals from `index` on that an address of mail follows, if they may be
  /// a name.
  private static func wordsBeforeAddress(
    _ text: TextBytes, _ tokens: [ByteRange], _ index: Int
  ) -> Int? {
    for words in 0...longestName where index + words < tokens.count {
      let token = tokens[index + words]
      if words > 1, text.shape(token) == .address {
        return token.range.contains { text[$0] == UInt8(ascii: "@") } ? words : nil
      }
      guard isUppercase(text.scalar(at: token.start).value) else { return nil }
    }
    return nil
  }

  /// In words.
  private static let longestName = 4
}
