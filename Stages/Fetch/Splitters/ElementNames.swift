import TextKit

extension Span<UInt8> {
  /// Whether the element whose name starts at an offset is called `name`, with or without a prefix.
  ///
  /// - Parameter limit: how much of a name is looked at.
  func isElement(_ name: StaticString, nameAt start: Int, limit: Int = 64) -> Bool {
    let limit = Swift.min(count, start + limit)
    var position = start
    var nameStart = start
    while position < limit {
      let byte = self[position]
      if byte == UInt8(ascii: ":") { nameStart = position + 1 }
      if byte.isASCIIWhitespace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      position += 1
    }
    return position - nameStart == name.utf8CodeUnitCount && matches(name, at: nameStart)
  }

  /// Which element a feed starts with, by the name at an offset.
  func feedRoot(nameAt start: Int) -> FeedRoot? {
    FeedRoot.allCases.first { isElement($0.name, nameAt: start) }
  }
}

/// The outermost element of a feed.
enum FeedRoot: CaseIterable {
  case rss
  case feed
  case rdf

  fileprivate var name: StaticString {
    switch self {
    case .rss: "rss"
    case .feed: "feed"
    case .rdf: "RDF"
    }
  }
}
