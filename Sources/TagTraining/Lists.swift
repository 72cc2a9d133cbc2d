import Evaluation
import Tag
import TextKit

/// The phrases of lists, as the model keeps them: by the key of each first part, a bit a list, and one
/// for phrases that go on.
func readLists(_ paths: [String]) throws(EvaluationProblem) -> NameModel.Parts.Table {
  guard paths.count <= 4 else { throw EvaluationProblem("at most four lists can be told apart") }
  var bits: [UInt64: UInt16] = [:]
  var pieces: [Piece] = []
  for (list, path) in paths.enumerated() {
    try GoldFile.forEachLine(of: path) { (line) throws(EvaluationProblem) in
      pieces.removeAll(keepingCapacity: true)
      scanPieces(line.bytes.span, 0..<line.bytes.count, into: &pieces)
      guard let first = pieces.first, pieces.count <= 8 else { return }
      var key = first.hash
      for piece in pieces.dropFirst() {
        bits[key, default: 0] |= 0x8000
        key = phraseKey(key, piece.hash)
      }
      bits[key, default: 0] |= 1 << UInt16(list)
    }
  }
  return bits.sorted { $0.key < $1.key }.map { key, bits in
    (key, [UInt8(bits & 0xFF), UInt8(bits >> 8)])
  }
}
