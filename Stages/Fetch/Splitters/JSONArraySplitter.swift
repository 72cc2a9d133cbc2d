import StageKit
import TextKit

/// A JSON list: every element is a record.
struct JSONArraySplitter: RecordSplitter {
  private var isInside = false

  mutating func next(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) -> Bool {
    try input.skipWhitespace()
    if !isInside {
      guard input.starts(with: "[") else {
        throw StageFailure(
          reason: "json", message: "'[' is expected at the start of a list", offset: input.offset)
      }
      input.skip(1)
      isInside = true
      try input.skipWhitespace()
    }
    guard input.available > 0 else { throw truncated(input) }
    if input.starts(with: "]") {
      input.skip(1)
      try checkNothingFollows(input)
      return false
    }
    try takeElement(input, into: &record)
    record.trimEnd()
    return true
  }

  /// Takes everything up to the comma or bracket that ends the element. The comma is passed over.
  private func takeElement(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) {
    var depth = 0
    var isInString = false
    var isEscaped = false
    while try input.require(1) > 0 {
      let window = input.window
      let bytes = window.span.extracting(input.start..<input.end)
      var index = 0
      var isOver = false
      scan: while index < bytes.count {
        let byte = bytes[index]
        if isInString {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
          } else if byte == UInt8(ascii: "\"") {
            isInString = false
          }
        } else {
          switch byte {
          case UInt8(ascii: "\""): isInString = true
          case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
          case UInt8(ascii: "]") where depth == 0, UInt8(ascii: ",") where depth == 0:
            isOver = true
            break scan
          case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
          default: break
          }
        }
        index += 1
      }
      record.take(index, from: input)
      if isOver {
        if input.starts(with: ",") { input.skip(1) }
        return
      }
    }
    throw truncated(input)
  }

  private func checkNothingFollows(_ input: ByteReader) throws(StageFailure) {
    try input.skipWhitespace()
    if input.available > 0 {
      throw StageFailure(
        reason: "json", message: "unexpected text after the list", offset: input.offset)
    }
  }

  private func truncated(_ input: ByteReader) -> StageFailure {
    StageFailure(
      reason: "truncated", message: "the file ends inside the list", offset: input.offset)
  }
}
