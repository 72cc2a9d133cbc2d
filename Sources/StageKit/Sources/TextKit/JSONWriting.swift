/// Writing JSON (RFC 8259) straight into a byte buffer.
///
/// Everything is appended to a buffer that the caller keeps and reuses; nothing is built in between.
extension [UInt8] {
  /// Appends the bytes of a literal.
  @inlinable
  public mutating func append(_ literal: StaticString) {
    append(
      contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends the UTF-8 bytes of `text`.
  @inlinable
  public mutating func append(text: String) {
    append(contentsOf: text.utf8)
  }

  /// Appends a whole number in decimal.
  @inlinable
  public mutating func append(decimal number: Int) {
    append(addingCapacity: 20) { $0.append(decimal: number) }
  }

  /// Appends a JSON string, in quotes, escaping only what must be escaped (quote, backslash and
  /// control characters); other characters stay as they are, in UTF-8.
  public mutating func append(json text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append(escaping: $0) }
    append(UInt8(ascii: "\""))
  }

  /// Appends the part of a text that `range` names as a JSON string.
  ///
  /// - Precondition: the bytes of the range are valid UTF-8.
  public mutating func append(json text: borrowing Span<UInt8>, _ range: ByteRange) {
    append(UInt8(ascii: "\""))
    text.extracting(range.range).withUnsafeBufferPointer { append(escaping: $0) }
    append(UInt8(ascii: "\""))
  }

  /// Appends a number; what JSON cannot express (infinities, not a number) becomes `null`.
  public mutating func append(json number: Double) {
    guard number.isFinite else { return append("null") }
    if number == number.rounded(), Swift.abs(number) < 1e15 {
      append(decimal: Int(number))
    } else {
      append(text: number.description)
    }
  }

  /// Appends any value.
  public mutating func append(json value: Value) {
    switch value {
    case .null: append("null")
    case .bool(true): append("true")
    case .bool(false): append("false")
    case .integer(let integer): append(decimal: integer)
    case .number(let number): append(json: number)
    case .string(let text): append(json: text)
    case .list(let elements):
      append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { append(UInt8(ascii: ",")) }
        append(json: element)
      }
      append(UInt8(ascii: "]"))
    case .object(let members):
      append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { append(UInt8(ascii: ",")) }
        append(json: member.key)
        append(UInt8(ascii: ":"))
        append(json: member.value)
      }
      append(UInt8(ascii: "}"))
    }
  }

  /// Copies runs of plain bytes in one piece and escapes what lies between them.
  private mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    var index = 0
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    let space = SIMD16<UInt8>(repeating: 0x20)
    while index < bytes.count {
      // Sixteen bytes at a time while none needs escaping.
      while index + 16 <= bytes.count {
        let block = UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(
          as: SIMD16<UInt8>.self)
        guard !any((block .== quote) .| (block .== backslash) .| (block .< space)) else { break }
        index += 16
      }
      let blockEnd = Swift.min(index + 16, bytes.count)
      while index < blockEnd {
        let byte = bytes[index]
        if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
          index += 1
          continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
        appendEscape(byte)
        index += 1
        runStart = index
      }
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    default:
      append("u00")
      append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      let digit = byte & 0x0F
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

/// Writing into room that an array has made before: for pieces that are too many to check each time
/// whether they fit.
extension OutputSpan<UInt8> {
  /// Appends the bytes of a literal.
  ///
  /// - Precondition: they fit.
  @inlinable
  public mutating func append(_ literal: StaticString) {
    let source = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    withUnsafeMutableBufferPointer { buffer, count in
      let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
      precondition(source.count <= rest.count)
      count += rest.update(fromContentsOf: source)
    }
  }

  /// Appends a whole number in decimal: up to 20 bytes.
  ///
  /// - Precondition: they fit.
  public mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: number.magnitude)
  }

  private mutating func append(digits number: UInt) {
    var rest = number
    if rest >= 100_000_000 {
      append(digits: rest / 100_000_000)
      rest %= 100_000_000
    }
    // The digits come out last first; the last eight are kept in one number, the first one lowest.
    var digits: UInt64 = 0
    var count = 0
    repeat {
      digits = digits << 8 | UInt64(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      count += 1
    } while rest > 0
    if number >= 100_000_000 {
      while count < 8 {
        digits = digits << 8 | UInt64(UInt8(ascii: "0"))
        count += 1
      }
    }
    for _ in 0..<count {
      append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }
}
