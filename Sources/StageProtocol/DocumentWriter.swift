public import StageKit
public import TextKit

/// Writes documents as members of a message, under the names that they have in records.
///
/// A value is reused from document to document by one thread.
public struct DocumentWriter: Sendable {
  /// What a message is for, which decides what stands in it.
  public enum Purpose: Sendable {
    /// Everything about a document that a stage is to know: what it comes from, its text and metadata,
    /// and the layers. What is unknown is left out.
    case request
    /// What a stage has set: the layers only, where `null` is for one that it has taken away.
    case answer
  }

  private let purpose: Purpose
  private let hasText: Bool
  private let hasMetadata: Bool
  private let layers: [Layer]
  private var offsets: OffsetConverter

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - layers: the layers to write. A request holds the text and the metadata in any case.
  ///   - offsets: the unit of the ranges.
  public init(_ purpose: Purpose, layers: some Sequence<Layer>, offsets: OffsetUnit) {
    let wanted = Set(layers)
    self.purpose = purpose
    hasText = purpose == .request || wanted.contains(.text)
    hasMetadata = purpose == .request || wanted.contains(.metadata)
    self.layers = Self.layers.filter(wanted.contains)
    self.offsets = OffsetConverter(offsets)
  }

  /// The layers that are members of messages by their own names, in the order of records.
  static let layers: [Layer] = [
    .paragraphs, .sentences, .tokens, .entities, .groups, .summary, .extra,
  ]

  /// Appends `"name":value` for everything that is to be said, with a comma before each.
  public mutating func append(_ document: Document, to message: inout [UInt8]) {
    if purpose == .request {
      message.append(",\"id\":")
      message.append(json: document.source.key.identifier)
      message.append(",\"source\":")
      message.append(document.source)
    }
    if hasText {
      message.append(",\"form\":")
      message.append(json: document.form.rawValue)
      message.append(",\"text\":")
      message.append(json: document.text)
    }
    if purpose == .request, let rawOffsets = document.rawOffsets {
      message.append(",\"raw_offsets\":")
      message.append(list: rawOffsets.pieces) { piece, message in
        message.append("[")
        message.append(decimal: Int(piece.start))
        message.append(",")
        message.append(decimal: Int(piece.originStart))
        message.append(",")
        message.append(decimal: Int(piece.originEnd))
        message.append("]")
      }
    }
    if hasMetadata { message.append(document.metadata, isComplete: purpose == .answer) }
    if layers.isEmpty { return }
    let text = document.text.utf8.span
    offsets.prepare(text)
    for layer in layers { append(layer, of: document, text, to: &message) }
  }

  private func append(
    _ layer: Layer, of document: Document, _ text: borrowing Span<UInt8>, to message: inout [UInt8]
  ) {
    guard document.has(layer) else {
      // Values under `extra` cannot be taken away, so that there is nothing to say.
      guard purpose == .answer, layer != .extra else { return }
      message.append(",")
      message.append(json: layer.rawValue)
      message.append(":null")
      return
    }
    message.append(",")
    message.append(json: layer.rawValue)
    message.append(":")
    switch layer {
    case .paragraphs:
      message.append(list: document.paragraphs ?? []) { paragraph, message in
        message.append(openObject: offsets.converted(paragraph.range, in: text))
        message.append(",\"kind\":")
        message.append(json: paragraph.kind.rawValue)
        message.append("}")
      }
    case .sentences:
      message.append(list: document.sentences ?? []) { sentence, message in
        message.append(openObject: offsets.converted(sentence, in: text))
        message.append("}")
      }
    case .tokens:
      message.append(list: document.tokens ?? []) { token, message in
        let range = offsets.converted(token, in: text)
        message.append("[")
        message.append(decimal: range.lowerBound)
        message.append(",")
        message.append(decimal: range.upperBound)
        message.append("]")
      }
    case .entities:
      message.append(list: document.entities ?? []) { entity, message in
        message.append(openObject: offsets.converted(entity.range, in: text))
        message.append(",\"type\":")
        message.append(json: entity.type.rawValue)
        message.append(",\"text\":")
        message.append(json: text, entity.range)
        message.append(known: "group", entity.group.map(Value.integer))
        message.append(known: "confidence", entity.confidence.map(Value.number))
        if !entity.titles.isEmpty {
          message.append(known: "titles", .list(entity.titles.map(Value.string)))
        }
        message.append(known: "value", entity.value.map(Value.string))
        message.append(known: "link", entity.link.map(Value.string))
        message.append("}")
      }
    case .groups:
      message.append(list: document.groups ?? []) { group, message in
        message.append("{\"id\":")
        message.append(decimal: group.identifier)
        message.append(",\"name\":")
        message.append(json: group.name)
        message.append(",\"type\":")
        message.append(json: group.type.rawValue)
        message.append(",\"count\":")
        message.append(decimal: group.count)
        message.append(known: "link", group.link.map(Value.string))
        message.append("}")
      }
    case .summary:
      guard let summary = document.summary else { return }
      message.append("{\"sentences\":")
      message.append(list: summary.sentences) { index, message in message.append(decimal: index) }
      message.append(",\"text\":")
      message.append(json: summary.text)
      message.append(known: "teaser", summary.teaser.map(Value.string))
      message.append(",\"key_points\":")
      message.append(exactly: .list(summary.keyPoints.map(Value.string)))
      message.append("}")
    default: message.append(exactly: .object(document.extra))
    }
  }
}

