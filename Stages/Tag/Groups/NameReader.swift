import TextKit

/// Reads names as words, so that what differs only in writing compares equal: case, full stops,
/// apostrophes, hyphens, `the` in front, `Organisation` and `Organization`.
struct NameReader {
  /// A word of a name.
  struct Word {
    var hash: UInt64
    /// Its first byte, in lower case.
    var initial: UInt8
    /// In letters and digits.
    var length: UInt8
    var isPlural: Bool
    var kind: Kind
  }

  enum Kind: UInt8 {
    case plain
    /// `of`, `and`: not counted in acronyms.
    case small
    /// `Ltd`, `Corp`: may be left out.
    case legalForm
    /// `Jr`, `III`, `XVI`.
    case generation
    /// `University`, `Airlines`: may be left out behind the one word in front.
    case head
  }

  /// Of a whole name.
  struct Name {
    var words: Range<Int>
    /// The hash of all words but legal forms, without diacritics.
    var key: UInt64
    /// The same with diacritics: `Munster` is not `Münster`.
    var placeKey: UInt64
    /// Whether all letters of one word are capitals, as in `SCO` and `U.S.`.
    var isAcronym: Bool
    /// Whether it is one word with several capitals, as in `MoMA`.
    var hasCapitals: Bool
  }

  private(set) var words: [Word] = []
  private var buffer = InlineArray<40, UInt8>(repeating: 0)
  private var count = 0
  /// What was left out by `appendLatin` of a name; 0 for nothing.
  private var diacritics: UInt64 = 0

  mutating func removeAll() { words.removeAll(keepingCapacity: true) }

  /// The key of one name, with diacritics.
  mutating func key(_ name: Span<UInt8>) -> UInt64 {
    removeAll()
    return read(name, 0..<name.count).placeKey
  }

