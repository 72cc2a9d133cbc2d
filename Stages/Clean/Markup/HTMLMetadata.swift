import StageKit
import TextKit

/// Reads what a page says about its article.
///
/// In the order of trust: JSON-LD, Open Graph and `article:` properties, other `meta` elements,
/// microdata, and last what the page shows: headings, bylines, `time` elements and dates.
struct HTMLMetadata {
  private let tree: HTMLTree
  private let marks: [HTMLMarks]
  /// The values of `meta` elements by lower-case name or property; the first of a name counts.
  private var properties: [String: String] = [:]
  private var authors: [String] = []
  private var pageTitle: String?
  private var headings: [HTMLTitle.Heading] = []
  /// Other elements that say to be the headline.
  private var headlines: [HTMLTitle.Heading] = []
  /// The headings that lead to the site's home page and so give its name.
  private var siteHeadings: [String] = []
  private var canonical: String?
  private var language: String?
  private var markedTimes: [(text: String, isUpdate: Bool)] = []
  private var microdata: [String: String] = [:]
  private(set) var linkedData = LinkedData()

  init(_ tree: HTMLTree, _ marks: [HTMLMarks]) {
    self.tree = tree
    self.marks = marks
    var foreignEnd = 0
    var articleEnd = 0
    /// Where the elements end whose headings repeat the title.
    var pathEnd = 0
    var sharingEnd = 0
    for index in tree.nodes.indices where tree.nodes[index].tag != .text {
      // The foot of an article tells of the article, that of a page does not.
      if tree.nodes[index].tag == .article {
        articleEnd = max(articleEnd, Int(tree.nodes[index].end))
      }
      let isFoot = tree.nodes[index].tag == .footer && index >= articleEnd
      if index >= foreignEnd, marks[index].isForeign || isFoot || isReview(index) {
        foreignEnd = Int(tree.nodes[index].end)
      }
      if tree.nodes[index].tag != .body {
        let end = Int(tree.nodes[index].end)
        let kinds = marks[index].kinds
        if kinds & HTMLClassWords.pathKinds != 0 { pathEnd = max(pathEnd, end) }
        if kinds & HTMLClassWords.sharingKinds != 0 { sharingEnd = max(sharingEnd, end) }
      }
      visit(index, isForeign: index < foreignEnd)
      if index >= max(foreignEnd, pathEnd, sharingEnd), saysHeadline(index),
        let headline = HTMLTitle.Heading(tree, marks, index)
      {
        headlines.append(headline)
      }
      if headings.last?.node == index {
        headings[headings.count - 1].standsInPath = index < pathEnd
        headings[headings.count - 1].isForSharing = index < sharingEnd
      }
    }
  }

  /// Whether the element is no heading and says to be the headline.
  private func saysHeadline(_ index: Int) -> Bool {
    marks[index].isHeadline && !marks[index].isBesideHeadline && !marks[index].isPartHeadline
      && !tree.nodes[index].tag.isHeading && headlines.count < Self.maximumHeadlines
  }

  private static let maximumHeadlines = 8

  /// Whether the element holds what readers write, by its type (schema.org), and no heading that
  /// could be that of the page.
  private func isReview(_ index: Int) -> Bool {
    guard let type = tree.attribute(.itemtype, of: index) else { return false }
    let name =
      type.utf8.lastIndex(of: UInt8(ascii: "/")).map { type[$0...].dropFirst() } ?? type[...]
    guard name == "Review" || name == "Comment" || name == "UserComments" || name == "Answer" else {
      return false
    }
    return !tree.descendants(of: index).contains { tree.nodes[$0].tag == .h1 }
  }

  private mutating func visit(_ index: Int, isForeign: Bool) {
    switch tree.nodes[index].tag {
    case .html: language = tree.attribute(.lang, of: index)
    case .meta: visitMeta(index)
    case .title: if pageTitle == nil { pageTitle = nonEmpty(tree.text(of: index)) }
    case .link:
      if tree.attribute(.rel, of: index) == "canonical" {
        canonical = canonical ?? tree.attribute(.href, of: index)
      }
    case .h1, .h2, .h3:
      let limit = tree.nodes[index].tag == .h1 ? 24 : 16
      if headings.count < limit, !isForeign || tree.nodes[index].tag == .h1,
        let heading = HTMLTitle.Heading(tree, marks, index)
      {
        if isLinkHome(index) {
          siteHeadings.append(heading.text)
        } else {
          headings.append(heading)
        }
      }
    case .time: if !isForeign { visitTime(index) }
    case .script:
      if tree.attribute(.type, of: index)?.lowercased().hasPrefix("application/ld+json") == true {
        let tree = tree
        for text in tree.descendants(of: index) {
          linkedData.read(tree.bytes.span.extracting(tree.textRange(of: text)))
        }
      }
    default: break
    }
    if !isForeign, let name = statedProperty(of: index), microdata[name] == nil,
      Self.microdataNames.contains(name)
    {
      let value =
        tree.attribute(.content, of: index) ?? tree.attribute(.datetime, of: index)
        ?? (name.hasPrefix("date") ? tree.attribute(.title, of: index) : nil)
        ?? tree.text(of: index, limit: 1000) ?? ""
      microdata[name] = nonEmpty(value)
    }
  }

