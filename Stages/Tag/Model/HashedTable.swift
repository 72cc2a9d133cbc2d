import TextKit

/// Memory that is not changed any more: the model that is part of the program, or a file's bytes.
package final class ModelMemory: @unchecked Sendable {
  // Sendable because the bytes are written before the object is made and only read afterwards.
  let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool

  /// Copies the bytes.
  package init(_ source: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 16)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(copy)
    isOwned = true
  }

  /// Refers to bytes that live as long as the program.
  init(embedded: UnsafeRawBufferPointer) {
    bytes = embedded
    isOwned = false
  }

  deinit {
    if isOwned { bytes.deallocate() }
  }
}

/// A table in the model's bytes, open addressing over slots of one size: a check of four bytes, which
/// is the upper half of the key's hash, and a payload.
///
/// A key that the table does not have is taken for another's once in some billions of look-ups, so
/// that what was never seen in training weighs nothing.
package struct HashedTable: Sendable {
  private let memory: ModelMemory
  private let offset: Int
  package let slotCount: Int
  private let stride: Int
  /// No key stands farther from its place than this, whatever the bytes say.
  private let longestProbe: Int

  /// - Precondition: the table lies inside of the memory.
  init(
    _ memory: ModelMemory, at offset: Int, slotCount: Int, stride: Int, longestProbe: Int
  ) {
    precondition(offset >= 0 && slotCount >= 0 && stride > 4 && longestProbe >= 0)
    precondition(offset + slotCount * stride <= memory.bytes.count)
    self.memory = memory
    self.offset = offset
    self.slotCount = slotCount
    self.stride = stride
    self.longestProbe = min(longestProbe, slotCount)
  }

  /// The place of a key's payload in the memory, or `nil`.
  @inline(__always)
  func find(_ key: UInt64) -> UnsafeRawPointer? { find(key, glance(key)) }

  /// What stands at a key's place.
  struct Glance {
    fileprivate var slot = 0
    /// The check, 0 for none.
    fileprivate var found: UInt32 = 0
  }

  /// Looks at a key's place, and no farther, so that the memory of many keys comes at the same time.
  @inline(__always)
  func glance(_ key: UInt64) -> Glance {
    guard slotCount > 0 else { return Glance() }
    let slot = Int(truncatingIfNeeded: ((key & 0xFFFF_FFFF) &* UInt64(slotCount)) >> 32)
    return Glance(slot: slot, found: check(at: slot))
  }

  /// As `find` of the key alone, after a glance at its place.
  @inline(__always)
  func find(_ key: UInt64, _ glance: Glance) -> UnsafeRawPointer? {
    let check = Self.check(key)
    var (slot, found) = (glance.slot, glance.found)
    var probe = 0
    while found != check {
      if found == 0 || probe == longestProbe { return nil }
      probe &+= 1
      slot &+= 1
      if slot == slotCount { slot = 0 }
      found = self.check(at: slot)
    }
    return memory.bytes.baseAddress.map { $0 + (offset &+ slot &* stride &+ 4) }
  }

  @inline(__always)
  private func check(at slot: Int) -> UInt32 {
    // Inside of the table: `slot` stays below `slotCount`, and the initialiser has compared the
    // table with the memory.
    memory.bytes.loadUnaligned(fromByteOffset: offset &+ slot &* stride, as: UInt32.self)
  }

  private static func check(_ key: UInt64) -> UInt32 {
    let check = UInt32(truncatingIfNeeded: key >> 32)
    return check == 0 ? 1 : check
  }

  /// The bytes of a table with these entries, for a model that is being made.
  ///
  /// - Returns: the bytes, the number of slots and the longest probe.
  package static func build(
    _ entries: [(key: UInt64, payload: [UInt8])], payloadSize: Int
  ) -> (bytes: [UInt8], slotCount: Int, longestProbe: Int) {
    let stride = payloadSize + 4
    let slotCount = entries.isEmpty ? 0 : entries.count * 3 / 2 + 1
    var bytes = [UInt8](repeating: 0, count: slotCount * stride)
    var longestProbe = 0
    for entry in entries {
      var slot = Int(truncatingIfNeeded: ((entry.key & 0xFFFF_FFFF) &* UInt64(slotCount)) >> 32)
      let check = check(entry.key)
      var probe = 0
      while bytes[slot * stride..<slot * stride + 4].contains(where: { $0 != 0 }) {
        slot = (slot + 1) % slotCount
        probe += 1
      }
      longestProbe = max(longestProbe, probe)
      for byte in 0..<4 {
        bytes[slot * stride + byte] = UInt8(truncatingIfNeeded: check >> UInt32(8 * byte))
      }
      for (index, byte) in entry.payload.enumerated() { bytes[slot * stride + 4 + index] = byte }
    }
    return (bytes, slotCount, longestProbe)
  }

  /// A table with these entries, for training.
  package static func inMemory(
    _ entries: [(key: UInt64, payload: [UInt8])], payloadSize: Int
  ) -> HashedTable {
    let table = build(entries, payloadSize: payloadSize)
    return HashedTable(
      ModelMemory(table.bytes), at: 0, slotCount: table.slotCount, stride: payloadSize + 4,
      longestProbe: table.longestProbe)
  }
}
