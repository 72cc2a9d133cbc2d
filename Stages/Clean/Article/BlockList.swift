import StageKit
import TextKit

/// The paragraphs of an article on their way from markup to clean text: one buffer of bytes and the
/// ranges in it.
struct BlockList {
  struct Block {
    var range: Range<Int>
    var kind: Paragraph.Kind
    /// The number of lines of plain text that it was put together from.
    var lines = 1
  }

  /// Holds every block once; what was removed since stays there unused.
  private(set) var bytes: [UInt8] = []
  var blocks: [Block] = []
  private var openStart = 0
  /// Where the bytes stand in the text that they are taken from, if somebody asks for that.
  private(set) var origins: OffsetMap?

  /// - Parameter tracksOrigins: whether to keep where bytes are taken from.
  mutating func removeAll(tracksOrigins: Bool = false) {
    bytes.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    openStart = 0
    origins = tracksOrigins ? OffsetMap() : nil
  }

  /// Adds to the block that is open. Spaces and line breaks become single spaces.
  ///
  /// - Parameter origin: where the text is taken from, if that is known.
  mutating func append(_ text: Span<UInt8>, at origin: Int? = nil) {
    var index = 0
    while index < text.count {
      if text[index].isASCIIWhitespace {
        appendSpace(at: origin.map { $0 + index })
        index += 1
        continue
      }
      let runStart = index
      while index < text.count, !text[index].isASCIIWhitespace { index += 1 }
      append(line: text.extracting(runStart..<index), at: origin.map { $0 + runStart })
    }
  }

  /// Adds text without white space at its ends or two spaces in a row, as the lines of clean
  /// characters are.
  mutating func append(line text: Span<UInt8>, at origin: Int? = nil) {
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    track(text.count, origin, of: text.count)
  }

  /// Adds one character that was written as some other bytes.
  mutating func append(_ character: Span<UInt8>, madeOf origin: Range<Int>) {
    guard !character.isEmpty, !character[0].isASCIIWhitespace else {
      return appendSpace(at: origin.lowerBound)
    }
    character.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    origins?.append(character.count, from: origin)
  }

  mutating func appendSpace(at origin: Int? = nil) {
    guard bytes.count > openStart, bytes.last != 0x20 else { return }
    bytes.append(0x20)
    track(1, origin, of: 1)
  }

  /// Notes where the last bytes come from; what comes from nowhere belongs behind what is before it.
  private mutating func track(_ count: Int, _ origin: Int?, of originCount: Int) {
    guard origins != nil else { return }
    let start = origin ?? origins?.pieces.last.map { Int($0.originEnd) } ?? 0
    origins?.append(count, from: start..<start + (origin == nil ? 0 : originCount))
  }

  /// Takes back the last byte of the open block.
  mutating func removeLast() {
    if bytes.count > openStart { bytes.removeLast() }
    origins?.truncate(to: bytes.count)
  }

  /// Takes back what the open block holds behind its first bytes.
  mutating func truncateOpen(to count: Int) {
    guard count < openCount else { return }
    bytes.removeSubrange((openStart + count)...)
    origins?.truncate(to: bytes.count)
  }

  /// The number of bytes in the open block.
  var openCount: Int { bytes.count - openStart }

  /// Takes back whatever the open block holds.
  mutating func discardOpen() {
    bytes.removeSubrange(openStart...)
    origins?.truncate(to: bytes.count)
  }

  /// Ends the open block; nothing happens if it is empty.
  mutating func close(_ kind: Paragraph.Kind, lines: Int = 1) {
    if bytes.count > openStart, bytes.last == 0x20 { removeLast() }
    guard bytes.count > openStart else { return }
    blocks.append(Block(range: openStart..<bytes.count, kind: kind, lines: lines))
    openStart = bytes.count
  }

  func text(_ block: Block) -> String {
    String(decoding: bytes[block.range], as: UTF8.self)
  }

  /// The blocks as one text with a blank line between them, and where they stand in it.
  func assemble(into output: inout [UInt8]) -> [Paragraph] {
    output.removeAll(keepingCapacity: true)
    output.reserveCapacity(bytes.count + 2 * blocks.count)
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(blocks.count)
    for block in blocks {
      if !output.isEmpty { output.append("\n\n") }
      let start = output.count
      output.append(contentsOf: bytes[block.range])
      paragraphs.append(Paragraph(ByteRange(start, output.count), kind: block.kind))
    }
    return paragraphs
  }

  /// Where the text that `assemble` makes is taken from. The blank line between two paragraphs comes
  /// from what stands between them.
  func assembledOrigins() -> OffsetMap? {
    guard let origins else { return nil }
    var result = OffsetMap()
    for block in blocks {
      let start = origins.origin(of: block.range.lowerBound..<block.range.lowerBound + 1).lowerBound
      if let last = result.pieces.last {
        result.append(2, from: Int(last.originEnd)..<max(Int(last.originEnd), start))
      }
      result.append(block.range, of: origins)
    }
    return result
  }
}
