/// Eight bytes in one number. Comparisons of SIMD vectors for less or more are compiled to a loop over
/// the lanes by this toolchain; these few operations are not.
enum ByteLanes {
  /// The number with this byte in every lane.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The top bit of every lane that is zero.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    let low = all(0x7F)
    return ~(((word & low) &+ low) | word | low)
  }
}
