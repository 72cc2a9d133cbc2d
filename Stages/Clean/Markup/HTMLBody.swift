import StageKit
import TextKit

/// Finds the body of the article on a page.
///
/// Every paragraph speaks for or against the place where it stands: running text by its length for
/// it, links and scraps against it. The element in which most is said for it holds the article.
/// Elements that are named as something else say nothing and are left out. An element that says to
/// be the article's body, or an `article` with the title in it, is preferred if it holds enough. What is
/// no page but the inside of one, such as the text of a feed's item, is the article as a whole.
struct HTMLBody {
  private let tree: HTMLTree
  private let marks: [HTMLMarks]
  private let isExcluded: [Bool]
  /// For each node: what speaks for it and its descendants.
  private let scores: [Int]
  /// For each node: what the text directly in it says.
  private let votes: [Int]
  private let isPlain: [Bool]
  /// The heading that the title stands in.
  private let title: Int?
  /// The element that holds the article.
  private(set) var root: Int?

  init(_ tree: HTMLTree, _ marks: [HTMLMarks], title: Int?) {
    self.tree = tree
    self.marks = marks
    self.title = title
    let paragraphs = HTMLParagraphs(tree)
    let text = paragraphs.text()
    var exclusion = HTMLExclusion(tree, marks, text: text, title: title, keepsForeign: false)
    var scores = paragraphs.scores(without: exclusion.isExcluded)
    if scores.max() ?? 0 < Self.minimumScore {
      exclusion = HTMLExclusion(tree, marks, text: text, title: title, keepsForeign: true)
      scores = paragraphs.scores(without: exclusion.isExcluded)
    }
    isExcluded = exclusion.isExcluded
    self.scores = scores
    votes = paragraphs.votes
    isPlain = paragraphs.isPlain
    if isArticleAlone {
      root = 0
    } else {
      let hasText = tree.nodes.contains { $0.tag == .text }
      root = bestElement(paragraphs) ?? (hasText ? 0 : nil)
    }
  }

  /// Whether there is no page around the article, and no part of a page's layout either.
  private var isArticleAlone: Bool {
    tree.isFragment && !tree.nodes.isEmpty
      && !tree.nodes.contains {
        switch $0.tag {
        case .nav, .main, .header, .footer: true
        default: false
        }
      }
  }

  /// The element that holds the article.
  private func bestElement(_ paragraphs: HTMLParagraphs) -> Int? {
    var best: Int?
    var hints: [Int] = []
    for index in tree.nodes.indices where tree.nodes[index].tag != .text {
      // Of equals the inner one, which comes later.
      if scores[index] >= best.map({ scores[$0] }) ?? 1 { best = index }
      if isHint(index) { hints.append(index) }
    }
    guard let best = best.map(container).map(column) else { return nil }
    if let hinted = Self.greatest(hints, scores), scores[hinted] * 2 >= scores[best] {
      return hinted
    }
    if !hints.isEmpty {
      // It may hold lists of links, too.
      let text = paragraphs.text(without: isExcluded)
      if let hinted = Self.greatest(hints, text), text[hinted] * 2 >= text[best] { return hinted }
    }
    if let article = articleAroundTitle(), scores[article] * 3 >= scores[best],
      scores[article] >= Self.minimumArticle
    {
      return article
    }
    return best
  }

  /// The innermost element in this one that holds the title and nearly all of the text: what stands
  /// beside it is another column.
  private func column(of element: Int) -> Int {
    var column = title.map { Int(tree.nodes[$0].parent) } ?? -1
    while column > element, scores[column] * 100 < scores[element] * Self.columnPercent {
      column = Int(tree.nodes[column].parent)
    }
    return max(column, element)
  }

  private static let columnPercent = 92

  /// The first of those for which the most speaks, if anything does.
  private static func greatest(_ elements: [Int], _ scores: [Int]) -> Int? {
    var greatest: Int?
    for element in elements where scores[element] > greatest.map({ scores[$0] }) ?? 0 {
      greatest = element
    }
    return greatest
  }

  /// Where less is found, comments are looked at: on a forum's page they are the text.
  private static let minimumScore = 120
  /// An `article` with so much in it is not a teaser.
  private static let minimumArticle = 400

  private func articleAroundTitle() -> Int? {
    var node = title.map { Int(tree.nodes[$0].parent) } ?? -1
    while node >= 0, tree.nodes[node].tag != .article { node = Int(tree.nodes[node].parent) }
    return node >= 0 ? node : nil
  }

  /// The element around a paragraph that others stand beside: one of many is not the article.
  private func container(of element: Int) -> Int {
    var container = element
    while isParagraph(container), hasParagraphs(beside: container) {
      container = Int(tree.nodes[container].parent)
    }
    return container
  }

  /// Whether this is a paragraph or a list by its name, or holds text itself.
  private func isParagraph(_ element: Int) -> Bool {
    let tag = tree.nodes[element].tag
    return tag.isParagraph || tag == .div && votes[element] > 0
  }

