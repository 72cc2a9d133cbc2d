import TextKit

/// Character references such as `&amp;` and `&#8217;` in text that no HTML parser has read.
enum CharacterReference {
  /// The scalar of the reference at `start`, and where it ends; `nil` if there is none.
  static func read(_ text: Span<UInt8>, at start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard text[start] == UInt8(ascii: "&"),
      let semicolon = text.firstOffset(
        of: UInt8(ascii: ";"), in: start..<min(start + 12, text.count)),
      semicolon > start + 2
    else { return nil }
    let name = text.string(ByteRange(start + 1, semicolon))
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      guard let code = UInt32(name.dropFirst(2), radix: 16) else { return nil }
      return Unicode.Scalar(code).map { ($0, semicolon + 1) }
    }
    if name.hasPrefix("#") {
      guard let code = UInt32(name.dropFirst()) else { return nil }
      return Unicode.Scalar(code).map { ($0, semicolon + 1) }
    }
    return named(name).map { ($0, semicolon + 1) }
  }

  private static func named(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case "nbsp": " "
    case "ndash": "–"
    case "mdash": "—"
    case "lsquo": "‘"
    case "rsquo": "’"
    case "ldquo": "“"
    case "rdquo": "”"
    case "hellip": "…"
    case "euro": "€"
    case "pound": "£"
    case "copy": "©"
    default: nil
    }
  }

  static func resolveAll(_ text: String) -> String {
    let bytes = text.utf8.span
    guard bytes.firstOffset(of: UInt8(ascii: "&"), in: 0..<bytes.count) != nil else { return text }
    var resolved: [UInt8] = []
    resolved.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let (scalar, end) = read(bytes, at: index) {
        resolved.append(contentsOf: String(scalar).utf8)
        index = end
      } else {
        resolved.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: resolved, as: UTF8.self)
  }
}
