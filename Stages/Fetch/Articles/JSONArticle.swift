import StageKit
import TextKit

extension Document {
  /// Makes a document of an article in JSON.
  init(json: DecodedText, source: DocumentSource, fields: FieldMapping) throws(StageFailure) {
    let article: Value
    do throws(JSONError) {
      article = try Value(json: json.text.utf8.span)
    } catch {
      throw StageFailure(
        reason: "json", message: "not valid JSON: \(error.message)", offset: error.offset)
    }
    guard article.members != nil else {
      throw StageFailure(
        reason: "json", message: "an article in JSON is an object, and this is something else")
    }
    guard let body = fields.body(of: article) else {
      let names = fields.bodyNames.map { "'\($0)'" }.joined(separator: ", ")
      throw StageFailure(
        reason: "no_text",
        message: "no text under \(names); say where it is with 'fields: {text: …}'")
    }
    let form: Document.Form =
      switch body.field {
      case .html: .html
      case .markdown: .markdown
      default: body.text.utf8.span.looksLikeMarkup ? .html : .plain
      }
    self.init(source: source, text: body.text, form: form)
    metadata.setOrigin(of: "text", "json field '\(body.name)'")
    setMetadata(article, fields)
  }

  private mutating func setMetadata(_ article: Value, _ fields: FieldMapping) {
    func find<Found>(
      _ field: FieldMapping.Field, _ read: (Value) -> Found?
    ) -> (value: Found, origin: String)? {
      fields.find(field, in: article, read).map { ($0.value, "json field '\($0.name)'") }
    }
    let lines: [(FieldMapping.Field, WritableKeyPath<Metadata, String?>)] = [
      (.title, \.title), (.subtitle, \.subtitle), (.site, \.site), (.section, \.section),
      (.url, \.url),
    ]
    for (field, property) in lines {
      if let (text, origin) = find(field, { $0.names.first }) {
        metadata.set(property, field.rawValue, to: text, from: origin)
      }
    }
    if let (names, origin) = find(.byline, { $0.names.isEmpty ? nil : $0.names }) {
      metadata.setByline(names, from: origin)
    }
    if let (tag, origin) = find(.language, \.filledString) {
      metadata.setLanguage(tag, from: origin)
    }
    for (field, property) in [
      (FieldMapping.Field.published, \Metadata.published), (.updated, \.updated),
    ] {
      if let (date, origin) = find(field, \.dateText) {
        metadata.setDate(property, field.rawValue, to: date, from: origin)
      }
    }
  }
}

extension Value {
  /// A date, or a number in the place of one, as text.
  fileprivate var dateText: String? { filledString ?? integer.map(String.init) }
}

extension Span<UInt8> {
  /// Whether a text is HTML: its first word is a tag or comment, and it holds an end tag or a
  /// paragraph or line break.
  var looksLikeMarkup: Bool {
    var start = 0
    while start < count, self[start].isASCIIWhitespace { start += 1 }
    guard start + 2 < count, self[start] == UInt8(ascii: "<"),
      self[start + 1].isASCIILetter || self[start + 1] == UInt8(ascii: "!"),
      firstOffset(of: UInt8(ascii: ">"), in: start..<count) != nil
    else { return false }
    var position = start
    while let tag = firstOffset(of: UInt8(ascii: "<"), in: position..<count) {
      if matches("</", at: tag) || matchesIgnoringCase("<p>", at: tag)
        || matchesIgnoringCase("<br", at: tag)
      {
        return true
      }
      position = tag + 1
    }
    return false
  }
}
