import TextKit

/// Reads values that stand in quotation marks or brackets, as YAML and TOML both have them; they differ
/// in what stands between a name and its value.
struct FrontMatterScanner {
  private let bytes: [UInt8]
  private var index = 0
  private let separator: UInt8

  /// What is nested deeper is not read.
  private static let maximumDepth = 16

  init(_ text: String, separator: UInt8) {
    bytes = Array(text.utf8)
    self.separator = separator
  }

  private var isTOML: Bool { separator == UInt8(ascii: "=") }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// What was not read yet.
  var rest: String { String(decoding: bytes[index...], as: UTF8.self) }

  private mutating func skipSpaces() {
    while let byte, byte.isASCIIWhitespace { index += 1 }
  }

  /// Goes to the next line that says something; `false` if there is none.
  mutating func skipToLine() -> Bool {
    skipSpaces()
    while byte == UInt8(ascii: "#") {
      _ = restOfLine()
      skipSpaces()
    }
    return index < bytes.count
  }

  mutating func restOfLine() -> String {
    let start = index
    while let byte, byte != 0x0A { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Goes behind this byte and the spaces before it, if it comes next.
  mutating func skip(_ wanted: UInt8) -> Bool {
    skipSpaces()
    guard byte == wanted else { return false }
    index += 1
    return true
  }

  /// A name without quotation marks before the separator, in the same line.
  mutating func key() -> String? {
    let start = index
    while let byte, byte != separator, byte != 0x0A, byte != UInt8(ascii: ","),
      byte != UInt8(ascii: "}")
    {
      index += 1
    }
    guard byte == separator, index > start else { return nil }
    return String(decoding: bytes[start..<index], as: UTF8.self).trimmingSpaces()
  }

  /// The value that comes next; `nil` where a quotation mark or bracket is not closed.
  mutating func value() -> Value? { value(depth: 0) }

  private mutating func value(depth: Int) -> Value? {
    skipSpaces()
    guard depth < Self.maximumDepth, let byte else { return nil }
    switch byte {
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted().map { .string($0) }
    default: return .string(plain(isAlone: depth == 0))
    }
  }

  private mutating func list(depth: Int) -> Value? {
    var values: [Value] = []
    index += 1
    while true {
      skipComment()
      if skip(UInt8(ascii: "]")) { return .list(values) }
      if skip(UInt8(ascii: ",")) { continue }
      let start = index
      guard let value = value(depth: depth + 1), index > start else { return nil }
      values.append(value)
    }
  }

  private mutating func object(depth: Int) -> Value? {
    var members: [Value.Member] = []
    index += 1
    while true {
      skipComment()
      if skip(UInt8(ascii: "}")) { return .object(members) }
      if skip(UInt8(ascii: ",")) { continue }
      guard let key = quoted() ?? key(), skip(separator), let value = value(depth: depth + 1) else {
        return nil
      }
      members.append(Value.Member(key, value))
    }
  }

  /// TOML has comments within lists.
  private mutating func skipComment() {
    skipSpaces()
    while isTOML, byte == UInt8(ascii: "#") {
      _ = restOfLine()
      skipSpaces()
    }
  }

  /// A text without quotation marks, which a comma or bracket ends in a list.
  private mutating func plain(isAlone: Bool) -> String {
    let start = index
    while let byte, byte != 0x0A {
      if isAlone ? byte == UInt8(ascii: "#") : Self.endsPlain(byte) { break }
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self).trimmingSpaces()
  }

  private static func endsPlain(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  // MARK: Quotation marks

  /// The text in the quotation marks that come next; `nil` without these, or where they do not close.
  mutating func quoted() -> String? {
    guard let mark = byte, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
      return nil
    }
    let start = index
    let isLong = isTOML && bytes[index...].starts(with: [mark, mark, mark])
    index += isLong ? 3 : 1
    var text: [UInt8] = []
    while let byte {
      if byte == mark {
        if isLong {
          if bytes[index...].starts(with: [mark, mark, mark]) {
            index += 3
            return String(decoding: text, as: UTF8.self)
          }
        } else if !isTOML, mark == UInt8(ascii: "'"), index + 1 < bytes.count,
          bytes[index + 1] == mark
        {
          // `''` is an apostrophe.
          index += 1
        } else {
          index += 1
          return String(decoding: text, as: UTF8.self)
        }
      } else if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        appendEscaped(to: &text)
        continue
      }
      text.append(byte)
      index += 1
    }
    index = start
    return nil
  }

  /// Goes behind a backslash and what it stands before. Line breaks and tabs become spaces.
  private mutating func appendEscaped(to text: inout [UInt8]) {
    index += 1
    guard let byte else { return }
    index += 1
    let digits: Int
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), 0x0A:
      text.append(0x20)
      return
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default:
      text.append(byte)
      return
    }
    let hex = bytes[index..<min(index + digits, bytes.count)]
    guard hex.count == digits,
      let code = UInt32(String(decoding: hex, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(code)
    else { return }
    text.append(contentsOf: String(scalar).utf8)
    index += digits
  }
}
