import TextKit

/// What is before a place where a sentence may end. Weights are learnt for each kind alone.
package enum BoundaryKind: UInt64, CaseIterable {
  case period, exclamation, question, ellipsis, abbreviation, finalAbbreviation
  // Where there is no stop.
  case word, number, comma, colon, semicolon, bracket, quote, dash, address, symbol

  var isStop: Bool { rawValue <= Self.finalAbbreviation.rawValue }
}

/// The features of one place where a sentence may end: indexes into the table of weights.
///
/// Features are hashed (Weinberger and others 2009): there is no list of them, and two that fall on
/// one index share a weight.
package struct BoundaryFeatures {
  /// The binary logarithm of the size of the table.
  package static let indexBits = 17

  package private(set) var count = 0
  // As many as there are templates, and some to spare.
  package private(set) var indexes = InlineArray<32, UInt32>(repeating: 0)
  private let kind: UInt64

  /// - Parameter isAttached: whether no space follows.
  init(_ kind: BoundaryKind, isAttached: Bool) {
    self.kind = kind.rawValue << 1 | (isAttached ? 1 : 0)
  }

  /// Adds the feature that `template` has this value.
  @inline(__always)
  mutating func add(_ template: UInt64, _ value: UInt64) {
    var hash = (value ^ (template << 5 | kind) &* 0xBF58_476D_1CE4_E5B9) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    hash = hash &* 0x94D0_49BB_1331_11EB
    indexes[count] = UInt32(truncatingIfNeeded: hash >> UInt64(64 - Self.indexBits))
    count += 1
  }
}

/// A place between two tokens where a sentence may end.
struct BoundaryPlace {
  /// The index of the first token of the sentence.
  var sentenceStart: Int
  /// The full stop, or what else may end the sentence.
  var stop: Int
  /// The last of the quotes and brackets that close behind it, or the stop itself.
  var last: Int
  /// The tokens of the paragraph.
  var paragraph: Range<Int>
  /// Whether quotation marks (1) and brackets (2) are open before the stop.
  var nesting: UInt64
  /// How the sentences of the document begin so far: with capitals, a few (0) or more (1); some
  /// without (2).
  var beginnings: UInt64
}

extension BoundaryFeatures {
  /// Looks at the words around the place.
  ///
  /// - Parameter ruleSaysYes: what the rules for languages without a model would say.
  init(
    _ kind: BoundaryKind, _ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace,
    _ style: WritingStyle, _ lexicon: Lexicon, ruleSaysYes: Bool
  ) {
    let paragraph = place.paragraph
    func shape(_ index: Int) -> TokenShape {
      paragraph.contains(index) ? text.shape(tokens[index]) : .none
    }
    func identity(_ index: Int) -> UInt64 {
      paragraph.contains(index) ? text.folded(tokens[index]) : 0
    }
    let next = place.last + 1
    self.init(kind, isAttached: tokens[next].start == tokens[place.last].end)

    // The word before the stop: where there is no stop, the last token itself.
    let word = kind.isStop ? place.stop - 1 : place.stop
    let wordLength = !paragraph.contains(word) ? 0 : UInt64(min(tokens[word].count, 8))
    let wordIdentity = identity(word)
    let wordShape = UInt64(shape(word).rawValue)
    let beforeShape = UInt64(shape(word - 1).rawValue)
    let closer = place.last == place.stop ? 0 : UInt64(shape(place.last).rawValue)

    // The first word of what follows, past quotes and brackets that open.
    let nextShape = shape(next)
    var first = next
    while first < next + 2, first + 1 < paragraph.upperBound, shape(first).isOpener { first += 1 }
    let firstIdentity = identity(first)
    let secondIdentity = identity(first + 1)
    let firstShape = UInt64((first == next ? nextShape : shape(first)).rawValue)
    let firstToken = tokens[first]
    let isStarter = lexicon.isStarter(text.packed(firstToken.start, firstToken.end))
    let following = UInt64(nextShape.rawValue) << 5 | firstShape

    let length = Self.bucket(place.stop - place.sentenceStart)
    let rest = Self.bucket(paragraph.upperBound - next)
    let beginning = UInt64(shape(place.sentenceStart).rawValue)
    let rule: UInt64 = ruleSaysYes ? 1 : 0
    let writing = style.value

    add(0, 0)
    add(1, wordIdentity)
    add(2, firstIdentity << 5 ^ firstShape)
    add(3, following)
    add(5, beforeShape << 10 | wordShape << 5 | firstShape)
    add(6, firstShape << 5 | UInt64(shape(first + 1).rawValue))
    add(7, length << 5 | firstShape)
    add(8, rest << 5 | firstShape)
    add(10, writing << 5 | firstShape)
    add(11, beginning << 5 | firstShape)
    add(12, identity(word - 1))
    add(13, wordLength << 10 | wordShape << 5 | firstShape)
    add(14, writing << 5 | wordShape)
    add(15, UInt64(min(tokens[place.stop].count, 5)) << 5 | firstShape)
    add(16, secondIdentity)
    add(17, wordIdentity &* 31 &+ firstIdentity)
    add(18, length << 5 | wordShape)
    add(19, writing << 8 | length << 4 | rest)
    if !kind.isStop || length < 3 { add(20, identity(place.sentenceStart)) }
    add(21, (isStarter ? 1 : 0) << 5 | wordShape)
    add(23, place.nesting << 10 | following)
    add(24, rule)
    add(25, rule << 10 | wordShape << 5 | firstShape)
    add(26, rule << 10 | writing << 5 | firstShape)
    add(28, place.beginnings << 10 | wordShape << 5 | firstShape)
    add(29, place.beginnings << 10 | beginning << 5 | firstShape)
    add(30, length << 10 | beforeShape << 5 | wordShape)
    if closer > 0 { add(31, secondIdentity ^ closer << 40) }
    add(32, firstIdentity &* 31 &+ secondIdentity)
    add(33, Self.suffix(firstIdentity) << 5 | firstShape)
  }

  /// The last three letters of a word of up to eight, by its identity.
  private static func suffix(_ identity: UInt64) -> UInt64 { identity & 0xFF_FFFF }

  private static func bucket(_ count: Int) -> UInt64 {
    switch count {
    case ...3: UInt64(max(0, count))
    case 4...5: 4
    case 6...8: 5
    case 9...14: 6
    case 15...24: 7
    default: 8
    }
  }
}