  mutating func read(_ text: Span<UInt8>, _ range: Range<Int>) -> Name {
    let start = words.count
    var (letters, capitals, marks) = (0, 0, 0)
    count = 0
    diacritics = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte.isASCIILetter || byte.isASCIIDigit {
        letters += 1
        if byte.isASCIIUppercase { capitals += 1 }
        append(byte.lowercasedASCII)
      } else if byte == UInt8(ascii: ".") {
        // `U.S.` is one word.
      } else if let length = text.lengthOfApostrophe(index, range.upperBound) {
        let next = index + length
        let isPossessive =
          next >= range.upperBound
          || (next + 1 == range.upperBound && text[next] == UInt8(ascii: "s"))
        if isPossessive { break }
        index += length - 1
      } else if byte >= 0x80, text.lengthOfDash(index, range.upperBound) == nil {
        letters += 1
        if byte >= 0xC3 && byte <= 0xC5, index + 1 < range.upperBound {
          appendLatin(byte, text[index + 1])
          index += 1
        } else {
          append(byte)
        }
      } else {
        marks += 1
        endWord(from: start)
        if byte == UInt8(ascii: "&") {
          for byte in "and".utf8 { append(byte) }
          endWord(from: start)
        }
        if byte >= 0x80 { index += 2 }
      }
      index += 1
    }
    endWord(from: start)
    let key = key(of: start..<words.count)
    return Name(
      words: start..<words.count, key: key, placeKey: key &+ diacritics,
      isAcronym: marks == 0 && letters > 1 && letters <= 10 && capitals == letters,
      hasCapitals: marks == 0 && capitals > 1 && letters <= 10)
  }

  /// The hash of words, without legal forms.
  func key(of range: Range<Int>) -> UInt64 {
    var key: UInt64 = 0x51_7C_C1_B7
    for index in range where words[index].kind != .legalForm {
      key = ((key << 7 | key >> 57) ^ words[index].hash) &* 0x9E37_79B9_7F4A_7C15
    }
    return key ^ (key >> 31)
  }

  /// The hashes that acronyms of a name may have: of the initials of all words, and of all but the
  /// small ones; 0 for names too short for one.
  func initials(_ name: Name) -> (all: UInt64, large: UInt64) {
    var all = InlineArray<12, UInt8>(repeating: 0)
    var large = InlineArray<12, UInt8>(repeating: 0)
    var (allCount, largeCount) = (0, 0)
    for word in words[name.words] where word.kind != .legalForm {
      if allCount == 12 { return (0, 0) }
      all[allCount] = word.initial
      allCount += 1
      if word.kind != .small {
        large[largeCount] = word.initial
        largeCount += 1
      }
    }
    return (
      allCount > 1 ? hashBytes(all.span.extracting(0..<allCount)) : 0,
      largeCount > 1 ? hashBytes(large.span.extracting(0..<largeCount)) : 0
    )
  }

  private mutating func append(_ byte: UInt8) {
    // What is longer than any word is told apart by its first bytes alone.
    if count < 40 {
      buffer[count] = byte
      count += 1
    }
  }

  /// Appends a letter of the blocks of Latin letters with diacritics, U+00C0 to U+017F, without its
  /// diacritic: papers often leave it out.
  private mutating func appendLatin(_ first: UInt8, _ second: UInt8) {
    let index = Int(first - 0xC3) * 64 + Int(second & 0x3F)
    let letter = Self.plainLetters.utf8Start[index]
    if letter == UInt8(ascii: "-") {
      append(first)
      append(second)
    } else {
      append(letter)
      // Letters that differ in their case are the same.
      let folded = first == 0xC3 && second < 0x9F ? index + 32 : index
      diacritics = (diacritics ^ UInt64(folded + 1)) &* 0x9E37_79B9_7F4A_7C15
      // `ß`, `æ`, `œ`, `ĳ` are two letters.
      switch (first, second) {
      case (0xC3, 0x9F): append(UInt8(ascii: "s"))
      case (0xC3, 0x86), (0xC3, 0xA6), (0xC5, 0x92), (0xC5, 0x93): append(UInt8(ascii: "e"))
      case (0xC4, 0xB2), (0xC4, 0xB3): append(UInt8(ascii: "j"))
      default: break
      }
    }
  }

  /// The letters from U+00C0 on, a line for 32; `-` stands for what is no letter, or like no other.
  private static let plainLetters: StaticString = """
    aaaaaaaceeeeiiiidnooooo-ouuuuyts\
    aaaaaaaceeeeiiiidnooooo-ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggg\
    gggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssss\
    ssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """

  private mutating func endWord(from start: Int) {
    guard count > 0 else { return }
    defer { count = 0 }
    unifySpelling()
    let bytes = buffer.span.extracting(0..<count)
    if words.count == start, count == 3, bytes.matches("the", at: 0) { return }
    words.append(
      Word(
        hash: hashBytes(bytes), initial: bytes[0], length: UInt8(count),
        isPlural: bytes[count - 1] == UInt8(ascii: "s"), kind: Self.kind(bytes)))
  }

  /// Brings British and American spelling together where names of organisations differ by it.
  private mutating func unifySpelling() {
    if count > 8, endsWord("isation") {
      buffer[count - 6] = UInt8(ascii: "z")
    } else if count == 9, endsWord("programme") {
      count = 7
    } else if count == 6, endsWord("centre") {
      (buffer[4], buffer[5]) = (UInt8(ascii: "e"), UInt8(ascii: "r"))
    } else if count == 7, endsWord("defence") {
      buffer[5] = UInt8(ascii: "s")
    }
  }

  private func endsWord(_ end: StaticString) -> Bool {
    buffer.span.extracting(0..<count).matches(end, at: count - end.utf8CodeUnitCount)
  }

  private static func kind(_ word: Span<UInt8>) -> Kind {
    // A chain of comparisons and no list: lists are made anew for every word.
    func equals(_ literal: StaticString) -> Bool { word.matches(literal, at: 0) }
    switch word.count {
    case 2:
      if equals("of") || equals("in") || equals("on") || equals("to") || equals("at")
        || equals("de") || equals("du") || equals("la")
      {
        return .small
      }
      if equals("co") || equals("ag") || equals("sa") || equals("nv") || equals("se") {
        return .legalForm
      }
      return equals("jr") || equals("sr") || equals("ii") || equals("iv") || equals("vi")
        || equals("ix") ? .generation : .plain
    case 3:
      if equals("the") || equals("and") || equals("for") { return .small }
      if equals("ltd") || equals("inc") || equals("plc") || equals("llc") || equals("llp")
        || equals("spa")
      {
        return .legalForm
      }
      return equals("iii") || equals("vii") || equals("xii") || equals("xiv") || equals("xvi")
        ? .generation : .plain
    case 4:
      if equals("corp") || equals("gmbh") { return .legalForm }
      return equals("viii") || equals("xiii") ? .generation : equals("bank") ? .head : .plain
    case 5: return equals("group") ? .head : .plain
    case 6: return equals("motors") ? .head : .plain
    case 7:
      if equals("limited") || equals("company") { return .legalForm }
      return equals("college") || equals("airways") ? .head : .plain
    case 8: return equals("airlines") || equals("holdings") ? .head : .plain
    case 10: return equals("university") || equals("foundation") ? .head : .plain
    case 11: return equals("corporation") ? .legalForm : .plain
    case 12: return equals("incorporated") ? .legalForm : .plain
    default: return .plain
    }
  }
}

extension Span<UInt8> {
  /// The length of an apostrophe at an index.
  fileprivate func lengthOfApostrophe(_ index: Int, _ end: Int) -> Int? {
    if self[index] == UInt8(ascii: "'") { return 1 }
    let isCurly =
      index + 2 < end && self[index] == 0xE2 && self[index + 1] == 0x80
      && (self[index + 2] == 0x99 || self[index + 2] == 0x98)
    return isCurly ? 3 : nil
  }

  /// The length of a dash or a space of three bytes at an index: U+2000 to U+203F.
  fileprivate func lengthOfDash(_ index: Int, _ end: Int) -> Int? {
    index + 2 < end && self[index] == 0xE2 && self[index + 1] == 0x80 ? 3 : nil
  }
}
