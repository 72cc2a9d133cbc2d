import Evaluation
import Tag
import TextKit

/// Lists of names: files with a phrase a line.
struct NameLists {
  /// The phrases, as the model keeps them: by the key of each first part, a bit a list, and one for
  /// phrases that go on.
  let entries: NameModel.Parts.Table
  /// The words with capitals and more than three bytes, in lower case.
  let words: Set<UInt64>

  init(_ paths: [String]) throws(EvaluationProblem) {
    guard paths.count <= 4 else {
      throw EvaluationProblem("at most four lists can be told apart")
    }
    var bits: [UInt64: UInt16] = [:]
    var words: Set<UInt64> = []
    var pieces: [Piece] = []
    for (list, path) in paths.enumerated() {
      try GoldFile.forEachLine(of: path) { (line) throws(EvaluationProblem) in
        pieces.removeAll(keepingCapacity: true)
        let bytes = line.bytes.span
        scanPieces(bytes, 0..<bytes.count, into: &pieces)
        guard let first = pieces.first, pieces.count <= 8 else { return }
        for piece in pieces where piece.isName && piece.length > 3 {
          words.insert(foldedHash(piece, bytes))
        }
        var key = first.hash
        for piece in pieces.dropFirst() {
          bits[key, default: 0] |= 0x8000
          key = phraseKey(key, piece.hash)
        }
        bits[key, default: 0] |= 1 << UInt16(list)
      }
    }
    self.words = words
    entries = bits.sorted { $0.key < $1.key }.map { key, bits in
      (key, [UInt8(bits & 0xFF), UInt8(bits >> 8)])
    }
  }
}
