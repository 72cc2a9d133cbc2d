import StageKit
import TextKit

/// Chooses a page's title among what its markup, its headings and its title element say.
///
/// A heading that one of the other sources gives too, letter for letter, is the title as printed.
/// Without one, the sources count in the order of their trust, each without the name of the site.
struct HTMLTitle {
  var site: SiteNames
  /// From JSON-LD, Open Graph and so on with what to call them, in the order of trust.
  var named: [(origin: String, text: String)]
  /// What else the markup says of the title: it may be a headline for other places, so that it counts
  /// only where a heading has it, too.
  var confirming: [String] = []
  var titleElement: String?
  /// The headings of the page outside comments, menus and the like.
  var headings: [Heading]
  /// Other elements that say to be the headline.
  var headlines: [Heading] = []
  /// What the article's own data give as another headline, or as several.
  var alternatives: [String] = []

  struct Choice {
    var text: String
    var origin: String
    /// The heading that the title stands in.
    var node: Int?
    /// Whether a heading and another source agree, or the markup names it as the title.
    var isConfirmed = true
  }

  /// A heading of the page.
  struct Heading {
    var tag: HTMLTag
    /// Without what stands in it beside the headline, as far as elements name it so.
    var text: String
    var node: Int
    /// What its elements and lines hold, where there are several.
    var pieces: [String] = []
    /// Whether it says to be the headline.
    var isHeadline = false
    /// Whether it says to be where in the site the page stands.
    var isPath = false
    /// Whether it stands in what says so.
    var standsInPath = false
    /// Whether it stands in what hands the page on.
    var isForSharing = false

    /// Longer ones are not headings.
    private static let maximumBytes = 400
    private static let maximumPieces = 6
  }

  /// A heading that gives a part of another source's title must give this much of it.
  private static let minimumPart = 8

  /// Shorter headings are often those of a section.
  static let minimumHeading = 16

  func choose() -> Choice? {
    let headline = named.first { $0.origin == "json-ld" }.map { SiteNames.fold($0.text) }
    if let headline, let other = otherHeading(than: headline) { return other }
    // What repeats a title for another purpose counts only where no other heading has it, unless the
    // article's own data have it from there.
    let isPrinted = headings.map { heading in
      !heading.isForSharing && !heading.isPath
        && (!heading.standsInPath || SiteNames.fold(heading.text) == headline)
    }
    let choice =
      printed(zip(headings, isPrinted).filter(\.1).map(\.0))
      ?? printed(zip(headings, isPrinted).filter { !$0.1 }.map(\.0)) ?? declared()
    return choice.flatMap { inFull($0.text) } ?? choice
  }

  /// The element that says to be the headline and goes on behind a dash where the title ends:
  /// `<p class="headline">`.
  private func inFull(_ title: String) -> Choice? {
    // What the title element has between bars is the site or a section.
    let others = titleElement.map(bars) ?? []
    for headline in headlines where headline.text.utf8.count <= 3 * title.utf8.count {
      let text = withoutSite(headline.text)
      for separator in Self.separators where text.hasPrefix(title + separator) {
        let rest = String(text.dropFirst((title + separator).count)).trimmingSpaces()
        if !others.contains(rest) { return Choice(headline, text) }
      }
    }
    return nil
  }

  /// The heading that the article's own data give as another headline, where the first one is printed only
  /// in the path through the site.
  private func otherHeading(than headline: String) -> Choice? {
    let others = alternatives.map(SiteNames.fold).filter { $0.utf8.count >= Self.minimumHeading }
    guard !others.isEmpty else { return nil }
    let outside = headings.filter { !$0.standsInPath && !$0.isPath && !$0.isForSharing }
    guard !outside.contains(where: { SiteNames.fold($0.text) == headline }),
      headings.contains(where: { SiteNames.fold($0.text) == headline }),
      // `Topic | Title`: the last one is the headline itself.
      let heading = others.reversed().lazy.compactMap({ other in
        outside.first { SiteNames.fold($0.text) == other }
      }).first
    else { return nil }
    return Choice(heading, heading.text)
  }

  /// The heading that holds a title of which no heading is sure, and a few words more.
  func heading(around title: String) -> Choice? {
    let wanted = SiteNames.fold(title)
    guard wanted.utf8.count >= Self.minimumHeading else { return nil }
    for heading in headings where heading.tag == .h1 || heading.tag == .h2 {
      let folded = SiteNames.fold(heading.text)
      if folded.contains(wanted), folded.utf8.count <= 3 * wanted.utf8.count {
        return Choice(heading, heading.text)
      }
    }
    return nil
  }

