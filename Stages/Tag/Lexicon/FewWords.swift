import TextKit

/// A handful of words, by the hashes of pieces.
struct FewWords: Sendable {
  private let hashes: [UInt64]
  /// A bit for each word, since most pieces are none of these.
  private let bits: UInt64

  /// - Parameter words: with spaces between.
  init(_ words: String) {
    hashes = words.split(separator: " ").map { hashBytes(Array($0.utf8).span) }
    bits = hashes.reduce(0) { $0 | 1 << ($1 & 63) }
  }

  func contains(_ hash: UInt64) -> Bool {
    bits >> (hash & 63) & 1 != 0 && hashes.contains(hash)
  }
}
