import StageKit
import TextKit

extension Document {
  /// Makes a document of an item of an RSS feed or an entry of an Atom feed.
  init(feedItem item: DecodedText, source: DocumentSource) throws(StageFailure) {
    let item = FeedItem(item.text)
    guard let body = item.body else {
      throw StageFailure(
        reason: "no_text", message: "the item holds neither content nor a description")
    }
    let (text, form) = item.content(of: body)
    self.init(source: source, text: text, form: form)
    metadata.setOrigin(of: "text", origin(body))

    if let title = item.first(.own("title")) {
      metadata.set(\.title, "title", to: item.line(title), from: origin(title))
    }
    if let link = item.link {
      metadata.set(\.url, "url", to: link.attribute("href") ?? link.text, from: origin(link))
    }
    if let section = item.first(.own("category"), .added("subject")) {
      metadata.set(\.section, "section", to: item.line(section), from: origin(section))
    } else if let (section, term) = item.categoryTerm {
      metadata.set(\.section, "section", to: term, from: origin(section))
    }
    if let (names, element) = item.authors {
      metadata.setByline(names, from: origin(element))
    }
    if let language = item.first(.added("language")) {
      metadata.setLanguage(item.line(language), from: origin(language))
    }
    if let published = item.first(.own("pubDate"), .own("published"), .added("date")) {
      metadata.setDate(\.published, "published", to: published.text, from: origin(published))
    }
    if let updated = item.first(.own("updated"), .added("modified")) {
      metadata.setDate(\.updated, "updated", to: updated.text, from: origin(updated))
    }
  }
}

private func origin(_ element: XMLElement) -> String { "feed element '\(element.name)'" }

/// An item of an RSS feed or an entry of an Atom feed.
///
/// Prefixes are declared at the beginning of the feed, which is not at hand, and some programs make up
/// others than the usual ones. So names are told apart by whether they have a prefix that the item
/// itself has not.
private struct FeedItem {
  enum Name {
    /// An element of RSS or Atom.
    case own(String)
    /// An element of an extension, such as `dc:creator`.
    case added(String)
  }

  private let children: [XMLElement]
  /// The prefix of the item's own name.
  private let prefix: Substring
  private let isEntry: Bool

  init(_ text: String) {
    let name = XMLElement.firstName(in: text) ?? ""
    children = XMLElement.children(in: text)
    prefix = name.firstIndex(of: ":").map { name[..<$0] } ?? ""
    isEntry = name == "entry" || name.hasSuffix(":entry")
  }

  private func isOwn(_ element: XMLElement) -> Bool {
    element.prefix.isEmpty || element.prefix == prefix || element.prefix == "atom"
  }

  private func has(_ element: XMLElement, _ name: Name) -> Bool {
    switch name {
    case .own(let name): element.localName == name && isOwn(element)
    case .added(let name): element.localName == name && !isOwn(element)
    }
  }

  private func all(_ names: [Name]) -> [XMLElement] {
    names.flatMap { name in children.filter { has($0, name) && !$0.markup.utf8.isEmpty } }
  }

  /// The first child of one of these names that holds anything, by the order of the names.
  func first(_ names: Name...) -> XMLElement? { all(names).first }

  /// The child that holds the most text.
  var body: XMLElement? {
    let candidates = all([.added("encoded"), .own("content"), .own("description"), .own("summary")])
      .filter { $0.prefix != "excerpt" && holdsText($0) }
    if candidates.count < 2 { return candidates.first }
    var fullest: (element: XMLElement, length: Int)?
    for element in candidates {
      let length = content(of: element).text.utf8.span.lengthWithoutTags
      if length > fullest?.length ?? -1 { fullest = (element, length) }
    }
    return fullest?.element
  }

  /// Whether an element may hold text, and not a picture or other data.
  private func holdsText(_ element: XMLElement) -> Bool {
    guard let type = element.attribute("type"), type.contains("/") else { return true }
    return type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("/xml")
  }

  /// Atom's elements are plain text where they do not say otherwise (RFC 4287 §3.1.1), RSS's HTML.
  private func isAtom(_ element: XMLElement) -> Bool { isEntry || element.prefix == "atom" }

  func content(of element: XMLElement) -> (text: String, form: Document.Form) {
    switch element.attribute("type") {
    case "text", "text/plain": return (element.text, .plain)
    case let type? where type == "xhtml" || type.hasSuffix("xml"): return (element.markup, .html)
    case nil:
      let text = element.text
      // Many feeds hold HTML without saying so.
      let isPlain = isAtom(element) && !text.utf8.span.looksLikeMarkup
      return (text, isPlain ? .plain : .html)
    case .some: return (element.text, .html)
    }
  }

  func line(_ element: XMLElement) -> String { element.line(isHTML: !isAtom(element)) }

  /// The link to the article itself: RSS has its address as text, Atom as an attribute of one that
  /// is not about something else.
  var link: XMLElement? {
    children.first { element in
      guard has(element, .own("link")) else { return false }
      let relation = element.attribute("rel")
      guard relation == nil || relation == "alternate" else { return false }
      return element.attribute("href") != nil || !element.markup.utf8.isEmpty
    }
  }

  /// Atom's categories are attributes.
  var categoryTerm: (XMLElement, String)? {
    let section = children.first { has($0, .own("category")) }
    return section.flatMap { section in section.attribute("term").map { (section, $0) } }
  }

  var authors: ([String], XMLElement)? {
    for name in [Name.added("creator"), .own("author")] {
      let elements = children.filter { has($0, name) }
      let names = elements.map { element in
        let inner = element.children.first { has($0, .own("name")) }
        return MailAddress.displayName(in: line(inner ?? element))
      }
      if let element = elements.first, names.contains(where: { !$0.isEmpty }) {
        return (names, element)
      }
    }
    return nil
  }
}

extension Span<UInt8> {
  /// How many bytes stand outside of tags, white space not counted.
  fileprivate var lengthWithoutTags: Int {
    var length = 0
    var isInTag = false
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">") where isInTag: isInTag = false
      case let byte where !isInTag && !byte.isASCIIWhitespace: length += 1
      default: break
      }
    }
    return length
  }
}
