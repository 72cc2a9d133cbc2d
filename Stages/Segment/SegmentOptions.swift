public import StageKit

/// The options of the stage `segment`.
public struct SegmentOptions: StageOptions {
  public var maximumSentenceBytes = 4096

  public init() {}

  public static var fields: [OptionField<SegmentOptions>] {
    [
      .byteCount(
        "max_sentence_bytes", \.maximumSentenceBytes, in: 64...1_000_000,
        help: "longer sentences are cut at a space, longer tokens between two characters")
    ]
  }
}
