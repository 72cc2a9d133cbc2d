import StageKit
import TextKit

/// Text in which a certain line stands between articles. Articles of white space only are none.
struct SeparatorSplitter: RecordSplitter {
  /// How many spaces and tabs may follow the separator on its line.
  private static let trailingSpace = 256

  let separator: [UInt8]

  mutating func next(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) -> Bool {
    while try input.require(separator.count + Self.trailingSpace) > 0 {
      if let length = separatorLength(input) {
        input.skip(length)
        if !record.isBlank { return true }
        record.clear()
      } else {
        try input.takeLine(into: &record)
      }
    }
    return !record.isBlank
  }

  /// The length of the line at hand with its line feed, if it is a separator.
  private func separatorLength(_ input: ByteReader) -> Int? {
    guard input.available >= separator.count else { return nil }
    let window = input.window
    let line = window.span.extracting(input.start..<input.end)
    for index in separator.indices where line[index] != separator[index] { return nil }
    var length = separator.count
    while length < line.count, line[length] != UInt8(ascii: "\n") {
      guard line[length].isASCIIWhitespace else { return nil }
      length += 1
    }
    return min(length + 1, line.count)
  }
}
