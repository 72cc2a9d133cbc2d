import StageKit
import TextKit

/// The paragraphs of an article on their way from markup to clean text: one buffer of bytes and the
/// ranges in it.
struct BlockList {
  struct Block {
    var range: Range<Int>
    var kind: Paragraph.Kind
  }

  /// Holds every block once; what was removed since stays there unused.
  private(set) var bytes: [UInt8] = []
  var blocks: [Block] = []
  private var openStart = 0

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    openStart = 0
  }

  /// Adds to the block that is open. Spaces and line breaks become single spaces.
  mutating func append(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      if text[index].isASCIIWhitespace {
        appendSpace()
        index += 1
        continue
      }
      let runStart = index
      while index < text.count, !text[index].isASCIIWhitespace { index += 1 }
      text.extracting(runStart..<index).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
  }

  /// Adds text without white space at its ends or two spaces in a row, as the lines of clean
  /// characters are.
  mutating func append(line text: Span<UInt8>) {
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  mutating func appendSpace() {
    if bytes.count > openStart, bytes.last != 0x20 { bytes.append(0x20) }
  }

  /// Takes back the last byte of the open block.
  mutating func removeLast() {
    if bytes.count > openStart { bytes.removeLast() }
  }

  /// The number of bytes in the open block.
  var openCount: Int { bytes.count - openStart }

  /// Takes back whatever the open block holds.
  mutating func discardOpen() {
    bytes.removeSubrange(openStart...)
  }

  /// Ends the open block; nothing happens if it is empty.
  mutating func close(_ kind: Paragraph.Kind) {
    if bytes.count > openStart, bytes.last == 0x20 { bytes.removeLast() }
    guard bytes.count > openStart else { return }
    blocks.append(Block(range: openStart..<bytes.count, kind: kind))
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
}
