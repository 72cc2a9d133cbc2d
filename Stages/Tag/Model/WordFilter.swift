/// Says at the cost of one bit whether a word may be in a small set (Bloom 1970, with one hash).
package struct WordFilter: Sendable, Equatable {
  package static let byteCount = 8192

  package private(set) var bytes: [UInt8]

  package init() {
    bytes = Array(repeating: 0, count: Self.byteCount)
  }

  /// - Precondition: there are `byteCount` bytes.
  init(bytes: [UInt8]) {
    precondition(bytes.count == Self.byteCount)
    self.bytes = bytes
  }

  package mutating func insert(_ hash: UInt64) {
    let bit = Self.bit(hash)
    bytes[bit >> 3] |= 1 << UInt8(bit & 7)
  }

  @inline(__always)
  func mayContain(_ hash: UInt64) -> Bool {
    let bit = Self.bit(hash)
    return bytes[bit >> 3] & (1 << UInt8(bit & 7)) != 0
  }

  @inline(__always)
  private static func bit(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 20) & (byteCount * 8 - 1)
  }
}
