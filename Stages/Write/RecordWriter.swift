import StageKit
import TextKit

/// Writes documents as records, straight into the caller's bytes: nothing is built in between.
struct RecordWriter: Sendable {
  /// The keys to write, in the order of the record.
  let keys: [RecordKey]

  /// Appends the record of `document` on one line, without a line break.
  func append(_ document: Document, _ offsets: inout OffsetConverter, to buffer: inout [UInt8]) {
    offsets.prepare(document.text.utf8.span)
    buffer.append("{")
    var isFirst = true
    for key in keys {
      if let layer = key.layer, !document.has(layer) { continue }
      buffer.append(isFirst ? "\"" : ",\"")
      isFirst = false
      buffer.append(text: key.rawValue)
      buffer.append("\":")
      appendValue(of: key, document, offsets, to: &buffer)
    }
    buffer.append("}")
  }

  private func appendValue(
    of key: RecordKey, _ document: Document, _ offsets: OffsetConverter, to buffer: inout [UInt8]
  ) {
    let text = document.text.utf8.span
    let metadata = document.metadata
    switch key {
    case .identifier: buffer.append(json: document.source.key.identifier)
    case .source: buffer.append(document.source)
    case .title: buffer.append(json: metadata.title)
    case .subtitle: buffer.append(json: metadata.subtitle)
    case .byline: buffer.append(json: metadata.byline)
    case .site: buffer.append(json: metadata.site)
    case .section: buffer.append(json: metadata.section)
    case .url: buffer.append(json: metadata.url)
    case .language: buffer.append(metadata.language)
    case .published: buffer.append(json: metadata.published)
    case .updated: buffer.append(json: metadata.updated)
    case .captions: buffer.append(metadata.captions)
    case .notes: buffer.append(json: metadata.notes)
    case .origins: buffer.append(json: .object(metadata.origins))
    case .text: buffer.append(json: document.text)
    case .rawOffsets: buffer.append(document.rawOffsets)
    case .paragraphs: buffer.append(document.paragraphs ?? [], text, offsets)
    case .sentences: buffer.append(document.sentences ?? [], text, offsets)
    case .tokens: buffer.append(tokens: document.tokens ?? [], text, offsets)
    case .entities: buffer.append(document.entities ?? [], text, offsets)
    case .groups: buffer.append(document.groups ?? [])
    case .summary: if let summary = document.summary { buffer.append(summary) }
    case .extra: buffer.append(json: .object(document.extra))
    }
  }
}
