/// The weights of features, by hash: a byte a label, in units that are the same for all.
package struct FeatureWeights: Sendable {
  /// Sums of weights, a lane a label. Some hundred weights never leave 16 bits.
  package typealias Row = SIMD16<Int16>

  /// Keeps the memory of both.
  private let table: HashedTable
  let lookUp: FeatureLookUp

  /// - Parameter filter: in the same memory as the table.
  init(_ table: HashedTable, _ filter: FeatureFilter) {
    self.table = table
    lookUp = FeatureLookUp(buckets: table.buckets, filter: filter)
  }

  /// Adds the weights of a feature.
  package func add(_ hash: UInt64, to row: inout Row) { lookUp.add(hash, to: &row) }
}

/// Weights without their memory, for loops, which would count who refers to it again and again. The
/// memory is kept by whoever keeps the weights.
struct FeatureLookUp: Sendable {
  fileprivate let buckets: HashedTable.Buckets
  fileprivate let filter: FeatureFilter

  /// Adds the weights of a feature.
  @inline(__always)
  func add(_ hash: UInt64, to row: inout FeatureWeights.Row) {
    if buckets.count > 0 { add(buckets.address(hash), to: &row) }
  }

  /// - Precondition: there are features.
  @inline(__always)
  fileprivate func add(_ address: HashedTable.Buckets.Address, to row: inout FeatureWeights.Row) {
    guard let payload = buckets.find(address) else { return }
    // Lanes beyond the model's labels take other bytes of the bucket; nobody reads them.
    let bytes = payload.loadUnaligned(as: SIMD16<Int8>.self)
    var weights = FeatureWeights.Row()
    for lane in 0..<FeatureWeights.Row.scalarCount { weights[lane] = Int16(bytes[lane]) }
    row &+= weights
  }
}

/// Sums of weights that are wanted, in three steps, so that memory is hardly waited for: the features of
/// each sum are gathered; those that have no weights, as most do not, are sorted out by a filter; the
/// weights of the others are added. What a step looks at is on its way while the step before it goes
/// over the other sums.
///
/// A copy shares the memory: only one of the two may be used.
struct FeatureBatch {
  /// More than a piece or a word has: see `NameRuns.forEachContextFeature` and `WordFeatures.forEach`.
  private static let maximumFeatures = 64

  private final class Memory {
    let features: UnsafeMutablePointer<UInt64>
    let ends: UnsafeMutablePointer<Int>

    init(maximumSums: Int) {
      // With room for one more, so that the features of a sum are counted once it ends.
      features = .allocate(capacity: (maximumSums + 1) * maximumFeatures)
      ends = .allocate(capacity: maximumSums + 1)
      ends[0] = 0
    }

    deinit {
      features.deallocate()
      ends.deallocate()
    }
  }

  private let memory: Memory
  private let maximumSums: Int
  /// Of all sums, one behind the other: their hashes, and after `sift` where the weights are looked for.
  private let features: UnsafeMutablePointer<UInt64>
  private var count = 0
  /// For each sum where its own begin; and where those of the last one end.
  private let ends: UnsafeMutablePointer<Int>
  private var sumCount = 0

  init(maximumSums: Int) {
    self.maximumSums = maximumSums
    memory = Memory(maximumSums: maximumSums)
    features = memory.features
    ends = memory.ends
  }

  /// Adds a feature to the sum that is being gathered.
  @inline(__always)
  mutating func add(_ hash: UInt64, _ weights: FeatureLookUp) {
    features[count] = hash
    count &+= 1
    weights.filter.prefetch(hash)
  }

  /// Ends the features of a sum. The first sum has the number 0.
  @inline(__always)
  mutating func endSum() {
    precondition(
      sumCount < maximumSums && count &- ends[sumCount] <= Self.maximumFeatures,
      "there is no room for so many features")
    sumCount &+= 1
    ends[sumCount] = count
  }

  /// Sorts out what has no weights, when all sums have been gathered.
  mutating func sift(_ weights: FeatureLookUp) {
    var kept = 0
    var start = 0
    // A model without features has no memory to look at.
    let isEmpty = weights.buckets.count == 0
    for sum in 0..<sumCount {
      let end = isEmpty ? start : ends[sum + 1]
      for index in start..<end {
        let hash = features[index]
        features[kept] = hash
        kept &+= weights.filter.mayContain(hash)
      }
      start = ends[sum + 1]
      ends[sum + 1] = kept
    }
    for index in 0..<kept {
      let address = weights.buckets.address(features[index])
      weights.buckets.prefetch(address)
      features[index] = address.bits
    }
  }

  /// Adds the weights of a sum's features; after `sift`.
  @inline(__always)
  func add(sum number: Int, _ weights: FeatureLookUp, to row: inout FeatureWeights.Row) {
    for index in ends[number]..<ends[number + 1] {
      weights.add(HashedTable.Buckets.Address(bits: features[index]), to: &row)
    }
  }

  mutating func removeAll() {
    count = 0
    sumCount = 0
  }
}
