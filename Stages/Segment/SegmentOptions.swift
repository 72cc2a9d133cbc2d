public import StageKit

/// The options of the stage `segment`.
public struct SegmentOptions: StageOptions {
  /// Where tokens come from.
  public enum Tokens: String, Sendable, CaseIterable {
    case find
    case given
  }

  public var tokens = Tokens.find
  public var maximumSentenceBytes = 4096

  public init() {}

  public static var fields: [OptionField<SegmentOptions>] {
    [
      .choice(
        "tokens", \.tokens,
        help: "'given' keeps those of the input: a sentence a line, spaces between tokens, or CoNLL"
      ),
      .byteCount(
        "max_sentence_bytes", \.maximumSentenceBytes, in: 64...1_000_000,
        help: "longer sentences are cut at a space, longer tokens between two characters"),
    ]
  }
}