  /// What an element says to hold: by microdata, or by RDFa as in `property="schema:headline"`.
  private func statedProperty(of index: Int) -> String? {
    guard tree.nodes[index].attributeCount > 0 else { return nil }
    if let name = tree.attribute(.itemprop, of: index) { return name }
    guard tree.nodes[index].tag != .meta, let name = tree.attribute(.property, of: index) else {
      return nil
    }
    return name.hasPrefix("schema:") ? String(name.dropFirst(7)) : name
  }

  private static let microdataNames: Set<String> = [
    "headline", "datePublished", "dateModified", "alternativeHeadline", "articleSection",
    "dateCreated",
  ]

  private mutating func visitMeta(_ index: Int) {
    guard
      let name = tree.attribute(.property, of: index) ?? tree.attribute(.name, of: index),
      let content = nonEmpty(tree.attribute(.content, of: index) ?? "")
    else { return }
    let key = name.lowercased()
    if authors.count < Self.maximumAuthors, Self.authorNames.contains(key) {
      authors.append(content)
    }
    if properties[key] == nil { properties[key] = content }
  }

  /// More elements that name authors are no byline.
  private static let maximumAuthors = 64

  /// Whether a heading links, or stands in a link, to the address of the site alone.
  private func isLinkHome(_ heading: Int) -> Bool {
    var links = tree.descendants(of: heading).prefix(8).filter { tree.nodes[$0].tag == .a }
    let parent = Int(tree.nodes[heading].parent)
    if parent >= 0, tree.nodes[parent].tag == .a { links.append(parent) }
    return links.contains { link in
      if tree.attribute(.rel, of: link) == "home" { return true }
      guard var href = tree.attribute(.href, of: link)?[...] else { return false }
      if let scheme = href.utf8.firstIndex(of: UInt8(ascii: ":")) {
        href = href[href.utf8.index(after: scheme)...]
      }
      if href.hasPrefix("//") { href = href.dropFirst(2).drop { $0 != "/" } }
      return href == "/" || href.isEmpty || href.hasPrefix("/index.") || href.hasPrefix("/?")
    }
  }

  private static let titleNames: Set<String> = [
    "title", "headline", "dc.title", "dcterms.title", "sailthru.title", "parsely-title",
    "citation_title",
  ]

  private static let authorNames: Set<String> = [
    "author", "article:author", "dc.creator", "dcterms.creator", "byl", "sailthru.author",
    "parsely-author", "citation_author", "article:author_name", "og:article:author",
    "cxenseparse:author",
  ]

  /// `time` elements that say what they are; the others are read from the page.
  private mutating func visitTime(_ index: Int) {
    guard markedTimes.count < 16 else { return }
    let marks =
      (tree.attribute(.class, of: index) ?? "") + " "
      + (tree.attribute(.itemprop, of: index) ?? "")
    let lower = marks.lowercased()
    let isUpdate = lower.contains("updat") || lower.contains("modif")
    let isPublication = lower.contains("publish") || tree.attribute(.pubdate, of: index) != nil
    guard isUpdate || isPublication else { return }
    let text = tree.attribute(.datetime, of: index) ?? tree.text(of: index, limit: 200) ?? ""
    markedTimes.append((text, isUpdate && !isPublication))
  }

  private func nonEmpty(_ text: String) -> String? {
    let trimmed = text.trimmingSpaces()
    return trimmed.isEmpty ? nil : trimmed
  }

  // MARK: Deciding

