import TextKit

/// What the paragraphs of a page say for or against the places where they stand.
///
/// Running text speaks for a place by its length, links and scraps against it. A short text without a
/// link that is a paragraph, an item or a cell says nothing: articles have such, and what is around them.
struct HTMLParagraphs {
  /// For each block element: what the text says that stands directly in it.
  private(set) var votes: [Int]
  /// Whether an element that holds text and no link is a paragraph, an item or a cell, or ends as sentences
  /// do, however short it is.
  private(set) var isPlain: [Bool]
  private let parents: [Int32]

  /// Shorter paragraphs do not speak for running text.
  private static let minimumTextBytes = 40
  /// A paragraph with more of its text in links is not running text.
  private static let maximumLinkPercent = 40
  /// What a scrap of text costs beside its length.
  private static let scrapCost = 12

  init(_ tree: HTMLTree) {
    let nodes = tree.nodes
    votes = Array(repeating: 0, count: nodes.count)
    parents = nodes.map(\.parent)
    var length = [Int32](repeating: 0, count: nodes.count)
    var linkLength = [Int32](repeating: 0, count: nodes.count)
    // Behind the last letter of each block's text.
    var lastEnd = [Int32](repeating: 0, count: nodes.count)
    var block = [Int32](repeating: -1, count: nodes.count)
    var isLink = [Bool](repeating: false, count: nodes.count)
    var isSkipped = [Bool](repeating: false, count: nodes.count)
    for index in nodes.indices {
      let node = nodes[index]
      let parent = Int(node.parent)
      if parent >= 0 {
        isSkipped[index] = isSkipped[parent]
        isLink[index] = isLink[parent]
        block[index] = block[parent]
      }
      if node.tag == .text {
        guard parent >= 0, !isSkipped[index], block[index] >= 0 else { continue }
        let text = Self.trimmed(tree, index)
        guard !text.isEmpty else { continue }
        let count = Int32(text.count)
        length[Int(block[index])] += count
        lastEnd[Int(block[index])] = Int32(text.upperBound)
        if isLink[index] { linkLength[Int(block[index])] += count }
        continue
      }
      if node.tag.isNeverText { isSkipped[index] = true }
      if node.tag == .a { isLink[index] = true }
      if node.tag.isBlock || node.tag == .td || node.tag == .th { block[index] = Int32(index) }
    }
    isPlain = Array(repeating: false, count: nodes.count)
    for index in nodes.indices where length[index] > 0 {
      let tag = nodes[index].tag
      isPlain[index] =
        linkLength[index] == 0
        && (tag.isParagraph || tag == .td || tag == .th
          || Self.endsSentence(tree.bytes.span, Int(lastEnd[index])))
      votes[index] = Self.vote(
        tag, Int(length[index]), Int(linkLength[index]), isPlain: isPlain[index])
    }
  }

  /// Where a text stands without white space at its ends, roughly.
  private static func trimmed(_ tree: HTMLTree, _ index: Int) -> Range<Int> {
    let range = tree.textRange(of: index)
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, tree.bytes[start].isASCIIWhitespace { start += 1 }
    while end > start, tree.bytes[end - 1].isASCIIWhitespace { end -= 1 }
    return start..<end
  }

  /// Whether a text that ends here ends as sentences do, quotation marks behind the full stop or not.
  private static func endsSentence(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    var index = end
    for quote: StaticString in ["”", "’", "»", "\""] where index > quote.utf8CodeUnitCount {
      if bytes.matches(quote, at: index - quote.utf8CodeUnitCount) {
        index -= quote.utf8CodeUnitCount
        break
      }
    }
    guard index > 0 else { return false }
    switch bytes[index - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    default: return bytes.matches("。", at: index - 3)
    }
  }

  private static func vote(
    _ tag: HTMLTag, _ length: Int, _ linkLength: Int, isPlain: Bool
  ) -> Int {
    if tag.isHeading { return 0 }
    let isText = length >= minimumTextBytes && linkLength * 100 <= length * maximumLinkPercent
    guard isText else { return isPlain ? 0 : -(linkLength + scrapCost) }
    switch tag {
    case .p, .blockquote, .pre: return length
    case .li, .dd, .td: return length / 2
    default: return length * 3 / 4
    }
  }

  /// For each element, the running text in it, whatever stands beside it.
  func text() -> [Int] { sum(votes.map { max($0, 0) }) }

  /// For each element, what the paragraphs in it say, those left out apart.
  func scores(without isExcluded: [Bool]) -> [Int] { sum(votes, without: isExcluded) }

  /// For each element, the running text in it, what is left out apart.
  func text(without isExcluded: [Bool]) -> [Int] {
    sum(votes.map { max($0, 0) }, without: isExcluded)
  }

  private func sum(_ votes: [Int], without isExcluded: [Bool]) -> [Int] {
    var isSkipped = isExcluded
    var own = votes
    for index in parents.indices {
      let parent = Int(parents[index])
      if parent >= 0, isSkipped[parent] { isSkipped[index] = true }
      if isSkipped[index] { own[index] = 0 }
    }
    return sum(own)
  }

  private func sum(_ own: [Int]) -> [Int] {
    var sums = own
    for index in parents.indices.reversed() {
      let parent = Int(parents[index])
      if parent >= 0 { sums[parent] += sums[index] }
    }
    return sums
  }
}
