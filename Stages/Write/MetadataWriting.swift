import StageKit
import TextKit

/// What a record says of the article as a whole. Keys are never left out.
extension [UInt8] {
  mutating func append(_ source: DocumentSource) {
    append("{\"path\":")
    append(json: source.key.displayPath)
    append(",\"record\":")
    append(decimal: source.key.record)
    append(",\"bytes\":")
    append(decimal: source.byteCount)
    append(",\"sha256\":")
    append(json: source.sha256)
    append(",\"encoding\":")
    append(json: source.encoding)
    append(UInt8(ascii: "}"))
  }

  mutating func append(_ language: Metadata.Language?) {
    guard let language else { return append("null") }
    append("{\"code\":")
    append(json: language.code)
    append(",\"confidence\":")
    append(confidence: language.confidence)
    append(UInt8(ascii: "}"))
  }

  mutating func append(_ captions: [Metadata.Caption]) {
    append(UInt8(ascii: "["))
    for index in captions.indices {
      let caption = captions[index]
      append(index == 0 ? "{\"text\":" : ",{\"text\":")
      append(json: caption.text)
      append(",\"credit\":")
      append(json: caption.credit)
      append(UInt8(ascii: "}"))
    }
    append(UInt8(ascii: "]"))
  }

  /// Appends a JSON string, or `null` where there is none.
  mutating func append(json text: String?) {
    guard let text else { return append("null") }
    append(json: text)
  }

  mutating func append(json texts: [String]) {
    append(UInt8(ascii: "["))
    for index in texts.indices {
      let text = texts[index]
      if index > 0 { append(UInt8(ascii: ",")) }
      append(json: text)
    }
    append(UInt8(ascii: "]"))
  }

  /// Appends a confidence, rounded to four decimals: more would be noise, and as text of seventeen
  /// digits it would cost more than the rest of an entity. `null` where there is none.
  mutating func append(confidence: Double?) {
    guard let confidence else { return append("null") }
    guard confidence >= 0, confidence <= 1 else { return append(json: confidence) }
    var rest = Int(confidence * 10_000 + 0.5)
    if rest == 10_000 { return append(UInt8(ascii: "1")) }
    if rest == 0 { return append(UInt8(ascii: "0")) }
    append("0.")
    var unit = 1_000
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}
