internal import CTagModel
import TextKit

/// Memory that is not changed any more: the model that is part of the program, or a file's bytes.
package final class ModelMemory: @unchecked Sendable {
  // Sendable because the bytes are written before the object is made and only read afterwards.
  let bytes: UnsafeRawBufferPointer
  /// Where they are.
  let start: UnsafeRawPointer
  private let isOwned: Bool

  /// Copies the bytes.
  package init(_ source: [UInt8]) {
    let copy = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, source.count), alignment: HashedTable.alignment)
    UnsafeMutableRawBufferPointer(start: copy, count: source.count).copyBytes(from: source)
    start = UnsafeRawPointer(copy)
    bytes = UnsafeRawBufferPointer(start: start, count: source.count)
    isOwned = true
  }

  /// Refers to bytes that live as long as the program.
  init(embedded start: UnsafeRawPointer, count: Int) {
    self.start = start
    bytes = UnsafeRawBufferPointer(start: start, count: count)
    isOwned = false
  }

  deinit {
    if isOwned { start.deallocate() }
  }
}

/// A table in the model's bytes, open addressing over buckets of four slots: the four payloads, and
/// behind them four checks of four bytes, which are the upper halves of the keys' hashes; 0 where
/// nothing is.
///
/// The four checks are compared at once, and a bucket of payloads of twelve bytes is one line of the
/// cache. A key that the table does not have is taken for another's once in some billions of look-ups,
/// so that what was never seen in training weighs nothing.
package struct HashedTable: Sendable {
  static let slotsPerBucket = 4
  /// A table begins at a multiple of this many bytes.
  package static let alignment = 64

  /// The bytes of a bucket.
  package static func bucketSize(payloadSize: Int) -> Int { slotsPerBucket * (payloadSize + 4) }

  /// Where the buckets are. The memory is kept by whoever keeps the table.
  struct Buckets: @unchecked Sendable {
    // Sendable because nobody writes to the memory of a model.
    fileprivate let start: UnsafeRawPointer
    let count: Int
    fileprivate let payloadSize: Int
    /// The bytes of a bucket, and of those before its checks.
    fileprivate let size: Int
    fileprivate let payloadsSize: Int
    /// No key stands farther from its bucket than this, whatever the bytes say.
    fileprivate let longestProbe: Int
  }

  private let memory: ModelMemory
  let buckets: Buckets
  package var bucketCount: Int { buckets.count }

  /// - Precondition: the table lies inside of the memory.
  init(
    _ memory: ModelMemory, at offset: Int, bucketCount: Int, payloadSize: Int, longestProbe: Int
  ) {
    precondition(offset >= 0 && bucketCount >= 0 && payloadSize > 0 && longestProbe >= 0)
    let size = Self.bucketSize(payloadSize: payloadSize)
    precondition(offset + bucketCount * size <= memory.bytes.count)
    precondition(bucketCount * size <= UInt32.max)
    self.memory = memory
    buckets = Buckets(
      start: memory.start + offset, count: bucketCount, payloadSize: payloadSize,
      size: size, payloadsSize: Self.slotsPerBucket * payloadSize,
      longestProbe: min(longestProbe, max(0, bucketCount - 1)))
  }

  /// The place of a key's payload in the memory, or `nil`. It may be read up to the end of its bucket,
  /// and so at least 16 bytes.
  @inline(__always)
  func find(_ key: UInt64) -> UnsafeRawPointer? { buckets.find(key) }

  @inline(__always)
  fileprivate static func check(_ key: UInt64) -> UInt32 {
    let check = UInt32(truncatingIfNeeded: key >> 32)
    return check == 0 ? 1 : check
  }

  /// The number of the bucket where a key stands if it is not full.
  @inline(__always)
  fileprivate static func bucket(_ key: UInt64, of count: Int) -> Int {
    Int(
      truncatingIfNeeded: ((key & 0xFFFF_FFFF) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  /// The bytes of a table with these entries, for a model that is being made.
  ///
  /// - Returns: the bytes, the number of buckets and how many buckets a key stands behind its own at
  ///   most.
  package static func build(
    _ entries: [(key: UInt64, payload: [UInt8])], payloadSize: Int
  ) -> (bytes: [UInt8], bucketCount: Int, longestProbe: Int) {
    let size = bucketSize(payloadSize: payloadSize)
    let bucketCount = (entries.count * 3 / 2 + slotsPerBucket - 1) / slotsPerBucket
    var bytes = [UInt8](repeating: 0, count: bucketCount * size)
    var used = [Int](repeating: 0, count: bucketCount)
    var longestProbe = 0
    for entry in entries {
      var bucket = bucket(entry.key, of: bucketCount)
      var probe = 0
      while used[bucket] == slotsPerBucket {
        bucket = (bucket + 1) % bucketCount
        probe += 1
      }
      longestProbe = max(longestProbe, probe)
      let start = bucket * size
      let check = check(entry.key)
      for (index, byte) in entry.payload.enumerated() {
        bytes[start + used[bucket] * payloadSize + index] = byte
      }
      for byte in 0..<4 {
        bytes[start + slotsPerBucket * payloadSize + used[bucket] * 4 + byte] =
          UInt8(truncatingIfNeeded: check >> UInt32(8 * byte))
      }
      used[bucket] += 1
    }
    return (bytes, bucketCount, longestProbe)
  }

  /// A table with these entries, for training.
  package static func inMemory(
    _ entries: [(key: UInt64, payload: [UInt8])], payloadSize: Int
  ) -> HashedTable {
    let table = build(entries, payloadSize: payloadSize)
    return HashedTable(
      ModelMemory(table.bytes), at: 0, bucketCount: table.bucketCount, payloadSize: payloadSize,
      longestProbe: table.longestProbe)
  }
}

extension HashedTable.Buckets {
  /// Where a key stands if its bucket is not full, in bytes, and below that its check.
  struct Address {
    var bits: UInt64

    fileprivate var offset: Int { Int(truncatingIfNeeded: bits >> 32) }
    fileprivate var check: UInt32 { UInt32(truncatingIfNeeded: bits) }
  }

  @inline(__always)
  func address(_ key: UInt64) -> Address {
    let offset = UInt64(truncatingIfNeeded: HashedTable.bucket(key, of: count) &* size)
    return Address(bits: offset << 32 | UInt64(HashedTable.check(key)))
  }

  /// Has the memory of a key come, for `find` to be asked a little later.
  @inline(__always)
  func prefetch(_ address: Address) { wireroom_prefetch(start + address.offset) }

  /// The place of a key's payload in the memory, or `nil`.
  @inline(__always)
  func find(_ key: UInt64) -> UnsafeRawPointer? { count == 0 ? nil : find(address(key)) }

  /// - Precondition: the table has buckets.
  @inline(__always)
  func find(_ address: Address) -> UnsafeRawPointer? {
    var bucket = start + address.offset
    var probe = 0
    while true {
      // Inside of the table: the offset is that of a bucket below `count`, and the initialiser of the
      // table has compared it with the memory.
      let checks = bucket + payloadsSize
      let equal = wireroom_equal(checks, address.check)
      if equal != 0 { return bucket + equal.trailingZeroBitCount &* payloadSize }
      // The slots of a bucket are filled from the first on.
      let last = checks.loadUnaligned(
        fromByteOffset: (HashedTable.slotsPerBucket - 1) * 4, as: UInt32.self)
      if last == 0 || probe == longestProbe { return nil }
      probe &+= 1
      bucket += size
      if bucket == start + count &* size { bucket = start }
    }
  }
}
