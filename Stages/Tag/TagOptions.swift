public import StageKit

/// The options of `TagStage`.
public struct TagOptions: StageOptions {
  /// Which names the types of entities have.
  public enum Scheme: String, Sendable, CaseIterable {
    /// PERSON, ORG, GPE and so on, and the types of dates, amounts and addresses.
    case ontonotes
    /// PER, ORG, LOC and MISC only.
    case conll4
  }

  public var model: String?
  public var gazetteers: [String] = []
  public var types: [String] = []
  public var scheme = Scheme.ontonotes
  public var minimumConfidence = 0.0

  public init() {}

  public static var fields: [OptionField<TagOptions>] {
    [
      .path(
        "model", \.model, use: .resource,
        help: "a model of names that 'wireroom train tag' has made, instead of the built-in one"),
      .strings(
        "gazetteers", \.gazetteers, of: .path(.resource),
        help: "files of phrases to find first: phrase, tab, type, perhaps link; or JSON Lines"),
      .strings("types", \.types, help: "the types of entities to keep; all, if none is named"),
      .number(
        "min_confidence", \.minimumConfidence, in: 0...1,
        help: "names of which the model is less sure are left out"),
      .choice("scheme", \.scheme, help: "which names the types have"),
    ]
  }
}
