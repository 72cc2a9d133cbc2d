/// The name of something a stage adds to a document, or needs there.
///
/// Layers order the stages of a pipeline: a stage that reads a layer must stand after one that
/// writes it, which is checked before any work is done.
public struct Layer: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
  /// The name, as pipeline files and messages show it.
  public let rawValue: String

  /// A layer by its name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The name.
  public var description: String { rawValue }

  /// The document's text. Sources write it; a stage that changes it writes it again.
  public static let text = Layer(rawValue: "text")
  /// Title, byline, dates and whatever else describes the article as a whole.
  public static let metadata = Layer(rawValue: "metadata")
  /// The paragraphs of the text, with what each is in the article.
  public static let paragraphs = Layer(rawValue: "paragraphs")
  /// The sentences of the text.
  public static let sentences = Layer(rawValue: "sentences")
  /// The words, numbers and punctuation marks of the text.
  public static let tokens = Layer(rawValue: "tokens")
  /// The names, dates, amounts and the like in the text.
  public static let entities = Layer(rawValue: "entities")
  /// The entities of a document gathered by what they name.
  public static let groups = Layer(rawValue: "groups")
  /// The sentences that sum up the text.
  public static let summary = Layer(rawValue: "summary")
  /// Values of a stage's own, in the record under `extra` and the stage's label.
  public static let extra = Layer(rawValue: "extra")
}
