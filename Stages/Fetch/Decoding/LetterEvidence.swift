import TextKit

/// Tells encodings of languages in Latin letters from each other by which letters beyond ASCII a text
/// has: a language uses a dozen, and all but next to none of a text's must be among these.
///
/// In the wrong encoding, a text has letters that no language mixes, figures such as `³` amid
/// words, or capitals behind small letters.
struct LetterEvidence {
  /// How often each byte from 0x80 on stands in a word, by its place.
  private var inner = [Int](repeating: 0, count: 128)
  private var outer = [Int](repeating: 0, count: 128)
  private var behindSmall = [Int](repeating: 0, count: 128)
  private var alone = [Int](repeating: 0, count: 128)
  private var lettersOfASCII = 0
  private var others = 0

  init(_ bytes: Span<UInt8>) {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte.isASCIILetter { lettersOfASCII += 1 }
      guard byte >= 0x80 else { continue }
      others += 1
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      let hasBefore = before.isASCIILetter || before >= 0x80
      let hasAfter = after.isASCIILetter || after >= 0x80
      let place = Int(byte & 0x7F)
      if hasBefore && hasAfter {
        inner[place] += 1
      } else if hasBefore || hasAfter {
        outer[place] += 1
      } else {
        alone[place] += 1
      }
      if before.isASCIILowercase { behindSmall[place] += 1 }
    }
  }

  /// The encoding of the text if it fits a language in one of those that are known here.
  ///
  /// Western encodings come first, because most texts are written in them.
  var encoding: TextEncoding? {
    // Other scripts have few letters of ASCII.
    guard others > 0, others * 2 < lettersOfASCII else { return nil }
    var best: (encoding: TextEncoding, hits: Int, misses: Int)?
    for alphabet in Self.alphabets {
      guard let score = score(alphabet) else { continue }
      if let known = best {
        let isBetter =
          score.hits - 4 * score.misses > known.hits - 4 * known.misses
          && alphabet.encoding != known.encoding
        guard isBetter else { continue }
      }
      best = (alphabet.encoding, score.hits, score.misses)
    }
    return best?.encoding
  }

  private static let minimumHits = 5
  private static let minimumLetters = 3

  /// How many letters the language has and has not; `nil` if it cannot be this one.
  private func score(_ alphabet: Alphabet) -> (hits: Int, misses: Int)? {
    var hits = 0
    var misses = 0
    var letters = 0
    for place in 0..<128 {
      let total = inner[place] + outer[place]
      guard total + alone[place] > 0 else { continue }
      switch alphabet.kinds[place] {
      case .small:
        hits += total + alone[place]
        letters += 1
      case .capital:
        hits += total + alone[place] - behindSmall[place]
        misses += behindSmall[place]
      case .otherLetter, .unused:
        misses += total + alone[place]
      case .symbol:
        misses += inner[place]
      case .mark:
        break
      }
    }
    guard hits >= Self.minimumHits, letters >= Self.minimumLetters, misses * 40 <= hits else {
      return nil
    }
    return (hits, misses)
  }
}

/// The letters of a language in an encoding.
private struct Alphabet {
  enum Kind: UInt8 {
    case small, capital, otherLetter, symbol, unused
    /// Punctuation that touches words on both sides: apostrophes, dashes.
    case mark
  }

  let encoding: TextEncoding
  /// By the bytes from 0x80 on.
  let kinds: [Kind]

  /// - Parameters:
  ///   - characters: what the bytes from 0x80 on stand for.
  ///   - letters: the small letters beyond ASCII.
  init(_ encoding: TextEncoding, _ characters: [Unicode.Scalar?], _ letters: String) {
    self.encoding = encoding
    let small = Set(letters.unicodeScalars)
    kinds = characters.map { scalar in
      // Where the sign of the euro is in ISO 8859-15, windows-1252 has one that nobody writes.
      guard let scalar, scalar != "¤" else { return .unused }
      if small.contains(scalar) { return .small }
      switch scalar {
      case "’", "‘", "–", "—", "“", "”", "„", "…", "\u{A0}", "\u{AD}", "·", "«", "»", "‚", "‹", "›":
        return .mark
      default: break
      }
      guard scalar.properties.isAlphabetic, scalar != "ª", scalar != "º", scalar != "µ" else {
        return .symbol
      }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      guard lower.count == 1, let first = lower.first else { return .otherLetter }
      return first != scalar && small.contains(first) ? .capital : .otherLetter
    }
  }

  /// What the bytes from 0x80 on stand for; nothing in a system that lacks the encoding.
  static func characters(of encoding: TextEncoding) -> [Unicode.Scalar?] {
    (UInt8(0x80)...0xFF).map { byte in
      guard let decoded = EncodingConverter(encoding)?.convert([byte].span),
        decoded.replacedBytes == 0, let scalar = decoded.text.unicodeScalars.first,
        scalar.value >= 0xA0
      else { return nil }
      return scalar
    }
  }
}

extension LetterEvidence {
  private static let western = [
    "äöüß", "àâçéèêëîïôùûüÿœæ", "áéíóúñü", "áâãàçéêíóôõú", "àèéìíòóùú", "åäöé", "æøåéäö", "äöåšžé",
    "äõöüšž", "áðéíóúýþæö", "àçèéíïòóúü", "éëïèöüáíóúç",
    // Foreign names in a text that has no such letters of its own.
    "áâäàåãæçéèêëíîïñóôöøúüß",
  ]

  private static let central = [
    "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíľĺňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ",
  ]

  private static let alphabets: [Alphabet] = [
    (TextEncoding.windows1252, western), (.latin9, western), (.windows1250, central),
    (.latin2, central),
    (.windows1254, ["çğıöşüâîû"]), (.windows1257, ["ąčęėįšųūž", "āčēģīķļņšūž"]),
    (.macintosh, western),
  ].flatMap { encoding, languages in
    let characters = Alphabet.characters(of: encoding)
    return languages.map { Alphabet(encoding, characters, $0) }
  }
}
