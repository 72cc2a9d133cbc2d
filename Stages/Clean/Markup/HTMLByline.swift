import StageKit
import TextKit

/// Finds the authors and the date that a page shows to its readers, where its markup does not say
/// them for programs.
///
/// What counts is how plainly an element says what it is (`rel=author` before a class name before
/// the words `By …`), then how near it stands to the title. Comments, menus and lists of other
/// articles have authors and dates of their own and are passed over.
struct HTMLByline {
  private let tree: HTMLTree
  private let marks: [HTMLMarks]
  /// The elements and texts that may belong to the article, up to its end.
  private let places: [Int]
  /// Where the title stands, or the body begins.
  private let anchor: Int
  private let article: Int
  /// The language that the page says it is in.
  private let language: String?
  private let order: DateOrder?

  /// Bylines and dates are shorter than this.
  private static let maximumBytes = 120
  /// Nor do they have more elements and texts.
  private static let maximumNodes = 80
  /// What stands before the title is further away than it looks, because what follows it is usual.
  private static let costBefore = 3

  init(
    _ tree: HTMLTree, _ marks: [HTMLMarks], article: Int, title: Int?, language: String?,
    order: DateOrder?
  ) {
    self.tree = tree
    self.language = language
    self.order = order
    self.marks = marks
    self.article = article
    anchor = title ?? article
    // A byline may stand a little below the body.
    let end = min(tree.nodes.count, max(Int(tree.nodes[article].end), anchor) + 100)
    var places: [Int] = []
    var index = 0
    while index < end {
      let node = tree.nodes[index]
      let isAround = index <= anchor && anchor < Int(node.end)
      let isSkipped =
        node.tag.isCode || node.tag == .head || node.tag == .nav || node.tag == .select
        || node.tag == .textarea || node.tag == .blockquote || marks[index].isForeign
        || Self.isHidden(tree, index)
      if isSkipped && !isAround {
        index = max(Int(node.end), index + 1)
      } else {
        places.append(index)
        index += 1
      }
    }
    self.places = places
  }

  private static func isHidden(_ tree: HTMLTree, _ index: Int) -> Bool {
    tree.attributeRange(.hidden, of: index) != nil
  }

  /// A line that only looks like a byline or a date must stand near.
  private static let maximumDistance = 600

  private func distance(_ index: Int) -> Int {
    index >= anchor ? index - anchor : (anchor - index) * Self.costBefore
  }

  // MARK: Authors

  func authors(besides site: SiteNames) -> (names: [String], origin: String)? {
    let plain: [(String, (Int) -> Bool)] = [
      ("microdata author", isMicrodataAuthor), ("rel=author", isAuthorLink),
      ("author element", { marks[$0].isAuthor }),
    ]
    if let found = first(of: plain, site, within: .max) { return found }
    if let names = labelledNames(site) { return (names, "byline") }
    if let names = datedName(site) { return (names, "name beside the date") }
    if let name = nameWithRole(site) { return ([name], "name beside the role") }
    let links: [(String, (Int) -> Bool)] = [
      ("link to author", { isLink($0, to: Self.authorFolders) }),
      ("link to user", { isLink($0, to: Self.userFolders) }),
    ]
    return first(of: links, site, within: Self.maximumDistance)
  }

  private func first(
    of kinds: [(String, (Int) -> Bool)], _ site: SiteNames, within limit: Int
  ) -> (names: [String], origin: String)? {
    for (origin, isCandidate) in kinds {
      let candidates = places.filter {
        tree.nodes[$0].tag != .text && distance($0) < limit && isCandidate($0)
      }
      if let names = nearest(candidates, site) { return (names, origin) }
    }
    return nil
  }

  private func isMicrodataAuthor(_ index: Int) -> Bool {
    tree.attribute(.itemprop, of: index).map { value in
      value.split(separator: " ").contains { $0 == "author" || $0 == "creator" }
    } ?? false
  }

  private func isAuthorLink(_ index: Int) -> Bool {
    tree.attribute(.rel, of: index)?.split(separator: " ").contains("author") ?? false
  }

  private static let authorFolders: [StaticString] = [
    "/author", "/autor", "/profile/", "/people/", "/staff/", "/columnist", "/contributor",
  ]
  private static let userFolders: [StaticString] = ["/user/", "/users/", "/member/", "/members/"]

