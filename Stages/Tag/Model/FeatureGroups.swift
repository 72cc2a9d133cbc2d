/// The sums of the weights of features that depend on a few small values alone, so that the same ones
/// come again and again; for a worker to keep.
struct FeatureGroups {
  /// So many groups has each piece; see `NameRuns.forEachContextFeature`.
  private static let groupsOfPiece = 2
  /// Where there are more sums when pieces are gathered, all are forgotten.
  private static let maximumSums = 4096

  /// By the values of a group, the number of its sum.
  private var numbers = NumberTable()
  private var sums: [FeatureWeights.Row] = []
  /// The sums that are still to be reckoned: their features, and the number of the first.
  private var batch = FeatureBatch()
  private var firstWanted = 0
  /// For the pieces that were gathered, the numbers of sums.
  private var wanted: [Int32] = []

  /// Forgets the pieces.
  mutating func begin() {
    wanted.removeAll(keepingCapacity: true)
    if sums.count > Self.maximumSums {
      numbers.removeAll()
      sums.removeAll(keepingCapacity: true)
      firstWanted = 0
    }
  }

  /// Asks for the sum of a group of the next piece.
  ///
  /// - Returns: whether the group has not been met and its features are wanted: the same ones for the
  ///   same values, and then `endSum`.
  @inline(__always)
  mutating func wants(_ values: UInt64) -> Bool {
    if let known = numbers[values] {
      wanted.append(Int32(truncatingIfNeeded: known))
      return false
    }
    numbers[values] = sums.count
    wanted.append(Int32(truncatingIfNeeded: sums.count))
    sums.append(FeatureWeights.Row(repeating: 0))
    return true
  }

  mutating func add(_ hash: UInt64, _ weights: FeatureLookUp) { batch.add(hash, weights) }

  mutating func endSum(_ weights: FeatureLookUp) { batch.endSum(weights) }

  /// Reckons what was asked for.
  mutating func sum(_ weights: FeatureLookUp) {
    for number in firstWanted..<sums.count {
      batch.add(sum: number - firstWanted, weights, to: &sums[number])
    }
    firstWanted = sums.count
    batch.removeAll()
  }

  /// The weights of the groups of a piece, by its number since `begin`; after `sum`.
  @inline(__always)
  func row(ofPiece number: Int) -> FeatureWeights.Row {
    var row = FeatureWeights.Row(repeating: 0)
    for group in number * Self.groupsOfPiece..<(number + 1) * Self.groupsOfPiece {
      row &+= sums[Int(wanted[group])]
    }
    return row
  }
}
