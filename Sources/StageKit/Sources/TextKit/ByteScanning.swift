#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Span<UInt8> {
  /// Whether no byte is 0x80 or above.
  public var isASCII: Bool {
    withUnsafeBytes { buffer in
      let highBits: UInt64 = 0x8080_8080_8080_8080
      var index = 0
      // Whole words: a test of a vector for any set bit costs more here than reading does.
      while index &+ 64 <= buffer.count {
        var seen: UInt64 = 0
        for offset in stride(from: index, to: index &+ 64, by: 8) {
          seen |= buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        }
        if seen & highBits != 0 { return false }
        index &+= 64
      }
      while index < buffer.count {
        if buffer[index] >= 0x80 { return false }
        index += 1
      }
      return true
    }
  }

  /// The offset of the first byte from `start` on that is 0x80 or above, or the number of bytes.
  ///
  /// - Precondition: `start` is not negative.
  @inlinable
  public func endOfASCII(from start: Int) -> Int {
    precondition(start >= 0)
    return withUnsafeBytes { bytes in
      var index = start
      while index &+ 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        let others = word & 0x8080_8080_8080_8080
        if others != 0 { return index &+ others.trailingZeroBitCount / 8 }
        index &+= 8
      }
      while index < bytes.count, bytes[index] < 0x80 { index &+= 1 }
      return index
    }
  }

  /// The offset of the first `byte` in `range`, or `nil`.
  public func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    withUnsafeBytes { buffer in
      precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
      guard let base = buffer.baseAddress, !range.isEmpty,
        let found = memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether the bytes at `offset` are those of `literal`.
  @inlinable
  public func matches(_ literal: StaticString, at offset: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    let expected = UnsafeBufferPointer(start: literal.utf8Start, count: length)
    for index in 0..<length where self[offset + index] != expected[index] { return false }
    return true
  }

  /// Whether the bytes at `offset` are those of `literal`, ASCII letters compared without case.
  ///
  /// - Precondition: `literal` is in lower case.
  @inlinable
  public func matchesIgnoringCase(_ literal: StaticString, at offset: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    let expected = UnsafeBufferPointer(start: literal.utf8Start, count: length)
    for index in 0..<length where self[offset + index].lowercasedASCII != expected[index] {
      return false
    }
    return true
  }

  /// The text of a range.
  ///
  /// - Precondition: the range lies inside; bytes that are not valid UTF-8 become U+FFFD.
  public func string(_ range: ByteRange) -> String {
    extracting(range.range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension UInt8 {
  /// The lower-case letter of an upper-case ASCII letter; any other byte itself.
  @inlinable public var lowercasedASCII: UInt8 { isASCIIUppercase ? self | 0x20 : self }

  /// Whether this is one of `A` to `Z`.
  @inlinable public var isASCIIUppercase: Bool { self &- UInt8(ascii: "A") < 26 }
  /// Whether this is one of `a` to `z`.
  @inlinable public var isASCIILowercase: Bool { self &- UInt8(ascii: "a") < 26 }
  /// Whether this is one of `A` to `Z` or `a` to `z`.
  @inlinable public var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  /// Whether this is one of `0` to `9`.
  @inlinable public var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// Space, tab, line feed, vertical tab, form feed or carriage return.
  @inlinable public var isASCIIWhitespace: Bool { self == 0x20 || self &- 0x09 < 5 }

  /// Whether this is the second, third or fourth byte of a UTF-8 sequence.
  @inlinable public var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
