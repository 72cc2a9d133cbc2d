import TextKit

/// What a page's JSON-LD says of its article (schema.org).
struct LinkedData {
  private(set) var headline: String?
  private(set) var alternativeHeadline: String?
  private(set) var published: String?
  private(set) var modified: String?
  /// What the page says of itself, where it does not say it of an article.
  private(set) var pagePublished: String?
  private(set) var authors: [String] = []
  /// The names of the persons that articles refer to by `@id`.
  private var people: [String: String] = [:]
  private var authorReferences: [String] = []
  /// Those that the page itself refers to.
  private var pageAuthorReferences: [String] = []
  private(set) var publisher: String?
  private(set) var section: String?
  private(set) var language: String?
  private(set) var url: String?

  /// Pages hold a handful of objects; what is behind so many is left out.
  private static let maximumObjects = 256

  /// Reads one script. What cannot be read is passed over: other sources follow.
  mutating func read(_ script: Span<UInt8>) {
    guard let value = Self.parse(script) else { return }
    // Objects may be in a list, in a list of lists, or below `@graph`.
    var pending = [value]
    var next = 0
    while next < pending.count, next < Self.maximumObjects {
      let value = pending[next]
      next += 1
      if let elements = value.list { pending.append(contentsOf: elements) }
      if let graph = value["@graph"] { pending.append(graph) }
      if let entity = value["mainEntity"] { pending.append(entity) }
      if isArticle(value) { take(value) }
      if isOf(value, "Person"), let id = value["@id"]?.string, people[id] == nil {
        people[id] = text(value["name"])
      }
      if isOf(value, "WebPage") {
        pagePublished = pagePublished ?? text(value["datePublished"])
        if let reference = value["author"]?["@id"]?.string {
          pageAuthorReferences.append(reference)
        }
      }
    }
    if authors.isEmpty { authors = authorReferences.compactMap { people[$0] } }
    if authors.isEmpty { authors = pageAuthorReferences.prefix(1).compactMap { people[$0] } }
  }

  /// Line breaks inside strings are forbidden in JSON and frequent in pages; anywhere else they are
  /// white space. So are the marks that hide scripts from old browsers.
  private static func parse(_ script: Span<UInt8>) -> Value? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(script.count)
    for index in 0..<script.count { bytes.append(max(script[index], 0x20)) }
    var range = 0..<bytes.count
    // `//<![CDATA[` … `//]]>` hold brackets themselves.
    if let mark = bytes.firstIndex(of: 0x5B), bytes.span.matches("[CDATA[", at: mark) {
      range = mark + 7..<bytes.count
      if let close = bytes.lastIndex(of: 0x5D), bytes.span.matches("]>", at: close) {
        range = min(range.lowerBound, close - 1)..<close - 1
      }
    }
    guard let first = bytes[range].firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
      let last = bytes[range].lastIndex(where: { $0 == 0x7D || $0 == 0x5D }), first < last
    else { return nil }
    return try? Value(json: bytes.span.extracting(first..<last + 1))
  }

  private func isArticle(_ value: Value) -> Bool {
    let types = value["@type"].map { $0.list ?? [$0] } ?? []
    return types.contains { type in
      guard let name = type.string else { return false }
      return name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report"
        || name == "Review" || name == "Recipe" || name == "CreativeWork"
    }
  }

  private func isOf(_ value: Value, _ type: String) -> Bool {
    value["@type"].map { $0.list ?? [$0] }?.contains { $0.string == type } ?? false
  }

  private mutating func take(_ article: Value) {
    headline = headline ?? text(article["headline"])
    alternativeHeadline = alternativeHeadline ?? text(article["alternativeHeadline"])
    published = published ?? text(article["datePublished"])
    modified = modified ?? text(article["dateModified"])
    if authors.isEmpty, let author = article["author"] {
      let persons = (author.list ?? [author]).prefix(12).filter { !isOf($0, "Organization") }
      authors = persons.flatMap { names($0) }
      authorReferences += persons.compactMap { $0["name"] == nil ? $0["@id"]?.string : nil }
    }
    // A person who publishes is an author; the site is called something else.
    if let value = article["publisher"], !isOf(value, "Person") {
      publisher = publisher ?? names(value).first
    }
    section = section ?? text(article["articleSection"])
    language = language ?? text(article["inLanguage"])
    url = url ?? text(article["url"])
  }

  /// The text of a value or of the first in a list, with its character references resolved.
  private func text(_ value: Value?) -> String? {
    guard let found = value?.string ?? value?.list?.first?.string else { return nil }
    let resolved = CharacterReference.resolveAll(found).trimmingSpaces()
    return resolved.isEmpty ? nil : resolved
  }

  /// Names of persons or organisations, which are given as text or as objects.
  private func names(_ value: Value?) -> [String] {
    guard let value else { return [] }
    return (value.list ?? [value]).prefix(12).compactMap { text($0) ?? text($0["name"]) }
      .filter { !$0.contains("://") }
  }
}
