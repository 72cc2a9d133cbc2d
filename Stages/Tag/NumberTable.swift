/// Numbers by the hashes of what they are of; for a worker to clear from document to document, which
/// costs nothing, and to fill again without hashing anew what is a hash.
struct NumberTable: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    var number: Int32 = 0
    /// When it was filled; what was filled before the last clearing is free.
    var time: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var count = 0
  private var time: UInt32 = 1

  mutating func removeAll() {
    count = 0
    time &+= 1
    // After four thousand million documents, old slots would look new.
    if time == 0 { self = NumberTable() }
  }

  /// The number of a key; a number once set may be changed, not taken away.
  subscript(key: UInt64) -> Int? {
    get {
      let slot = slots[place(key)]
      return slot.time == time ? Int(slot.number) : nil
    }
    set {
      guard let newValue else { preconditionFailure("a number is never taken away") }
      let place = place(key)
      if slots[place].time != time {
        count += 1
        if count * 2 > slots.count {
          grow()
          count += 1
          slots[self.place(key)] = Slot(key: key, number: Int32(newValue), time: time)
          return
        }
      }
      slots[place] = Slot(key: key, number: Int32(newValue), time: time)
    }
  }

  /// Where a key stands or is to be put.
  @inline(__always)
  private func place(_ key: UInt64) -> Int {
    let mask = slots.count &- 1
    var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[index].time == time, slots[index].key != key { index = (index &+ 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    count = 0
    for slot in old where slot.time == time {
      slots[place(slot.key)] = slot
      count += 1
    }
  }
}
