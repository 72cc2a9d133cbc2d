import StageKit
import StageProtocol
import TextKit

/// Documents as they lie in quarantine: the object that external stages get too, with all layers.
///
/// A value is reused from document to document by one thread.
struct DocumentCoder {
  private static let layers: [Layer] = [
    .paragraphs, .sentences, .tokens, .entities, .groups, .summary, .extra,
  ]

  private var writer: DocumentWriter
  private var reader = DocumentReader(offsets: .bytes)
  private var members: [UInt8] = []

  init(layers: [Layer] = Self.layers) {
    writer = DocumentWriter(.request, layers: layers, offsets: .bytes)
  }

  /// Appends all that a document holds, from which `decode` makes it again.
  mutating func encode(_ document: Document, into buffer: inout [UInt8]) {
    members.removeAll(keepingCapacity: true)
    writer.append(document, to: &members)
    buffer.append(UInt8(ascii: "{"))
    buffer.append(contentsOf: members.dropFirst())
    buffer.append(UInt8(ascii: "}"))
  }

  /// - Returns: `nil` for anything that `encode` has not written.
  mutating func decode(_ bytes: Span<UInt8>) -> Document? {
    guard let value = try? Value(json: bytes) else { return nil }
    return try? reader.document(from: value)
  }
}

/// Documents as they lie in the spool: the same object without the layers that are many short ranges,
/// and these packed behind it. As JSON, tokens would take longer to read than to find anew.
struct KeptDocumentCoder {
  private let packedLayers: [WritableKeyPath<Document, [ByteRange]?>] = [
    \.sentences, \.tokens,
  ]

  private var rest = DocumentCoder(layers: [.paragraphs, .entities, .groups, .summary, .extra])

  /// Appends all that a document holds, from which `decode` makes it again.
  mutating func encode(_ document: Document, into buffer: inout [UInt8]) {
    for path in packedLayers {
      guard let ranges = document[keyPath: path] else {
        append(0, to: &buffer)
        continue
      }
      append(ranges.count + 1, to: &buffer)
      // Ranges are in order: how far each starts behind the last, and how long it is, are small.
      var end = 0
      for range in ranges {
        append(range.start - end, to: &buffer)
        append(range.count, to: &buffer)
        end = range.end
      }
    }
    rest.encode(document, into: &buffer)
  }

  /// - Returns: `nil` for anything that `encode` has not written.
  mutating func decode(_ bytes: Span<UInt8>) -> Document? {
    var offset = 0
    var layers: [[ByteRange]?] = []
    for _ in packedLayers {
      guard let head = number(bytes, &offset), head <= bytes.count else { return nil }
      if head == 0 {
        layers.append(nil)
        continue
      }
      var ranges: [ByteRange] = []
      ranges.reserveCapacity(head - 1)
      var end = 0
      for _ in 1..<head {
        guard let gap = number(bytes, &offset), let count = number(bytes, &offset),
          end + gap + count <= UInt32.max
        else { return nil }
        ranges.append(ByteRange(end + gap, end + gap + count))
        end += gap + count
      }
      layers.append(ranges)
    }
    guard var document = rest.decode(bytes.extracting(offset..<bytes.count)) else { return nil }
    let size = document.text.utf8.count
    for (path, ranges) in zip(packedLayers, layers) {
      if let last = ranges?.last, last.end > size { return nil }
      document[keyPath: path] = ranges
    }
    return document
  }

  /// Seven bits a byte, the lowest first; the eighth says that more follow.
  private func append(_ number: Int, to buffer: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    buffer.append(UInt8(truncatingIfNeeded: rest))
  }

  private func number(_ bytes: Span<UInt8>, _ offset: inout Int) -> Int? {
    var number = 0
    // Offsets are less than 2³².
    for shift in stride(from: 0, to: 35, by: 7) {
      guard offset < bytes.count else { return nil }
      let byte = bytes[offset]
      offset += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number <= Int(UInt32.max) ? number : nil }
    }
    return nil
  }
}
