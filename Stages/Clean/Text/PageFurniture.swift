import TextKit

/// The lines at the top and bottom of pages in text that was taken out of a PDF: `Vale Courier   Page 2`.
///
/// A line is one if it ends in the word for a page and a number, and so does another one of the same
/// words with the next number. A number alone counts where it is the next of such a row, too.
struct PageFurniture {
  /// Where the lines start, in order.
  private var starts: [Int] = []

  private static let maximumBytes = 120
  private static let words: [StaticString] = ["page ", "seite ", "página ", "pagina ", "strona "]

  init(_ text: Span<UInt8>) {
    var rows: [(words: Int, number: Int, lines: [Int])] = []
    var lineStart = 0
    while lineStart < text.count {
      let lineEnd = text.firstOffset(of: 0x0A, in: lineStart..<text.count) ?? text.count
      let line = PlainText.trim(text, lineStart..<lineEnd)
      lineStart = lineEnd + 1
      guard let (number, place) = Self.pageNumber(text, line) else { continue }
      let words = Self.hash(text, line.lowerBound..<place)
      if let row = rows.firstIndex(where: { $0.words == words && $0.number + 1 == number }) {
        rows[row].number = number
        rows[row].lines.append(line.lowerBound)
      } else if rows.count < 64 {
        rows.append((words, number, [line.lowerBound]))
      }
    }
    // Two numbers alone may be anything, such as the scores of a match.
    let alone = Self.hash(text, 0..<0)
    for row in rows where row.lines.count >= (row.words == alone ? 4 : 2) { starts += row.lines }
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

  /// The number at the end of a line that may be a page's, and where it starts.
  private static func pageNumber(
    _ text: Span<UInt8>, _ line: Range<Int>
  ) -> (number: Int, place: Int)? {
    guard !line.isEmpty, line.count <= maximumBytes, text[line.upperBound - 1].isASCIIDigit else {
      return nil
    }
    var place = line.upperBound
    var number = 0
    var scale = 1
    while place > line.lowerBound, text[place - 1].isASCIIDigit, scale <= 1000 {
      place -= 1
      number += Int(text[place] - UInt8(ascii: "0")) * scale
      scale *= 10
    }
    if place == line.lowerBound { return (number, place) }
    for word in words {
      let start = place - word.utf8CodeUnitCount
      if start >= line.lowerBound, text.matchesIgnoringCase(word, at: start) {
        return (number, place)
      }
    }
    return nil
  }

  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash)
  }
}
