/// Decides between candidates that share pieces.
///
/// Recognisers are heard one after another: users' gazetteers, patterns, names. What an earlier one
/// has taken stays taken. Of one recogniser's candidates the longer one (in bytes) wins, then the
/// one that starts first, then the one that was proposed first.
struct OverlapResolution {
  private(set) var accepted: [Candidate] = []
  /// For each piece, whether an accepted candidate has it.
  private(set) var isTaken: [Bool] = []

  mutating func begin(pieceCount: Int) {
    accepted.removeAll(keepingCapacity: true)
    isTaken.removeAll(keepingCapacity: true)
    isTaken.append(contentsOf: repeatElement(false, count: pieceCount))
  }

  /// Takes what is free of the candidates and leaves the list empty.
  mutating func accept(_ candidates: inout [Candidate], _ pieces: [Piece]) {
    if Self.overlap(candidates) {
      func length(_ candidate: Candidate) -> UInt32 {
        let range = candidate.pieceRange
        return pieces[range.upperBound - 1].end - pieces[range.lowerBound].start
      }
      // The sort is stable, so equals stay in the order of proposing.
      candidates.sort { left, right in
        let (leftLength, rightLength) = (length(left), length(right))
        if leftLength != rightLength { return leftLength > rightLength }
        return left.pieces.lowerBound < right.pieces.lowerBound
      }
    }
    for candidate in candidates {
      let range = candidate.pieceRange
      if range.contains(where: { isTaken[$0] }) { continue }
      for piece in range { isTaken[piece] = true }
      accepted.append(candidate)
    }
    candidates.removeAll(keepingCapacity: true)
  }

  /// Puts what was accepted in the order of the text.
  mutating func finish() {
    accepted.sort { $0.pieces.lowerBound < $1.pieces.lowerBound }
  }

  /// Whether candidates may share pieces, or are not in the order of the text.
  private static func overlap(_ candidates: [Candidate]) -> Bool {
    var end: Int32 = 0
    for candidate in candidates {
      if candidate.pieces.lowerBound < end { return true }
      end = candidate.pieces.upperBound
    }
    return false
  }
}
