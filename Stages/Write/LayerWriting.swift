import StageKit
import TextKit

/// The layers of a record. Ranges are written in the unit of the converter, which is prepared for
/// the text that they refer to. Loops go over indexes: `enumerated()` is not specialised for these
/// elements and costs a third more.
extension [UInt8] {
  mutating func append(
    _ paragraphs: [Paragraph], _ text: borrowing Span<UInt8>, _ offsets: OffsetConverter
  ) {
    append(UInt8(ascii: "["))
    for index in paragraphs.indices {
      let paragraph = paragraphs[index]
      if index > 0 { append(UInt8(ascii: ",")) }
      append(paragraph.range, text, offsets)
      append(",\"kind\":")
      append(json: paragraph.kind.rawValue)
      append(UInt8(ascii: "}"))
    }
    append(UInt8(ascii: "]"))
  }

  /// Appends for each piece of the text where it starts in it, in UTF-8 bytes, and between which raw
  /// bytes it stands.
  mutating func append(_ offsets: OffsetMap?) {
    guard let offsets else { return append("null") }
    append(UInt8(ascii: "["))
    for index in offsets.pieces.indices {
      let piece = offsets.pieces[index]
      append(index == 0 ? "[" : ",[")
      append(decimal: Int(piece.start))
      append(UInt8(ascii: ","))
      append(decimal: Int(piece.originStart))
      append(UInt8(ascii: ","))
      append(decimal: Int(piece.originEnd))
      append(UInt8(ascii: "]"))
    }
    append(UInt8(ascii: "]"))
  }

  mutating func append(
    _ sentences: [ByteRange], _ text: borrowing Span<UInt8>, _ offsets: OffsetConverter
  ) {
    append(UInt8(ascii: "["))
    for index in sentences.indices {
      let sentence = sentences[index]
      if index > 0 { append(UInt8(ascii: ",")) }
      append(sentence, text, offsets)
      append(UInt8(ascii: "}"))
    }
    append(UInt8(ascii: "]"))
  }

  /// Appends tokens as pairs of numbers: there are too many of them for named keys.
  mutating func append(
    tokens: [ByteRange], _ text: borrowing Span<UInt8>, _ offsets: OffsetConverter
  ) {
    append(UInt8(ascii: "["))
    for index in tokens.indices {
      let token = tokens[index]
      if index > 0 { append(UInt8(ascii: ",")) }
      let start = offsets.convert(token.start, in: text)
      let end = offsets.convert(token.end, in: text)
      append(addingCapacity: 48) { output in
        output.append("[")
        output.append(decimal: start)
        output.append(",")
        output.append(decimal: end)
        output.append("]")
      }
    }
    append(UInt8(ascii: "]"))
  }

  mutating func append(
    _ entities: [Entity], _ text: borrowing Span<UInt8>, _ offsets: OffsetConverter
  ) {
    append(UInt8(ascii: "["))
    for index in entities.indices {
      let entity = entities[index]
      if index > 0 { append(UInt8(ascii: ",")) }
      append(entity.range, text, offsets)
      append(",\"type\":")
      append(json: entity.type.rawValue)
      append(",\"text\":")
      append(json: text, entity.range)
      append(",\"group\":")
      if let group = entity.group { append(decimal: group) } else { append("null") }
      append(",\"confidence\":")
      append(confidence: entity.confidence)
      append(",\"titles\":")
      append(json: entity.titles)
      append(",\"value\":")
      append(json: entity.value)
      append(",\"link\":")
      append(json: entity.link)
      append(UInt8(ascii: "}"))
    }
    append(UInt8(ascii: "]"))
  }

  mutating func append(_ groups: [EntityGroup]) {
    append(UInt8(ascii: "["))
    for index in groups.indices {
      let group = groups[index]
      append(index == 0 ? "{\"id\":" : ",{\"id\":")
      append(decimal: group.identifier)
      append(",\"name\":")
      append(json: group.name)
      append(",\"type\":")
      append(json: group.type.rawValue)
      append(",\"count\":")
      append(decimal: group.count)
      append(",\"link\":")
      append(json: group.link)
      append(UInt8(ascii: "}"))
    }
    append(UInt8(ascii: "]"))
  }

  mutating func append(_ summary: Summary) {
    append("{\"sentences\":[")
    for index in summary.sentences.indices {
      let sentence = summary.sentences[index]
      if index > 0 { append(UInt8(ascii: ",")) }
      append(decimal: sentence)
    }
    append("],\"text\":")
    append(json: summary.text)
    append(",\"teaser\":")
    append(json: summary.teaser)
    append(",\"key_points\":")
    append(json: summary.keyPoints)
    append(UInt8(ascii: "}"))
  }

  /// Appends an object's start and end, and leaves it open for more.
  private mutating func append(
    _ range: ByteRange, _ text: borrowing Span<UInt8>, _ offsets: OffsetConverter
  ) {
    let start = offsets.convert(range.start, in: text)
    let end = offsets.convert(range.end, in: text)
    append(addingCapacity: 64) { output in
      output.append("{\"start\":")
      output.append(decimal: start)
      output.append(",\"end\":")
      output.append(decimal: end)
    }
  }
}
