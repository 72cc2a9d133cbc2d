import TextKit

/// Chooses a page's title among what its markup, its headings and its title element say.
///
/// A heading that one of the other sources gives too, letter for letter, is the title as printed.
/// Without one, the sources count in the order of their trust, each without the name of the site.
struct HTMLTitle {
  var site: SiteNames
  /// From JSON-LD, Open Graph and so on with what to call them, in the order of trust.
  var named: [(origin: String, text: String)]
  var titleElement: String?
  /// The headings of the page outside comments, menus and the like.
  var headings: [(tag: HTMLTag, text: String, node: Int)]

  struct Choice {
    var text: String
    var origin: String
    /// The heading that the title stands in.
    var node: Int?
  }

  /// A heading that gives a part of another source's title must give this much of it.
  private static let minimumPart = 8

  /// Shorter headings are often those of a section.
  private static let minimumHeading = 16

  func choose() -> Choice? {
    printed() ?? declared()
  }

  private func printed() -> Choice? {
    var sources = named.flatMap { [$0.text, withoutSite($0.text)] }.map(SiteNames.fold)
    var parts: [String] = []
    if let titleElement {
      sources.append(SiteNames.fold(titleElement))
      sources.append(SiteNames.fold(withoutSite(titleElement, cutsAtBars: true)))
      parts = self.parts(titleElement).map(SiteNames.fold)
    }
    sources.removeAll { $0.utf8.count < 4 }
    parts.removeAll { $0.utf8.count < 4 }
    let candidates = headings.filter { !site.isExactly($0.text) }.map {
      ($0, SiteNames.fold($0.text))
    }
    for level in [HTMLTag.h1, .h2, .h3] {
      for (heading, folded) in candidates where heading.tag == level && sources.contains(folded) {
        return Choice(text: heading.text, origin: level.rawValue, node: heading.node)
      }
    }
    // One part of the title element is the title, others name sections; the longest counts.
    let longest =
      named.map { SiteNames.fold(withoutSite($0.text)).utf8.count }.max()
      ?? parts.map(\.utf8.count).max() ?? 0
    for level in [HTMLTag.h1, .h2, .h3] {
      for (heading, folded) in candidates where heading.tag == level && parts.contains(folded) {
        if folded.utf8.count * 2 < longest { continue }
        return Choice(text: heading.text, origin: level.rawValue, node: heading.node)
      }
    }
    // A title may be cut, or longer than its heading.
    for (heading, folded) in candidates
    where heading.tag == .h1 && folded.utf8.count >= Self.minimumPart {
      let isPart = (sources + parts).contains { source in
        source.utf8.count >= Self.minimumPart
          && (source.hasPrefix(folded) || folded.hasPrefix(source) || source.hasSuffix(folded))
          && max(source.utf8.count, folded.utf8.count) <= 2
            * min(source.utf8.count, folded.utf8.count)
      }
      if isPart { return Choice(text: heading.text, origin: "h1", node: heading.node) }
    }
    // The only heading of the first level is the title as printed, unless it is the declared title
    // with something before it.
    let main = candidates.filter { $0.0.tag == .h1 }
    if main.count == 1, let (heading, folded) = main.first,
      folded.utf8.count >= Self.minimumHeading,
      !site.isSite(heading.text),
      !sources.contains(where: { $0.utf8.count >= Self.minimumPart && folded.hasSuffix($0) })
    {
      return Choice(text: heading.text, origin: "h1", node: heading.node)
    }
    return nil
  }

