import Ledger
import StageKit
import TextKit

/// What the documents of a run are like, in sums by which runs are compared.
struct RunMeasures: Sendable, Equatable {
  /// Documents with text.
  private(set) var texts = 0
  /// Documents that were dropped because they hold no text.
  private(set) var empty = 0
  private(set) var lengths = LengthHistogram()
  /// How many texts are in each language; those in none that is known are under `-`.
  private(set) var languages: [String: Int] = [:]
  /// Tokens and entities of the texts that were searched for entities.
  private(set) var tokens = 0
  private(set) var entities = 0

  /// The reason by which stages drop documents without text.
  private static let emptyReason = "empty"

  init() {}

  /// The measures of what is not published yet: of this run and of those before it that did not
  /// publish; `nil` if there is nothing.
  init?(unpublishedIn ledger: LedgerReader) throws(LedgerError) {
    guard try ledger.fact(Publication.pendingFact) != nil else { return nil }
    let lastPublished = try ledger.runs(limit: 1, onlyComplete: true).first?.number ?? 0
    try ledger.forEachMeasure(after: lastPublished) { add($0) }
    empty = try ledger.filteredCount(after: lastPublished, reason: Self.emptyReason)
  }

  mutating func add(_ document: DocumentMeasures) {
    texts += 1
    lengths.add(document.textBytes)
    languages[document.language ?? "-", default: 0] += 1
    if let tokens = document.tokens, let entities = document.entities {
      self.tokens += tokens
      self.entities += entities
    }
  }

  /// All documents that the measures are of.
  var documents: Int { texts + empty }

  var emptyShare: Double { Double(empty) / Double(max(1, documents)) }

  func share(of language: String) -> Double {
    Double(languages[language, default: 0]) / Double(max(1, texts))
  }

  /// `nil` where no text was searched for entities.
  var entitiesPerThousandTokens: Double? {
    tokens > 0 ? Double(entities) * 1000 / Double(tokens) : nil
  }
}

extension RunMeasures {
  /// The form that the ledger keeps.
  var description: String {
    let value: Value = [
      "texts": .integer(texts), "empty": .integer(empty), "lengths": lengths.value,
      "languages": .object(
        languages.sorted { $0.key < $1.key }.map { Value.Member($0.key, .integer($0.value)) }),
      "tokens": .integer(tokens), "entities": .integer(entities),
    ]
    var bytes: [UInt8] = []
    bytes.append(json: value)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads what `description` wrote; `nil` for anything else.
  init?(description: String) {
    guard let value = try? Value(json: description.utf8.span),
      let texts = value["texts"]?.integer, let empty = value["empty"]?.integer,
      let lengths = value["lengths"].flatMap(LengthHistogram.init(value:)),
      let languages = value["languages"]?.members, let tokens = value["tokens"]?.integer,
      let entities = value["entities"]?.integer
    else { return nil }
    self.texts = texts
    self.empty = empty
    self.lengths = lengths
    for member in languages { self.languages[member.key] = member.value.integer ?? 0 }
    self.tokens = tokens
    self.entities = entities
  }
}

extension DocumentMeasures {
  /// The measures of a document that has been through the chain.
  init(_ document: Document) {
    let isSearched = document.tokens != nil && document.entities != nil
    // The ledger keeps a code as one word; that of a stage of one's own might be anything.
    let code = document.metadata.language?.code
    let isWord = code.map { !$0.isEmpty && $0.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } } ?? false
    self.init(
      textBytes: document.text.utf8.count, language: isWord ? code : nil,
      tokens: isSearched ? document.tokens?.count : nil,
      entities: isSearched ? document.entities?.count : nil)
  }
}
