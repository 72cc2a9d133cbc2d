import TextKit

/// The lines at the top and bottom of pages in text that was taken out of a PDF: `Vale Courier   Page 2`.
///
/// A line is one if it is nothing but the word for a page and a number, or if it ends in them and so
/// does another one of the same words with the next number. A number alone counts where it is the
/// next of such a row, too, which must be longer unless it stands amid a sentence.
struct PageFurniture {
  /// Where the lines start, in order.
  private var starts: [Int] = []

  private static let maximumBytes = 120
  private static let words: [StaticString] = ["page ", "seite ", "página ", "pagina ", "strona "]

  private struct Row {
    /// A hash of what stands before the number.
    var words: Int
    var number: Int
    var lines: [Int]
    /// Whether one of the lines cuts a sentence in two.
    var cuts = false
  }

  init(_ text: Span<UInt8>) {
    var rows: [Row] = []
    // The numbers of lines without other words.
    var pages: Set<Int> = []
    /// The last line that is no number of a page, and the row of the number below it.
    var before: Range<Int>?
    var open: Int?
    var lineStart = 0
    while lineStart < text.count {
      let lineEnd = text.firstOffset(of: 0x0A, in: lineStart..<text.count) ?? text.count
      let line = PlainText.trim(text, lineStart..<lineEnd)
      lineStart = lineEnd + 1
      guard !line.isEmpty else { continue }
      guard let page = Self.pageNumber(text, line) else {
        if let row = open, let before, PlainText.isCut(text, before, line) { rows[row].cuts = true }
        before = line
        open = nil
        continue
      }
      if page.isWhole {
        pages.insert(page.number)
        starts.append(line.lowerBound)
        continue
      }
      let words = Self.hash(text, line.lowerBound..<page.place)
      if let row = rows.firstIndex(where: { $0.words == words && $0.number + 1 == page.number }) {
        rows[row].number = page.number
        rows[row].lines.append(line.lowerBound)
        open = row
      } else if rows.count < 64 {
        rows.append(Row(words: words, number: page.number, lines: [line.lowerBound]))
        open = rows.count - 1
      }
    }
    let alone = Self.hash(text, 0..<0)
    for row in rows {
      // Two numbers alone may be anything, such as the scores of a match.
      let isRow = row.lines.count >= (row.words == alone && !row.cuts ? 4 : 2)
      let isBesidePage =
        row.words != alone && (pages.contains(row.number + 1) || pages.contains(row.number - 1))
      if isRow || isBesidePage { starts += row.lines }
    }
    starts.sort()
  }

  /// Whether a line, without spaces at its ends, is one of them.
  func contains(_ line: Range<Int>) -> Bool { next(from: line.lowerBound) == line.lowerBound }

  /// Where the first of them at or behind an offset starts.
  private func next(from offset: Int) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < starts.count ? starts[low] : nil
  }

  /// The number at the end of a line that may be a page's, where it starts, and whether the line is
  /// nothing but the word for a page and that number: `Page 2`, `Page 2 of 5`.
  private static func pageNumber(
    _ text: Span<UInt8>, _ line: Range<Int>
  ) -> (number: Int, place: Int, isWhole: Bool)? {
    guard line.count <= maximumBytes, text[line.upperBound - 1].isASCIIDigit else { return nil }
    guard var (number, place) = self.number(text, line.lowerBound, before: line.upperBound) else {
      return nil
    }
    if place == line.lowerBound { return (number, place, false) }
    for word: StaticString in [" of ", "/", " / ", " von "] {
      let end = place - word.utf8CodeUnitCount
      guard end > line.lowerBound, text.matches(word, at: end),
        let first = self.number(text, line.lowerBound, before: end)
      else { continue }
      (number, place) = first
      break
    }
    for word in words {
      let start = place - word.utf8CodeUnitCount
      if start >= line.lowerBound, text.matchesIgnoringCase(word, at: start) {
        return (number, place, start == line.lowerBound)
      }
    }
    return nil
  }

  /// The number of up to four digits that ends before `end`, and where it starts.
  private static func number(
    _ text: Span<UInt8>, _ start: Int, before end: Int
  ) -> (number: Int, place: Int)? {
    var place = end
    var number = 0
    var scale = 1
    while place > start, text[place - 1].isASCIIDigit, scale <= 1000 {
      place -= 1
      number += Int(text[place] - UInt8(ascii: "0")) * scale
      scale *= 10
    }
    return place < end ? (number, place) : nil
  }

  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash)
  }
}
