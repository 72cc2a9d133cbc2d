import TextKit

/// The windows-1252 code page as far as it differs from ISO 8859-1.
enum Windows1252 {
  /// The characters of the bytes 0x80 to 0x9F; `nil` for the five bytes that have none.
  private static let scalars: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]

  /// The character of a byte from 0x80.
  static func scalar(of byte: UInt8) -> Unicode.Scalar? {
    byte < 0xA0 ? scalars[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// The byte of a character beyond ASCII. Control characters stand for themselves, as browsers
  /// read the five bytes without a character.
  static func byte(of scalar: UInt32) -> UInt8? {
    if scalar < 0x80 { return nil }
    if scalar <= 0xFF { return UInt8(scalar) }
    guard let index = scalars.firstIndex(where: { $0?.value == scalar }) else { return nil }
    return UInt8(0x80 + index)
  }
}

/// Undoes one wrong turn: UTF-8 bytes that were read as windows-1252, so that `’` became `â€™` and
/// `é` became `Ã©`.
///
/// A sequence of characters whose windows-1252 bytes form one valid UTF-8 character of three or four
/// bytes does not occur in any language, so it is certain by itself. A pair is certain beside a
/// lower-case letter, where a capital letter and a sign cannot stand (`cafÃ©`), and in a run of three
/// (`ÐŸÑ€Ð¸`). Other pairs could be meant; they are repaired only where the text holds something
/// certain. The evidence stands where the repair is made, so that none is left for a second pass.
enum Mojibake {
  /// A text in which something was repaired.
  struct Repair {
    var bytes: [UInt8] = []
    /// The number of characters repaired.
    var count = 0
    /// Where the bytes stand in the text before, if that is asked for.
    var origins: OffsetMap?
  }

  /// The repaired text, or `nil` where nothing is certain.
  static func repair(_ text: Span<UInt8>, tracksOrigins: Bool = false) -> Repair? {
    guard isPossible(text) else { return nil }
    var count = 0
    var adjacent = 0
    var isCertain = false
    var previousEnd = -1
    var index = 0
    while index < text.count {
      guard text[index] == 0xC3, let found = sequence(text, at: index) else {
        index += 1
        continue
      }
      adjacent = index == previousEnd ? adjacent + 1 : 1
      count += 1
      isCertain =
        isCertain || found.bytes.count > 2 || adjacent >= 3
        || isBesideLowercase(text, index..<found.end, found.bytes[0])
      index = found.end
      previousEnd = index
    }
    guard isCertain else { return nil }
    var repair = Repair(count: count, origins: tracksOrigins ? OffsetMap() : nil)
    rebuild(text, &repair)
    return repair
  }

  /// Whether a pair stands before or behind a lower-case ASCII letter, and is one that cannot stand
  /// there: `Â` or `Ã` with anything, `Ä` or `Å` with what is no letter.
  private static func isBesideLowercase(
    _ text: Span<UInt8>, _ pair: Range<Int>, _ lead: UInt8
  ) -> Bool {
    guard lead <= 0xC5 else { return false }
    // Letters of windows-1252 from Š to Ÿ are encoded with the first bytes C5 and C6.
    let second = text[pair.lowerBound + 2]
    if lead >= 0xC4, second == 0xC5 || second == 0xC6 { return false }
    var before = pair.lowerBound - 1
    var after = pair.upperBound
    text.withUnsafeBufferPointer { bytes in
      // What cleaning removes does not part the letters.
      for _ in 0..<8 where before >= 0 {
        var start = before
        while start > 0, bytes[start].isUTF8Continuation { start -= 1 }
        if bytes[start] == 0x0A, start > 1, bytes[start - 1] == 0xAD, bytes[start - 2] == 0xC2 {
          before -= 1
        }
        guard isInvisible(CharacterAction.find(bytes, start, .keep).0) else { break }
        before = start - 1
      }
      for _ in 0..<8 where after < bytes.count {
        let (action, length) = CharacterAction.find(bytes, after, .keep)
        guard isInvisible(action) else { break }
        after += length
      }
    }
    return (before >= 0 && text[before].isASCIILowercase)
      || (after < text.count && text[after].isASCIILowercase)
  }

  private static func isInvisible(_ action: CharacterAction) -> Bool {
    action == .remove || action == .softHyphen || action == .joiner
  }

  private static func rebuild(_ text: Span<UInt8>, _ repair: inout Repair) {
    repair.bytes.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] >= 0x80, let found = sequence(text, at: index) {
        repair.bytes.append(contentsOf: found.bytes)
        repair.origins?.append(found.bytes.count, from: index..<found.end)
        index = found.end
      } else {
        repair.bytes.append(text[index])
        repair.origins?.append(1, from: index..<index + 1)
        index += 1
      }
    }
  }

  /// Whether a character from U+00C2 to U+00F4, the first of every such sequence, is followed by
  /// another one beyond ASCII.
  private static func isPossible(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while let lead = text.firstOffset(of: 0xC3, in: index..<text.count) {
      if lead + 2 < text.count, text[lead + 2] >= 0xC2 { return true }
      index = lead + 2
      if index >= text.count { return false }
    }
    return false
  }

  /// The UTF-8 character whose bytes, read as windows-1252, stand at `start`.
  private static func sequence(_ text: Span<UInt8>, at start: Int) -> (bytes: [UInt8], end: Int)? {
    guard text[start] == 0xC3 else { return nil }
    let first = decode(text, start)
    let length: Int
    switch first.scalar {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    var bytes = [UInt8(first.scalar)]
    var index = first.end
    while bytes.count < length {
      if bytes == [0xE2, 0x80], endsQuotation(text, at: index) {
        return ([0xE2, 0x80, 0x9D], index)
      }
      guard index < text.count, text[index] >= 0xC2 else { return nil }
      let next = decode(text, index)
      if let byte = Windows1252.byte(of: next.scalar), byte.isUTF8Continuation {
        bytes.append(byte)
      } else if bytes == [0xE2, 0x80], next.scalar == 0xFFFD {
        // The byte 0x9D of `”` has no character and was lost; no other one is as common.
        bytes.append(0x9D)
      } else {
        return nil
      }
      index = next.end
    }
    guard let valid = String(validating: bytes, as: UTF8.self) else { return nil }
    // Control characters from U+0080 are nobody's intention.
    guard let scalar = valid.unicodeScalars.first, scalar.value >= 0xA0 else { return nil }
    return (bytes, index)
  }

  /// Whether nothing is left at `index` of the byte 0x9D, which has no character: behind the two others
  /// of `”` follows what may stand behind a quotation.
  private static func endsQuotation(_ text: Span<UInt8>, at index: Int) -> Bool {
    guard index < text.count else { return true }
    switch text[index] {
    case 0x00...0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "-"):
      return true
    default: return false
    }
  }

  private static func decode(_ text: Span<UInt8>, _ index: Int) -> (scalar: UInt32, end: Int) {
    let byte = UInt32(text[index])
    switch byte {
    case 0..<0x80: return (byte, index + 1)
    case 0x80..<0xE0:
      return ((byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F), index + 2)
    case 0xE0..<0xF0:
      let middle = UInt32(text[index + 1] & 0x3F) << 6
      return ((byte & 0x0F) << 12 | middle | UInt32(text[index + 2] & 0x3F), index + 3)
    default:
      let middle = UInt32(text[index + 1] & 0x3F) << 12 | UInt32(text[index + 2] & 0x3F) << 6
      return ((byte & 0x07) << 18 | middle | UInt32(text[index + 3] & 0x3F), index + 4)
    }
  }
}
