import StageKit
import TextKit

/// A mailbox in the mbox format: a message starts at a line with `From `, a sender and a date that is
/// the first one or follows a blank line. That line is not part of the message.
struct MboxSplitter: RecordSplitter {
  private var isInside = false

  mutating func next(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) -> Bool {
    if !isInside {
      try input.skipWhitespace()
      guard try input.require(5) > 0 else { return false }
      guard try startsMessage(input) else {
        throw StageFailure(
          reason: "mbox", message: "a mailbox must start with 'From ', a sender and a date",
          offset: input.offset)
      }
      isInside = true
      try skipLine(input)
    }
    guard try input.require(1) > 0 else { return false }
    var followsBlankLine = false
    while try input.require(6) > 0 {
      if followsBlankLine, try startsMessage(input) {
        try skipLine(input)
        return true
      }
      followsBlankLine = input.starts(with: "\n") || input.starts(with: "\r\n")
      try input.takeLine(into: &record)
    }
    return true
  }

  private func startsMessage(_ input: ByteReader) throws(StageFailure) -> Bool {
    guard input.starts(with: "From ") else { return false }
    try input.require(Span<UInt8>.longestMessageStart)
    let window = input.window
    return window.span.extracting(input.start..<input.end).startsWithMessage
  }

  private func skipLine(_ input: ByteReader) throws(StageFailure) {
    var ignored = RecordBuffer(limit: 0)
    try input.takeLine(into: &ignored)
  }
}

extension Span<UInt8> {
  /// How many bytes are looked at to tell whether a message starts.
  fileprivate static var longestMessageStart: Int { 2048 }

  /// Whether a message of a mailbox starts here: a line with `From ` that ends in a date, or that a
  /// mail header follows. People write paragraphs that begin with that word as well.
  var startsWithMessage: Bool {
    guard matches("From ", at: 0) else { return false }
    let limit = Swift.min(count, Self.longestMessageStart)
    let lineEnd = firstOffset(of: UInt8(ascii: "\n"), in: 0..<limit) ?? limit
    return startsWithMailHeader(at: lineEnd + 1) || endsInMailboxDate(0..<lineEnd)
  }

  /// Whether there is a header's name with its colon (RFC 5322 §2.2), which is not that of an address
  /// such as `https://`.
  private func startsWithMailHeader(at start: Int) -> Bool {
    var position = start
    while position < count, self[position] > 0x20, self[position] < 0x7F,
      self[position] != UInt8(ascii: ":")
    {
      position += 1
    }
    guard position > start, position < count, self[position] == UInt8(ascii: ":") else {
      return false
    }
    return !matches("://", at: position)
  }

  /// Whether a line ends in a date as in `Tue Sep 19 12:12:00 2023`, where a zone may stand before the
  /// year or after it.
  private func endsInMailboxDate(_ line: Range<Int>) -> Bool {
    var words: [Range<Int>] = []
    var position = line.lowerBound
    while position < line.upperBound {
      while position < line.upperBound, self[position].isASCIIWhitespace { position += 1 }
      let start = position
      while position < line.upperBound, !self[position].isASCIIWhitespace { position += 1 }
      if position > start { words.append(start..<position) }
    }
    func digits(_ word: Range<Int>) -> Int {
      word.count(where: { self[$0].isASCIIDigit })
    }
    // Day of the week, month, day, time, and the year with zones.
    guard let time = words.lastIndex(where: { self[$0.lowerBound].isASCIIDigit && isTime($0) }),
      time >= 3, isName(words[time - 3], among: "sunmontuewedthufrisat"),
      isName(words[time - 2], among: "janfebmaraprmayjunjulaugsepoctnovdec"),
      digits(words[time - 1]) == words[time - 1].count, words[time - 1].count <= 2
    else { return false }
    let rest = words[(time + 1)...]
    return rest.count <= 3 && rest.contains { $0.count == 4 && digits($0) == 4 }
  }

  private func isTime(_ word: Range<Int>) -> Bool {
    guard (4...8).contains(word.count) else { return false }
    return word.contains { self[$0] == UInt8(ascii: ":") }
      && word.allSatisfy { self[$0].isASCIIDigit || self[$0] == UInt8(ascii: ":") }
  }

  /// Whether a word is one of the names, which have three letters each.
  private func isName(_ word: Range<Int>, among names: StaticString) -> Bool {
    guard word.count == 3 else { return false }
    return stride(from: 0, to: names.utf8CodeUnitCount, by: 3).contains { start in
      (0..<3).allSatisfy {
        self[word.lowerBound + $0].lowercasedASCII == names.utf8Start[start + $0]
      }
    }
  }
}
