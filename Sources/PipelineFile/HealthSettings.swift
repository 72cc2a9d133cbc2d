public import StageKit

/// How far a run may differ from the median of the last ones: `health` under `run:`.
public struct HealthSettings: StageOptions, Equatable {
  /// The documents in the output.
  public var articles: FactorLimits?
  /// The median length of the texts.
  public var textLength: FactorLimits?
  /// The share of documents that hold no text.
  public var empty: ShareLimits?
  /// The share of each language.
  public var languages: ShareLimits?
  /// Entities for each 1,000 tokens.
  public var entities: FactorLimits?
  /// A run with fewer new documents is compared by the number of articles only.
  public var minimum = 20

  public init() {}

  public static var fields: [OptionField<HealthSettings>] {
    [
      .object("articles", \.articles, help: "the number of documents in the output"),
      .object("text_length", \.textLength, help: "the median length of the texts"),
      .object("empty", \.empty, help: "the share of documents without text"),
      .object("languages", \.languages, help: "the share of each language"),
      .object("entities", \.entities, help: "entities for each 1,000 tokens"),
      .integer(
        "minimum", \.minimum, in: 1...1_000_000,
        help: "runs with fewer new documents than this are compared by 'articles' only"),
    ]
  }
}

/// How many times as much, or as little, is remarkable.
public struct FactorLimits: StageOptions, Equatable {
  public var warn: Double?
  public var fail: Double?

  public init() {}

  public static var fields: [OptionField<FactorLimits>] {
    [
      .number(
        "warn", \.warn, in: 1...1_000_000,
        help: "warn of more than so many times the median, or less than that part of it"),
      .number("fail", \.fail, in: 1...1_000_000, help: "the same, but publish nothing"),
    ]
  }
}

/// By how much a share may differ, from 0 to 1.
public struct ShareLimits: StageOptions, Equatable {
  public var warn: Double?
  public var fail: Double?

  public init() {}

  public static var fields: [OptionField<ShareLimits>] {
    [
      .number(
        "warn", \.warn, in: 0...1, help: "warn where the share differs by more from the median"),
      .number("fail", \.fail, in: 0...1, help: "the same, but publish nothing"),
    ]
  }
}