  /// The title as a heading prints it.
  private func printed(_ headings: [Heading]) -> Choice? {
    var sources = (named.map(\.text) + confirming).flatMap { [$0, withoutSite($0)] }
      .map(SiteNames.fold)
    var parts: [String] = []
    if let titleElement {
      sources.append(SiteNames.fold(titleElement))
      sources.append(SiteNames.fold(withoutSite(titleElement, cutsAtBars: true)))
      parts = self.parts(titleElement).map(SiteNames.fold)
    }
    sources.removeAll { $0.utf8.count < 4 }
    parts.removeAll { $0.utf8.count < 4 }
    let candidates = headings.filter { !site.isExactly($0.text) }.map {
      (heading: $0, folded: SiteNames.fold($0.text))
    }
    for level in [HTMLTag.h1, .h2, .h3] {
      for (heading, folded) in candidates where heading.tag == level {
        if sources.contains(folded) { return Choice(heading, asGiven(heading, folded, candidates)) }
        if let piece = piece(of: heading, in: sources) { return Choice(heading, piece) }
      }
    }
    let main = candidates.filter { $0.heading.tag == .h1 }
    let first = main.isEmpty ? candidates.filter { $0.heading.tag == .h2 } : main
    if let marked = only(first.filter { $0.heading.isHeadline }),
      marked.folded.utf8.count >= Self.minimumPart
    {
      return Choice(marked.heading, marked.heading.text)
    }
    // One part of the title element is the title, others name sections: the first or a long one.
    let longest =
      named.map { SiteNames.fold(withoutSite($0.text)).utf8.count }.max()
      ?? parts.map(\.utf8.count).max() ?? 0
    func isLongPart(_ folded: String) -> Bool {
      parts.contains(folded) && (folded == parts.first || folded.utf8.count * 2 >= longest)
    }
    if let found = main.first(where: { isLongPart($0.folded) }) {
      return Choice(found.heading, found.heading.text)
    }
    // A title may be cut, or longer than its heading.
    for (heading, folded) in main
    where folded.utf8.count >= Self.minimumPart && !parts.contains(folded) {
      let isPart = (sources + parts).contains { source in
        source.utf8.count >= Self.minimumPart
          && (source.hasPrefix(folded) || folded.hasPrefix(source) || source.hasSuffix(folded))
          && max(source.utf8.count, folded.utf8.count) <= 2
            * min(source.utf8.count, folded.utf8.count)
      }
      if isPart { return Choice(heading, heading.text) }
    }
    // What a title begins with, up to a dash, may be all that is printed of it.
    for (heading, folded) in candidates
    where heading.tag == .h2 && folded.utf8.count >= Self.minimumHeading && !parts.contains(folded)
    {
      let isBeginning = named.contains { source in
        Self.separators.contains { source.text.hasPrefix(heading.text + $0) }
      }
      if isBeginning { return Choice(heading, heading.text) }
    }
    // The only heading of the first level is the title as printed, unless it is the declared title
    // with something before it.
    if let (heading, folded) = only(main), folded.utf8.count >= Self.minimumHeading,
      !site.isMostly(heading.text),
      !sources.contains(where: { $0.utf8.count >= Self.minimumPart && folded.hasSuffix($0) })
    {
      return Choice(heading, heading.text)
    }
    for level in [HTMLTag.h2, .h3] {
      for (heading, folded) in candidates where heading.tag == level && isLongPart(folded) {
        return Choice(heading, heading.text)
      }
    }
    return nil
  }

  /// The text of a heading; of another one with the same words that has the letters as other sources
  /// give them, if there is one: the first may be set in capitals.
  private func asGiven(
    _ heading: Heading, _ folded: String, _ candidates: [(heading: Heading, folded: String)]
  ) -> String {
    let given = named.map(\.text) + [titleElement].compactMap { $0 }
    func isGiven(_ text: String) -> Bool { given.contains { $0.contains(text) } }
    if isGiven(heading.text) { return heading.text }
    return candidates.first { $0.folded == folded && isGiven($0.heading.text) }?.heading.text
      ?? heading.text
  }

  /// The one candidate, though a page may print it several times.
  private func only(
    _ candidates: [(heading: Heading, folded: String)]
  ) -> (heading: Heading, folded: String)? {
    guard let first = candidates.first, candidates.allSatisfy({ $0.folded == first.folded }) else {
      return nil
    }
    return first
  }