  private func isLink(_ index: Int, to folders: [StaticString]) -> Bool {
    guard tree.nodes[index].tag == .a, let range = tree.attributeRange(.href, of: index) else {
      return false
    }
    let href = tree.bytes.span.extracting(range)
    for place in 0..<min(href.count, 200) where href[place] == UInt8(ascii: "/") {
      for folder in folders where href.matches(folder, at: place) { return true }
    }
    return false
  }

  /// The names of the candidate next to the title, and of those beside it in the same place.
  private func nearest(_ candidates: [Int], _ site: SiteNames) -> [String]? {
    var best: (distance: Int, index: Int, names: [String])?
    var read: [(index: Int, names: [String])] = []
    for index in candidates.prefix(64) {
      let names = names(of: index).filter { !site.isExactly($0) }
      guard !names.isEmpty else { continue }
      read.append((index, names))
      if distance(index) < best?.distance ?? .max { best = (distance(index), index, names) }
    }
    guard let best else { return nil }
    var names = best.names
    // Several authors are several elements in a row.
    var last = best.index
    for (index, more) in read where index > last && index - Int(tree.nodes[last].end) <= 8 {
      for name in more where !names.contains(name) { names.append(name) }
      last = index
    }
    return names
  }

  private func names(of index: Int) -> [String] {
    if let content = tree.attribute(.content, of: index), tree.nodes[index].tag == .meta {
      return AuthorNames.read(content)
    }
    for inner in tree.descendants(of: index).prefix(40)
    where tree.attribute(.itemprop, of: inner) == "name" {
      let value =
        tree.attribute(.content, of: inner) ?? line(from: inner, to: Int(tree.nodes[inner].end))
      return AuthorNames.read(value ?? "")
    }
    guard let text = line(from: index, to: Int(tree.nodes[index].end)).map(Self.withoutDate) else {
      return []
    }
    var names = namesBehindForeignLabel(text) ?? AuthorNames.read(text)
    if names.isEmpty { names = linkedNames(in: index) }
    // What says only by its class or address that it names someone must be written as a name.
    return isAuthorLink(index) || isMicrodataAuthor(index) || isOneWordLink(index, text)
      ? names : names.filter(AuthorNames.isWrittenAsName)
  }

