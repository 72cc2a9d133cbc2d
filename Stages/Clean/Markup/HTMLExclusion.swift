import TextKit

/// Which elements of a page stand beside its article, by what they say of themselves.
///
/// Names are believed as far as the page uses them so: a kind of element that holds much of the
/// page's running text is taken for a name of the page's layout, unless it is of those that do hold
/// much, such as comments.
struct HTMLExclusion {
  /// For each node: whether it is left out with all that is in it.
  private(set) var isExcluded: [Bool]

  private let tree: HTMLTree
  private let marks: [HTMLMarks]

  /// A page has this much of an article in bytes; where less would be left, nothing else is there.
  private static let minimumText = 250

  /// The number of links before each node, and in all.
  private let linksBefore: [Int32]
  /// The elements that the title stands in and that hold much else.
  private var isAroundTitle: [Bool]

  /// `text` is the running text below each element, `title` the heading with the page's title. With
  /// `keepsForeign`, comments and the like are left in: they may be all that a page has.
  init(_ tree: HTMLTree, _ marks: [HTMLMarks], text: [Int], title: Int?, keepsForeign: Bool) {
    self.tree = tree
    self.marks = marks
    isExcluded = Array(repeating: false, count: tree.nodes.count)
    var linksBefore: [Int32] = [0]
    linksBefore.reserveCapacity(tree.nodes.count + 1)
    for node in tree.nodes {
      linksBefore.append((linksBefore.last ?? 0) + (node.tag == .a ? 1 : 0))
    }
    self.linksBefore = linksBefore
    isAroundTitle = isExcluded
    var node = title ?? -1
    while node >= 0 {
      isAroundTitle[node] = text[node] >= Self.minimumText
      node = Int(tree.nodes[node].parent)
    }
    let main = Self.main(of: tree, title: title, text: text)
    var believed = believedKinds(text)
    if keepsForeign { believed &= ~HTMLClassWords.strongKinds }
    for index in tree.nodes.indices {
      let tag = tree.nodes[index].tag
      if tag == .text || tag == .html || tag == .body { continue }
      if tag.isNeverText || kinds(of: index) & believed != 0 || tag == .a && isNoteMark(index) {
        isExcluded[index] = true
      } else if tag == .nav || tag == .footer || tag == .aside, let main {
        // However much stands in what is beside the element with the title, it is no article.
        isExcluded[index] =
          Int(tree.nodes[index].end) <= main.lowerBound || main.upperBound <= index
      }
    }
    SectionOpeners(tree, text: text).exclude(&isExcluded, isAroundTitle: isAroundTitle)
    TeaserCards(tree, text: text, isExcluded: isExcluded).exclude(&isExcluded)
  }

  /// The `main` or `article` that the title stands in with running text.
  private static func main(of tree: HTMLTree, title: Int?, text: [Int]) -> Range<Int>? {
    var node = title.map { Int(tree.nodes[$0].parent) } ?? -1
    while node >= 0 {
      switch tree.nodes[node].tag {
      case .main, .article: return text[node] > 0 ? node..<Int(tree.nodes[node].end) : nil
      default: node = Int(tree.nodes[node].parent)
      }
    }
    return nil
  }

  /// The kinds that an element says to be of.
  private func kinds(of index: Int) -> UInt64 {
    if isAroundTitle[index] { return 0 }
    var kinds = marks[index].kinds
    if kinds & HTMLClassWords.linkingKinds != 0, !holdsLink(index) {
      kinds &= ~HTMLClassWords.linkingKinds
    }
    // A heading that one may jump to is no menu.
    if tree.nodes[index].tag.isHeading, kinds & HTMLClassWords.navigationKinds != 0,
      !holdsLink(index)
    {
      kinds &= ~HTMLClassWords.navigationKinds
    }
    let first = HTMLClassWords.firstTagKind
    switch tree.nodes[index].tag {
    case .form, .fieldset: kinds |= 1 << first
    case .header: kinds |= 1 << (first + 1)
    case .figure, .figcaption: kinds |= 1 << (first + 2)
    case .nav, .menu: kinds |= 1 << (first + 3)
    case .aside: kinds |= 1 << (first + 4)
    case .footer: kinds |= 1 << (first + 5)
    default: break
    }
    if tree.nodes[index].tag.isStruck { kinds |= 1 << (first + 7) }
    // Most elements have none of these.
    guard tree.nodes[index].attributeCount > 0 else { return kinds }
    if isHidden(index) { kinds |= 1 << (first + 6) }
    if let range = tree.attributeRange(.style, of: index) {
      let style = InlineStyle(tree.bytes.span.extracting(range))
      if style.isHidden { kinds |= 1 << (first + 6) }
      if style.isStruck { kinds |= 1 << (first + 7) }
    }
    return kinds
  }