  /// Fills the fields that are not known yet. `article` is the element that holds the article.
  func apply(to metadata: inout Metadata, _ title: HTMLTitle.Choice?, article: Int?) {
    metadata.offer("site", \.site, linkedData.publisher, from: "json-ld")
    metadata.offer("site", \.site, properties["og:site_name"], from: "og:site_name")
    metadata.offer("site", \.site, properties["application-name"], from: "meta application-name")
    metadata.offer("site", \.site, linkedData.referencedPublisher, from: "json-ld")
    metadata.offer("url", \.url, canonical, from: "canonical link")
    metadata.offer("url", \.url, properties["og:url"], from: "og:url")
    metadata.offer("url", \.url, linkedData.url, from: "json-ld")
    let site = siteNames(metadata)
    if let title { metadata.offer("title", \.title, title.text, from: title.origin) }
    let folded = SiteNames.fold(title?.text ?? "")
    for (origin, text) in [
      ("json-ld", linkedData.alternativeHeadline), ("microdata", microdata["alternativeHeadline"]),
    ] {
      let parts = Self.headlines(in: text)
      let others = parts.filter { SiteNames.fold($0) != folded }
      metadata.offer(
        "subtitle", \.subtitle, others.count == parts.count ? text : others.first, from: origin)
    }
    metadata.offer(
      "subtitle", \.subtitle, title.flatMap(shownSubtitle(of:)), from: "subtitle element")
    metadata.offer("section", \.section, linkedData.section, from: "json-ld")
    metadata.offer("section", \.section, properties["article:section"], from: "article:section")
    metadata.offer("section", \.section, microdata["articleSection"], from: "microdata")
    let order = dateOrder
    let shown = article.map {
      HTMLByline(
        tree, marks, article: $0, title: title?.node, language: declaredLanguage, order: order)
    }
    applyAuthors(to: &metadata, site, shown)
    applyDates(to: &metadata, shown, order)
  }

  /// What an element in the heading of the title, or right below it, says to be a second line.
  private func shownSubtitle(of title: HTMLTitle.Choice) -> String? {
    guard let heading = title.node else { return nil }
    let end = min(Int(tree.nodes[heading].end) + Self.nodesBelowTitle, tree.nodes.count)
    for index in heading..<end where tree.nodes[index].tag != .text && marks[index].isSubtitle {
      guard let text = tree.text(of: index, limit: Self.longestSubtitle).flatMap(nonEmpty),
        SiteNames.fold(text) != SiteNames.fold(title.text)
      else { continue }
      return text
    }
    return nil
  }

  private static let nodesBelowTitle = 12
  /// In bytes; longer ones are introductions.
  private static let longestSubtitle = 400

  private func applyAuthors(to metadata: inout Metadata, _ site: SiteNames, _ shown: HTMLByline?) {
    func persons(_ values: [String]) -> [String] {
      var names: [String] = []
      for name in values.filter({ !site.isExactly($0) && !isPublisher($0) })
        .flatMap(AuthorNames.read)
      where !site.isOrganisation(name) && !names.contains(name) {
        names.append(name)
      }
      return names
    }
    guard metadata.byline.isEmpty else { return }
    let found = shown?.authors(besides: site)
    // As in the text, agencies stand for persons only where none is named.
    var offers = [
      (persons(linkedData.authors), "json-ld"), (persons(authors), "meta author"),
      (persons(labelledAuthors), "twitter:data"),
    ]
    offers.append((found?.names ?? [], found?.origin ?? ""))
    if offers.allSatisfy(\.0.isEmpty) {
      if let name = shown?.signature(), !site.isSite(name) {
        offers.append(([name], "signature"))
      } else if let agencies = shown?.agencies() {
        offers.append((agencies, "agency"))
      }
    }
    // A name of one word may be an abbreviation or the name of an account.
    let full = offers.first { $0.0.contains { $0.contains(" ") } }
    if let (names, origin) = full ?? offers.first(where: { !$0.0.isEmpty }) {
      metadata.offer(byline: full == nil ? names.map(fullName) : names, from: origin)
    }
  }

  /// A name of one word as a text of its own on the page has it in full: `Ann` beside `Ann Bell`.
  private func fullName(of name: String) -> String {
    // What is all in capitals is an abbreviation.
    guard name.utf8.count >= 3, name.first?.isUppercase == true,
      name.dropFirst().allSatisfy(\.isLowercase)
    else { return name }
    let wanted = name.utf8.span
    for node in tree.nodes.indices where tree.nodes[node].tag == .text {
      let range = tree.textRange(of: node)
      guard range.count > wanted.count, range.count < Self.longestText else { continue }
      let text = String(decoding: tree.bytes[range], as: UTF8.self).trimmingSpaces()
      if text.utf8.count <= Self.longestName, text.hasPrefix(name + " "),
        AuthorNames.read(text) == [text], AuthorNames.isWrittenAsName(text)
      {
        return text
      }
    }
    return name
  }

