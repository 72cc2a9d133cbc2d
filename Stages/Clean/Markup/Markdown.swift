import StageKit
import TextKit

/// Turns Markdown into paragraphs of plain text: blocks here, what is inside a line in
/// `MarkdownInline`, what stands before the text in `FrontMatter`.
enum Markdown {
  /// Adds the paragraphs of a text with clean characters to `blocks`.
  static func read(_ bytes: [UInt8], into blocks: inout BlockList, _ metadata: inout Metadata) {
    let text = bytes.span
    var lineStart = FrontMatter.read(text, &metadata)
    var kind = Paragraph.Kind.body
    var fence: UInt8?
    var strike: MarkdownInline.Strike?
    var isBehindDefinition = false
    while lineStart < text.count {
      let lineEnd = text.firstOffset(of: 0x0A, in: lineStart..<text.count) ?? text.count
      var line = PlainText.trim(text, lineStart..<lineEnd)
      lineStart = lineEnd + 1
      if let mark = fenceMark(text, line) {
        blocks.close(kind)
        fence = fence == nil ? mark : fence == mark ? nil : fence
        kind = .body
        continue
      }
      if fence != nil {
        blocks.appendSpace()
        blocks.append(text.extracting(line), at: line.lowerBound)
        continue
      }
      let hadQuote = kind == .quote
      let isQuotation = stripQuoteMarks(text, &line)
      let isTitle = isBehindDefinition && isQuoted(text, line)
      isBehindDefinition = isDefinition(text, line)
      if line.isEmpty || isRule(text, line) || isBehindDefinition || isTitle {
        // `===` and `---` below a line make it a heading.
        let isUnderline = !line.isEmpty && isHeadingUnderline(text, line) && blocks.openCount > 0
        blocks.close(isUnderline && kind == .body ? .heading : kind)
        kind = .body
        continue
      }
      if hadQuote != isQuotation, kind != .listItem { blocks.close(kind) }
      if isQuotation {
        kind = .quote
      } else if kind == .quote {
        kind = .body
      }
      if let content = headingContent(text, line) {
        blocks.close(kind)
        MarkdownInline.append(
          text.extracting(content), at: content.lowerBound, to: &blocks, &strike)
        blocks.close(.heading)
        kind = .body
        continue
      }
      if let length = ListMarker.length(text, line) {
        blocks.close(kind)
        kind = .listItem
        line = line.lowerBound + length..<line.upperBound
      }
      if let length = footnoteMark(text, line) {
        blocks.close(kind)
        kind = .body
        line = PlainText.trim(text, line.lowerBound + length..<line.upperBound)
      }
      if let caption = MarkdownInline.loneImage(text.extracting(line)) {
        blocks.close(kind)
        kind = .body
        metadata.offer(
          caption: CaptionLine.read(caption.utf8.span) ?? Metadata.Caption(text: caption),
          from: "image text")
        continue
      }
      if isTableRow(text, line) {
        blocks.close(kind)
        appendRow(text, line, &blocks, &strike)
        blocks.close(.body)
        kind = .body
        continue
      }
      blocks.appendSpace()
      MarkdownInline.append(text.extracting(line), at: line.lowerBound, to: &blocks, &strike)
    }
    blocks.close(kind)
  }

  /// The character of a code fence, if the line is one.
  private static func fenceMark(_ text: Span<UInt8>, _ line: Range<Int>) -> UInt8? {
    if text.matches("```", at: line.lowerBound) || text.matches("~~~", at: line.lowerBound) {
      return line.count >= 3 ? text[line.lowerBound] : nil
    }
    return nil
  }

  /// Removes the marks of a quotation from the start of a line.
  private static func stripQuoteMarks(_ text: Span<UInt8>, _ line: inout Range<Int>) -> Bool {
    var start = line.lowerBound
    var isQuoted = false
    while start < line.upperBound,
      text[start] == UInt8(ascii: ">") || (isQuoted && text[start] == 0x20)
    {
      isQuoted = true
      start += 1
    }
    line = start..<line.upperBound
    return isQuoted
  }