extension OffsetConverter {
  fileprivate func converted(
    _ range: ByteRange, in text: borrowing Span<UInt8>
  ) -> ClosedRange<Int> {
    convert(range.start, in: text)...convert(range.end, in: text)
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ source: DocumentSource) {
    append("{\"root\":")
    append(json: source.key.root)
    append(",\"path\":")
    append(json: source.key.displayPath)
    append(",\"record\":")
    append(decimal: source.key.record)
    append(",\"bytes\":")
    append(decimal: source.byteCount)
    append(",\"sha256\":")
    append(json: source.sha256)
    append(",\"encoding\":")
    append(json: source.encoding)
    append("}")
  }

  fileprivate mutating func append(_ metadata: Metadata, isComplete: Bool) {
    func list(_ texts: [String]) -> Value? {
      texts.isEmpty ? nil : .list(texts.map(Value.string))
    }
    let language = metadata.language.map { language -> Value in
      ["code": .string(language.code), "confidence": .number(language.confidence)]
    }
    let captions = metadata.captions.map { caption -> Value in
      ["text": .string(caption.text), "credit": caption.credit.map(Value.string) ?? .null]
    }
    let members: [(StaticString, Value?)] = [
      ("title", metadata.title.map(Value.string)),
      ("subtitle", metadata.subtitle.map(Value.string)),
      ("byline", list(metadata.byline)),
      ("site", metadata.site.map(Value.string)),
      ("section", metadata.section.map(Value.string)),
      ("url", metadata.url.map(Value.string)),
      ("language", language),
      ("published", metadata.published.map(Value.string)),
      ("updated", metadata.updated.map(Value.string)),
      ("captions", captions.isEmpty ? nil : .list(captions)),
      ("notes", list(metadata.notes)),
      ("origins", metadata.origins.isEmpty ? nil : .object(metadata.origins)),
    ]
    for (name, value) in members {
      // Not with '??': 'nil' would be the value 'null' there.
      if let value {
        append(known: name, value)
      } else if isComplete {
        append(known: name, Value.null)
      }
    }
  }

  /// Appends a member after others, unless it is unknown.
  fileprivate mutating func append(known name: StaticString, _ value: Value?) {
    guard let value else { return }
    append(",\"")
    append(name)
    append("\":")
    append(exactly: value)
  }

  fileprivate mutating func append(openObject range: ClosedRange<Int>) {
    append("{\"start\":")
    append(decimal: range.lowerBound)
    append(",\"end\":")
    append(decimal: range.upperBound)
  }

  fileprivate mutating func append<T>(
    list elements: [T], _ appendElement: (T, inout [UInt8]) -> Void
  ) {
    append("[")
    for index in elements.indices {
      if index > 0 { append(",") }
      appendElement(elements[index], &self)
    }
    append("]")
  }

  /// Appends a value so that it is read back as the same value: unlike in records, `3.0` stays a
  /// number with a fraction. Infinities and what is not a number become `null`, as JSON has none.
  public mutating func append(exactly value: Value) {
    switch value {
    case .number(let number) where number.isFinite: append(text: number.description)
    case .list(let elements):
      append(list: elements) { element, bytes in bytes.append(exactly: element) }
    case .object(let members):
      append("{")
      for index in members.indices {
        if index > 0 { append(",") }
        append(json: members[index].key)
        append(":")
        append(exactly: members[index].value)
      }
      append("}")
    default: append(json: value)
    }
  }
}
