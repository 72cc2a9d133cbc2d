/// The unit in which offsets into a text are written for its readers.
public enum OffsetUnit: String, Sendable, CaseIterable {
  /// Unicode scalars, which is what Python strings count.
  case codepoints
  /// UTF-8 bytes.
  case bytes
  /// UTF-16 code units, which is what JavaScript and Java strings count.
  case utf16
}

/// Turns byte offsets into a text into offsets of another unit.
///
/// A text of ASCII only needs no table. For any other text the units before every 64th byte are
/// counted once, so that one conversion looks at no more than 63 bytes. The tables are reused from
/// text to text.
public struct OffsetConverter: Sendable {
  private static let blockSize = 64

  /// The unit that offsets are turned into.
  public let unit: OffsetUnit
  private var isIdentity = true
  private var unitsBeforeBlock: [UInt32] = []

  /// Makes a converter, which must be prepared for a text before use.
  public init(_ unit: OffsetUnit) {
    self.unit = unit
  }

  /// Prepares for a text; call it once before converting offsets into that text.
  public mutating func prepare(_ text: Span<UInt8>) {
    unitsBeforeBlock.removeAll(keepingCapacity: true)
    isIdentity = unit == .bytes || text.isASCII
    if isIdentity { return }
    var units: UInt32 = 0
    var block = 0
    while block < text.count {
      unitsBeforeBlock.append(units)
      let end = min(block + Self.blockSize, text.count)
      let isASCII = end - block == Self.blockSize && text.extracting(block..<end).isASCII
      units += UInt32(isASCII ? Self.blockSize : countUnits(text, block..<end))
      block = end
    }
    unitsBeforeBlock.append(units)
  }

  /// The offset, in this converter's unit, of the byte at `offset` of the prepared text.
  ///
  /// - Precondition: `text` is the text given to `prepare`, and `offset` is at most its length and
  ///   on a scalar boundary.
  public func convert(_ offset: Int, in text: Span<UInt8>) -> Int {
    if isIdentity { return offset }
    let block = offset / Self.blockSize
    let start = block * Self.blockSize
    let before = Int(unitsBeforeBlock[block])
    // A block with as many units as bytes has no character beyond ASCII.
    if block + 1 < unitsBeforeBlock.count,
      Int(unitsBeforeBlock[block + 1]) - before == Self.blockSize
    {
      return before + offset - start
    }
    return before + countUnits(text, start..<offset)
  }

  /// The byte at `offset`, given in this converter's unit: the inverse of `convert`.
  ///
  /// - Precondition: `text` is the text given to `prepare`.
  /// - Returns: `nil` for what is outside of the text, or in the middle of a scalar.
  public func byteOffset(of offset: Int, in text: Span<UInt8>) -> Int? {
    guard offset >= 0, offset <= text.count else { return nil }
    if isIdentity {
      let isInside = offset < text.count && text[offset].isUTF8Continuation
      return isInside ? nil : offset
    }
    // The last block before which there are no more units than that.
    var low = 0
    var high = unitsBeforeBlock.count - 1
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(unitsBeforeBlock[middle]) <= offset { low = middle } else { high = middle }
    }
    var byte = low * Self.blockSize
    while byte < text.count, text[byte].isUTF8Continuation { byte += 1 }
    var rest = offset - Int(unitsBeforeBlock[low])
    while rest > 0, byte < text.count {
      rest -= unit == .utf16 && text[byte] >= 0xF0 ? 2 : 1
      byte += 1
      while byte < text.count, text[byte].isUTF8Continuation { byte += 1 }
    }
    return rest == 0 ? byte : nil
  }

  /// A scalar counts at its first byte; one beyond the basic plane, whose first byte is F0 or more,
  /// counts two in UTF-16. Eight bytes are counted at a time.
  private func countUnits(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    text.withUnsafeBytes { bytes in
      precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
      var units = range.count
      var index = range.lowerBound
      while index &+ 8 <= range.upperBound {
        units &+= difference(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index &+= 8
      }
      let rest = range.upperBound &- index
      if rest > 0 {
        // The missing bytes are zero, which changes no count.
        var word: UInt64 = 0
        if range.upperBound >= 8 {
          word = bytes.loadUnaligned(fromByteOffset: range.upperBound &- 8, as: UInt64.self)
          word = word.littleEndian >> UInt64(64 &- 8 &* rest)
        } else {
          for place in index..<range.upperBound { word = word << 8 | UInt64(bytes[place]) }
        }
        units &+= difference(word)
      }
      return units
    }
  }

  /// By how much the units of eight bytes are more than the bytes.
  @inline(__always)
  private func difference(_ word: UInt64) -> Int {
    let lowBits: UInt64 = 0x0101_0101_0101_0101
    // With one bit a byte, the highest byte of the product is their number.
    func count(_ bits: UInt64) -> Int { Int(truncatingIfNeeded: (bits &* lowBits) >> 56) }
    // Continuation bytes are 10xxxxxx, first bytes of four are 1111xxxx.
    let continuations = count((word >> 7) & ~(word >> 6) & lowBits)
    if unit != .utf16 { return -continuations }
    return count((word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & lowBits) &- continuations
  }
}