  /// The text of `## Heading ##`.
  private static func headingContent(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    var start = line.lowerBound
    while start < line.upperBound, text[start] == UInt8(ascii: "#") { start += 1 }
    let level = start - line.lowerBound
    guard (1...6).contains(level), start == line.upperBound || text[start] == 0x20 else {
      return nil
    }
    var end = line.upperBound
    while end > start, text[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end < line.upperBound, end > start, text[end - 1] != 0x20 { end = line.upperBound }
    return PlainText.trim(text, start..<max(start, end))
  }

  /// A line of nothing but three or more `-`, `*`, `_` or `=`.
  private static func isRule(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count >= 2 else { return false }
    let mark = text[line.lowerBound]
    guard
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")
        || mark == UInt8(ascii: "=")
    else { return false }
    var count = 0
    for index in line {
      if text[index] == mark {
        count += 1
      } else if text[index] != 0x20 {
        return false
      }
    }
    return count >= 3 || (count == 2 && (mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=")))
  }

  private static func isHeadingUnderline(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let mark = text[line.lowerBound]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=") else { return false }
    for index in line where text[index] != mark { return false }
    return true
  }

  /// `[label]: target` or `[label]: target "title"`, which is no text. Footnotes are.
  private static func isDefinition(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard !line.isEmpty, text[line.lowerBound] == UInt8(ascii: "["),
      let close = text.firstOffset(of: UInt8(ascii: "]"), in: line), close + 1 < line.upperBound,
      text[close + 1] == UInt8(ascii: ":"), text[line.lowerBound + 1] != UInt8(ascii: "^")
    else { return false }
    let target = PlainText.trim(text, close + 2..<line.upperBound)
    guard let space = text.firstOffset(of: 0x20, in: target) else { return true }
    return isQuoted(text, PlainText.trim(text, space..<target.upperBound))
  }

  /// Whether a line stands in quotation marks or parentheses, as the title of a target.
  private static func isQuoted(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count >= 2 else { return false }
    let last = text[line.upperBound - 1]
    switch text[line.lowerBound] {
    case UInt8(ascii: "\""): return last == UInt8(ascii: "\"")
    case UInt8(ascii: "'"): return last == UInt8(ascii: "'")
    case UInt8(ascii: "("): return last == UInt8(ascii: ")")
    default: return false
    }
  }

  /// The length of `[^1]: ` at the start of a footnote.
  private static func footnoteMark(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard text.matches("[^", at: line.lowerBound),
      let close = text.firstOffset(
        of: UInt8(ascii: "]"), in: line.lowerBound..<min(line.upperBound, line.lowerBound + 64)),
      close + 1 < line.upperBound, text[close + 1] == UInt8(ascii: ":")
    else { return nil }
    return close + 2 - line.lowerBound
  }

  private static func isTableRow(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.count > 2 && text[line.lowerBound] == UInt8(ascii: "|")
      && text[line.upperBound - 1] == UInt8(ascii: "|")
  }

  /// Adds the cells of a row with spaces between them; the row of dashes below a table's head has
  /// none.
  private static func appendRow(
    _ text: Span<UInt8>, _ line: Range<Int>, _ blocks: inout BlockList,
    _ strike: inout MarkdownInline.Strike?
  ) {
    var start = line.lowerBound + 1
    while start < line.upperBound {
      let end =
        text.firstOffset(of: UInt8(ascii: "|"), in: start..<line.upperBound)
        ?? line.upperBound
      let cell = PlainText.trim(text, start..<end)
      var isDelimiter = true
      for index in cell where text[index] != UInt8(ascii: "-") && text[index] != UInt8(ascii: ":") {
        isDelimiter = false
      }
      if !isDelimiter {
        blocks.appendSpace()
        MarkdownInline.append(text.extracting(cell), at: cell.lowerBound, to: &blocks, &strike)
      }
      start = end + 1
    }
  }
}