  /// Some pieces of a heading in a row that are what another source gives as the title: the others
  /// are a section or a second line.
  private func piece(of heading: Heading, in sources: [String]) -> String? {
    let pieces = heading.pieces
    guard pieces.count > 1 else { return nil }
    for count in (1..<pieces.count).reversed() {
      for start in 0...pieces.count - count {
        let text = pieces[start..<start + count].joined(separator: " ")
        let folded = SiteNames.fold(text)
        if folded.utf8.count >= Self.minimumPart, sources.contains(folded) { return text }
      }
    }
    return nil
  }

  private func declared() -> Choice? {
    for (origin, text) in named where !site.isExactly(text) {
      return Choice(text: withoutSite(text), origin: origin)
    }
    if let main = headings.first(where: { $0.tag == .h1 && !site.isSite($0.text) }) {
      return Choice(main, main.text, isConfirmed: main.text.utf8.count >= Self.minimumHeading)
    }
    if titleElement.map(site.isExactly) ?? true,
      let first = headings.first(where: { !site.isSite($0.text) })
    {
      return Choice(first, first.text)
    }
    guard let titleElement else { return nil }
    // Bars are not used inside titles, so that one part is the title and the others name sections.
    let rest = withoutSite(titleElement)
    let parts = bars(rest)
    let longest = parts.filter { !site.isExactly($0) && !isAddress($0) }
      .max { $0.utf8.count < $1.utf8.count }
    // What ends in a separator was meant to hold more; a short part may name a section.
    let isConfirmed =
      !Self.separators.contains {
        titleElement.hasSuffix(String($0.dropLast())) && $0.count == 3
      } && (parts.isEmpty || longest.map { $0.utf8.count >= Self.minimumHeading } ?? false)
    return Choice(
      text: longest ?? rest, origin: "title element", isConfirmed: isConfirmed)
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

  /// Whether a part of a title is the address of a site: `vale-courier.example`.
  private func isAddress(_ part: String) -> Bool {
    !part.contains(" ") && part.split(separator: ".").count > 1 && part.last != "."
      && part.utf8.allSatisfy { $0.isASCIILowercase || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x2E }
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

extension HTMLTitle.Choice {
  fileprivate init(_ heading: HTMLTitle.Heading, _ text: String, isConfirmed: Bool = true) {
    self.init(
      text: HTMLTitle.withoutMarks(text), origin: heading.tag.rawValue, node: heading.node,
      isConfirmed: isConfirmed)
  }
}

extension HTMLTitle {
  /// Without arrows, bars and dashes around it.
  static func withoutMarks(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, "[>»›|•·–—-: ".contains(first) {
      if first == "[", rest.contains("]") { break }
      rest.removeFirst()
    }
    while let last = rest.last, "«‹<|•·–—: ".contains(last) { rest.removeLast() }
    return rest.isEmpty ? text : String(rest)
  }
}

extension HTMLTitle.Heading {
  /// `nil` for an empty heading, or one too long to be one.
  init?(_ tree: HTMLTree, _ marks: [HTMLMarks], _ index: Int) {
    guard var text = tree.text(of: index, limit: Self.maximumBytes), !text.isEmpty else {
      return nil
    }
    var pieces: [String] = []
    var left = BlockList()
    var index = index
    let heading = index
    let end = Int(tree.nodes[heading].end)
    var list = BlockList()
    // Elements and line breaks divide pieces.
    while index < end {
      let node = tree.nodes[index]
      if index > heading,
        marks[index].isBesideHeadline || node.tag.isCode || tree.isStruck(index)
      {
        list.close(.body)
        index = Int(node.end)
        left.appendSpace()
        continue
      }
      if node.tag == .text {
        let bytes = tree.bytes.span.extracting(tree.textRange(of: index))
        list.append(bytes)
        left.append(bytes)
      } else {
        list.close(.body)
        if node.tag == .br || node.tag.isBlock { left.appendSpace() }
      }
      if Int(tree.nodes[Int(max(node.parent, 0))].end) == index + 1 { list.close(.body) }
      index += 1
    }
    list.close(.body)
    left.close(.body)
    if list.blocks.count <= Self.maximumPieces { pieces = list.blocks.map(list.text) }
    if let block = left.blocks.first { text = left.text(block) }
    let isNamed =
      marks[heading].isHeadline && !marks[heading].isBesideHeadline
      && !marks[heading].isPartHeadline
    self.init(
      tag: tree.nodes[heading].tag, text: text, node: heading, pieces: pieces,
      isHeadline: isNamed || tree.attribute(.itemprop, of: heading) == "headline",
      isPath: marks[heading].kinds & HTMLClassWords.pathKinds != 0)
  }
}