  /// The names that are links of their own in an element that says more than names.
  private func linkedNames(in element: Int) -> [String] {
    var names: [String] = []
    for index in tree.descendants(of: element).prefix(Self.maximumNodes)
    where tree.nodes[index].tag == .a {
      let text = tree.text(of: index, limit: Self.maximumBytes)?.trimmingSpaces() ?? ""
      for name in AuthorNames.read(text)
      where AuthorNames.isWrittenAsName(name) && !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  /// The names behind a label that is one in the page's language alone.
  private func namesBehindForeignLabel(_ text: String) -> [String]? {
    let bytes = text.utf8.span
    guard BylineLabels.first(in: bytes) == nil,
      let label = BylineLabels.first(in: bytes, language: language)
    else { return nil }
    // Its block may end before the names.
    let rest = bytes.string(ByteRange(label.end, bytes.count)).trimming { " |:".contains($0) }
    let names = AuthorNames.read(rest)
    return names.isEmpty ? nil : names
  }

  /// A line with a bar for the date in it: months are written as names are.
  private static func withoutDate(_ line: String) -> String {
    let bytes = line.utf8.span
    guard let match = DateReader.first(in: bytes), case .date(let value) = match.outcome,
      value.day != nil
    else { return line }
    let parts = [
      bytes.string(ByteRange(0, match.range.lowerBound)),
      bytes.string(ByteRange(match.range.upperBound, bytes.count)),
    ]
    return parts.map { part in part.trimming { " ,;".contains($0) } }.joined(separator: " | ")
  }

  /// Whether this is a link of one word, such as the name that a user goes by.
  private func isOneWordLink(_ index: Int, _ text: String) -> Bool {
    !text.contains(" ")
      && (tree.nodes[index].tag == .a
        || tree.descendants(of: index).prefix(3).contains { tree.nodes[$0].tag == .a })
  }

  /// The names of the short paragraph nearest to the title that begins as bylines do.
  private func labelledNames(_ site: SiteNames) -> [String]? {
    var best: (distance: Int, names: [String])?
    for index in places where tree.nodes[index].tag == .text {
      let text = tree.bytes.span.extracting(tree.textRange(of: index))
      guard distance(index) < best?.distance ?? Self.maximumDistance, let label = label(in: text),
        let block = block(of: index)
      else { continue }
      if case .name(let name) = label {
        best = (distance(index), [name])
        continue
      }
      let line = line(from: block, to: Int(tree.nodes[block].end)) ?? ""
      var names: [String] = []
      if case .behindDate(let start) = label {
        names = Byline.names(text.string(ByteRange(start, text.count)).trimmingSpaces()) ?? []
      } else {
        names = namesBehindLabel(Self.withoutDate(line))
        if names.isEmpty {
          // The byline may stand behind a date in the same line, or its label in a block of its own.
          let isLabelAlone = line.utf8.count <= Self.maximumLabel
          let end = Int(tree.nodes[block].end) + (isLabelAlone ? Self.nodesBehindLabel : 0)
          names = AuthorNames.read(
            Self.withoutDate(beginning(from: index, to: min(end, tree.nodes.count))))
        }
      }
      // One word is a name only where nothing else stands beside it, or the label leaves no doubt.
      let isClear =
        line.utf8.count > Self.maximumLabel && line.utf8.count <= Self.maximumOneName
        || label.isCertain
      names = names.filter {
        !site.isOrganisation($0)
          && (AuthorNames.isWrittenAsName($0)
            || isClear && !$0.contains(" ")
              && ($0.first?.isUppercase == true || label.isCertain && isLink($0, in: block)))
      }
      if !names.isEmpty { best = (distance(index), names) }
    }
    return best?.names
  }

  private func namesBehindLabel(_ line: String) -> [String] {
    let text = line.utf8.span
    let start = Self.startOfWords(text)
    guard
      let label = BylineLabels.first(
        in: text.extracting(start..<text.count), language: language)
    else { return [] }
    var end = start + label.end
    if end < text.count, text[end] == UInt8(ascii: ":") { end += 1 }
    return Byline.names(text.string(ByteRange(end, text.count)).trimmingSpaces()) ?? []
  }

  /// Whether a word is all that a link says.
  private func isLink(_ word: String, in element: Int) -> Bool {
    tree.descendants(of: element).prefix(Self.maximumNodes).contains { index in
      tree.nodes[index].tag == .a
        && tree.text(of: index, limit: Self.maximumBytes)?.trimmingSpaces() == word
    }
  }

  private static let maximumOneName = 30
  /// `Written by:`
  private static let maximumLabel = 16
  private static let nodesBehindLabel = 8

  /// The text of some nodes up to where a line or a block ends.
  private func beginning(from start: Int, to end: Int) -> String {
    var list = BlockList()
    for node in (start..<end).prefix(Self.maximumNodes)
    where list.openCount <= Self.maximumBytes {
      switch tree.nodes[node].tag {
      case .text: appendWords(of: node, to: &list)
      case let tag where tag.isBlock || tag == .br:
        // The label may stand in a block of its own.
        let text = String(decoding: list.bytes, as: UTF8.self)
        if AuthorNames.read(text).isEmpty { list.appendSpace() } else { list.close(.body) }
      default: list.appendSpace()
      }
      if !list.blocks.isEmpty { break }
    }
    list.close(.body)
    return list.blocks.first.map(list.text) ?? ""
  }

  /// The text of some nodes, divided by bars where lines or blocks end; `nil` if there is none or
  /// more than a byline has. What stands in elements of its own may be apart by style alone.
  private func line(from start: Int, to end: Int) -> String? {
    guard end - start <= Self.maximumNodes else { return nil }
    var list = BlockList()
    for node in start..<end {
      guard list.openCount <= Self.maximumBytes else { return nil }
      switch tree.nodes[node].tag {
      case .text: appendWords(of: node, to: &list)
      case let tag where tag.isBlock || tag == .br:
        if list.openCount > 0, node > start { list.append(" | ".utf8.span) }
      default: list.appendSpace()
      }
    }
    list.close(.body)
    return list.blocks.first.map(list.text)
  }

  /// Adds a text with its no-break spaces as spaces and without its soft hyphens.
  private func appendWords(of node: Int, to list: inout BlockList) {
    appendWords(tree.bytes.span.extracting(tree.textRange(of: node)), to: &list)
  }

  private func appendWords(_ text: Span<UInt8>, to list: inout BlockList) {
    var start = 0
    while let mark = text.firstOffset(of: 0xC2, in: start..<text.count) {
      let isSpace = text.matches("\u{A0}", at: mark)
      guard isSpace || text.matches("\u{AD}", at: mark) else {
        list.append(text.extracting(start..<mark + 1))
        start = mark + 1
        continue
      }
      list.append(text.extracting(start..<mark))
      if isSpace { list.appendSpace() }
      start = mark + 2
    }
    list.append(text.extracting(start..<text.count))
  }

  private enum Label {
    case short
    case certain
    /// `Port Vale, 4 March 2024. By Ann Bell`: where the names begin.
    case behindDate(Int)
    /// A name in letters that are written without spaces, behind its label.
    case name(String)

    var isCertain: Bool { if case .certain = self { true } else { false } }
  }

  /// What announces authors in a text, if anything: at its start, or behind a date.
  private func label(in text: Span<UInt8>) -> Label? {
    let start = Self.startOfWords(text)
    guard start < text.count else { return nil }
    let rest = text.extracting(start..<text.count)
    if let name = Self.unspacedName(in: rest) { return .name(name) }
    if let label = BylineLabels.first(in: rest, language: language) {
      return label.kind == .certain ? .certain : .short
    }
    guard rest.count <= Self.maximumBytes, rest.indices.contains(where: { rest[$0].isASCIIDigit }),
      let match = DateReader.first(in: rest)
    else { return nil }
    var end = match.range.upperBound
    while end < rest.count, ".,;|".utf8.contains(rest[end]) || rest[end].isASCIIWhitespace {
      end += 1
    }
    end += Self.startOfWords(rest.extracting(end..<rest.count))
    let behind = rest.extracting(end..<rest.count)
    return BylineLabels.first(in: behind, language: language).map {
      .behindDate(start + end + $0.end)
    }
  }

  private static let unspacedLabels: [StaticString] = [
    "作者：", "作者:", "作者/", "作者｜", "文/", "文／", "文｜", "文丨", "文・", "文＝", "撰文：", "撰文/",
    "记者：", "記者：", "执笔：", "執筆：", "著者：",
  ]

  /// The name behind such a label in a short text, up to the next mark.
  private static func unspacedName(in text: Span<UInt8>) -> String? {
    // Nothing of this begins with smaller bytes.
    guard text.count <= 200, text.indices.contains(where: { text[$0] >= 0xE3 }) else { return nil }
    for index in text.indices where text[index] >= 0xE3 {
      for label in unspacedLabels where text.matches(label, at: index) {
        let start = index + label.utf8CodeUnitCount
        let rest = text.string(ByteRange(start, text.count)).unicodeScalars.drop {
          $0.properties.isWhitespace
        }
        let name = String(String.UnicodeScalarView(rest.prefix { $0.properties.isAlphabetic }))
        return AuthorNames.isUnspacedName(name) ? name : nil
      }
    }
    return nil
  }

  /// Behind white space, dashes and bars.
  private static func startOfWords(_ text: Span<UInt8>) -> Int {
    var index = 0
    while index < min(text.count, 200) {
      switch text[index] {
      case UInt8(ascii: "-"), UInt8(ascii: "|"), 0x20, 0x09...0x0D: index += 1
      case 0xC2 where text.matches("\u{A0}", at: index) || text.matches("·", at: index): index += 2
      case 0xE2
      where text.matches("–", at: index) || text.matches("—", at: index)
        || text.matches("•", at: index):
        index += 3
      default: return index
      }
    }
    return index
  }

  /// A name beside nothing but a date, in a line near the title: `4 March 2024 - Ann Bell`.
  private func datedName(_ site: SiteNames) -> [String]? {
    for index in places
    where tree.nodes[index].tag == .text && index >= anchor
      && distance(index) < Self.maximumDatedDistance
    {
      let text = tree.bytes.span.extracting(tree.textRange(of: index))
      guard text.count <= Self.maximumBytes, let block = block(of: index), block > anchor,
        let line = line(from: block, to: Int(tree.nodes[block].end)), line.utf8.count <= 80,
        let match = DateReader.first(in: line.utf8.span), case .date(let value) = match.outcome,
        value.day != nil
      else { continue }
      let bytes = line.utf8.span
      let around = [
        bytes.string(ByteRange(0, match.range.lowerBound)).trimmingSpaces(),
        bytes.string(ByteRange(match.range.upperBound, bytes.count)),
      ]
      // What ends in a colon says what the date is.
      if around[0].hasSuffix(":") || around[0].hasSuffix("：") { continue }
      let parts = around.map { $0.trimming { " |-–—·•,/:".contains($0) } }.filter { !$0.isEmpty }
      guard parts.count == 1, case let names = AuthorNames.read(parts[0]), let name = names.first,
        names == parts || BylineLabels.first(in: parts[0].utf8.span, language: language) != nil,
        names.allSatisfy(AuthorNames.isWrittenAsName),
        (2...3).contains(name.split(separator: " ").count), !site.isSite(name)
      else { continue }
      return names
    }
    return nil
  }

  private static let maximumDatedDistance = 40

  /// The name of `Ann Bell, Staff Writer` in a line of its own near the title.
  private func nameWithRole(_ site: SiteNames) -> String? {
    for index in places
    where tree.nodes[index].tag == .text && index > anchor
      && distance(index) < Self.maximumDatedDistance
    {
      guard tree.textRange(of: index).count <= Self.maximumBytes, let block = block(of: index),
        block > anchor, let line = line(from: block, to: Int(tree.nodes[block].end)),
        let name = Byline.withRole(line.utf8.span), !site.isSite(name)
      else { continue }
      return name
    }
    return nil
  }

  /// The news agencies that a line of their own below the title names.
  func agencies() -> [String]? {
    for index in places
    where tree.nodes[index].tag == .text && index > anchor
      && distance(index) < Self.maximumDatedDistance
    {
      let text = tree.bytes.span.extracting(tree.textRange(of: index))
      guard text.count <= Self.maximumBytes, let block = block(of: index), block > anchor,
        let line = line(from: block, to: Int(tree.nodes[block].end))
      else { continue }
      let names = NewsAgencies.read(line)
      if !names.isEmpty { return names }
    }
    return creditedAgencies()
  }

  /// Whom brackets credit at the end of one of the last paragraphs: `(dpa)`, `(VC mit dpa)`.
  private func creditedAgencies() -> [String]? {
    for index in lastTexts().prefix(Self.lastParagraphs) {
      let text = String(decoding: tree.bytes[tree.textRange(of: index)], as: UTF8.self)
        .trimmingSpaces()
      guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
        continue
      }
      let credit = String(text[text.index(after: open)...].dropLast())
      guard credit.utf8.count <= Self.longestCredit else { continue }
      let names = AuthorNames.read(credit)
      // Beside an agency stands the sign of a writer or of a medium.
      if names.contains(where: NewsAgencies.contains),
        names.allSatisfy({ NewsAgencies.contains($0) || $0.utf8.count <= Self.longestSign })
      {
        return names
      }
    }
    return nil
  }

  private static let lastParagraphs = 3
  /// In bytes.
  private static let longestCredit = 24
  private static let longestSign = 4

  /// The texts of the article from its end on that are not white space.
  private func lastTexts() -> some Sequence<Int> {
    places.reversed().lazy.filter { index in
      index > article && index < Int(tree.nodes[article].end) && tree.nodes[index].tag == .text
        && tree.bytes[tree.textRange(of: index)].contains { !$0.isASCIIWhitespace }
    }
  }

  /// The name that alone makes up the article's last paragraph, set apart by its letters.
  func signature() -> String? {
    guard let index = lastTexts().first(where: { _ in true }), let block = block(of: index),
      block > article, let line = line(from: block, to: Int(tree.nodes[block].end))
    else { return nil }
    switch tree.nodes[Int(tree.nodes[index].parent)].tag {
    case .strong, .b, .em, .i: break
    default: return nil
    }
    guard (2...3).contains(line.split(separator: " ").count), AuthorNames.read(line) == [line],
      AuthorNames.isWrittenAsName(line)
    else { return nil }
    return line
  }

  /// The block element around a text.
  private func block(of index: Int) -> Int? {
    var node = Int(tree.nodes[index].parent)
    while node >= 0, !tree.nodes[node].tag.isBlock { node = Int(tree.nodes[node].parent) }
    return node >= 0 ? node : nil
  }

  // MARK: Dates

  /// The date of publication that the page shows: in an element that says to hold one, or in a line
  /// that holds nothing but a date and its label.
  func date() -> (outcome: DateReader.Outcome, origin: String)? {
    var best: (cost: Int, outcome: DateReader.Outcome, origin: String)?
    func offer(_ cost: Int, _ outcome: DateReader.Outcome?, _ origin: String) {
      guard cost < best?.cost ?? .max, let outcome = outcome?.resolved(by: order),
        case .date(let value) = outcome, value.day != nil, value.year >= 1980
      else { return }
      best = (cost, outcome, origin)
    }
    for index in places {
      let node = tree.nodes[index]
      if node.tag == .time {
        if isUpdate(index) { continue }
        let value = tree.attribute(.datetime, of: index) ?? tree.text(of: index, limit: 80)
        offer(distance(index), Self.stated(value ?? ""), "time element")
      } else if node.tag != .text, marks[index].isDate {
        if let title = tree.attribute(.title, of: index), title.utf8.count < 80 {
          offer(distance(index), Self.stated(title), "date element")
        }
        guard let text = line(from: index, to: Int(node.end)) else { continue }
        if let exact = exactDate(in: index), exact.hasTime || DateReader.date(text)?.time == nil {
          offer(distance(index), Self.stated(exact.text), "date element")
        } else {
          offer(distance(index), Self.stated(text), "date element")
        }
      } else if node.tag == .text, distance(index) < Self.maximumDistance,
        let line = beginning(of: index)
      {
        if let found = DateLine.read(line.utf8.span) {
          guard let statement = found.statements.first(where: { !$0.isUpdate }) else { continue }
          // A date alone may be that of anything.
          offer(
            distance(index) * (found.isLabelled ? 1 : 2), statement.outcome,
            found.isLabelled ? "dated line" : "date on the page")
        } else if let match = DateReader.first(in: line.utf8.span) {
          if announcesPublication(line, before: match) {
            offer(distance(index), match.outcome, "dated line")
          } else if match.range.lowerBound <= 4 || isAside(index, line) {
            offer(distance(index) * 3, match.outcome, "date on the page")
          }
        }
      }
    }
    return best.map { ($0.outcome, $0.origin) }
  }

  private static let postNotices: [StaticString] = [
    "dieser beitrag wurde am ", "der beitrag wurde am ", "dieser eintrag wurde am ",
    "dieser artikel wurde am ", "this entry was posted on ", "this post was published on ",
    "cet article a été publié le ", "esta entrada fue publicada el ",
  ]

  /// Whether a line says of the date in it that the article was published then: `Veröffentlicht am …`,
  /// `Dieser Beitrag wurde am …`.
  private func announcesPublication(_ line: String, before match: DateReader.Match) -> Bool {
    let text = line.utf8.span
    let start = match.range.lowerBound
    guard start > 0 else { return false }
    return DateLine.announcesPublication(text.extracting(..<start))
      || Self.postNotices.contains {
        $0.utf8CodeUnitCount == start && text.matchesIgnoringCase($0, at: 0)
      }
  }

  /// The first date of a text, or that of publication, where it says which is which.
  private static func stated(_ text: String) -> DateReader.Outcome? {
    let line = text.utf8.span
    return DateLine.read(line)?.statements.first { !$0.isUpdate }?.outcome
      ?? DateReader.first(in: line)?.outcome
  }

  /// The date that an element within this one gives to programs, which is more exact than what readers
  /// are shown, unless it is that of a change.
  private func exactDate(in element: Int) -> (text: String, hasTime: Bool)? {
    for index in tree.descendants(of: element).prefix(Self.maximumNodes)
    where tree.nodes[index].tag != .text {
      let name = tree.nodes[index].tag == .time ? HTMLAttribute.datetime : .title
      guard let value = tree.attribute(name, of: index), value.utf8.count < 80, !isUpdate(index),
        let date = DateReader.date(value), date.day != nil
      else { continue }
      return (value, date.time != nil)
    }
    return nil
  }

  private func isUpdate(_ index: Int) -> Bool {
    let lower = (tree.attribute(.class, of: index) ?? "").lowercased()
    return lower.contains("updat") || lower.contains("modif")
  }

  /// Whether a text is short and neither a heading nor a link.
  private func isAside(_ index: Int, _ text: String) -> Bool {
    let parent = Int(tree.nodes[index].parent)
    guard text.utf8.count <= 60, parent >= 0 else { return false }
    return !tree.nodes[parent].tag.isHeading && tree.nodes[parent].tag != .a
  }

  /// The first bytes of a text that holds a figure among them.
  private func beginning(of index: Int) -> String? {
    let text = tree.bytes.span.extracting(tree.textRange(of: index))
    guard let start = (0..<text.count).first(where: { !text[$0].isASCIIWhitespace }) else {
      return nil
    }
    let end = min(text.count, start + Self.maximumBytes)
    for place in start..<end where text[place].isASCIIDigit {
      var list = BlockList()
      appendWords(text.extracting(start..<end), to: &list)
      list.close(.body)
      return list.blocks.first.map(list.text)
    }
    return nil
  }
}
