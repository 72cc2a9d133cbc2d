import StageKit
import TextKit

extension Document {
  /// All of the document as a value with the keys of its record, in which spans are shown by the text
  /// that they cover, because offsets tell people nothing.
  var view: Value {
    var members: [Value.Member] = []
    func add(_ key: String, _ value: Value?) { members.append(Value.Member(key, value ?? .null)) }
    func string(_ text: String?) -> Value? { text.map(Value.string) }
    func strings(_ texts: [String]) -> Value { .list(texts.map(Value.string)) }
    let utf8 = text.utf8.span
    func covered(_ range: ByteRange) -> Value { .string(utf8.string(range)) }

    add("id", .string(source.key.identifier))
    add("title", string(metadata.title))
    add("subtitle", string(metadata.subtitle))
    add("byline", strings(metadata.byline))
    add("site", string(metadata.site))
    add("section", string(metadata.section))
    add("url", string(metadata.url))
    add(
      "language",
      metadata.language.map {
        ["code": .string($0.code), "confidence": .number($0.confidence)]
      })
    add("published", string(metadata.published))
    add("updated", string(metadata.updated))
    add(
      "captions",
      .list(
        metadata.captions.map {
          ["text": .string($0.text), "credit": $0.credit.map(Value.string) ?? .null]
        }))
    add("notes", strings(metadata.notes))
    add("origins", .object(metadata.origins))
    add("form", .string(form.rawValue))
    add("text", .string(text))
    if let paragraphs {
      add(
        "paragraphs",
        .list(paragraphs.map { ["text": covered($0.range), "kind": .string($0.kind.rawValue)] }))
    }
    if let sentences { add("sentences", .list(sentences.map(covered))) }
    if let tokens { add("tokens", .list(tokens.map(covered))) }
    if let entities {
      add(
        "entities",
        .list(
          entities.map { entity in
            [
              "text": covered(entity.range), "type": .string(entity.type.rawValue),
              "group": entity.group.map(Value.integer) ?? .null,
              "titles": strings(entity.titles), "value": entity.value.map(Value.string) ?? .null,
              "link": entity.link.map(Value.string) ?? .null,
            ]
          }))
    }
    if let groups {
      add(
        "groups",
        .list(
          groups.map { group in
            [
              "id": .integer(group.identifier), "name": .string(group.name),
              "type": .string(group.type.rawValue), "count": .integer(group.count),
              "link": group.link.map(Value.string) ?? .null,
            ]
          }))
    }
    if let summary {
      add(
        "summary",
        [
          "text": .string(summary.text), "sentences": .list(summary.sentences.map(Value.integer)),
          "teaser": summary.teaser.map(Value.string) ?? .null,
          "key_points": strings(summary.keyPoints),
        ])
    }
    if !extra.isEmpty { add("extra", .object(extra)) }
    return .object(members)
  }
}

extension Value {
  /// The value on one line, as JSON.
  var text: String {
    var bytes: [UInt8] = []
    bytes.append(json: self)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What an element of a layer covers: the text itself, or the member `text`.
  var coveredText: String? { string ?? self["text"]?.string }
}
