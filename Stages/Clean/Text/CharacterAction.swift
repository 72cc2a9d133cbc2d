import TextKit

/// What cleaning does with one character.
enum CharacterAction {
  case keep
  case remove
  case space
  case lineBreak
  case carriageReturn
  case paragraphBreak
  /// A zero-width joiner or non-joiner.
  case joiner
  case softHyphen
  case singleQuote
  case doubleQuote
  /// U+FFFD.
  case replacement
  /// A control character from U+0080 to U+009F. Texts have no use for these; where they occur, a
  /// windows-1252 text was read as ISO 8859-1.
  case windowsCharacter

  /// The action for the character that starts at `index`, and the number of its bytes.
  static func find(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ quotes: CleanOptions.Quotes
  ) -> (CharacterAction, Int) {
    let byte = bytes[index]
    switch byte {
    case 0x20, 0x09: return (.space, 1)
    case 0x0A, 0x0B, 0x0C: return (byte == 0x0A ? .keep : .lineBreak, 1)
    case 0x0D: return (.carriageReturn, 1)
    case 0x00..<0x20, 0x7F: return (.remove, 1)
    case 0x21..<0x7F: return (.keep, 1)
    case 0xC2: return (ofLatin(bytes[index + 1]), 2)
    case 0xD8: return (bytes[index + 1] == 0x9C ? .remove : .keep, 2)
    case 0xC3...0xDF: return (.keep, 2)
    case 0xE2 where bytes[index + 1] <= 0x81:
      return (ofPunctuation(bytes[index + 1], bytes[index + 2], quotes), 3)
    case 0xE1, 0xE3, 0xEF: return (ofOthers(byte, bytes[index + 1], bytes[index + 2]), 3)
    case 0xE0...0xEF: return (.keep, 3)
    default: return (.keep, 4)
    }
  }

  /// U+0080 to U+00BF.
  private static func ofLatin(_ second: UInt8) -> CharacterAction {
    switch second {
    case 0x85: .lineBreak
    case 0x80..<0xA0: .windowsCharacter
    case 0xA0: .space
    case 0xAD: .softHyphen
    default: .keep
    }
  }

  /// U+2000 to U+207F.
  private static func ofPunctuation(
    _ second: UInt8, _ third: UInt8, _ quotes: CleanOptions.Quotes
  ) -> CharacterAction {
    if second == 0x81 {
      switch third {
      case 0x9F: return .space
      case 0xA0...0xAF: return .remove  // word joiner, invisible operators, bidi isolates
      default: return .keep
      }
    }
    switch third {
    case 0x80...0x8A, 0xAF: return .space
    case 0x8C, 0x8D: return .joiner
    case 0x8B, 0x8E, 0x8F, 0xAA...0xAE: return .remove  // zero-width space, bidi controls
    case 0xA8: return .lineBreak
    case 0xA9: return .paragraphBreak
    case 0x98...0x9B: return quotes == .straight ? .singleQuote : .keep
    case 0x9C...0x9F: return quotes == .straight ? .doubleQuote : .keep
    default: return .keep
    }
  }

  private static func ofOthers(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> CharacterAction {
    switch (first, second, third) {
    case (0xE1, 0x9A, 0x80): .space  // Ogham space
    case (0xE1, 0xA0, 0x8E): .remove  // Mongolian vowel separator
    case (0xE3, 0x80, 0x80): .space  // ideographic space
    case (0xEF, 0xBB, 0xBF): .remove  // byte order mark
    case (0xEF, 0xBF, 0xBD): .replacement
    case (0xEF, 0xBF, 0xB9...0xBF): .remove  // annotation marks, placeholders, noncharacters
    default: .keep
    }
  }
}
