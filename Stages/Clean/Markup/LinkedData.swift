import TextKit

/// What a page's JSON-LD says of its article (schema.org).
struct LinkedData {
  private(set) var headline: String?
  private(set) var alternativeHeadline: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var created: String?
  /// What the page says of itself, where it does not say it of an article.
  private(set) var pagePublished: String?
  /// Who wrote each of the articles.
  private var credits: [[Credit]] = []
  /// Whom the page itself names by reference.
  private var pageCredits: [Credit] = []
  private var publishers: [Credit] = []
  /// The names of persons, and of all else, by `@id`.
  private var people: [String: String] = [:]
  private var others: [String: String] = [:]
  private(set) var section: String?
  private(set) var language: String?
  private(set) var url: String?

  /// Somebody by name, or by the `@id` of an object that has the name and may come later.
  private enum Credit {
    case name(String)
    case reference(String)
  }

  /// The authors of the first article whose authors are known, or else of the page.
  var authors: [String] {
    func names(_ credits: [Credit]) -> [String] {
      credits.compactMap { credit in
        switch credit {
        case .name(let name): name
        case .reference(let id): people[id]
        }
      }
    }
    return credits.lazy.map(names).first { !$0.isEmpty } ?? Array(names(pageCredits).prefix(1))
  }

  /// The publisher's name as the article gives it.
  var publisher: String? {
    for case .name(let name) in publishers { return name }
    return nil
  }

  /// The name of the object that is referred to as publisher: often that of a company which the site has
  /// another name than.
  var referencedPublisher: String? {
    for case .reference(let id) in publishers {
      // A person who publishes is an author; the site is called something else.
      if people[id] == nil, let name = others[id] { return name }
    }
    return nil
  }

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
      learnName(of: value)
      if isOf(value, "WebPage") {
        pagePublished = pagePublished ?? text(value["datePublished"])
        if let reference = value["author"]?["@id"]?.string {
          pageCredits.append(.reference(reference))
        }
      }
    }
  }

  /// Keeps the name of an object that others may refer to.
  private mutating func learnName(of value: Value) {
    guard let id = value["@id"]?.string, let name = text(value["name"]) else { return }
    if isOf(value, "Person") {
      people[id] = people[id] ?? name
    } else {
      others[id] = others[id] ?? name
    }
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
    alternativeHeadline =
      alternativeHeadline ?? text(article["alternativeHeadline"])
      ?? text(article["alternativeheadline"])
    published = published ?? text(article["datePublished"])
    modified = modified ?? text(article["dateModified"])
    created = created ?? text(article["dateCreated"])
    if let author = article["author"] {
      credits.append(credited(author).filter { !isOf($0, "Organization") }.flatMap(credit))
    }
    for value in credited(article["publisher"]) where !isOf(value, "Person") {
      publishers += credit(value)
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

  /// The elements of a list, or the value itself.
  private mutating func credited(_ value: Value?) -> [Value] {
    let values = value.map { $0.list ?? [$0] } ?? []
    // An article may hold what others refer to.
    for value in values.prefix(Self.maximumCredits) { learnName(of: value) }
    return Array(values.prefix(Self.maximumCredits))
  }

  private static let maximumCredits = 12

  /// Persons or organisations, which are given as text, as objects, or by what refers to an object.
  private func credit(_ value: Value) -> [Credit] {
    if let name = text(value) ?? text(value["name"]) {
      return name.contains("://") ? [] : [.name(name)]
    }
    return value["@id"]?.string.map { [.reference($0)] } ?? []
  }
}
