import StageKit
import TextKit

/// Where a JSON object holds the parts of an article.
struct FieldMapping: Sendable {
  /// A part of an article that JSON can give.
  enum Field: String, Sendable, CaseIterable {
    case text
    case html
    case markdown
    case title
    case subtitle
    case byline
    case site
    case section
    case url
    case language
    case published
    case updated

    /// The names that are tried where the user gives none, best first.
    var usualNames: [String] {
      switch self {
      case .text: ["text", "body", "content", "article", "articleBody", "story", "document"]
      case .html: ["html", "content_html", "body_html"]
      case .markdown: ["markdown"]
      case .title: ["title", "headline"]
      case .subtitle: ["subtitle", "subheadline", "standfirst", "deck"]
      case .byline: ["byline", "author", "authors", "creator"]
      case .site: ["site", "site_name", "publisher", "publication", "source"]
      case .section: ["section", "category"]
      case .url: ["url", "link", "canonical_url"]
      case .language: ["language", "lang"]
      case .published:
        [
          "published", "published_at", "publishedAt", "date", "datePublished", "date_published",
          "pubDate", "pub_date", "publish_date", "publication_date",
        ]
      case .updated:
        [
          "updated", "updated_at", "updatedAt", "modified", "dateModified", "date_modified",
          "last_modified",
        ]
      }
    }
  }

  /// The name of a member, and the steps that its dots stand for. Articles are looked through by
  /// dozens of names each, so they are taken apart once.
  struct Name: Sendable {
    let text: String
    let steps: [String]

    init(_ text: String) {
      self.text = text
      steps = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The fields that hold the body, by preference.
  private static let bodies = [Field.text, .html, .markdown]

  /// The names to try for each field, in order.
  private let names: [Field: [Name]]
  /// The fields to try for the body: one if the user names one.
  private let bodyFields: [Field]

  /// - Throws: the first key of the option `fields` that is no field of an article.
  init(_ fields: [String: String]) throws(OptionProblem) {
    var given: [Field: String] = [:]
    for (key, name) in fields.sorted(by: { $0.key < $1.key }) {
      guard let field = Field(rawValue: key) else {
        let known = Field.allCases.map(\.rawValue).joined(separator: ", ")
        throw OptionProblem(
          [.key("fields"), .key(key)], "an article has no field '\(key)'; it has \(known)")
      }
      if name.isEmpty { throw OptionProblem([.key("fields"), .key(key)], "a name is expected") }
      given[field] = name
    }
    let bodies = Self.bodies.filter { given[$0] != nil }
    if bodies.count > 1 {
      throw OptionProblem(
        [.key("fields"), .key(bodies[1].rawValue)],
        "an article has one body; give '\(bodies[0].rawValue)' or '\(bodies[1].rawValue)'")
    }
    bodyFields = bodies.isEmpty ? Self.bodies : bodies
    var names: [Field: [Name]] = [:]
    for field in Field.allCases {
      names[field] = (given[field].map { [$0] } ?? field.usualNames).map(Name.init)
    }
    self.names = names
  }

  /// The first usable value that a field's names lead to, and the name that did.
  func find<Found>(
    _ field: Field, in article: Value, _ read: (Value) -> Found?
  ) -> (value: Found, name: String)? {
    for name in names[field] ?? [] {
      if let value = article.member(at: name).flatMap(read) { return (value, name.text) }
    }
    return nil
  }

  /// The body, and where it stands: the first text in which something stands, or else the first.
  func body(of article: Value) -> (field: Field, name: String, text: String)? {
    body(of: article) { $0.paragraphs.flatMap { $0.utf8.span.isBlank ? nil : $0 } }
      ?? body(of: article, \.paragraphs)
  }

  private func body(
    of article: Value, _ read: (Value) -> String?
  ) -> (field: Field, name: String, text: String)? {
    for field in bodyFields {
      if let (text, name) = find(field, in: article, read) { return (field, name, text) }
    }
    return nil
  }

  /// The names that are tried for the body, for a message.
  var bodyNames: [String] { bodyFields.flatMap { names[$0] ?? [] }.map(\.text) }
}

extension Value {
  /// The member of this name; where there is none, dots lead into members and lists, as in
  /// `body.content` and `parts.0.text`.
  fileprivate func member(at name: FieldMapping.Name) -> Value? {
    if let value = self[name.text] { return value == .null ? nil : value }
    guard name.steps.count > 1 else { return nil }
    var value = self
    for step in name.steps {
      if let next = value[step] {
        value = next
      } else if let list = value.list, let index = Int(step), list.indices.contains(index) {
        value = list[index]
      } else {
        return nil
      }
    }
    return value == .null ? nil : value
  }

  /// A text, or a list of texts as paragraphs.
  var paragraphs: String? {
    if let string { return string }
    guard let list, !list.isEmpty else { return nil }
    var paragraphs: [String] = []
    for element in list {
      guard let text = element.string else { return nil }
      paragraphs.append(text)
    }
    return paragraphs.joined(separator: "\n\n")
  }

  /// The text, if this is one in which something stands.
  var filledString: String? {
    string.flatMap { $0.utf8.span.isBlank ? nil : $0 }
  }

  /// The name that a text is, or that an object holds.
  var name: String? { filledString ?? self["name"]?.filledString }

  /// The names that a text, an object or a list of them hold.
  var names: [String] { list.map { $0.compactMap(\.name) } ?? name.map { [$0] } ?? [] }
}
