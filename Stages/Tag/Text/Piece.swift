import TextKit

/// The smallest thing that the stage looks at: a run of letters, a number, or one mark.
///
/// Pieces are finer than tokens and do not depend on how those are cut, so that a phrase of a
/// gazetteer and a phrase of the text always fall apart in the same way: `China-Russia` is three
/// pieces and `Moscow's` is three. Two kinds are longer: abbreviations with dots inside (`U.S.`,
/// `a.m.`) and numbers (`1,234.5`).
package struct Piece {
  package enum Kind: UInt8 {
    case word
    case number
    case mark
  }

  /// How a word is written.
  package enum Shape: UInt8 {
    /// No word, or one in lower case.
    case plain
    /// One capital letter.
    case initial
    /// A capital letter and then lower case.
    case capitalised
    /// Two or more letters, all capital.
    case upper
    /// Capitals inside: `McDonald`, `iPhone`.
    case mixed
  }

  /// What stands between this piece and the one before.
  package enum Gap: UInt8 {
    case none
    case space
    /// A blank line, or the start of a sentence.
    case wide
  }

  package var start: UInt32
  package var end: UInt32
  /// The hash of the bytes; of the letters only, in an abbreviation. What looks different and means
  /// the same (apostrophes, hyphens) has the same hash.
  package var hash: UInt64
  /// What the lexicon says of the word: the index of its entry, 0 where it says nothing.
  var entry: UInt16 = 0
  var roles: Lexicon.Roles = []
  package var kind: Kind
  package var shape: Shape = .plain
  package var gap: Gap
  /// What the piece can be in a pattern.
  var symbol: PatternSymbol = .other
  /// The byte that stands for a mark, `'` for every apostrophe and `-` for every hyphen; 0 for
  /// words, numbers and other marks.
  var mark: UInt8 = 0
  var isSentenceStart = false

  package var length: Int { Int(end - start) }

  /// Whether this is a word with a capital letter.
  package var isName: Bool { shape != .plain }
}

extension Span<UInt8> {
  /// Whether a piece is one of the words, as they are written.
  func matchesAny(_ words: [StaticString], _ piece: Piece) -> Bool {
    words.contains { $0.utf8CodeUnitCount == piece.length && matches($0, at: Int(piece.start)) }
  }
}
