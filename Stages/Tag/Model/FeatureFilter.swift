internal import CTagModel

/// Says of most features that have no weights that they have none, at the cost of one bit (Bloom
/// 1970, with one hash); part of the model's bytes.
package struct FeatureFilter: @unchecked Sendable {
  // Sendable because nobody writes to the memory of a model, which is kept by whoever keeps the
  // weights.
  private let bytes: UnsafeRawPointer
  private let shift: UInt64

  /// - Precondition: there are `2 << logarithm` bits in the memory behind the offset, and at least 8.
  init(_ memory: ModelMemory, at offset: Int, logarithm: Int) {
    precondition((3...32).contains(logarithm))
    precondition(offset >= 0 && offset + 1 << (logarithm - 3) <= memory.bytes.count)
    bytes = memory.start + offset
    shift = UInt64(64 - logarithm)
  }

  /// Has the memory come that says of a feature whether it may have weights.
  @inline(__always)
  func prefetch(_ hash: UInt64) {
    wireroom_prefetch(bytes + Int(truncatingIfNeeded: hash &>> shift) &>> 3)
  }

  /// 1 if a feature may have weights, else 0: a number to reckon with, since the processor would guess a
  /// branch wrong.
  @inline(__always)
  func mayContain(_ hash: UInt64) -> Int {
    // Inside of the memory: the initialiser has compared all places with it.
    let bit = Int(truncatingIfNeeded: hash &>> shift)
    let byte = bytes.load(fromByteOffset: bit &>> 3, as: UInt8.self)
    return Int(byte &>> UInt8(truncatingIfNeeded: bit & 7) & 1)
  }

  /// The logarithm of the number of bits that keeps a tenth of what is not there.
  static func logarithm(forCount count: Int) -> Int {
    var logarithm = 3
    while 1 << logarithm < count * 8, logarithm < 24 { logarithm += 1 }
    return logarithm
  }

  /// The bytes of a filter.
  static func bytes(_ hashes: some Sequence<UInt64>, logarithm: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << (logarithm - 3))
    for hash in hashes {
      let bit = Int(hash >> UInt64(64 - logarithm))
      bytes[bit >> 3] |= 1 << UInt8(bit & 7)
    }
    return bytes
  }
}
