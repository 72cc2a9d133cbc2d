import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A part of the text, in which a read outside gives a space.
///
/// Rules look at neighbours all the time; with the space, the two ends of a paragraph need no cases
/// of their own, and the comparison that makes it so is also the check that keeps reads in bounds.
/// Hence the raw pointer: a span would check a second time. A value must not outlive the closure
/// that lent the buffer.
struct TextBytes {
  private let base: UnsafePointer<UInt8>?
  /// Offsets are those of the whole text.
  let start: Int
  let end: Int

  init(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
    base = buffer.baseAddress
    start = range.lowerBound
    end = range.upperBound
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    guard offset >= start, offset < end, let base else { return UInt8(ascii: " ") }
    return base[offset]
  }

  /// The scalar whose first byte is at `offset`, and its length in bytes.
  ///
  /// The text is valid UTF-8, so the first byte tells the length.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(self[offset])
    func continuation(_ index: Int) -> UInt32 { UInt32(self[offset + index] & 0x3F) }
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | continuation(1), 2) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3) }
    let high = (lead & 0x07) << 18 | continuation(1) << 12
    return (high | continuation(2) << 6 | continuation(3), 4)
  }

  /// The offset of the scalar that ends just before `offset`.
  func previousOffset(_ offset: Int) -> Int {
    var index = offset - 1
    while index > start, self[index].isUTF8Continuation { index -= 1 }
    return index
  }

  /// Whether the bytes at `offset` are those of `literal`, letters compared without case.
  ///
  /// - Precondition: `literal` is in lower case.
  func matches(_ literal: StaticString, at offset: Int) -> Bool {
    let expected = UnsafeBufferPointer(
      start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    for index in expected.indices where self[offset + index].lowercasedASCII != expected[index] {
      return false
    }
    return true
  }

  /// The bytes as one number, for look-ups of short words; 0 for more than eight bytes.
  @inline(__always)
  func packed(_ start: Int, _ end: Int) -> UInt64 {
    guard end - start <= 8 else { return 0 }
    var key: UInt64 = 0
    for offset in start..<end { key = key << 8 | UInt64(self[offset]) }
    return key
  }

  /// The offset of the first `byte` from `offset` on, or `limit`.
  func firstOffset(of byte: UInt8, from offset: Int, to limit: Int) -> Int {
    precondition(offset >= start && limit <= end)
    guard let base, offset < limit else { return limit }
    // Eight times as fast as a loop; lines and `@` are looked for in the whole text.
    guard let found = memchr(base + offset, Int32(byte), limit - offset) else { return limit }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
