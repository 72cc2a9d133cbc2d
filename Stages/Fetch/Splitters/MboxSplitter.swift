import StageKit

/// A mailbox in the mbox format: a message starts at a line that starts with `From ` and is the
/// first one or follows a blank line. That line is not part of the message.
struct MboxSplitter: RecordSplitter {
  private var isInside = false

  mutating func next(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) -> Bool {
    if !isInside {
      try input.skipWhitespace()
      guard try input.require(5) > 0 else { return false }
      guard input.starts(with: "From ") else {
        throw StageFailure(
          reason: "mbox", message: "a mailbox must start with 'From '", offset: input.offset)
      }
      isInside = true
      try skipLine(input)
    }
    guard try input.require(1) > 0 else { return false }
    var followsBlankLine = false
    while try input.require(6) > 0 {
      if followsBlankLine && input.starts(with: "From ") {
        try skipLine(input)
        return true
      }
      followsBlankLine = input.starts(with: "\n") || input.starts(with: "\r\n")
      try input.takeLine(into: &record)
    }
    return true
  }

  private func skipLine(_ input: ByteReader) throws(StageFailure) {
    var ignored = RecordBuffer(limit: 0)
    try input.takeLine(into: &ignored)
  }
}
