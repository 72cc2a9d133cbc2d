import TextKit

/// Numbers the different words of a document.
///
/// Words are told apart by a 64-bit hash of their bytes, ASCII letters in lower case; that two words
/// of one document share a hash is so improbable, and so harmless, that it is not looked for. The
/// table is reused from document to document: an entry counts only if it bears the current stamp.
struct TermTable {
  private struct Entry {
    var hash: UInt64 = 0
    var stamp: UInt32 = 0
    var term: Int32 = 0
  }

  private var entries = [Entry](repeating: Entry(), count: 1024)
  private var stamp: UInt32 = 0
  private var lowercased: [UInt8] = []
  /// The number of different words so far.
  private(set) var count = 0

  /// Forgets all words.
  mutating func removeAll() {
    count = 0
    stamp &+= 1
    if stamp == 0 {
      // After 2^32 documents old stamps would seem current.
      for place in entries.indices { entries[place].stamp = 0 }
      stamp = 1
    }
  }

  /// The hash of a word without regard to the case of ASCII letters.
  mutating func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    if lowercased.count < range.count {
      lowercased = [UInt8](repeating: 0, count: max(64, 2 * range.count))
    }
    let word = text.extracting(range)
    var copy = lowercased.mutableSpan
    for index in word.indices { copy[index] = word[index].lowercasedASCII }
    return hashBytes(lowercased.span.extracting(0..<range.count))
  }

  /// The number of the word with this hash, a new one if it is new.
  mutating func intern(_ hash: UInt64) -> Int {
    if 2 * count >= entries.count { grow() }
    var place = Int(truncatingIfNeeded: hash) & (entries.count - 1)
    while entries[place].stamp == stamp {
      if entries[place].hash == hash { return Int(entries[place].term) }
      place = (place + 1) & (entries.count - 1)
    }
    entries[place] = Entry(hash: hash, stamp: stamp, term: Int32(count))
    count += 1
    return count - 1
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.stamp == stamp {
      var place = Int(truncatingIfNeeded: entry.hash) & (entries.count - 1)
      while entries[place].stamp == stamp { place = (place + 1) & (entries.count - 1) }
      entries[place] = entry
    }
  }
}
