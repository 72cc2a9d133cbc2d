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
struct FeatureBatch {
  /// There is room for more features than a piece has: see `NameRuns.forEachContextFeature`.
  private static let maximumFeatures = 64
  /// The features of the sum that is being gathered.
  private var hashes = InlineArray<64, UInt64>(repeating: 0)
  private var count = 0
  /// The features of all sums that were gathered, and perhaps room for more; and for each sum where
  /// its own end.
  private var gathered: [UInt64] = []
  private var ends: [Int] = [0]

  /// Adds a feature to the sum that is being gathered.
  @inline(__always)
  mutating func add(_ hash: UInt64) {
    hashes[count] = hash
    count &+= 1
  }

  /// Ends the features of a sum. The first sum has the number 0.
  mutating func endSum(_ weights: FeatureLookUp) {
    let start = ends[ends.count - 1]
    while gathered.count < start + Self.maximumFeatures { gathered.append(0) }
    gathered.withUnsafeMutableBufferPointer { gathered in
      for index in 0..<count {
        gathered[start &+ index] = hashes[index]
        weights.filter.prefetch(hashes[index])
      }
    }
    ends.append(start + count)
    count = 0
  }

  /// Sorts out what has no weights, when all sums have been gathered.
  mutating func sift(_ weights: FeatureLookUp) {
    // A model without features has no memory to look at.
    let isEmpty = weights.buckets.count == 0
    ends.withUnsafeMutableBufferPointer { ends in
      gathered.withUnsafeMutableBufferPointer { gathered in
        var kept = 0
        var start = 0
        for number in ends.indices.dropFirst() {
          let end = ends[number]
          if !isEmpty {
            for index in start..<end {
              let hash = gathered[index]
              gathered[kept] = hash
              // No branch, which the processor would guess wrong.
              kept &+= weights.filter.mayContain(hash) ? 1 : 0
            }
          }
          start = end
          ends[number] = kept
        }
        for index in 0..<kept { weights.buckets.prefetch(weights.buckets.address(gathered[index])) }
      }
    }
  }

  /// Adds the weights of a sum's features; after `sift`.
  @inline(__always)
  func add(sum number: Int, _ weights: FeatureLookUp, to row: inout FeatureWeights.Row) {
    let range = ends[number]..<ends[number + 1]
    gathered.withUnsafeBufferPointer { gathered in
      for index in range { weights.add(weights.buckets.address(gathered[index]), to: &row) }
    }
  }

  mutating func removeAll() { ends.removeSubrange(1...) }
}
