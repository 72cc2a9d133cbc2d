import StageKit

/// JSON Lines: every line that is not blank is a record.
struct LineSplitter: RecordSplitter {
  mutating func next(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) -> Bool {
    try input.skipWhitespace()
    guard input.available > 0 else { return false }
    try input.takeLine(into: &record)
    record.trimEnd()
    return true
  }
}
