public import StageKit

/// The options of the stage `summarise`.
public struct SummariseOptions: StageOptions {
  public var sentenceCount = 3
  public var maximumBytes: Int?

  public init() {}

  public static var fields: [OptionField<SummariseOptions>] {
    [
      .integer(
        "sentences", \.sentenceCount, in: 1...50, help: "how many sentences the summary has at most"
      ),
      .integer(
        "max_bytes", \.maximumBytes, in: 1...1_000_000,
        help: "sentences with which the summary would be longer are passed over"),
    ]
  }
}
