import TextKit

/// Leaves out of a page, before it is parsed, what no reader sees and nobody asks for: scripts other
/// than JSON-LD, styles, drawings, comments, conditions of Word, and zero bytes, which the parser takes
/// for the end.
///
/// Half of a page's bytes are such, and passing over them costs a tenth of parsing them. Quoted attribute
/// values are passed over whole, and what is never closed is left to the parser. Nothing else is changed,
/// but that tags keep only so many attributes: the parser compares each with all before it.
struct HTMLSource {
  /// The page without those parts.
  private(set) var bytes: [UInt8] = []
  /// Where what was kept stands in the page, if that is asked for.
  private(set) var origins: OffsetMap?
  /// Whether there is more than the inside of a page: a document type, `html`, `head`, `body`, `title`.
  private(set) var isWholePage = false
  /// The ends that were looked for in vain: not looked for again, so that time stays in proportion.
  private var missing: Set<Int> = []

  mutating func read(_ page: Span<UInt8>, tracksOrigins: Bool) {
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(page.count)
    origins = tracksOrigins ? OffsetMap() : nil
    missing.removeAll(keepingCapacity: true)
    isWholePage = false
    var runStart = 0
    var index = 0
    while let open = page.firstOffset(of: UInt8(ascii: "<"), in: index..<page.count) {
      if let end = endOfHidden(page, open) {
        keep(page, runStart..<open)
        runStart = end
        index = end
      } else {
        index = Self.endOfTag(page, open)
        if index - open > Self.longTag, let last = Self.endOfAttributes(page, open) {
          keep(page, runStart..<last)
          // The closing bracket stays.
          index = Self.endOfTag(page, open, limit: page.count)
          runStart = max(last, page[index - 1] == UInt8(ascii: ">") ? index - 1 : index)
        }
      }
    }
    keep(page, runStart..<page.count)
  }

