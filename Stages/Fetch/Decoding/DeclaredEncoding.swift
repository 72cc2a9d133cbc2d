import TextKit

extension TextEncoding {
  /// Where HTML and XML declare their encoding, that is within this many bytes.
  private static let declarationBytes = 2048

  /// The encoding that an HTML or XML document declares, if that is a known one: in the XML
  /// declaration, `<meta charset=…>` or the older `<meta … content="text/html; charset=…">`.
  init?(declaredIn document: Span<UInt8>) {
    let head = document.extracting(0..<min(document.count, Self.declarationBytes))
    var position = 0
    while let start = head.firstOffset(of: UInt8(ascii: "<"), in: position..<head.count) {
      position = start + 1
      let end = head.firstOffset(of: UInt8(ascii: ">"), in: position..<head.count) ?? head.count
      let label: String?
      if head.matchesIgnoringCase("<?xml", at: start) {
        label = Self.value(after: "encoding", in: head.extracting(start..<end))
      } else if head.matchesIgnoringCase("<meta", at: start) {
        label = Self.value(after: "charset", in: head.extracting(start..<end))
      } else {
        continue
      }
      if let label, let encoding = TextEncoding(label: label) {
        self = encoding
        return
      }
    }
    return nil
  }

  /// The word after `name` and `=`, with or without quotes.
  private static func value(after name: StaticString, in tag: Span<UInt8>) -> String? {
    var start = 0
    while start < tag.count, !tag.matchesIgnoringCase(name, at: start) { start += 1 }
    start += name.utf8CodeUnitCount
    func skipSpace() {
      while start < tag.count, tag[start].isASCIIWhitespace { start += 1 }
    }
    skipSpace()
    guard start < tag.count, tag[start] == UInt8(ascii: "=") else { return nil }
    start += 1
    skipSpace()
    if start < tag.count, tag[start] == UInt8(ascii: "\"") || tag[start] == UInt8(ascii: "'") {
      start += 1
    }
    var end = start
    while end < tag.count, isPartOfName(tag[end]) { end += 1 }
    return end > start ? tag.string(ByteRange(start, end)) : nil
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }
}
