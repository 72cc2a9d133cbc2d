public import StageKit

/// What cleaning may be told.
public struct CleanOptions: StageOptions, Equatable {
  /// What becomes of typographic quotation marks.
  public enum Quotes: String, Sendable, CaseIterable {
    case keep
    case straight
  }

  /// The Unicode normalisation form of the text.
  public enum Normalisation: String, Sendable, CaseIterable {
    case nfc
    case nfkc
    case none
  }

  public var quotes = Quotes.keep
  public var normalisation = Normalisation.nfc
  public var repairsMojibake = true
  public var findsMetadata = true
  public var removesBoilerplate = true
  public var keepsEmpty = false

  public init() {}

  public static var fields: [OptionField<CleanOptions>] {
    [
      .choice(
        "quotes", \.quotes,
        help: "'straight' turns typographic quotation marks and apostrophes into ASCII ones"),
      .choice(
        "normalisation", \.normalisation,
        help: "the Unicode normalisation form; 'nfkc' also replaces ligatures and wide letters"),
      .boolean(
        "repair_mojibake", \.repairsMojibake,
        help: "repair UTF-8 that was read as windows-1252, where that is certain"),
      .boolean(
        "find_metadata", \.findsMetadata,
        help: "take title, byline, dates, captions and site out of the text"),
      .boolean(
        "remove_boilerplate", \.removesBoilerplate,
        help: "remove share links, newsletter appeals, related links and the like"),
      .boolean(
        "keep_empty", \.keepsEmpty, help: "keep documents that hold no text after cleaning"),
    ]
  }
}