  /// In bytes, with white space around it.
  private static let longestText = 200
  private static let longestName = 40

  /// Whether the page names this as its publisher, too.
  private func isPublisher(_ name: String) -> Bool {
    properties["dc.publisher"] == name || properties["publisher"] == name
  }

  /// `twitter:label1` says what `twitter:data1` holds.
  private var labelledAuthors: [String] {
    for number in ["1", "2"] {
      switch properties["twitter:label" + number]?.lowercased() {
      case "written by", "author", "by", "verfasst von", "geschrieben von", "autor", "escrito por",
        "écrit par", "scritto da", "geschreven door", "napisane przez":
        return properties["twitter:data" + number].map { [$0] } ?? []
      default: continue
      }
    }
    return []
  }

  private func applyDates(
    to metadata: inout Metadata, _ shown: HTMLByline?, _ order: DateOrder?
  ) {
    func offer(_ text: String?, isUpdate: Bool = false, from origin: String) {
      metadata.offer(date: text, isUpdate: isUpdate, order, from: origin)
    }
    // JSON-LD may tell when an article was begun, which is earlier.
    let first = Self.publishedNames[0]
    offer(properties[first], from: first)
    offer(linkedData.published, from: "json-ld")
    offer(linkedData.modified, isUpdate: true, from: "json-ld")
    for name in Self.publishedNames { offer(properties[name], from: name) }
    for name in Self.modifiedNames { offer(properties[name], isUpdate: true, from: name) }
    offer(microdata["datePublished"], from: "microdata")
    offer(microdata["dateModified"], isUpdate: true, from: "microdata")
    for time in markedTimes { offer(time.text, isUpdate: time.isUpdate, from: "time element") }
    if metadata.published == nil, let date = metadata.url.flatMap(Self.dateInAddress) {
      metadata.offer(date: .date(date), isUpdate: false, from: "address")
    }
    if metadata.published == nil, let found = shown?.date() {
      metadata.offer(date: found.outcome, isUpdate: false, from: found.origin)
    }
    offer(microdata["dateCreated"], from: "microdata")
    for name in Self.createdNames { offer(properties[name], from: name) }
    offer(linkedData.created, from: "json-ld")
    offer(linkedData.pagePublished, from: "json-ld of the page")
    if metadata.published == nil, let date = metadata.url.flatMap(Self.compactDateInAddress) {
      metadata.offer(date: .date(date), isUpdate: false, from: "address")
    }
  }

  /// Names that pages fill with other days than those they show, and days on which texts were begun.
  private static let createdNames = [
    "og:article:published_time", "dc.date.created", "dcterms.date.created", "created",
    "creation_date", "datecreated",
  ]

  /// The day in an address such as `/bridge-closed-20240304.html`.
  private static func compactDateInAddress(_ url: String) -> DateValue? {
    let bytes = url.utf8.span
    var index = 0
    while index < min(bytes.count, 300) {
      let start = index
      while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
      if index - start == 8, let match = DateReader.first(in: bytes.extracting(start..<index)),
        case .date(let value) = match.outcome, (1990...2199).contains(value.year)
      {
        return value
      }
      if index == start { index += 1 }
    }
    return nil
  }

  /// The day in an address such as `/2024/03/04/bridge-closed`.
  private static func dateInAddress(_ url: String) -> DateValue? {
    let bytes = url.utf8.span
    for index in 0..<min(bytes.count, 300) where bytes[index] == UInt8(ascii: "/") {
      let rest = bytes.extracting(index + 1..<bytes.count)
      guard rest.count >= 8, rest[0].isASCIIDigit, rest[1].isASCIIDigit, rest[2].isASCIIDigit,
        rest[3].isASCIIDigit, let match = DateReader.first(in: rest), match.range.lowerBound == 0,
        case .date(let value) = match.outcome, value.day != nil, (1990...2199).contains(value.year)
      else { continue }
      var date = value
      date.time = nil
      return date
    }
    return nil
  }

