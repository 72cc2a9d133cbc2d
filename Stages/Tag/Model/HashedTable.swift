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
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, source.count), alignment: 16)
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

/// A table in the model's bytes, open addressing over slots of one size: a check of four bytes, which
/// is the upper half of the key's hash, and a payload.
///
/// A key that the table does not have is taken for another's once in some billions of look-ups, so
/// that what was never seen in training weighs nothing.
package struct HashedTable: Sendable {
  /// Where the slots are. The memory is kept by whoever keeps the table.
  struct Slots: @unchecked Sendable {
    // Sendable because nobody writes to the memory of a model.
    fileprivate let start: UnsafeRawPointer
    let count: Int
    fileprivate let stride: Int
    /// No key stands farther from its place than this, whatever the bytes say.
    fileprivate let longestProbe: Int
  }

  private let memory: ModelMemory
  let slots: Slots
  package var slotCount: Int { slots.count }

  /// - Precondition: the table lies inside of the memory.
  init(
    _ memory: ModelMemory, at offset: Int, slotCount: Int, stride: Int, longestProbe: Int
  ) {
    precondition(offset >= 0 && slotCount >= 0 && stride > 4 && longestProbe >= 0)
    precondition(offset + slotCount * stride <= memory.bytes.count)
    self.memory = memory
    slots = Slots(
      start: memory.start + offset, count: slotCount, stride: stride,
      longestProbe: min(longestProbe, slotCount))
  }

  /// The place of a key's payload in the memory, or `nil`.
  @inline(__always)
  func find(_ key: UInt64) -> UnsafeRawPointer? { slots.find(key) }

  fileprivate static func check(_ key: UInt64) -> UInt32 {
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

extension HashedTable.Slots {
  /// Where a key stands if no other was there before it, in bytes, and its check.
  struct Address {
    fileprivate var offset: Int
    fileprivate var check: UInt32
  }

  @inline(__always)
  func address(_ key: UInt64) -> Address {
    let slot = ((key & 0xFFFF_FFFF) &* UInt64(truncatingIfNeeded: count)) >> 32
    return Address(
      offset: Int(truncatingIfNeeded: slot) &* stride, check: HashedTable.check(key))
  }

  /// Has the memory of a key come, for `find` to be asked a little later.
  @inline(__always)
  func prefetch(_ address: Address) { wireroom_prefetch(start + address.offset) }

  /// The place of a key's payload in the memory, or `nil`.
  @inline(__always)
  func find(_ key: UInt64) -> UnsafeRawPointer? { count == 0 ? nil : find(address(key)) }

  /// - Precondition: the table has slots.
  @inline(__always)
  func find(_ address: Address) -> UnsafeRawPointer? {
    var offset = address.offset
    var found = check(at: offset)
    var probe = 0
    while found != address.check {
      if found == 0 || probe == longestProbe { return nil }
      probe &+= 1
      offset &+= stride
      if offset == count &* stride { offset = 0 }
      found = check(at: offset)
    }
    return start + (offset &+ 4)
  }

  @inline(__always)
  private func check(at offset: Int) -> UInt32 {
    // Inside of the table: the offset is that of a slot below `count`, and the initialiser of the
    // table has compared it with the memory.
    start.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
  }
}