  private func hasParagraphs(beside element: Int) -> Bool {
    let parent = Int(tree.nodes[element].parent)
    guard parent >= 0 else { return false }
    var sibling = parent + 1
    while sibling < Int(tree.nodes[parent].end) {
      let node = tree.nodes[sibling]
      let isLikely = sibling != element && !isExcluded[sibling]
      // Of a list, the first items tell.
      if isLikely, node.tag.isParagraph || node.tag == .div && isPlain[sibling],
        (sibling..<Int(node.end)).prefix(Self.nodesOfList).contains(where: { isPlain[$0] })
      {
        return true
      }
      sibling = Int(node.end)
    }
    return false
  }

  private static let nodesOfList = 64

  private func isHint(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    guard node.attributeCount > 0, scores[index] != 0 else { return false }
    if tree.attribute(.itemprop, of: index) == "articleBody" { return true }
    return marks[index].isArticleBody
  }

  // MARK: Taking the text

  /// Adds the article's paragraphs to `list`, and its pictures' captions to the metadata.
  ///
  /// - Parameter headline: the heading that is left out, with the topics in it.
  func read(into list: inout BlockList, _ metadata: inout Metadata, without headline: Int?) {
    guard let root else { return }
    var writer = HTMLBlockWriter(list: list, title: metadata.title)
    if let title, case let start = Int(tree.nodes[title].end), start <= root {
      readLead(start..<root, into: &writer, &metadata)
    }
    let leadCount = writer.blockCount
    /// Where the block elements around the current place end, and their tags.
    var open: [(end: Int, tag: HTMLTag)] = []
    var linkEnd = 0
    var index = root
    let end = Int(tree.nodes[root].end)
    while index < end {
      while let last = open.last, last.end <= index {
        writer.close(open.map(\.tag))
        open.removeLast()
      }
      let node = tree.nodes[index]
      if index == title || index == headline {
        writer.close(open.map(\.tag))
        writer.dropShortBeginning(after: leadCount)
      }
      if index == headline {
        index = Int(node.end)
        continue
      }
      if node.tag == .text {
        let range = tree.textRange(of: index)
        writer.append(
          tree.bytes.span.extracting(range), at: range.lowerBound, isLink: index < linkEnd)
        index += 1
        continue
      }
      if isExcluded[index] && index != root || node.tag.isNeverText {
        readCaption(index, &metadata)
        if node.tag.isBlock { writer.close(open.map(\.tag)) }
        if let title, index < title, title < Int(node.end) {
          // An introduction may stand below the title in a head that is left out.
          readLead(Int(tree.nodes[title].end)..<Int(node.end), into: &writer, &metadata)
        }
        index = Int(node.end)
        continue
      }
      if node.tag == .a { linkEnd = max(linkEnd, Int(node.end)) }
      if node.tag == .br { writer.lineBreak(open.map(\.tag)) }
      if node.tag == .td || node.tag == .th { writer.space() }
      if node.tag.isBlock {
        writer.close(open.map(\.tag))
        open.append((Int(node.end), node.tag))
      }
      index += 1
    }
    while let last = open.popLast() { writer.close(open.map(\.tag) + [last.tag]) }
    writer.close([])
    list = writer.finish()
  }

  /// Between a title and the body there is no room for more elements.
  private static let maximumLeadNodes = 300
  private static let maximumLeadBytes = 1000

  /// The introduction, where it stands between the title and the element with the article.
  private func readLead(
    _ range: Range<Int>, into writer: inout HTMLBlockWriter, _ metadata: inout Metadata
  ) {
    guard range.count <= Self.maximumLeadNodes else { return }
    var index = range.lowerBound
    var bytes = 0
    while index < range.upperBound {
      let node = tree.nodes[index]
      if isExcluded[index] || node.tag.isNeverText {
        readCaption(index, &metadata)
        index = Int(node.end)
        continue
      }
      // The second line of the title stands for itself.
      if marks[index].isSubtitle {
        index = Int(node.end)
        continue
      }
      let isParagraph = votes[index] > 0 || node.tag.isHeading
      if isParagraph, Int(node.end) <= range.upperBound,
        let text = tree.text(of: index, limit: Self.maximumLeadBytes), text.utf8.count >= 60,
        bytes + text.utf8.count <= Self.maximumLeadBytes
      {
        appendText(of: index, to: &writer)
        writer.close([])
        bytes += text.utf8.count
        index = Int(node.end)
      } else {
        index += 1
      }
    }
  }

  /// Adds all text below an element as one paragraph.
  private func appendText(of element: Int, to writer: inout HTMLBlockWriter) {
    for index in tree.descendants(of: element) {
      let tag = tree.nodes[index].tag
      if tag == .text {
        let parent = Int(tree.nodes[index].parent)
        if parent >= 0, tree.nodes[parent].tag.isCode { continue }
        let range = tree.textRange(of: index)
        writer.append(tree.bytes.span.extracting(range), at: range.lowerBound, isLink: false)
      } else if tag == .br || tag.isBlock {
        writer.space()
      }
    }
  }