  /// Whether this is the mark of a footnote behind a word, or the way back from one: a link within the page
  /// that holds a figure or an arrow.
  private func isNoteMark(_ index: Int) -> Bool {
    guard let href = tree.attributeRange(.href, of: index), !href.isEmpty,
      tree.bytes[href.lowerBound] == UInt8(ascii: "#"),
      tree.descendants(of: index).count <= 4,
      let text = tree.text(of: index, limit: Self.longestNoteMark), !text.isEmpty
    else { return false }
    if text == "↩" || text == "↩\u{FE0E}" || text == "↑" || text == "^" { return true }
    guard text.utf8.allSatisfy({ $0.isASCIIDigit || "[]()*".utf8.contains($0) }) else {
      return false
    }
    // A figure that stands alone belongs to the sentence: `see section 3`.
    let before = (0..<index).suffix(3).last { tree.nodes[$0].tag == .text }
    return before.map { tree.textRange(of: $0) }.map {
      !$0.isEmpty && !tree.bytes[$0.upperBound - 1].isASCIIWhitespace
    } ?? false
  }

  /// In bytes: `[123]`.
  private static let longestNoteMark = 6

  private func isHidden(_ index: Int) -> Bool {
    if tree.attributeRange(.hidden, of: index) != nil { return true }
    guard let range = tree.attributeRange(.ariaHidden, of: index) else { return false }
    return tree.bytes.span.extracting(range).matchesIgnoringCase("true", at: 0)
  }

  private func holdsLink(_ index: Int) -> Bool {
    let parent = Int(tree.nodes[index].parent)
    if parent >= 0, tree.nodes[parent].tag == .a { return true }
    return linksBefore[Int(tree.nodes[index].end)] > linksBefore[index]
  }

  private func believedKinds(_ text: [Int]) -> UInt64 {
    // How much text stands in each kind; an element within one of the same kind adds nothing.
    var held = [Int](repeating: 0, count: 64)
    var around = [UInt64](repeating: 0, count: tree.nodes.count)
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      let parent = Int(node.parent)
      let above = parent >= 0 ? around[parent] : 0
      around[index] = above
      if node.tag == .text || node.tag == .html || node.tag == .body { continue }
      let new = kinds(of: index) & ~above
      guard new != 0 else { continue }
      around[index] = above | new
      var rest = new
      while rest != 0 {
        held[rest.trailingZeroBitCount] += text[index]
        rest &= rest - 1
      }
    }
    let total = text.first ?? 0
    var believed: UInt64 = 0
    for kind in 0..<64 {
      let isStrong = HTMLClassWords.strongKinds & (1 << UInt64(kind)) != 0
      let isBelieved =
        isStrong
        ? total - held[kind] >= Self.minimumText
        : held[kind] * 5 < total * 2
      if isBelieved || total == 0 { believed |= 1 << UInt64(kind) }
    }
    return believed
  }
}

/// Boxes that announce other articles: a heading that is a link, with a line or two below, in a row
/// of such boxes.
struct TeaserCards {
  private let tree: HTMLTree
  private let text: [Int]
  private var isSkipped: [Bool]

  /// A box with more running text is an article.
  private static let maximumText = 1000
  /// Without so much running text outside of them, the boxes are what the page holds.
  private static let minimumRest = 400

  init(_ tree: HTMLTree, text: [Int], isExcluded: [Bool]) {
    self.tree = tree
    self.text = text
    isSkipped = isExcluded
    for index in tree.nodes.indices {
      let parent = Int(tree.nodes[index].parent)
      if parent >= 0, isSkipped[parent] { isSkipped[index] = true }
    }
  }

  func exclude(_ isExcluded: inout [Bool]) {
    let headings = tree.nodes.indices.filter { isLinkedHeading($0) }
    guard headings.count >= 2 else { return }
    // How many such headings stand below each element.
    var counts = [Int32](repeating: 0, count: tree.nodes.count)
    for heading in headings { counts[heading] = 1 }
    for index in tree.nodes.indices.reversed() {
      let parent = Int(tree.nodes[index].parent)
      if parent >= 0 { counts[parent] += counts[index] }
    }
    var cards: [Int] = []
    var cardText = 0
    for heading in headings {
      // The largest element that holds no other such heading.
      var card = heading
      while true {
        let parent = Int(tree.nodes[card].parent)
        guard parent > 0, counts[parent] == 1 else { break }
        card = parent
      }
      guard card != heading, text[card] <= Self.maximumText else { continue }
      cards.append(card)
      cardText += text[card]
    }
    var rest = 0
    for index in tree.nodes.indices where !isSkipped[index] {
      let node = tree.nodes[index]
      if node.tag == .body || node.parent < 0 { rest = max(rest, text[index]) }
    }
    guard cards.count >= 2, rest - cardText >= Self.minimumRest else { return }
    for card in cards { isExcluded[card] = true }
  }

  private func isLinkedHeading(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    guard node.tag.isHeading, node.tag != .h1, !isSkipped[index] else { return false }
    var linkEnd = 0
    // A link around the heading or around all of its text.
    var parent = Int(node.parent)
    for _ in 0..<3 where parent >= 0 {
      if tree.nodes[parent].tag == .a { return true }
      parent = Int(tree.nodes[parent].parent)
    }
    var hasText = false
    // No heading needs more elements.
    for inner in tree.descendants(of: index).prefix(64) {
      switch tree.nodes[inner].tag {
      case .a: linkEnd = Int(tree.nodes[inner].end)
      case .text:
        let text = tree.bytes.span.extracting(tree.textRange(of: inner))
        var isBlank = true
        for place in 0..<text.count where !text[place].isASCIIWhitespace { isBlank = false }
        if isBlank { continue }
        if inner >= linkEnd { return false }
        hasText = true
      default: break
      }
    }
    return hasText
  }
}