  private func declared() -> Choice? {
    for (origin, text) in named where !site.isExactly(text) {
      return Choice(text: withoutSite(text), origin: origin)
    }
    if let main = headings.first(where: { $0.tag == .h1 && !site.isSite($0.text) }) {
      return Choice(text: main.text, origin: "h1", node: main.node)
    }
    if titleElement.map(site.isExactly) ?? true,
      let first = headings.first(where: { !site.isSite($0.text) })
    {
      return Choice(text: first.text, origin: first.tag.rawValue, node: first.node)
    }
    guard let titleElement else { return nil }
    // Bars are not used inside titles, so that one part is the title and the others name sections.
    let rest = withoutSite(titleElement)
    let longest = bars(rest).max { $0.utf8.count < $1.utf8.count }
    return Choice(text: longest ?? rest, origin: "title element")
  }

  // MARK: Titles with the site's name

  private static let separators = [
    " | ", " - ", " – ", " — ", " :: ", " » ", " • ", " // ", " · ", ": ",
  ]

  /// A title without the name of the site before or behind a dash or bar. Bars are not used inside
  /// the titles of pages; what is behind one is the site, also by a name that is not known.
  private func withoutSite(_ title: String, cutsAtBars: Bool = false) -> String {
    var rest = title
    // Twice: `Ice | Traffic | Vale Courier`.
    for _ in 0..<2 {
      guard let place = Self.lastSeparator(in: rest) else { break }
      let head = String(rest[..<place.range.lowerBound]).trimmingSpaces()
      let tail = String(rest[place.range.upperBound...]).trimmingSpaces()
      guard !head.isEmpty else { break }
      let isBar = place.separator == " | " || place.separator == " :: " || place.separator == " » "
      guard site.isSite(tail) && !site.isExactly(head) || (cutsAtBars && isBar) else { break }
      rest = head
    }
    if let place = Self.firstSeparator(in: rest) {
      let head = String(rest[..<place.lowerBound]).trimmingSpaces()
      let tail = String(rest[place.upperBound...]).trimmingSpaces()
      if site.isExactly(head), tail.utf8.count >= 4 { rest = tail }
    }
    return rest
  }

  /// What stands before, behind and between the separators of a title.
  private func parts(_ title: String) -> [String] {
    var parts: [String] = []
    var rest = title
    while parts.count < 6, let place = Self.firstSeparator(in: rest) {
      let head = String(rest[..<place.lowerBound]).trimmingSpaces()
      let tail = String(rest[place.upperBound...]).trimmingSpaces()
      if !site.isSite(head) { parts.append(head) }
      rest = tail
    }
    if !site.isSite(rest) { parts.append(rest) }
    return parts
  }

  /// What stands between the bars of a title, if there are any.
  private func bars(_ title: String) -> [String] {
    var parts: [String] = []
    var rest = title
    while parts.count < 6,
      let place = [" | ", " :: ", " » "].compactMap({ Self.places(of: $0, in: rest).first })
        .min(by: { $0.lowerBound < $1.lowerBound })
    {
      parts.append(String(rest[..<place.lowerBound]).trimmingSpaces())
      rest = String(rest[place.upperBound...]).trimmingSpaces()
    }
    return parts.isEmpty ? [] : parts + [rest]
  }

  private static func lastSeparator(in text: String) -> (
    separator: String, range: Range<String.Index>
  )? {
    var best: (separator: String, range: Range<String.Index>)?
    for separator in separators where separator != ": " {
      let found = places(of: separator, in: text).last
      if let found, best.map({ $0.range.lowerBound < found.lowerBound }) ?? true {
        best = (separator, found)
      }
    }
    return best
  }

  private static func firstSeparator(in text: String) -> Range<String.Index>? {
    separators.compactMap { places(of: $0, in: text).first }.min { $0.lowerBound < $1.lowerBound }
  }

  private static func places(of part: String, in text: String) -> [Range<String.Index>] {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    guard bytes.count > wanted.count, bytes.count <= 2000 else { return [] }
    var places: [Range<String.Index>] = []
    for start in 0...bytes.count - wanted.count
    where bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      let lower = text.utf8.index(text.startIndex, offsetBy: start)
      places.append(lower..<text.utf8.index(lower, offsetBy: wanted.count))
    }
    return places
  }
}
