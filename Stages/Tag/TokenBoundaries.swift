import StageKit
import TextKit

/// Fits spans to tokens; the spans are given in the order of the text, so that one walk over the
/// tokens serves all.
struct TokenBoundaries {
  private let tokens: [ByteRange]
  private var next = 0

  init(_ tokens: [ByteRange]) {
    self.tokens = tokens
  }

  /// The span, with the full stop that its last token holds beyond it (`Corp.`).
  ///
  /// - Returns: `nil` if the span starts or ends inside a token.
  mutating func fit(_ range: ByteRange, _ text: Span<UInt8>) -> ByteRange? {
    while next < tokens.count, tokens[next].end <= range.start { next += 1 }
    guard next < tokens.count, tokens[next].start == range.start else { return nil }
    var last = next
    while last < tokens.count, tokens[last].end < range.end { last += 1 }
    guard last < tokens.count, tokens[last].start < range.end else { return nil }
    let end = tokens[last].end
    if end == range.end { return range }
    guard end == range.end + 1, text[range.end] == UInt8(ascii: ".") else { return nil }
    return ByteRange(range.start, end)
  }
}

extension EntityType {
  /// Whether an entity of this type is found by its bytes, however they are cut into tokens.
  var spansTokens: Bool {
    switch self {
    case .url, .email, .handle, .hashtag, .phone: true
    default: false
    }
  }
}
