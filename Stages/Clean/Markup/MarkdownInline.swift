import TextKit

/// Strips the marks inside a line of Markdown: emphasis, code, links, images, tags, escapes. What is
/// struck through was taken back and leaves with its marks, also where it goes on in the next line.
struct MarkdownInline {
  /// How far the end of a link, a piece of code or a tag is searched for.
  private static let maximumDistance = 2048
  /// How many such searches may find nothing in one line. Both bound the work on hostile input.
  private var searchesLeft = 64

  /// Where text begins that is struck through.
  struct Strike {
    /// The number of paragraphs before its own.
    fileprivate var block: Int
    /// Its place in the paragraph.
    fileprivate var start: Int
  }

  /// Adds what is left of a text that stands at `origin` of the whole. `strike` is what an earlier
  /// line of the same paragraph has begun.
  static func append(
    _ text: Span<UInt8>, at origin: Int, to blocks: inout BlockList, _ strike: inout Strike?
  ) {
    var reader = MarkdownInline()
    var index = 0
    var runStart = 0
    while index < text.count {
      guard let found = reader.mark(text, at: index) else {
        index += 1
        continue
      }
      blocks.append(text.extracting(runStart..<index), at: origin + runStart)
      if let content = found.content {
        blocks.append(text.extracting(content), at: origin + content.lowerBound)
      }
      // What an earlier paragraph has begun and not ended is text.
      if let begun = strike, begun.block != blocks.blocks.count { strike = nil }
      if found.endsStrike, let begun = strike {
        blocks.truncateOpen(to: begun.start)
        strike = nil
      } else if found.beginsStrike, strike == nil {
        strike = Strike(block: blocks.blocks.count, start: blocks.openCount)
      }
      if let scalar = found.scalar {
        blocks.append(String(scalar).utf8.span, madeOf: origin + index..<origin + found.end)
      }
      if found.addsSpace { blocks.appendSpace() }
      index = found.end
      runStart = index
    }
    blocks.append(text.extracting(runStart..<text.count), at: origin + runStart)
  }

  /// A mark, what of it stays, and where it ends.
  private struct Mark {
    var content: Range<Int>?
    var scalar: Unicode.Scalar?
    var addsSpace = false
    /// Whether text that is struck through may begin or end here.
    var beginsStrike = false
    var endsStrike = false
    var end: Int
  }

