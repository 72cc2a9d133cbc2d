import StageKit
import TextKit

/// An RSS or Atom feed: every `item` or `entry` element is a record, with its tags.
struct FeedSplitter: RecordSplitter {
  /// Longer than everything that is looked for after a `<`, with a prefix before the name.
  private static let lookAhead = 64

  private enum Markup {
    case comment
    case literal
    case start
    case end
    case other
  }

  private var hasRoot = false
  private var hasItem = false

  mutating func next(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) -> Bool {
    guard try findItem(input) else {
      if hasRoot || hasItem { return false }
      throw StageFailure(reason: "feed", message: "neither an RSS nor an Atom feed", offset: 0)
    }
    hasItem = true
    try takeItem(input, into: &record)
    return true
  }

  /// Passes over everything before the next item.
  private mutating func findItem(_ input: ByteReader) throws(StageFailure) -> Bool {
    var ignored = RecordBuffer(limit: 0)
    while try advanceToMarkup(input, into: &ignored) {
      switch markup(input) {
      case .start: return true
      case .comment: try take(input, through: "-->", into: &ignored)
      case .literal: try take(input, through: "]]>", into: &ignored)
      case .other, .end:
        if isRoot(input) { hasRoot = true }
        input.skip(1)
      }
    }
    return false
  }

  private func takeItem(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) {
    while try advanceToMarkup(input, into: &record) {
      switch markup(input) {
      case .comment: try take(input, through: "-->", into: &record)
      case .literal: try take(input, through: "]]>", into: &record)
      case .end: return try take(input, through: ">", into: &record)
      case .start, .other: record.take(1, from: input)
      }
    }
    throw StageFailure(
      reason: "truncated", message: "the file ends inside an item", offset: input.offset)
  }

  /// Moves everything before the next `<` to the record.
  private func advanceToMarkup(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) -> Bool {
    while try input.require(Self.lookAhead) > 0 {
      guard let length = input.distance(to: UInt8(ascii: "<")) else {
        record.take(input.available, from: input)
        continue
      }
      record.take(length, from: input)
      try input.require(Self.lookAhead)
      return true
    }
    return false
  }

  /// Moves everything up to and with a literal to the record.
  private func take(
    _ input: ByteReader, through literal: StaticString, into record: inout RecordBuffer
  ) throws(StageFailure) {
    let length = literal.utf8CodeUnitCount
    let first = literal.utf8Start[0]
    while try input.require(length) >= length {
      guard let distance = input.distance(to: first) else {
        record.take(input.available, from: input)
        continue
      }
      record.take(distance, from: input)
      try input.require(length)
      if input.starts(with: literal) { return record.take(length, from: input) }
      if input.available > 0 { record.take(1, from: input) }
    }
    record.take(input.available, from: input)
  }

  private func markup(_ input: ByteReader) -> Markup {
    if input.starts(with: "<!--") { return .comment }
    if input.starts(with: "<![CDATA[") { return .literal }
    let window = input.window
    let bytes = window.span.extracting(input.start..<input.end)
    let isEnd = bytes.count > 1 && bytes[1] == UInt8(ascii: "/")
    guard
      isNamed("item", bytes, after: isEnd ? 2 : 1)
        || isNamed("entry", bytes, after: isEnd ? 2 : 1)
    else { return .other }
    return isEnd ? .end : .start
  }

  private func isRoot(_ input: ByteReader) -> Bool {
    let window = input.window
    let bytes = window.span.extracting(input.start..<input.end)
    return isNamed("rss", bytes, after: 1) || isNamed("feed", bytes, after: 1)
      || isNamed("RDF", bytes, after: 1) || isNamed("channel", bytes, after: 1)
  }

  /// Whether the name at `start` is `name`, with or without a prefix.
  private func isNamed(_ name: StaticString, _ bytes: Span<UInt8>, after start: Int) -> Bool {
    let limit = min(bytes.count, Self.lookAhead)
    var position = start
    var nameStart = start
    while position < limit {
      let byte = bytes[position]
      if byte == UInt8(ascii: ":") { nameStart = position + 1 }
      if byte.isASCIIWhitespace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      position += 1
    }
    return position - nameStart == name.utf8CodeUnitCount && bytes.matches(name, at: nameStart)
  }
}