  private static let publishedNames = [
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date", "parsely-pub-date",
    "publishdate", "pubdate", "publish-date", "publication_date", "article.published",
    "cxenseparse:recs:publishtime", "citation_publication_date", "citation_online_date",
    "dcterms.issued", "article:published",
  ]

  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dc.date.modified",
    "dcterms.modified", "lastmod", "article.updated",
  ]

  private func siteNames(_ metadata: Metadata) -> SiteNames {
    SiteNames(
      names: [
        metadata.site, linkedData.publisher, linkedData.referencedPublisher,
        properties["og:site_name"],
      ] + siteHeadings,
      urls: [metadata.url, canonical, properties["og:url"], linkedData.url])
  }

  /// The page's title, and the heading that it stands in.
  func title(besides known: Metadata) -> HTMLTitle.Choice? {
    let site = siteNames(known)
    var named: [(origin: String, text: String)] = []
    for (origin, text) in [
      ("json-ld", linkedData.headline), ("og:title", properties["og:title"]),
      ("microdata", microdata["headline"]), ("twitter:title", properties["twitter:title"]),
    ] {
      if let text { named.append((origin, text)) }
    }
    let confirming = properties.keys.sorted().filter {
      Self.titleNames.contains($0) || $0.hasSuffix(":headline")
    }
    let title = HTMLTitle(
      site: site, named: named, confirming: confirming.compactMap { properties[$0] },
      titleElement: pageTitle, headings: headings, headlines: headlines,
      alternatives: Self.headlines(in: linkedData.alternativeHeadline))
    let choice = title.choose()
    guard let choice, choice.origin == "title element" else { return choice }
    return title.heading(around: choice.text) ?? choice
  }

  /// The headlines that are given as one: `Topic | Title`.
  private static func headlines(in text: String?) -> [String] {
    text?.split(separator: " | ").map(String.init) ?? []
  }

  /// A better title than one that nothing on the page confirms: the heading that the article begins
  /// with.
  func title(confirming choice: HTMLTitle.Choice?, article: Int?) -> HTMLTitle.Choice? {
    guard let article else { return choice }
    let end = Int(tree.nodes[article].end)
    // A heading behind the article may be there for search engines alone.
    let isBehind = choice?.node.map { $0 >= end } ?? false
    guard isBehind || !(choice?.isConfirmed ?? false) else { return choice }
    let first = tree.descendants(of: article).first { index in
      tree.nodes[index].tag == .text
        && tree.nodes[Int(tree.nodes[index].parent)].tag != .a
        && tree.bytes[tree.textRange(of: index)].contains { !$0.isASCIIWhitespace }
    }
    guard let first,
      var heading = headings.first(where: { (article...first).contains($0.node) })
        ?? headline(around: first, in: article),
      Int(tree.nodes[heading.node].end) > first, Int(tree.nodes[heading.node].end) < end
    else { return choice }
    // A short one may be that of a box above the article.
    if heading.text.utf8.count < HTMLTitle.minimumHeading,
      let longer = longerHeading(behind: heading.node, in: article)
    {
      heading = longer
    }
    return HTMLTitle.Choice(
      text: heading.text, origin: heading.tag.rawValue, node: heading.node, isConfirmed: true)
  }

  /// A heading behind another one and above the first running text.
  private func longerHeading(behind short: Int, in article: Int) -> HTMLTitle.Heading? {
    let firstText = tree.descendants(of: article).first { index in
      tree.nodes[index].tag == .text && index > short
        && tree.textRange(of: index).count >= Self.runningText
        && tree.nodes[Int(tree.nodes[index].parent)].tag != .a
        && !tree.nodes[Int(tree.nodes[index].parent)].tag.isHeading
    }
    guard let firstText else { return nil }
    return headings.first {
      (short + 1..<firstText).contains($0.node)
        && $0.text.utf8.count >= HTMLTitle.minimumHeading
    }
  }

  /// In bytes; shorter texts may be labels.
  private static let runningText = 80

  /// The element around a text that is a heading of any level, or named as headline.
  private func headline(around text: Int, in article: Int) -> HTMLTitle.Heading? {
    var node = Int(tree.nodes[text].parent)
    while node > article {
      if tree.nodes[node].tag.isHeading || marks[node].isHeadline {
        return HTMLTitle.Heading(tree, marks, node)
      }
      node = Int(tree.nodes[node].parent)
    }
    return nil
  }

  /// Which comes first in dates in figures, by the language of the page.
  private var dateOrder: DateOrder? {
    for code in [language, properties["og:locale"], linkedData.language] {
      // A language without a country may be followed by one with it.
      if let order = code.flatMap(DateOrder.init(language:)) { return order }
    }
    return nil
  }

  /// The language that the page says it is in, as a lower-case code without a region.
  var declaredLanguage: String? {
    guard let code = (linkedData.language ?? language)?.lowercased() else { return nil }
    let primary = code.prefix { $0.isLetter }
    return (2...3).contains(primary.utf8.count) ? String(primary) : nil
  }
}
