public import TextKit

/// What describes an article as a whole. All of it is in every record, `null` where unknown.
public struct Metadata: Sendable, Equatable {
  /// The language of a text, and how sure that is.
  public struct Language: Sendable, Equatable {
    /// The ISO 639-1 code, or the ISO 639-3 code where there is no shorter one.
    public var code: String
    /// From 0 to 1.
    public var confidence: Double

    /// Makes a statement about the language.
    public init(code: String, confidence: Double) {
      self.code = code
      self.confidence = confidence
    }
  }

  /// The text below a picture, and whose picture it is.
  public struct Caption: Sendable, Equatable {
    /// What the caption says.
    public var text: String
    /// Whose picture it is.
    public var credit: String?

    /// Makes a caption.
    public init(text: String, credit: String? = nil) {
      self.text = text
      self.credit = credit
    }
  }

  /// The headline.
  public var title: String?
  /// The line below the headline.
  public var subtitle: String?
  /// The authors' names, one each.
  public var byline: [String] = []
  /// The name of the publication or agency.
  public var site: String?
  /// The part of the publication that the article stands in.
  public var section: String?
  /// The address of the article, as it gives it itself.
  public var url: String?
  /// The language of the text.
  public var language: Language?
  /// ISO 8601, to the precision that the article gives and with a zone only where it names one:
  /// `2023-09-19`, `2023-09-19T12:12`, `2023-09-19T12:12:00+08:00`.
  public var published: String?
  /// As `published`.
  public var updated: String?
  /// The captions of its pictures, which are not part of the text.
  public var captions: [Caption] = []
  /// Remarks for the reader of the record, such as `updated precedes published`.
  public var notes: [String] = []
  /// Where a value comes from, such as `title` from `first line`, in the order of setting.
  public private(set) var origins: [Value.Member] = []

  /// Makes metadata of which nothing is known.
  public init() {}

  /// Says where the value of `field` comes from; a later call for the same field replaces it.
  public mutating func setOrigin(of field: String, _ origin: String) {
    if let index = origins.firstIndex(where: { $0.key == field }) {
      origins[index].value = .string(origin)
    } else {
      origins.append(Value.Member(field, .string(origin)))
    }
  }

  /// Adds a note unless it is there already.
  public mutating func addNote(_ note: String) {
    if !notes.contains(note) { notes.append(note) }
  }
}
