import StageKit
import TextKit

extension Metadata {
  /// Sets the title, or another value of one line, and says where it comes from.
  mutating func set(
    _ property: WritableKeyPath<Metadata, String?>, _ field: String, to text: String,
    from origin: String
  ) {
    let line = text.collapsingWhitespace()
    guard !line.isEmpty else { return }
    self[keyPath: property] = line
    setOrigin(of: field, origin)
  }

  /// Sets a date if it is written as ISO 8601 or RFC 2822 say, and notes it otherwise.
  mutating func setDate(
    _ property: WritableKeyPath<Metadata, String?>, _ field: String, to text: String,
    from origin: String
  ) {
    let line = text.collapsingWhitespace()
    guard !line.isEmpty else { return }
    guard let date = DateText.normalised(line) else {
      return addNote("\(origin) holds '\(line.prefix(60))', which is not a date that is understood")
    }
    self[keyPath: property] = date
    setOrigin(of: field, origin)
  }

  mutating func setByline(_ names: [String], from origin: String) {
    let names = names.map { $0.collapsingWhitespace() }.filter { !$0.isEmpty }
    guard !names.isEmpty else { return }
    byline = names
    setOrigin(of: "byline", origin)
  }

  /// Sets the language from a tag such as `en`, `en-GB` or `eng`.
  mutating func setLanguage(_ tag: String, from origin: String) {
    let word = tag.utf8.prefix { $0.isASCIILetter }
    let rest = tag.utf8.dropFirst(word.count).first
    guard (2...3).contains(word.count),
      rest == nil || rest == UInt8(ascii: "-") || rest == UInt8(ascii: "_")
    else {
      return addNote("\(origin) holds '\(tag.prefix(60))', which is not a language code")
    }
    let code = String(decoding: word.map(\.lowercasedASCII), as: UTF8.self)
    language = Language(code: code, confidence: 1)
    setOrigin(of: "language", origin)
  }
}

extension String {
  /// The text without white space at its ends and with one space for any run of it inside.
  func collapsingWhitespace() -> String {
    var result: [UInt8] = []
    for byte in utf8 {
      if !byte.isASCIIWhitespace {
        result.append(byte)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