  /// Copies a part of the page without the zero bytes in it.
  private mutating func keep(_ page: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = page.firstOffset(of: 0, in: start..<range.upperBound) ?? range.upperBound
      if end > start {
        origins?.append(end - start, from: start..<end)
        page.extracting(start..<end).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      }
      start = end + 1
    }
  }

  /// Where a part that is left out ends, if one starts at this `<`.
  private mutating func endOfHidden(_ page: Span<UInt8>, _ open: Int) -> Int? {
    guard open + 3 < page.count else { return nil }
    switch page[open + 1] {
    case UInt8(ascii: "!"):
      if page[open + 2] == UInt8(ascii: "[") { return Self.endOfCondition(page, open) }
      guard page[open + 2] == UInt8(ascii: "-"), page[open + 3] == UInt8(ascii: "-") else {
        if page.matchesIgnoringCase("doctype", at: open + 2) { isWholePage = true }
        return nil
      }
      // `<!-->` is a whole comment.
      return end(of: 0, page, from: open + 2, "-->")
    case UInt8(ascii: "s"), UInt8(ascii: "S"):
      if Self.isTag("script", page, open + 1) {
        let content = Self.endOfTag(page, open)
        guard !Self.isLinkedData(page.extracting(open..<content)) else { return nil }
        return end(of: 1, page, from: content, "</script")
      }
      if Self.isTag("style", page, open + 1) {
        return end(of: 2, page, from: Self.endOfTag(page, open), "</style")
      }
      if Self.isTag("svg", page, open + 1) {
        let content = Self.endOfTag(page, open)
        if content >= 2, page[content - 2] == UInt8(ascii: "/") { return content }
        return end(of: 3, page, from: content, "</svg")
      }
      return nil
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "b"), UInt8(ascii: "B"),
      UInt8(ascii: "t"), UInt8(ascii: "T"):
      if !isWholePage { isWholePage = Self.isSkeleton(page, open + 1) }
      return nil
    default: return nil
    }
  }

  /// Whether this is the name of an element that a page has once.
  private static func isSkeleton(_ page: Span<UInt8>, _ start: Int) -> Bool {
    isTag("html", page, start) || isTag("head", page, start) || isTag("body", page, start)
      || isTag("title", page, start)
  }

  /// Marks that Word puts around what only some programs are to show: `<![if !vml]>`, `<![endif]>`. The
  /// text between them is for all others and stays, unless it stands for something that markup has a
  /// form for: `<![if !supportLists]>` is followed by a list item's bullet or figure.
  private static func endOfCondition(_ page: Span<UInt8>, _ open: Int) -> Int? {
    guard
      page.matchesIgnoringCase("<![if", at: open) || page.matchesIgnoringCase("<![endif", at: open),
      let close = page.firstOffset(
        of: UInt8(ascii: ">"), in: open..<min(page.count, open + maximumCondition))
    else { return nil }
    guard page.matchesIgnoringCase("<![if !support", at: open) else { return close + 1 }
    let limit = min(page.count, close + maximumSubstitute)
    var index = close
    while let mark = page.firstOffset(of: UInt8(ascii: "<"), in: index..<limit) {
      if page.matchesIgnoringCase("<![endif]>", at: mark) { return mark + 10 }
      index = mark + 1
    }
    return close + 1
  }

  /// In bytes. A bullet comes with all of its style.
  private static let maximumCondition = 200
  private static let maximumSubstitute = 2000

  /// Where a comment or an element ends: behind its end tag, `mark` without the bracket.
  private mutating func end(
    of kind: Int, _ page: Span<UInt8>, from start: Int, _ mark: StaticString
  ) -> Int? {
    guard !missing.contains(kind) else { return nil }
    let isTag = mark.utf8Start[0] == UInt8(ascii: "<")
    let first = mark.utf8Start[0]
    var index = start
    while let place = page.firstOffset(of: first, in: index..<page.count) {
      if page.matchesIgnoringCase(mark, at: place) {
        let end = place + mark.utf8CodeUnitCount
        guard isTag else { return end }
        if end < page.count, !page[end].isASCIILetter, !page[end].isASCIIDigit {
          return Self.endOfTag(page, place)
        }
      }
      index = place + 1
    }
    missing.insert(kind)
    return nil
  }

  private static func isTag(_ name: StaticString, _ page: Span<UInt8>, _ start: Int) -> Bool {
    guard page.matchesIgnoringCase(name, at: start) else { return false }
    let end = start + name.utf8CodeUnitCount
    guard end < page.count else { return false }
    return page[end] == UInt8(ascii: ">") || page[end] == UInt8(ascii: "/")
      || page[end].isASCIIWhitespace
  }

  private static func isLinkedData(_ tag: Span<UInt8>) -> Bool {
    var index = 0
    while let plus = tag.firstOffset(of: UInt8(ascii: "+"), in: index..<tag.count) {
      if plus >= 2, tag.matchesIgnoringCase("ld+json", at: plus - 2) { return true }
      index = plus + 1
    }
    return false
  }

  /// Longer tags are passed over in parts; where a quotation mark is never closed, it ends here.
  private static let maximumTag = 1 << 16

  /// Behind the bracket that closes the tag at `open`; quoted values may hold brackets. Behind `open`
  /// where there is no tag.
  private static func endOfTag(_ page: Span<UInt8>, _ open: Int) -> Int {
    guard open + 1 < page.count, page[open + 1].isASCIILetter || page[open + 1] == UInt8(ascii: "/")
    else { return open + 1 }
    return endOfTag(page, open, limit: min(page.count, open + maximumTag))
  }

  private static func endOfTag(_ page: Span<UInt8>, _ open: Int, limit: Int) -> Int {
    return page.withUnsafeBufferPointer { bytes in
      var index = open + 1
      var quote: UInt8 = 0
      while index < limit {
        let byte = bytes[index]
        index += 1
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: ">") {
          return index
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
          isValueStart(bytes, index - 1)
        {
          quote = byte
        }
      }
      return limit
    }
  }

  /// In bytes: no shorter tag has so many attributes that they take long.
  private static let longTag = 512
  private static let maximumAttributes = 100

  /// Where the last attribute that a tag may have ends; `nil` if it has no more.
  private static func endOfAttributes(_ page: Span<UInt8>, _ open: Int) -> Int? {
    page.withUnsafeBufferPointer { bytes in
      var attributes = 0
      var quote: UInt8 = 0
      let limit = min(bytes.count, open + maximumTag)
      var index = open + 1
      while index < limit {
        let byte = bytes[index]
        if quote != 0 {
          guard byte == quote else {
            index += 1
            continue
          }
          quote = 0
        } else if byte == UInt8(ascii: ">") {
          return nil
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
          isValueStart(bytes, index)
        {
          quote = byte
        }
        index += 1
        // Another one may begin behind white space and behind a value in quotation marks.
        if quote == 0,
          byte.isASCIIWhitespace || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        {
          attributes += 1
          // Each is followed by both at most.
          if attributes > 2 * maximumAttributes { return index }
          while index < limit, bytes[index].isASCIIWhitespace { index += 1 }
        }
      }
      return nil
    }
  }

  /// Whether a quotation mark stands behind `=`, as at the start of a value; others mean nothing.
  private static func isValueStart(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    var before = index - 1
    while before > 0, bytes[before].isASCIIWhitespace { before -= 1 }
    return bytes[before] == UInt8(ascii: "=")
  }
}
