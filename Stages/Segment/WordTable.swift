/// A fixed set of short words, each with a small number, looked up by their packed bytes.
///
/// Words of up to eight bytes fit into one machine word, so a look-up is a multiplication and
/// mostly one comparison, and needs no copy of the text.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt8]
  private let shift: UInt64

  /// - Parameter groups: lists of words divided by spaces; a word's value is its list's.
  init(_ groups: [(value: UInt8, words: String)]) {
    let words = groups.flatMap { group in
      group.words.split(separator: " ").map { (Array($0.utf8), group.value) }
    }
    // At least half of the places stay free, so that runs of taken ones are short.
    let bits = max(2, Int.bitWidth - (2 * words.count).leadingZeroBitCount)
    keys = Array(repeating: 0, count: 1 << bits)
    values = Array(repeating: 0, count: 1 << bits)
    shift = UInt64(64 - bits)
    for (word, value) in words {
      precondition(word.count <= 8, "only words of up to eight bytes can be packed")
      let key = word.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      var place = home(key)
      while keys[place] != 0, keys[place] != key { place = (place + 1) & (keys.count - 1) }
      keys[place] = key
      values[place] = value
    }
  }

  /// The value of a packed word, or 0.
  subscript(key: UInt64) -> UInt8 {
    guard key != 0 else { return 0 }
    var place = home(key)
    while true {
      if keys[place] == key { return values[place] }
      if keys[place] == 0 { return 0 }
      place = (place + 1) & (keys.count - 1)
    }
  }

  private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
