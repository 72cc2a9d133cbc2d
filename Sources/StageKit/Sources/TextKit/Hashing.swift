/// A 64-bit hash of bytes for tables inside the program: the FNV-1a recurrence over eight bytes at
/// a time with a final mix (after Steele, Lea and Flood's SplitMix64). Not for storage across
/// versions and not against an adversary.
@inlinable
public func hashBytes(_ bytes: Span<UInt8>, seed: UInt64 = 0) -> UInt64 {
  bytes.withUnsafeBytes { buffer in
    var hash = seed ^ 0xCBF2_9CE4_8422_2325 &+ UInt64(truncatingIfNeeded: buffer.count)
    var index = 0
    while index &+ 8 <= buffer.count {
      hash ^= buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = hash &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < buffer.count {
      rest = rest << 8 | UInt64(buffer[index])
      index &+= 1
    }
    hash ^= rest
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}
