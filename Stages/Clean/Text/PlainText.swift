import StageKit
import TextKit

/// Finds the paragraphs of plain text.
///
/// A blank line always ends a paragraph. Whether a single line break does depends on the text: where
/// its lines are wrapped to some width, a break ends a paragraph only if the next line's first word
/// would have fitted; elsewhere every line is a paragraph.
enum PlainText {
  /// The widest line of wrapped text, in characters.
  private static let maximumWrapWidth = 100
  /// Lines of text that is narrower than this are verses, lists or addresses.
  private static let minimumWrapWidth = 40
  /// So many lines at the top may state dates, which are in no paragraph.
  private static let maximumHeaderLines = 12

  static func read(_ bytes: [UInt8], into blocks: inout BlockList) {
    let text = bytes.span
    let width = wrapWidth(text)
    let furniture = PageFurniture(text)
    var hyphens = HyphenJoiner()
    var previous: Range<Int>?
    var wasQuoted = false
    /// Whether a page ended, or a blank line stood, since the line before.
    var isNewPage = false
    var isNewParagraph = false
    var lineStart = 0
    var headerLines = width == nil ? 0 : maximumHeaderLines
    var wasDated = false
    while lineStart < text.count {
      let lineEnd = text.firstOffset(of: 0x0A, in: lineStart..<text.count) ?? text.count
      var line = trim(text, lineStart..<lineEnd)
      let indentation = line.lowerBound - lineStart
      lineStart = lineEnd + 1
      if line.isEmpty {
        isNewParagraph = true
        continue
      }
      if furniture.contains(line) {
        isNewPage = true
        continue
      }
      let isQuoted = stripQuoteMarks(text, &line)
      if line.isEmpty {
        isNewParagraph = true
        continue
      }
      var isDated = false
      if headerLines > 0 {
        headerLines -= 1
        isDated = DateLine.read(text.extracting(line))?.isLabelled ?? false
      }
      if isNewParagraph, !isNewPage {
        closeParagraph(&blocks, wasQuoted)
        previous = nil
      }
      if let before = previous {
        if isNewPage
          ? isCut(text, before, line)
          : isQuoted == wasQuoted && !isDated && !wasDated
            && width.map({
              continues(text, before, line, indentation: indentation, isQuoted ? $0 - 2 : $0)
            }) ?? false
        {
          if !hyphens.joins(text, before, line) {
            blocks.appendSpace(at: before.upperBound)
          } else if hyphens.dropsHyphen {
            blocks.removeLast()
          }
        } else {
          closeParagraph(&blocks, wasQuoted)
        }
      }
      blocks.append(line: text.extracting(line), at: line.lowerBound)
      previous = line
      wasQuoted = isQuoted
      wasDated = isDated
      isNewPage = false
      isNewParagraph = false
    }
    closeParagraph(&blocks, wasQuoted)
  }

  /// Removes the marks of a quotation in a mail from the start of a line: `> > `.
  private static func stripQuoteMarks(_ text: Span<UInt8>, _ line: inout Range<Int>) -> Bool {
    var start = line.lowerBound
    guard text[start] == UInt8(ascii: ">"),
      start + 1 == line.upperBound || text[start + 1] == 0x20
        || text[start + 1] == UInt8(ascii: ">")
    else { return false }
    while start < line.upperBound, text[start] == UInt8(ascii: ">") || text[start] == 0x20 {
      start += 1
    }
    line = start..<line.upperBound
    return true
  }

  /// Whether the end of a page cut a sentence in two.
  private static func isCut(
    _ text: Span<UInt8>, _ line: Range<Int>, _ next: Range<Int>
  ) -> Bool {
    let last = text[line.upperBound - 1]
    return text[next.lowerBound].isASCIILowercase
      && (last.isASCIILetter || last == UInt8(ascii: ",") || last == UInt8(ascii: "-"))
  }

  private static func closeParagraph(_ blocks: inout BlockList, _ isQuoted: Bool) {
    let start = blocks.bytes.count - blocks.openCount
    let isItem = ListMarker.length(blocks.bytes.span, start..<blocks.bytes.count) != nil
    blocks.close(isQuoted ? .quote : isItem ? .listItem : .body)
  }

  /// The width that the text is wrapped to, in characters, or `nil` if it is not.
  private static func wrapWidth(_ text: Span<UInt8>) -> Int? {
    var lines = 0
    var longLines = 0
    var width = 0
    let isASCII = text.isASCII
    var lineStart = 0
    while lineStart < text.count {
      let lineEnd = text.firstOffset(of: 0x0A, in: lineStart..<text.count) ?? text.count
      if lineEnd > lineStart {
        lines += 1
        // No character has more than four bytes, so that long lines need not be counted.
        let isCounted = !isASCII && lineEnd - lineStart <= 4 * maximumWrapWidth
        let length =
          isCounted ? characterCount(text, lineStart..<lineEnd) : lineEnd - lineStart
        if length > maximumWrapWidth { longLines += 1 } else { width = max(width, length) }
      }
      lineStart = lineEnd + 1
    }
    return width >= minimumWrapWidth && longLines * 10 <= lines ? width : nil
  }

  /// Whether `next` goes on with the paragraph of the line before it.
  private static func continues(
    _ text: Span<UInt8>, _ line: Range<Int>, _ next: Range<Int>, indentation: Int, _ width: Int
  ) -> Bool {
    if indentation >= 2 || ListMarker.length(text, next) != nil { return false }
    let last = text[line.upperBound - 1]
    let endsSentence =
      last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
      || last == UInt8(ascii: ":") || last == UInt8(ascii: "\"")
    if !endsSentence, text[next.lowerBound].isASCIILowercase { return true }
    let wordEnd = text.firstOffset(of: 0x20, in: next) ?? next.upperBound
    let word = characterCount(text, next.lowerBound..<wordEnd)
    return characterCount(text, line) + 1 + word > width
  }

  static func characterCount(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    text.extracting(range).withUnsafeBytes { bytes in
      var continuations = 0
      var index = 0
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        continuations += ((word >> 7) & ~(word >> 6) & ByteLanes.all(1)).nonzeroBitCount
        index += 8
      }
      while index < bytes.count {
        if bytes[index].isUTF8Continuation { continuations += 1 }
        index += 1
      }
      return bytes.count - continuations
    }
  }

  static func trim(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start] == 0x20 { start += 1 }
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }
}

/// The mark that a line of a list starts with.
enum ListMarker {
  /// The number of bytes of the marker at the start of a line, with the space after it, or `nil`.
  static func length(_ text: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard line.count > 2 else { return nil }
    let first = text[line.lowerBound]
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return text[line.lowerBound + 1] == 0x20 ? 2 : nil
    case 0xE2:
      let isBullet =
        text.matches("•", at: line.lowerBound) || text.matches("▪", at: line.lowerBound)
        || text.matches("‣", at: line.lowerBound) || text.matches("●", at: line.lowerBound)
      guard isBullet, line.count > 3 else { return nil }
      return text[line.lowerBound + 3] == 0x20 ? 4 : 3
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var index = line.lowerBound
      while index < line.upperBound, index < line.lowerBound + 3, text[index].isASCIIDigit {
        index += 1
      }
      guard index + 1 < line.upperBound,
        text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")"),
        text[index + 1] == 0x20
      else { return nil }
      return index + 2 - line.lowerBound
    default: return nil
    }
  }
}
