import StageKit
import TextKit

/// Divides what a file holds into records, reading it once from front to back.
///
/// A splitter only looks for where records begin and end. Whether a record makes sense is found out
/// when it is loaded, on another thread.
protocol RecordSplitter {
  /// Reads the next record.
  ///
  /// - Parameter record: is empty; takes the bytes, of which it keeps no more than its limit.
  /// - Returns: `false` at the end.
  /// - Throws: why the file cannot be read any further.
  mutating func next(_ input: ByteReader, into record: inout RecordBuffer) throws(StageFailure)
    -> Bool
}

/// How a file of many articles is divided.
enum RecordFormat: Sendable, Equatable {
  case jsonLines
  case jsonArray
  case mbox
  case feed
  case separated(by: [UInt8])

  func makeSplitter() -> any RecordSplitter {
    switch self {
    case .jsonLines: LineSplitter()
    case .jsonArray: JSONArraySplitter()
    case .mbox: MboxSplitter()
    case .feed: FeedSplitter()
    case .separated(let separator): SeparatorSplitter(separator: separator)
    }
  }
}

extension RecordFormat {
  /// How the records are read, where the file is read as `type` otherwise.
  func contentKind(in type: FileType?) -> ContentKind {
    switch self {
    case .jsonLines, .jsonArray: .json
    case .mbox: .message
    case .feed: .feedItem
    case .separated: type == .markdown ? .markdown : .text
    }
  }
}

/// The bytes of one record while it is read.
struct RecordBuffer {
  let limit: Int
  private(set) var bytes: [UInt8] = []
  private(set) var isTooLarge = false

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether there is anything in the record besides white space.
  var isBlank: Bool { !isTooLarge && bytes.span.isBlank }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    isTooLarge = false
  }

  /// Moves the next `count` bytes that are at hand from the input to the record. Those of a record
  /// that has become too large are passed over.
  mutating func take(_ count: Int, from input: ByteReader) {
    if !isTooLarge {
      if bytes.count + count > limit {
        clear()
        isTooLarge = true
      } else {
        bytes.append(contentsOf: input.window[input.start..<input.start + count])
      }
    }
    input.skip(count)
  }

  /// Removes white space at the end.
  mutating func trimEnd() {
    while let last = bytes.last, last.isASCIIWhitespace { bytes.removeLast() }
  }
}

extension Span<UInt8> {
  /// Whether there is nothing but white space.
  var isBlank: Bool {
    for index in indices where !self[index].isASCIIWhitespace { return false }
    return true
  }
}

extension ByteReader {
  /// The offset from `start` of the first `byte` at hand.
  func distance(to byte: UInt8) -> Int? {
    let window = window
    return window.span.firstOffset(of: byte, in: start..<end).map { $0 - start }
  }

  /// Whether the bytes at hand start with a literal; require its length before.
  func starts(with literal: StaticString) -> Bool {
    let window = window
    return literal.utf8CodeUnitCount <= available && window.span.matches(literal, at: start)
  }

  /// Moves the rest of the line, with its line feed, to the record.
  func takeLine(into record: inout RecordBuffer) throws(StageFailure) {
    while try require(1) > 0 {
      if let length = distance(to: UInt8(ascii: "\n")) {
        record.take(length + 1, from: self)
        return
      }
      record.take(available, from: self)
    }
  }

  /// Passes over white space.
  func skipWhitespace() throws(StageFailure) {
    while try require(1) > 0 {
      var length = 0
      while length < available, window[start + length].isASCIIWhitespace { length += 1 }
      skip(length)
      if available > 0 { return }
    }
  }
}
