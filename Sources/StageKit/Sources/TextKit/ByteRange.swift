/// A half-open range of UTF-8 byte offsets into a document's text.
///
/// Every layer of a document refers to the text by such ranges and never copies it. Offsets are
/// stored in 32 bits, half the size of `Range<Int>`, because a document holds one range a token.
@frozen
public struct ByteRange: Sendable, Hashable {
  @usableFromInline let storedStart: UInt32
  @usableFromInline let storedEnd: UInt32

  /// - Precondition: `0 <= start <= end < 2^32`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a range ends before it starts")
    storedStart = UInt32(start)
    storedEnd = UInt32(end)
  }

  /// The same range as one of the standard library.
  ///
  /// - Precondition: `0 <= lowerBound` and `upperBound < 2^32`.
  @inlinable
  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// The offset of the first byte.
  @inlinable public var start: Int { Int(storedStart) }

  /// The offset after the last byte.
  @inlinable public var end: Int { Int(storedEnd) }

  /// The length in bytes.
  @inlinable public var count: Int { Int(storedEnd &- storedStart) }

  /// Whether the range holds no byte.
  @inlinable public var isEmpty: Bool { storedStart == storedEnd }

  /// The same range as the standard library's type.
  @inlinable public var range: Range<Int> { start..<end }

  /// Whether `other` lies wholly inside this range.
  @inlinable
  public func contains(_ other: ByteRange) -> Bool {
    storedStart <= other.storedStart && other.storedEnd <= storedEnd
  }

  /// Whether the two ranges share at least one byte.
  @inlinable
  public func overlaps(_ other: ByteRange) -> Bool {
    storedStart < other.storedEnd && other.storedStart < storedEnd
  }
}

extension ByteRange: CustomStringConvertible {
  /// `start..<end`.
  public var description: String { "\(start)..<\(end)" }
}