  /// Keeps what a picture's caption says, if this is one or a figure.
  private func readCaption(_ figure: Int, _ metadata: inout Metadata) {
    let tag = tree.nodes[figure].tag
    guard tag == .figure || tag == .figcaption || marks[figure].isCaption else { return }
    let range = figure..<Int(tree.nodes[figure].end)
    let element: Int
    if let found = range.first(where: { tree.nodes[$0].tag == .figcaption }) {
      element = found
    } else if let found = range.first(where: { marks[$0].isCaption }), hasPicture(around: found) {
      element = found
    } else {
      return
    }
    let text = captionText(of: element)
    guard !text.isEmpty, text.utf8.count <= Self.longestCaption,
      !Boilerplate.matches(text.utf8.span)
    else { return }
    metadata.offer(
      caption: CaptionLine.read(text.utf8.span) ?? Metadata.Caption(text: text), from: "figcaption")
  }

  /// In bytes.
  private static let longestCaption = 1000

  /// The text of an element without buttons and the like.
  private func captionText(of element: Int) -> String {
    var list = BlockList()
    var index = element + 1
    while index < Int(tree.nodes[element].end), list.openCount <= Self.longestCaption {
      let node = tree.nodes[index]
      if node.tag.isNeverText || node.tag.isStruck {
        index = Int(node.end)
        continue
      }
      if node.tag == .text {
        list.append(tree.bytes.span.extracting(tree.textRange(of: index)))
      } else if node.tag == .br || node.tag.isBlock {
        list.appendSpace()
      }
      index += 1
    }
    list.close(.body)
    return list.blocks.first.map(list.text) ?? ""
  }

  /// Whether a picture stands in one of the two elements around: boxes of text are called captions too.
  private func hasPicture(around element: Int) -> Bool {
    var box = element
    for _ in 0..<2 where tree.nodes[box].parent > 0 { box = Int(tree.nodes[box].parent) }
    return tree.descendants(of: box).prefix(Self.nodesAroundPicture).contains { index in
      switch tree.nodes[index].tag {
      case .img, .picture, .video, .iframe, .object: true
      default: false
      }
    }
  }

  private static let nodesAroundPicture = 200
}

/// Collects the paragraphs of a page and leaves out those that are mostly links.
struct HTMLBlockWriter {
  private var list: BlockList
  private var linkBytes = 0
  private var hasLineBreak = false
  private let title: String?

  init(list: BlockList, title: String?) {
    self.list = list
    self.title = title
  }

  mutating func append(_ text: Span<UInt8>, at origin: Int, isLink: Bool) {
    let before = list.openCount
    list.append(text, at: origin)
    if isLink { linkBytes += list.openCount - before }
    if list.openCount > before { hasLineBreak = false }
  }

  var blockCount: Int { list.blocks.count }

  /// Takes back the scraps above a title: sections, dates, counts.
  mutating func dropShortBeginning(after first: Int) {
    let scraps = list.blocks.dropFirst(first)
    guard scraps.reduce(0, { $0 + $1.range.count }) <= Self.maximumScraps else { return }
    list.blocks.removeLast(scraps.count)
  }

  /// More is not scraps but text.
  private static let maximumScraps = 300

  mutating func space() {
    list.appendSpace()
  }

  /// Whether the open paragraph holds nothing but the title.
  private var isTitle: Bool {
    let range = list.bytes.count - list.openCount..<list.bytes.count
    let line = PlainText.trim(list.bytes.span, range)
    return ArticleReader.isSame(list.bytes.span.extracting(line), title)
  }

  /// Two line breaks with nothing between them end a paragraph, and so does one behind the title.
  mutating func lineBreak(_ around: [HTMLTag]) {
    if hasLineBreak || isTitle {
      close(around)
    } else {
      list.appendSpace()
      hasLineBreak = list.openCount > 0
    }
  }

  /// Ends the paragraph, whose kind the elements around it tell.
  mutating func close(_ around: [HTMLTag]) {
    defer {
      linkBytes = 0
      hasLineBreak = false
    }
    let count = list.openCount
    guard count > 0 else { return }
    var kind = Paragraph.Kind.body
    for tag in around {
      if tag.isHeading { kind = .heading }
      if tag == .li { kind = .listItem }
      if tag == .blockquote, kind == .body { kind = .quote }
    }
    if kind != .heading, linkBytes * 2 > count, count < 300 {
      list.discardOpen()
    } else {
      list.close(kind)
    }
  }

  /// The paragraphs, without headings at the end that nothing follows.
  mutating func finish() -> BlockList {
    while list.blocks.last?.kind == .heading { list.blocks.removeLast() }
    return list
  }
}
