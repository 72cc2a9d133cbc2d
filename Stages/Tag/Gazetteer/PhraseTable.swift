import TextKit

/// Finds phrases by their pieces' hashes: a trie whose edges are the slots of one hash table.
///
/// A slot's key is the hash of all pieces of a phrase up to and including one. Only these 64-bit
/// hashes are compared, not bytes: an accidental collision is less likely than a broken machine,
/// and a deliberate one wins no more than a wrong tag.
struct PhraseTable {
  /// What is found at a prefix of phrases.
  struct Hit {
    fileprivate var bits: UInt32
    static let nothing = Hit(bits: 0)

    /// The number that was inserted for the phrase that ends here, 0 where none does.
    var entry: Int { Int(bits & 0x7FFF_FFFF) }
    /// Whether longer phrases start in the same way.
    var continues: Bool { bits >> 31 == 1 }
  }

  private struct Slot {
    var key: UInt64 = 0
    var hit = Hit.nothing
  }

  private var slots: [Slot]
  private var used = 0

  init(minimumCapacity: Int = 16) {
    var count = 32
    while count < minimumCapacity * 2 { count *= 2 }
    slots = Array(repeating: Slot(), count: count)
  }

  var isEmpty: Bool { used == 0 }

  /// The key of a phrase that goes on with a piece.
  @inline(__always)
  static func key(_ prefix: UInt64, _ hash: UInt64) -> UInt64 {
    let mixed = ((prefix << 23 | prefix >> 41) ^ hash) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 32)
  }

  /// What is known of a key: the hash of a single piece, or what `key` made of several.
  @inline(__always)
  func lookUp(_ key: UInt64) -> Hit {
    let mask = slots.count &- 1
    var index = Int(truncatingIfNeeded: key) & mask
    while true {
      let slot = slots[index]
      if slot.key == key { return slot.hit }
      // Key 0 marks a free slot; a phrase that hashes to 0 cannot be found, which is one in 2^64.
      if slot.key == 0 { return .nothing }
      index = (index &+ 1) & mask
    }
  }

  /// Adds a phrase; one that is there already keeps its entry.
  ///
  /// - Returns: the entry that stands, `entry` if it is new.
  @discardableResult
  mutating func insert(_ hashes: some Sequence<UInt64>, entry: Int) -> Int {
    precondition(entry > 0 && entry <= 0x7FFF_FFFF, "entries are numbered from 1")
    var key: UInt64 = 0
    var last: Int?
    for hash in hashes {
      if let last {
        slots[last].hit.bits |= 0x8000_0000
        key = Self.key(key, hash)
      } else {
        key = hash
      }
      last = slotIndex(adding: key)
    }
    guard let last else { return entry }
    if slots[last].hit.entry == 0 { slots[last].hit.bits |= UInt32(entry) }
    return slots[last].hit.entry
  }

  private mutating func slotIndex(adding key: UInt64) -> Int {
    if used * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: key) & mask
    while slots[index].key != 0 {
      if slots[index].key == key { return index }
      index = (index + 1) & mask
    }
    slots[index].key = key
    used += 1
    return index
  }

  /// Makes room for so many more phrases of one piece.
  mutating func reserve(_ count: Int) {
    if (used + count) * 2 > slots.count { grow(to: (used + count) * 2) }
  }

  private mutating func grow(to minimum: Int = 0) {
    let old = slots
    var count = old.count * 2
    while count < minimum { count *= 2 }
    slots = Array(repeating: Slot(), count: count)
    let mask = slots.count - 1
    for slot in old where slot.key != 0 {
      var index = Int(truncatingIfNeeded: slot.key) & mask
      while slots[index].key != 0 { index = (index + 1) & mask }
      slots[index] = slot
    }
  }

  /// The longest phrase that starts at a piece and does not go over a wide gap.
  ///
  /// - Parameter hash: the hash of the piece at an index.
  /// - Returns: the entry and the index after its last piece.
  @inline(__always)
  func longestMatch(
    _ pieces: [Piece], from start: Int, hash: (Int) -> UInt64
  ) -> (entry: Int, end: Int)? {
    var key = hash(start)
    var hit = lookUp(key)
    var best: (entry: Int, end: Int)? = hit.entry > 0 ? (hit.entry, start + 1) : nil
    var index = start + 1
    while hit.continues, index < pieces.count, pieces[index].gap != .wide {
      key = Self.key(key, hash(index))
      hit = lookUp(key)
      index += 1
      if hit.entry > 0 { best = (hit.entry, index) }
    }
    return best
  }
}
