import StageKit

extension Document {
  /// Makes a document of an item of an RSS feed or an entry of an Atom feed.
  init(feedItem item: DecodedText, source: DocumentSource) throws(StageFailure) {
    let children = XMLElement.children(in: item.text)
    /// The first child of one of these names that holds anything, by the order of the names.
    func first(_ names: String...) -> XMLElement? {
      for name in names {
        let found = children.first { $0.name == name && !$0.markup.utf8.isEmpty }
        if let found { return found }
      }
      return nil
    }
    guard
      let body = first(
        "content:encoded", "content", "atom:content", "description", "summary", "atom:summary")
    else {
      throw StageFailure(
        reason: "no_text", message: "the item holds neither content nor a description")
    }
    switch body.attribute("type") {
    case "xhtml": self.init(source: source, text: body.markup, form: .html)
    case "text": self.init(source: source, text: body.text, form: .plain)
    default: self.init(source: source, text: body.text, form: .html)
    }
    metadata.setOrigin(of: "text", origin(body))

    if let title = first("title", "atom:title") {
      metadata.set(\.title, "title", to: title.line, from: origin(title))
    }
    if let link = Self.link(children) {
      metadata.set(\.url, "url", to: link.attribute("href") ?? link.text, from: origin(link))
    }
    if let section = first("category", "atom:category", "dc:subject") {
      metadata.set(\.section, "section", to: section.line, from: origin(section))
    } else if let section = children.first(where: { $0.name == "category" }),
      let term = section.attribute("term")
    {
      metadata.set(\.section, "section", to: term, from: origin(section))
    }
    setByline(children)
    if let language = first("dc:language") {
      metadata.setLanguage(language.line, from: origin(language))
    }
    if let published = first("pubDate", "published", "atom:published", "dc:date") {
      metadata.setDate(\.published, "published", to: published.text, from: origin(published))
    }
    if let updated = first("updated", "atom:updated", "dcterms:modified") {
      metadata.setDate(\.updated, "updated", to: updated.text, from: origin(updated))
    }
  }

  private mutating func setByline(_ children: [XMLElement]) {
    for name in ["dc:creator", "author", "atom:author"] {
      let elements = children.filter { $0.name == name }
      let names = elements.map { element in
        let inner = element.children.first { $0.name == "name" || $0.name == "atom:name" }
        return MailAddress.displayName(in: (inner ?? element).line)
      }
      if let element = elements.first { metadata.setByline(names, from: origin(element)) }
      if !metadata.byline.isEmpty { return }
    }
  }

  /// The link to the article itself: RSS has its address as text, Atom as an attribute of one that
  /// is not about something else.
  private static func link(_ children: [XMLElement]) -> XMLElement? {
    children.first { element in
      guard element.name == "link" || element.name == "atom:link" else { return false }
      let relation = element.attribute("rel")
      guard relation == nil || relation == "alternate" else { return false }
      return element.attribute("href") != nil || !element.markup.utf8.isEmpty
    }
  }
}

private func origin(_ element: XMLElement) -> String { "feed element '\(element.name)'" }