  private mutating func mark(_ text: Span<UInt8>, at index: Int) -> Mark? {
    switch text[index] {
    case UInt8(ascii: "\\"):
      guard index + 1 < text.count, Self.isPunctuation(text[index + 1]) else { return nil }
      return Mark(content: index + 1..<index + 2, end: index + 2)
    case UInt8(ascii: "*"), UInt8(ascii: "_"): return Self.emphasis(text, at: index)
    case UInt8(ascii: "~"): return Self.strikethrough(text, at: index)
    case UInt8(ascii: "`"): return code(text, at: index)
    case UInt8(ascii: "!"):
      guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "["),
        let link = link(text, at: index + 1)
      else { return nil }
      return Mark(end: link.end)
    case UInt8(ascii: "["): return link(text, at: index)
    case UInt8(ascii: "<"): return tag(text, at: index)
    case UInt8(ascii: "&"):
      guard let (scalar, end) = CharacterReference.read(text, at: index) else { return nil }
      return Mark(scalar: scalar, end: end)
    default: return nil
    }
  }

  /// Runs of `*` or `_` that touch a word; `_` inside a word and marks between spaces are text.
  private static func emphasis(_ text: Span<UInt8>, at start: Int) -> Mark? {
    let mark = text[start]
    var end = start
    while end < text.count, text[end] == mark { end += 1 }
    let touchesLeft = start > 0 && text[start - 1] != 0x20
    let touchesRight = end < text.count && text[end] != 0x20
    guard touchesLeft || touchesRight else { return nil }
    if mark == UInt8(ascii: "_"), touchesLeft, touchesRight, isWord(text[start - 1]),
      isWord(text[end])
    {
      return nil
    }
    return Mark(end: end)
  }

  /// `~~` before or behind a word.
  private static func strikethrough(_ text: Span<UInt8>, at start: Int) -> Mark? {
    var end = start
    while end < text.count, text[end] == UInt8(ascii: "~") { end += 1 }
    let touchesLeft = start > 0 && text[start - 1] != 0x20
    let touchesRight = end < text.count && text[end] != 0x20
    guard end - start == 2, touchesLeft || touchesRight else { return nil }
    return Mark(beginsStrike: touchesRight, endsStrike: touchesLeft, end: end)
  }

  /// What stands between runs of equally many backticks.
  private mutating func code(_ text: Span<UInt8>, at start: Int) -> Mark? {
    var open = start
    while open < text.count, text[open] == UInt8(ascii: "`") { open += 1 }
    let length = open - start
    var index = open
    let limit = min(text.count, open + Self.maximumDistance)
    while searchesLeft > 0,
      let close = text.firstOffset(of: UInt8(ascii: "`"), in: index..<limit)
    {
      var end = close
      while end < text.count, text[end] == UInt8(ascii: "`") { end += 1 }
      if end - close == length { return Mark(content: open..<close, end: end) }
      guard end < limit else { break }
      index = end
    }
    searchesLeft -= 1
    return Mark(content: start..<open, end: open)
  }

  /// `[text](target "title")`, `[text][label]`, `[text]` with a footnote's or a link's label.
  private mutating func link(_ text: Span<UInt8>, at start: Int) -> Mark? {
    guard let close = closing(text, start, UInt8(ascii: "["), UInt8(ascii: "]")) else { return nil }
    let content = start + 1..<close
    if !content.isEmpty, text[content.lowerBound] == UInt8(ascii: "^") {
      return Mark(end: close + 1)
    }
    guard close + 1 < text.count else { return nil }
    if text[close + 1] == UInt8(ascii: "("),
      let end = closing(text, close + 1, UInt8(ascii: "("), UInt8(ascii: ")"))
    {
      return Mark(content: content, end: end + 1)
    }
    if text[close + 1] == UInt8(ascii: "["),
      let end = closing(text, close + 1, UInt8(ascii: "["), UInt8(ascii: "]"))
    {
      return Mark(content: content, end: end + 1)
    }
    return nil
  }

  /// Where the bracket that opens at `start` is closed.
  private mutating func closing(
    _ text: Span<UInt8>, _ start: Int, _ open: UInt8, _ close: UInt8
  ) -> Int? {
    guard searchesLeft > 0 else { return nil }
    var depth = 0
    for index in start..<min(text.count, start + Self.maximumDistance) {
      if text[index] == open {
        depth += 1
      } else if text[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    searchesLeft -= 1
    return nil
  }

  /// `<https://…>` is its address; other tags are nothing, a line break is a space.
  private mutating func tag(_ text: Span<UInt8>, at start: Int) -> Mark? {
    guard searchesLeft > 0, start + 1 < text.count,
      text[start + 1].isASCIILetter || text[start + 1] == UInt8(ascii: "/")
        || text[start + 1] == UInt8(ascii: "!")
    else { return nil }
    let limit = min(text.count, start + Self.maximumDistance)
    guard let end = text.firstOffset(of: UInt8(ascii: ">"), in: start..<limit) else {
      searchesLeft -= 1
      return nil
    }
    if text.matches("<http", at: start) || text.matches("<mailto:", at: start) {
      return Mark(content: start + 1..<end, end: end + 1)
    }
    return Mark(
      addsSpace: text.matchesIgnoringCase("<br", at: start),
      beginsStrike: Self.isStruckTag(text, at: start + 1),
      endsStrike: text[start + 1] == UInt8(ascii: "/") && Self.isStruckTag(text, at: start + 2),
      end: end + 1)
  }

  private static func isStruckTag(_ text: Span<UInt8>, at start: Int) -> Bool {
    for name: StaticString in ["del", "strike", "s"] where text.matchesIgnoringCase(name, at: start)
    {
      let end = start + name.utf8CodeUnitCount
      if end < text.count, text[end] == UInt8(ascii: ">") || text[end] == 0x20 { return true }
    }
    return false
  }

  /// The alternative text, if a line is one image and nothing else; empty if it has none.
  static func loneImage(_ line: Span<UInt8>) -> String? {
    var reader = MarkdownInline()
    guard line.matches("![", at: 0),
      let close = reader.closing(line, 1, UInt8(ascii: "["), UInt8(ascii: "]")),
      close + 1 < line.count,
      line[close + 1] == UInt8(ascii: "("),
      reader.closing(line, close + 1, UInt8(ascii: "("), UInt8(ascii: ")")) == line.count - 1
    else { return nil }
    return line.string(ByteRange(2, close)).trimmingSpaces()
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !byte.isASCIILetter && !byte.isASCIIDigit
  }
}
