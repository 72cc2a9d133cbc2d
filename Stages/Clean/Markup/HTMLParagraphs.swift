import TextKit

/// What the paragraphs of a page say for or against the places where they stand.
///
/// Running text speaks for a place by its length, links and scraps against it.
struct HTMLParagraphs {
  /// For each block element: what the text says that stands directly in it.
  private(set) var votes: [Int]
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
        let count = Int32(Self.textLength(tree, index))
        length[Int(block[index])] += count
        if isLink[index] { linkLength[Int(block[index])] += count }
        continue
      }
      if node.tag.isNeverText { isSkipped[index] = true }
      if node.tag == .a { isLink[index] = true }
      if node.tag.isBlock || node.tag == .td || node.tag == .th { block[index] = Int32(index) }
    }
    for index in nodes.indices where length[index] > 0 {
      votes[index] = Self.vote(nodes[index].tag, Int(length[index]), Int(linkLength[index]))
    }
  }

  /// The bytes of a text without white space at its ends, roughly.
  private static func textLength(_ tree: HTMLTree, _ index: Int) -> Int {
    let range = tree.textRange(of: index)
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, tree.bytes[start].isASCIIWhitespace { start += 1 }
    while end > start, tree.bytes[end - 1].isASCIIWhitespace { end -= 1 }
    return end - start
  }

  private static func vote(_ tag: HTMLTag, _ length: Int, _ linkLength: Int) -> Int {
    if tag.isHeading { return 0 }
    let isText = length >= minimumTextBytes && linkLength * 100 <= length * maximumLinkPercent
    guard isText else { return -(linkLength + scrapCost) }
    switch tag {
    case .p, .blockquote, .pre: return length
    case .li, .dd, .td: return length / 2
    default: return length * 3 / 4
    }
  }

  /// For each element, the running text in it, whatever stands beside it.
  func text() -> [Int] { sum(votes.map { max($0, 0) }) }

  /// For each element, what the paragraphs in it say, those left out apart.
  func scores(without isExcluded: [Bool]) -> [Int] {
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
