/// A 64-bit hash of bytes for tables inside the program: the FNV-1a recurrence over eight bytes at
/// a time with a final mix (after Steele, Lea and Flood's SplitMix64). Not for storage across
/// versions and not against an adversary.
@inlinable
public func hashBytes(_ bytes: Span<UInt8>, seed: UInt64 = 0) -> UInt64 {
  hashWords(bytes, seed: seed) { $0 }
}

/// The hash that `hashBytes` has for one to seven bytes, which stand lowest in a word.
@inlinable
@inline(__always)
public func hashBytes(firstOf word: UInt64, count: Int) -> UInt64 {
  let rest = word.byteSwapped &>> UInt64(truncatingIfNeeded: 64 &- count &* 8)
  return mixed((0xCBF2_9CE4_8422_2325 &+ UInt64(truncatingIfNeeded: count)) ^ rest)
}

/// The hash that `hashBytes` has for the bytes with all ASCII letters in lower case.
@inlinable
public func hashLowercased(_ bytes: Span<UInt8>) -> UInt64 {
  hashWords(bytes, seed: 0) { word in
    // For each byte the high bit, where it is a capital.
    let high: UInt64 = 0x8080_8080_8080_8080
    let low = word & ~high
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let behindZ = low &+ 0x2525_2525_2525_2525
    return word | (fromA & ~behindZ & ~word & high) &>> 2
  }
}

/// - Parameter transform: what becomes of each eight bytes; each byte by itself, and 0 stays 0.
@inlinable
@inline(__always)
func hashWords(
  _ bytes: Span<UInt8>, seed: UInt64, _ transform: (UInt64) -> UInt64
) -> UInt64 {
  bytes.withUnsafeBytes { buffer in
    let count = buffer.count
    var hash = seed ^ 0xCBF2_9CE4_8422_2325 &+ UInt64(truncatingIfNeeded: count)
    var index = 0
    while index &+ 8 <= count {
      hash ^= transform(buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      hash = hash &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      index &+= 8
    }
    // Up to seven bytes as one number, the first of them uppermost.
    let restCount = count &- index
    var rest: UInt64 = 0
    if restCount >= 4 {
      // Two halves that may overlap.
      let first = buffer.loadUnaligned(fromByteOffset: index, as: UInt32.self)
      let last = buffer.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      rest = UInt64(first.byteSwapped) &<< UInt64(truncatingIfNeeded: (restCount &- 4) &* 8)
      rest |= UInt64(last.byteSwapped)
    } else if restCount > 0 {
      // The first, the middle and the last byte, which may be the same.
      let middle = restCount &>> 1
      rest = UInt64(buffer[index]) &<< UInt64(truncatingIfNeeded: (restCount &- 1) &* 8)
      rest |= UInt64(buffer[index &+ middle]) &<< UInt64(truncatingIfNeeded: restCount == 3 ? 8 : 0)
      rest |= UInt64(buffer[count &- 1])
    }
    return mixed(hash ^ transform(rest))
  }
}

@inlinable
@inline(__always)
func mixed(_ hash: UInt64) -> UInt64 {
  var hash = hash
  hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
  hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
  return hash ^ (hash >> 31)
}
