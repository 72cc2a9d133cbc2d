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

  public var gazetteers: [String] = []
  public var types: [String] = []
  public var scheme = Scheme.ontonotes

  public init() {}

  public static var fields: [OptionField<TagOptions>] {
    [
      .strings(
        "gazetteers", \.gazetteers, of: .path(.resource),
        help: "files of phrases to find first: phrase, tab, type, and perhaps tab and link"),
      .strings("types", \.types, help: "the types of entities to keep; all, if none is named"),
      .choice("scheme", \.scheme, help: "which names the types have"),
    ]
  }
}
