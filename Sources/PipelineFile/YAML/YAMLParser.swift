import CYAML
import Diagnostics

/// A place in a YAML text, from 1.
struct YAMLMark {
  var line: Int
  var column: Int

  init(_ mark: yaml_mark_t, in source: SourceText) {
    (line, column) = source.place(ofYAMLLine: Int(mark.line), column: Int(mark.column))
  }
}

/// One step of a YAML text.
struct YAMLEvent {
  enum Kind {
    case documentStart, listStart, listEnd, tableStart, tableEnd, scalar, alias, streamEnd
    /// What says nothing about the content.
    case other
  }

  var kind: Kind
  var start: YAMLMark
  /// The name that an anchor gives to the node, or that an alias refers to.
  var anchor: String?
  var tag: String?
  var text = ""
  var isPlain = false
  /// As `Node.Scalar.textColumn`.
  var textColumn: Int?
}

/// libyaml's parser, step by step. Its stack does not grow with what it reads.
final class YAMLParser {
  // Both live as long as this object: the parser points into itself and into the bytes.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let source: SourceText

  init(_ source: SourceText) throws(LocatedMistake) {
    self.source = source
    input = .allocate(capacity: source.bytes.count)
    _ = input.initialize(from: source.bytes)
    guard yaml_parser_initialize(parser) == 1 else {
      throw LocatedMistake(
        .syntax(.outOfMemory), SourceLocation(file: source.file, line: 1, column: 1))
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next step, up to and including `streamEnd`.
  func next() throws(LocatedMistake) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      throw SyntaxMistake.located(in: parser.pointee, of: source)
    }
    defer { yaml_event_delete(&event) }
    var result = YAMLEvent(kind: .other, start: YAMLMark(event.start_mark, in: source))
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: result.kind = .documentStart
    case YAML_STREAM_END_EVENT: result.kind = .streamEnd
    case YAML_SEQUENCE_END_EVENT: result.kind = .listEnd
    case YAML_MAPPING_END_EVENT: result.kind = .tableEnd
    case YAML_SEQUENCE_START_EVENT:
      result.kind = .listStart
      result.anchor = string(event.data.sequence_start.anchor)
      result.tag = string(event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      result.kind = .tableStart
      result.anchor = string(event.data.mapping_start.anchor)
      result.tag = string(event.data.mapping_start.tag)
    case YAML_ALIAS_EVENT:
      result.kind = .alias
      result.anchor = string(event.data.alias.anchor)
    case YAML_SCALAR_EVENT: readScalar(event, into: &result)
    default: break
    }
    return result
  }

  private func readScalar(_ event: yaml_event_t, into result: inout YAMLEvent) {
    let scalar = event.data.scalar
    result.kind = .scalar
    result.anchor = string(scalar.anchor)
    result.tag = string(scalar.tag)
    result.text = String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    result.isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    let end = YAMLMark(event.end_mark, in: source)
    guard result.start.line == end.line else { return }
    let length = result.text.unicodeScalars.count
    if result.isPlain {
      result.textColumn = end.column - length
    } else if end.column - result.start.column == length + 2 {
      // In quotes, without an escape or an anchor.
      result.textColumn = result.start.column + 1
    }
  }

  private func string(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    bytes.map { String(cString: $0) }
  }
}
