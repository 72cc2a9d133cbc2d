/// The sums of the weights of features that depend on a few small values alone, so that the same ones
/// come again and again; for a worker to keep.
struct FeatureGroups {
  private typealias Row = FeatureWeights.Row

  /// What was reckoned last of all that has the same place.
  private struct Known {
    var values: UInt64 = 0
    var isThere = false
    var row = Row(repeating: 0)
  }

  /// A sum that is to be reckoned: of which values, and for which of the pieces.
  private struct Wanted {
    var values: UInt64
    var piece: Int
  }

  /// So many groups has each piece; see `NameRuns.forEachContextFeature`.
  private static let groupsOfPiece = 2
  /// So many are remembered that they stay in the cache.
  private static let placeBits: UInt64 = 11

  private var known = [Known](repeating: Known(), count: 1 << Self.placeBits)
  /// By piece that was gathered, the sum of its groups.
  private var rows: [Row] = []
  private var wanted: [Wanted] = []
  /// The features of those that are wanted.
  private var batch: FeatureBatch

  /// - Parameter maximumPieces: so many are gathered at once.
  init(maximumPieces: Int) {
    batch = FeatureBatch(maximumSums: maximumPieces * Self.groupsOfPiece)
  }

  /// Forgets the pieces.
  mutating func begin() { rows.removeAll(keepingCapacity: true) }

  /// Goes on with the next piece.
  @inline(__always)
  mutating func beginPiece() { rows.append(Row(repeating: 0)) }

  /// Asks for the sum of a group of the piece.
  ///
  /// - Returns: whether the sum is not known and its features are wanted: the same ones for the same
  ///   values, and then `endSum`.
  @inline(__always)
  mutating func wants(_ values: UInt64) -> Bool {
    let place = Self.place(values)
    if known[place].values == values, known[place].isThere {
      rows[rows.count - 1] &+= known[place].row
      return false
    }
    wanted.append(Wanted(values: values, piece: rows.count - 1))
    return true
  }

  @inline(__always)
  private static func place(_ values: UInt64) -> Int {
    Int(truncatingIfNeeded: (values &* 0x9E37_79B9_7F4A_7C15) &>> (64 - placeBits))
  }

  @inline(__always)
  mutating func add(_ hash: UInt64, _ weights: FeatureLookUp) { batch.add(hash, weights) }

  @inline(__always)
  mutating func endSum() { batch.endSum() }

  /// See `FeatureBatch.sift`.
  mutating func sift(_ weights: FeatureLookUp) { batch.sift(weights) }

  /// Reckons what was asked for; after `sift`.
  mutating func sum(_ weights: FeatureLookUp) {
    for (number, wanted) in wanted.enumerated() {
      var row = Row(repeating: 0)
      batch.add(sum: number, weights, to: &row)
      rows[wanted.piece] &+= row
      known[Self.place(wanted.values)] = Known(values: wanted.values, isThere: true, row: row)
    }
    wanted.removeAll(keepingCapacity: true)
    batch.removeAll()
  }

  /// The weights of the groups of a piece, by its number since `begin`; after `sum`.
  @inline(__always)
  func row(ofPiece number: Int) -> FeatureWeights.Row { rows[number] }
}
