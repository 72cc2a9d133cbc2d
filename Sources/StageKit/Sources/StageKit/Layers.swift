public import TextKit

/// A paragraph of the text.
public struct Paragraph: Sendable, Equatable {
  /// What a paragraph is in the article.
  public enum Kind: String, Sendable, CaseIterable {
    case heading
    case body
    case caption
    case listItem = "list_item"
    case quote
  }

  /// The bytes of the text that the paragraph covers, without the line breaks around it.
  public var range: ByteRange
  /// What it is in the article.
  public var kind: Kind

  /// Makes a paragraph.
  public init(_ range: ByteRange, kind: Kind = .body) {
    self.range = range
    self.kind = kind
  }
}

/// The type of an entity, as the record shows it.
public struct EntityType: RawRepresentable, Sendable, Hashable {
  /// The word in the record, in capitals.
  public let rawValue: String

  /// A type by its word in the record.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// People, also fictional ones.
  public static let person = EntityType(rawValue: "PERSON")
  /// Companies, agencies, institutions, parties, teams.
  public static let organisation = EntityType(rawValue: "ORG")
  /// Countries, states, cities: places with a government.
  public static let geopolitical = EntityType(rawValue: "GPE")
  /// Other places: mountains, rivers, regions.
  public static let location = EntityType(rawValue: "LOC")
  /// Buildings, airports, bridges.
  public static let facility = EntityType(rawValue: "FAC")
  /// Nationalities, religious and political groups.
  public static let nationality = EntityType(rawValue: "NORP")
  /// Named wars, storms, games, conferences.
  public static let event = EntityType(rawValue: "EVENT")
  /// Things that are made: vehicles, weapons, works.
  public static let product = EntityType(rawValue: "PRODUCT")
  /// Named laws and treaties.
  public static let law = EntityType(rawValue: "LAW")
  /// Named languages.
  public static let language = EntityType(rawValue: "LANGUAGE")
  /// A name of which no more is known.
  public static let miscellaneous = EntityType(rawValue: "MISC")
  /// Days, months, years and spans of them.
  public static let date = EntityType(rawValue: "DATE")
  /// Times of day, and spans shorter than a day.
  public static let time = EntityType(rawValue: "TIME")
  /// Amounts with a currency.
  public static let money = EntityType(rawValue: "MONEY")
  /// Shares of a hundred.
  public static let percent = EntityType(rawValue: "PERCENT")
  /// Amounts with a unit.
  public static let quantity = EntityType(rawValue: "QUANTITY")
  /// First, second and so on.
  public static let ordinal = EntityType(rawValue: "ORDINAL")
  /// Other numbers.
  public static let cardinal = EntityType(rawValue: "CARDINAL")
  /// Addresses of the web.
  public static let url = EntityType(rawValue: "URL")
  /// Addresses of mail.
  public static let email = EntityType(rawValue: "EMAIL")
  /// Names of accounts, such as `@wireroom`.
  public static let handle = EntityType(rawValue: "HANDLE")
  /// Topics, such as `#harbour`.
  public static let hashtag = EntityType(rawValue: "HASHTAG")
  /// Telephone numbers.
  public static let phone = EntityType(rawValue: "PHONE")
}

/// A mention of something with a name, or of a date, an amount and the like.
///
/// The entities of a document are in order and never overlap.
public struct Entity: Sendable, Equatable {
  /// The bytes of the text that the mention covers.
  public var range: ByteRange
  /// What kind of thing is mentioned.
  public var type: EntityType
  /// The number of the group of mentions that this one belongs to, from 1.
  public var group: Int?
  /// How sure the stage is, from 0 to 1; `nil` where it does not say.
  public var confidence: Double?
  /// Titles and roles that stand beside the name and are not part of it.
  public var titles: [String]
  /// The normalised value of a date, an amount and the like.
  public var value: String?
  /// What is named, as `scheme:identifier`.
  public var link: String?

  /// Makes a mention.
  public init(
    _ range: ByteRange, type: EntityType, group: Int? = nil, confidence: Double? = nil,
    titles: [String] = [], value: String? = nil, link: String? = nil
  ) {
    self.range = range
    self.type = type
    self.group = group
    self.confidence = confidence
    self.titles = titles
    self.value = value
    self.link = link
  }
}

/// All mentions of one thing in a document.
public struct EntityGroup: Sendable, Equatable {
  /// The number that its entities carry, from 1 in the order of first mention.
  public var identifier: Int
  /// The fullest name.
  public var name: String
  /// What kind of thing it is.
  public var type: EntityType
  /// How often it is mentioned.
  public var count: Int
  /// What it is, as `scheme:identifier`.
  public var link: String?

  /// Makes a group.
  public init(identifier: Int, name: String, type: EntityType, count: Int, link: String? = nil) {
    self.identifier = identifier
    self.name = name
    self.type = type
    self.count = count
    self.link = link
  }
}

/// A summary that consists of sentences of the text.
public struct Summary: Sendable, Equatable {
  /// The chosen sentences, as ascending indexes into the document's sentences.
  public var sentences: [Int]
  /// The sentences as one text.
  public var text: String
  /// One short line, where the stage makes one.
  public var teaser: String?
  /// Short statements, where the stage makes them.
  public var keyPoints: [String]

  /// Makes a summary.
  public init(sentences: [Int], text: String, teaser: String? = nil, keyPoints: [String] = []) {
    self.sentences = sentences
    self.text = text
    self.teaser = teaser
    self.keyPoints = keyPoints
  }
}
