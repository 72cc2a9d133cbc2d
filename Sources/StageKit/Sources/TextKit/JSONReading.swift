/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The byte offset at which reading stopped.
  public let offset: Int
  /// What was found there, in a few words.
  public let message: String

  /// Makes an error at a byte offset.
  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }

  /// What was found and where, as one phrase.
  public var description: String { "\(message) at byte \(offset)" }
}

extension Value {
  /// Reads one JSON text (RFC 8259), strictly, with two liberties: an unpaired surrogate escape
  /// becomes U+FFFD, because feeds hold them and one must not cost an article; and of repeated
  /// members all are kept. A whole number beyond 64 bits is read as floating point, and one beyond
  /// that as infinity, unless they are refused.
  ///
  /// - Parameters:
  ///   - json: the text in UTF-8; bytes that are not valid UTF-8 inside strings become U+FFFD.
  ///   - maximumDepth: how deeply lists and objects may nest; what is deeper is an error, not an
  ///     overflow of the stack.
  ///   - refusingLargeNumbers: whether whole numbers beyond 64 bits, and others beyond floating
  ///     point, are errors. This is for values that are passed on and must not change on the way.
  /// - Throws: what is wrong and at which byte.
  public init(
    json: Span<UInt8>, maximumDepth: Int = 128, refusingLargeNumbers: Bool = false
  ) throws(JSONError) {
    let result: Result<Value, JSONError> = json.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(
        bytes: buffer, maximumDepth: maximumDepth, refusesLargeNumbers: refusingLargeNumbers)
      do throws(JSONError) {
        return .success(try reader.readDocument())
      } catch {
        return .failure(error)
      }
    }
    self = try result.get()
  }
}

/// The state of reading one text. The buffer is only valid inside `Value.init(json:)`.
private struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let maximumDepth: Int
  let refusesLargeNumbers: Bool
  var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int, refusesLargeNumbers: Bool) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    self.refusesLargeNumbers = refusesLargeNumbers
  }

  mutating func readDocument() throws(JSONError) -> Value {
    skipWhitespace()
    let value = try readValue(depth: 0)
    skipWhitespace()
    guard index == bytes.count else { throw fail("unexpected text after the value") }
    return value
  }

  private mutating func readValue(depth: Int) throws(JSONError) -> Value {
    guard index < bytes.count else { throw fail("the text ends where a value is expected") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try readObject(depth: depth + 1)
    case UInt8(ascii: "["): return try readList(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw fail("a value is expected")
    }
  }

  private mutating func readObject(depth: Int) throws(JSONError) -> Value {
    guard depth <= maximumDepth else { throw fail("nested more than \(maximumDepth) levels deep") }
    index += 1
    var members: [Value.Member] = []
    skipWhitespace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipWhitespace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw fail("a member's name in quotes is expected")
      }
      let key = try readString()
      skipWhitespace()
      guard take(UInt8(ascii: ":")) else { throw fail("':' is expected") }
      skipWhitespace()
      members.append(Value.Member(key, try readValue(depth: depth)))
      skipWhitespace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw fail("',' or '}' is expected") }
    }
  }

  private mutating func readList(depth: Int) throws(JSONError) -> Value {
    guard depth <= maximumDepth else { throw fail("nested more than \(maximumDepth) levels deep") }
    index += 1
    var elements: [Value] = []
    skipWhitespace()
    if take(UInt8(ascii: "]")) { return .list(elements) }
    while true {
      skipWhitespace()
      elements.append(try readValue(depth: depth))
      skipWhitespace()
      if take(UInt8(ascii: "]")) { return .list(elements) }
      guard take(UInt8(ascii: ",")) else { throw fail("',' or ']' is expected") }
    }
  }

  private mutating func readString() throws(JSONError) -> String {
    index += 1
    let start = index
    // Most strings hold no escape: they are copied in one piece.
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        let text = decodeUTF8(start..<index)
        index += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try readEscapedString(from: start) }
      guard byte >= 0x20 else { throw fail("a control character inside a string") }
      index += 1
    }
    throw fail("a string that does not end")
  }

  private mutating func readEscapedString(from start: Int) throws(JSONError) -> String {
    var unescaped: [UInt8] = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return String(decoding: unescaped, as: UTF8.self)
      }
      guard byte >= 0x20 else { throw fail("a control character inside a string") }
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        unescaped.append(byte)
        continue
      }
      guard index < bytes.count else { break }
      let escape = bytes[index]
      index += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(escape)
      case UInt8(ascii: "b"): unescaped.append(0x08)
      case UInt8(ascii: "f"): unescaped.append(0x0C)
      case UInt8(ascii: "n"): unescaped.append(0x0A)
      case UInt8(ascii: "r"): unescaped.append(0x0D)
      case UInt8(ascii: "t"): unescaped.append(0x09)
      case UInt8(ascii: "u"): try readUnicodeEscape(into: &unescaped)
      default:
        index -= 1
        throw fail("an unknown escape inside a string")
      }
    }
    throw fail("a string that does not end")
  }

  private mutating func readUnicodeEscape(into unescaped: inout [UInt8]) throws(JSONError) {
    var code = try readFourHexDigits()
    if code & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let beforeLow = index
      index += 2
      let low = try readFourHexDigits()
      if low & 0xFC00 == 0xDC00 {
        code = 0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF)
      } else {
        index = beforeLow
      }
    }
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    unescaped.append(contentsOf: UTF8.encode(scalar)!)  // every scalar has a UTF-8 form
  }

  private mutating func readFourHexDigits() throws(JSONError) -> UInt32 {
    guard index + 4 <= bytes.count else { throw fail("four hexadecimal digits are expected") }
    var code: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index] - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[index] - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[index] - UInt8(ascii: "A") + 10
      default: throw fail("four hexadecimal digits are expected")
      }
      code = code << 4 | UInt32(digit)
      index += 1
    }
    return code
  }

  private mutating func readNumber() throws(JSONError) -> Value {
    let start = index
    _ = take(UInt8(ascii: "-"))
    let firstDigit = index
    skipDigits()
    guard index > firstDigit else { throw fail("a digit is expected") }
    if bytes[firstDigit] == UInt8(ascii: "0"), index > firstDigit + 1 {
      index = firstDigit
      throw fail("a number that starts with a zero")
    }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      let firstDecimal = index
      skipDigits()
      guard index > firstDecimal else { throw fail("a digit is expected") }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      let firstExponent = index
      skipDigits()
      guard index > firstExponent else { throw fail("a digit is expected") }
    }
    let text = decodeUTF8(start..<index)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text) else { throw fail("a number is expected") }
    if refusesLargeNumbers, isWhole || !number.isFinite {
      index = start
      throw fail("a number too large to be kept as it is, unless as a string")
    }
    return .number(number)
  }

  private mutating func readWord(
    _ word: StaticString, _ value: Value
  ) throws(JSONError) -> Value {
    let length = word.utf8CodeUnitCount
    guard index + length <= bytes.count,
      bytes[index..<index + length].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: length))
    else { throw fail("a value is expected") }
    index += length
    return value
  }

  private mutating func skipDigits() {
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
  }

  private mutating func skipWhitespace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private func decodeUTF8(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private func fail(_ message: String) -> JSONError { JSONError(offset: index, message: message) }
}
