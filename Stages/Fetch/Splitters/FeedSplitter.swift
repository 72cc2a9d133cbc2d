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
  /// The outermost element, until its end has been seen.
  private var openRoot: FeedRoot?

  mutating func next(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) -> Bool {
    guard try findItem(input) else {
      guard hasRoot || hasItem else {
        throw StageFailure(reason: "feed", message: "neither an RSS nor an Atom feed", offset: 0)
      }
      if openRoot != nil { throw Self.truncated("before the feed does", input) }
      return false
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
      case .other, .end: try passBy(input)
      }
    }
    return false
  }

  /// Takes an item from its start tag to its end tag.
  private func takeItem(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) {
    if try takeTag(input, into: &record) { return }
    while try advanceToMarkup(input, into: &record) {
      switch markup(input) {
      case .comment: try take(input, through: "-->", into: &record)
      case .literal: try take(input, through: "]]>", into: &record)
      case .end:
        try take(input, through: ">", into: &record)
        return
      case .start, .other: record.take(1, from: input)
      }
    }
    throw Self.truncated("inside an item", input)
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
    throw Self.truncated("before '\(literal)'", input)
  }

  /// Moves a tag to the record. One that is never closed ends before the next one.
  ///
  /// - Returns: whether it is that of an element without content, as `<item/>`.
  private func takeTag(
    _ input: ByteReader, into record: inout RecordBuffer
  ) throws(StageFailure) -> Bool {
    record.take(1, from: input)
    var last: UInt8 = 0
    var quote: UInt8?
    while try input.require(1) > 0 {
      let byte = input.window[input.start]
      if byte == UInt8(ascii: "<") { return false }
      record.take(1, from: input)
      if quote == nil, byte == UInt8(ascii: ">") { return last == UInt8(ascii: "/") }
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      last = byte
    }
    throw Self.truncated("inside an item", input)
  }

  private func markup(_ input: ByteReader) -> Markup {
    if input.starts(with: "<!--") { return .comment }
    if input.starts(with: "<![CDATA[") { return .literal }
    let window = input.window
    let bytes = window.span.extracting(input.start..<input.end)
    let isEnd = bytes.count > 1 && bytes[1] == UInt8(ascii: "/")
    let name = isEnd ? 2 : 1
    guard bytes.isElement("item", nameAt: name) || bytes.isElement("entry", nameAt: name) else {
      return .other
    }
    return isEnd ? .end : .start
  }

  /// Passes over the start of some markup, and remembers whether the outermost element is open.
  private mutating func passBy(_ input: ByteReader) throws(StageFailure) {
    let window = input.window
    let bytes = window.span.extracting(input.start..<input.end)
    if bytes.matches("</", at: 0) {
      if let root = openRoot, bytes.feedRoot(nameAt: 2) == root {
        var ignored = RecordBuffer(limit: 0)
        try take(input, through: ">", into: &ignored)
        openRoot = nil
        return
      }
    } else if openRoot == nil, let root = bytes.feedRoot(nameAt: 1) {
      hasRoot = true
      var ignored = RecordBuffer(limit: 0)
      let isEmpty = try takeTag(input, into: &ignored)
      if !isEmpty { openRoot = root }
      return
    } else if bytes.isElement("channel", nameAt: 1) {
      hasRoot = true
    }
    input.skip(1)
  }

  private static func truncated(_ place: String, _ input: ByteReader) -> StageFailure {
    StageFailure(
      reason: "truncated", message: "the file ends \(place)", offset: input.offset)
  }
}
