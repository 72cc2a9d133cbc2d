import TextKit

/// Reads as much of YAML as front matter is written in: objects and lists by indentation and in brackets,
/// texts plain, in quotation marks, in blocks, and over several lines. All values become texts.
///
/// The library that reads pipeline files is no part of a stage, and refuses what people write by hand
/// all the same: here, lines that are nothing are passed over.
struct FrontMatterYAML {
  private struct Line {
    var indent: Int
    var text: String

    var isBlank: Bool { text.isEmpty || text.utf8.first == UInt8(ascii: "#") }
    var isItem: Bool { text == "-" || text.hasPrefix("- ") }
  }

  private var lines: [Line] = []
  private var next = 0

  /// What is nested deeper is passed over.
  private static let maximumDepth = 16
  /// A text or list that goes on over more lines is not one.
  private static let maximumLines = 32

  /// The values of a block by their names; `nil` where it does not begin with a name, and so is text
  /// between two rules.
  static func read(_ text: Span<UInt8>, _ block: Range<Int>) -> [Value.Member]? {
    var reader = FrontMatterYAML()
    var index = block.lowerBound
    while index < block.upperBound {
      let end = text.firstOffset(of: 0x0A, in: index..<block.upperBound) ?? block.upperBound
      let line = PlainText.trim(text, index..<end)
      reader.lines.append(
        Line(indent: line.lowerBound - index, text: text.string(ByteRange(line))))
      index = end + 1
    }
    reader.skipBlankLines()
    guard reader.next < reader.lines.count else { return [] }
    guard Self.member(reader.lines[reader.next].text) != nil else { return nil }
    return reader.object(indent: reader.lines[reader.next].indent, depth: 0).members
  }

  private mutating func skipBlankLines() {
    while next < lines.count, lines[next].isBlank { next += 1 }
  }

  // MARK: By indentation

  /// What stands from here on, which is indented so far.
  private mutating func block(indent: Int, depth: Int) -> Value {
    guard depth < Self.maximumDepth else { return .null }
    if lines[next].isItem { return list(indent: indent, depth: depth) }
    if Self.member(lines[next].text) != nil { return object(indent: indent, depth: depth) }
    let text = lines[next].text
    next += 1
    return value(text, indent: indent - 1, depth: depth)
  }

  private mutating func object(indent: Int, depth: Int) -> Value {
    var members: [Value.Member] = []
    while next < lines.count {
      let line = lines[next]
      guard line.isBlank || line.indent >= indent else { break }
      next += 1
      guard !line.isBlank, line.indent == indent, let (key, text) = Self.member(line.text) else {
        continue
      }
      var value = value(text, indent: indent, depth: depth)
      if value == .null, next < lines.count, lines[next].indent == indent, lines[next].isItem {
        // Lists need not be indented.
        value = list(indent: indent, depth: depth)
      }
      members.append(Value.Member(key, value))
    }
    return .object(members)
  }

  private mutating func list(indent: Int, depth: Int) -> Value {
    var values: [Value] = []
    while next < lines.count {
      let line = lines[next]
      guard line.isBlank || line.indent > indent || line.indent == indent && line.isItem else {
        break
      }
      guard !line.isBlank, line.indent == indent else {
        next += 1
        continue
      }
      let text = line.text.dropFirst().drop { $0 == " " }
      let inner = Line(indent: indent + line.text.count - text.count, text: String(text))
      if inner.isItem || Self.member(inner.text) != nil {
        lines[next] = inner
        values.append(block(indent: inner.indent, depth: depth + 1))
      } else {
        next += 1
        values.append(value(inner.text, indent: indent, depth: depth))
      }
    }
    return .list(values)
  }

  /// `key: value`, both as they stand there.
  private static func member(_ line: String) -> (key: String, value: String)? {
    let bytes = line.utf8.span
    var scanner = FrontMatterScanner(line, separator: UInt8(ascii: ":"))
    if let key = scanner.quoted() {
      guard scanner.skip(UInt8(ascii: ":")) else { return nil }
      return (key, scanner.rest.trimmingSpaces())
    }
    var index = 0
    while let colon = bytes.firstOffset(of: UInt8(ascii: ":"), in: index..<bytes.count) {
      guard colon + 1 == bytes.count || bytes[colon + 1] == 0x20 else {
        index = colon + 1
        continue
      }
      let key = bytes.string(ByteRange(0, colon)).trimmingSpaces()
      guard !key.isEmpty, !key.hasPrefix("- "), !"[{\"'#|>&*!%@`".contains(key.first ?? "#"),
        key.split(separator: " ").count <= 3
      else { return nil }
      return (key, bytes.string(ByteRange(colon + 1, bytes.count)).trimmingSpaces())
    }
    return nil
  }

  // MARK: Values

  /// The value that begins with a text; what is indented further belongs to it.
  private mutating func value(_ text: String, indent: Int, depth: Int) -> Value {
    switch text.utf8.first {
    case nil, UInt8(ascii: "#"):
      skipBlankLines()
      guard next < lines.count, lines[next].indent > indent else { return .null }
      return block(indent: lines[next].indent, depth: depth + 1)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      if Self.isBlockMark(text) { return textBlock(indent: indent) }
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"):
      if let value = inMarks(text, indent: indent) { return value }
    default: break
    }
    return plain(text, indent: indent)
  }

  /// `|`, `>-`, `|2+ # comment`.
  private static func isBlockMark(_ text: String) -> Bool {
    withoutComment(text).utf8.dropFirst().allSatisfy {
      $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
    }
  }

  private mutating func textBlock(indent: Int) -> Value {
    var text = ""
    while next < lines.count, lines[next].text.isEmpty || lines[next].indent > indent {
      text += (text.isEmpty ? "" : " ") + lines[next].text
      next += 1
    }
    return .string(text)
  }

  /// What stands in quotation marks or brackets, also over several lines; `nil` where they do not close.
  private mutating func inMarks(_ text: String, indent: Int) -> Value? {
    var whole = text
    var end = next
    while true {
      var scanner = FrontMatterScanner(whole, separator: UInt8(ascii: ":"))
      if let value = scanner.value() {
        guard Self.withoutComment(" " + scanner.rest).isEmpty else { return nil }
        next = end
        return value
      }
      // The closing bracket of a list is often not indented.
      guard end < lines.count, end - next < Self.maximumLines,
        lines[end].isBlank || lines[end].indent > indent
          || lines[end].text == "]" || lines[end].text == "}"
      else { return nil }
      whole += " " + lines[end].text
      end += 1
    }
  }

  private mutating func plain(_ text: String, indent: Int) -> Value {
    var words = Self.withoutComment(text)
    while next < lines.count, lines[next].indent > indent, !lines[next].isBlank,
      !lines[next].isItem, Self.member(lines[next].text) == nil
    {
      words += " " + Self.withoutComment(lines[next].text)
      next += 1
    }
    return words == "~" || words == "null" || words.isEmpty ? .null : .string(words)
  }

  private static func withoutComment(_ text: String) -> String {
    let bytes = text.utf8.span
    var index = 0
    while let mark = bytes.firstOffset(of: UInt8(ascii: "#"), in: index..<bytes.count) {
      if mark > 0, bytes[mark - 1] == 0x20 {
        return bytes.string(ByteRange(0, mark)).trimmingSpaces()
      }
      index = mark + 1
    }
    return text.trimmingSpaces()
  }
}
