import StageKit
import TextKit

/// Finds the paragraphs of plain text.
///
/// A blank line always ends a paragraph. Whether a single line break does depends on the text: where
/// its lines are wrapped to some width, a break ends a paragraph only if the next line's first word
/// would have fitted; elsewhere every line is a paragraph.
enum PlainText {
  /// So many lines at the top may state dates and other fields, which are in no paragraph.
  private static let maximumHeaderLines = 12

  static func read(_ bytes: [UInt8], into blocks: inout BlockList) {
    let text = bytes.span
    let wrapping = LineWrapping(text)
    let furniture = PageFurniture(text)
    var hyphens = HyphenJoiner()
    var previous: PlainLine?
    /// The number of lines of the open paragraph.
    var paragraphLines = 0
    /// Whether a page ended, or a blank line stood, since the line before.
    var isNewPage = false
    var isNewParagraph = false
    var wasQuoted = false
    var lineStart = 0
    var headerLines = maximumHeaderLines
    var wasApart = false
    while lineStart < text.count {
      let line = PlainLine(text, at: lineStart)
      lineStart = line.next
      if line.range.isEmpty {
        isNewParagraph = true
        continue
      }
      if furniture.contains(line.range) {
        isNewPage = true
        continue
      }
      headerLines -= 1
      if isNewParagraph, !isNewPage {
        closeParagraph(&blocks, wasQuoted, paragraphLines)
        previous = nil
      }
      let standsApart =
        wrapping != nil && headerLines >= 0
        && isHeader(text, line.range, isFirst: previous == nil || wasApart)
        || RuledLine.matches(text.extracting(line.range))
      if let before = previous {
        let goesOn =
          if isNewPage {
            isCut(text, before.range, line.range)
          } else if let wrapping {
            line.isQuoted == before.isQuoted && !standsApart && !wasApart
              && wrapping.continues(text, before, line, isFirst: paragraphLines == 1)
          } else {
            false
          }
        if goesOn || headerLines >= 0 && isBrokenByline(text, before.range, line.range) {
          if !hyphens.joins(text, before.range, line.range) {
            if wrapping?.joinsDirectly(text, before.range, line.range) != true {
              blocks.appendSpace(at: before.range.upperBound)
            }
          } else if hyphens.dropsHyphen {
            blocks.removeLast()
          }
        } else {
          closeParagraph(&blocks, wasQuoted, paragraphLines)
          paragraphLines = 0
        }
      } else {
        paragraphLines = 0
      }
      blocks.append(line: text.extracting(line.range), at: line.range.lowerBound)
      paragraphLines += 1
      previous = line
      wasQuoted = line.isQuoted
      wasApart = standsApart
      isNewPage = false
      isNewParagraph = false
    }
    closeParagraph(&blocks, wasQuoted, paragraphLines)
  }

  /// Whether a line states a date or, where a paragraph begins or below other such lines, another
  /// field: `Subject: …`
  private static func isHeader(_ text: Span<UInt8>, _ line: Range<Int>, isFirst: Bool) -> Bool {
    let bytes = text.extracting(line)
    if DateLine.read(bytes)?.isLabelled ?? false { return true }
    return isFirst && HeaderLine.labelledField(bytes) != nil
  }

  /// Whether the names of a byline go on in the next line: `By Ann Bell and`.
  private static func isBrokenByline(
    _ text: Span<UInt8>, _ line: Range<Int>, _ next: Range<Int>
  ) -> Bool {
    guard line.count + next.count < 160, Byline.hasLabel(text.extracting(line)) else {
      return false
    }
    let first = text.string(ByteRange(line))
    let second = text.string(ByteRange(next))
    let words = [" and", " &", " und", " et", " y"]
    guard
      words.contains(where: first.hasSuffix)
        || first.hasSuffix(",") && words.contains(where: { second.contains("\($0) ") })
    else { return false }
    return Byline.read("\(first) \(second)".utf8.span) != nil
  }

  /// Whether the end of a page cut a sentence in two.
  static func isCut(
    _ text: Span<UInt8>, _ line: Range<Int>, _ next: Range<Int>
  ) -> Bool {
    let last = text[line.upperBound - 1]
    return text[next.lowerBound].isASCIILowercase
      && (last.isASCIILetter || last == UInt8(ascii: ",") || last == UInt8(ascii: "-"))
  }

  private static func closeParagraph(
    _ blocks: inout BlockList, _ isQuoted: Bool, _ lines: Int
  ) {
    let start = blocks.bytes.count - blocks.openCount
    let isItem = ListMarker.length(blocks.bytes.span, start..<blocks.bytes.count) != nil
    blocks.close(isQuoted ? .quote : isItem ? .listItem : .body, lines: lines)
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
