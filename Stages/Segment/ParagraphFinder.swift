import StageKit
import TextKit

/// Finds the paragraphs of a text that no stage has divided yet.
///
/// Blank lines divide paragraphs. So does a single line break, unless the text is hard-wrapped: that
/// is, unless lines break where the next word would not have fitted any more.
struct ParagraphFinder {
  /// A line that is not blank, without the white space around it.
  private struct Line {
    var range: ByteRange
    var followsBlankLine: Bool
  }

  /// The width, in characters, that lines of hard-wrapped texts have at least and at most.
  private static let wrapWidths = 40...100
  /// So many lines must be broken where the next word would not have fitted.
  private static let wrapEvidence = 3

  private var lines: [Line] = []
  private let classes = ScalarClasses()

  mutating func paragraphs(of text: TextBytes) -> [Paragraph] {
    findLines(text)
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(lines.count)
    let width = lines.contains { !$0.followsBlankLine } ? wrapWidth(text) : nil
    for (index, line) in lines.enumerated() {
      if let width, !line.followsBlankLine, continues(text, index, width) {
        let whole = ByteRange(paragraphs[paragraphs.count - 1].range.start, line.range.end)
        paragraphs[paragraphs.count - 1].range = whole
      } else {
        paragraphs.append(Paragraph(line.range))
      }
    }
    ParagraphKinds(text: text).assign(to: &paragraphs)
    return paragraphs
  }

  private mutating func findLines(_ text: TextBytes) {
    lines.removeAll(keepingCapacity: true)
    var start = text.start
    var followsBlankLine = true
    while start < text.end {
      let end = text.firstOffset(of: UInt8(ascii: "\n"), from: start, to: text.end)
      if let range = trimmed(text, start, end) {
        lines.append(Line(range: range, followsBlankLine: followsBlankLine))
        followsBlankLine = false
      } else {
        followsBlankLine = true
      }
      start = end + 1
    }
  }

  /// The range without white space at its ends, or `nil` if nothing else is in it.
  private func trimmed(_ text: TextBytes, _ start: Int, _ end: Int) -> ByteRange? {
    var start = start
    var end = end
    while start < end {
      let byte = text[start]
      if byte < 0x80 {
        guard byte.isASCIIWhitespace else { break }
        start += 1
      } else {
        let (scalar, length) = text.scalar(at: start)
        guard classes.classify(scalar) == .space else { break }
        start += length
      }
    }
    while end > start {
      let byte = text[end - 1]
      if byte < 0x80 {
        guard byte.isASCIIWhitespace else { break }
        end -= 1
      } else {
        let previous = text.previousOffset(end)
        guard classes.classify(text.scalar(at: previous).value) == .space else { break }
        end = previous
      }
    }
    return start < end ? ByteRange(start, end) : nil
  }

  // MARK: - Hard-wrapped texts

  /// The width that the text is wrapped to, or `nil` if it is not hard-wrapped.
  private func wrapWidth(_ text: TextBytes) -> Int? {
    var width = 0
    for line in lines {
      // An address alone in its line may be wider than all others.
      let end = line.range.end
      let isOneWord =
        text.firstOffset(of: UInt8(ascii: " "), from: line.range.start, to: end) == end
      if !isOneWord { width = max(width, characterCount(text, line.range)) }
      if width > Self.wrapWidths.upperBound { return nil }
    }
    guard Self.wrapWidths.contains(width) else { return nil }
    var evidence = 0
    for index in lines.indices where !lines[index].followsBlankLine {
      if fills(text, index, width) { evidence += 1 }
    }
    return evidence >= Self.wrapEvidence ? width : nil
  }

  /// Whether the first word of this line would not have fitted into the line before.
  private func fills(_ text: TextBytes, _ index: Int, _ width: Int) -> Bool {
    let line = lines[index].range
    let wordEnd = text.firstOffset(of: UInt8(ascii: " "), from: line.start, to: line.end)
    let word = characterCount(text, ByteRange(line.start, wordEnd))
    return characterCount(text, lines[index - 1].range) + 1 + word > width
  }

  /// Whether this line continues the paragraph of the line before.
  private func continues(_ text: TextBytes, _ index: Int, _ width: Int) -> Bool {
    guard fills(text, index, width) else { return false }
    let marker = ListMarker(text, lines[index].range)
    let previous = lines[index - 1].range
    return marker == nil
      || (text[previous.end - 1] != UInt8(ascii: ":") && ListMarker(text, previous) == nil)
  }

  private func characterCount(_ text: TextBytes, _ range: ByteRange) -> Int {
    var count = 0
    for offset in range.range where !text[offset].isUTF8Continuation { count += 1 }
    return count
  }
}
