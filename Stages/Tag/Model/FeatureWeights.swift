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
    lookUp = FeatureLookUp(slots: table.slots, filter: filter)
  }

  /// Adds the weights of a feature.
  package func add(_ hash: UInt64, to row: inout Row) { lookUp.add(hash, to: &row) }
}

/// Weights without their memory, for loops, which would count who refers to it again and again. The
/// memory is kept by whoever keeps the weights.
struct FeatureLookUp: Sendable {
  fileprivate let slots: HashedTable.Slots
  fileprivate let filter: FeatureFilter

  var isEmpty: Bool { slots.count == 0 }

  /// Whether a feature may have weights.
  @inline(__always)
  func mayHave(_ hash: UInt64) -> Bool { filter.mayContain(hash) }

  /// Where a feature's weights are to be looked for; they are on their way from then on.
  @inline(__always)
  func prefetch(_ hash: UInt64) -> HashedTable.Slots.Address {
    let address = slots.address(hash)
    slots.prefetch(address)
    return address
  }

  /// Adds the weights of a feature.
  @inline(__always)
  func add(_ hash: UInt64, to row: inout FeatureWeights.Row) {
    if slots.count > 0 { add(slots.address(hash), to: &row) }
  }

  /// - Precondition: there are features.
  @inline(__always)
  func add(_ address: HashedTable.Slots.Address, to row: inout FeatureWeights.Row) {
    guard let payload = slots.find(address) else { return }
    // Lanes beyond the model's labels take bytes of the slots behind; nobody reads them. The model
    // ends with bytes that make up for the last slot.
    let bytes = payload.loadUnaligned(as: SIMD16<Int8>.self)
    var weights = FeatureWeights.Row()
    for lane in 0..<FeatureWeights.Row.scalarCount { weights[lane] = Int16(bytes[lane]) }
    row &+= weights
  }
}

/// Sums of weights that are wanted: the features of each are gathered before any is looked up.
///
/// Most features of running text have no weights. A filter that stays in the cache tells so, without
/// a branch that the processor would guess wrong. The weights of the others are on their way while the
/// features of the next sums are gathered, so that memory is hardly waited for.
struct FeatureBatch {
  /// There is room for more features than a piece has: see `NameRuns.forEachContextFeature`.
  private static let maximumFeatures = 64
  private var hashes = InlineArray<64, UInt64>(repeating: 0)
  private var count = 0
  /// The features of all sums that were gathered, and perhaps room for more; and for each sum where
  /// its own end.
  private var gathered: [HashedTable.Slots.Address] = []
  private var ends: [Int] = [0]

  /// Adds a feature to the sum that is being gathered.
  @inline(__always)
  mutating func add(_ hash: UInt64, _ weights: FeatureLookUp) {
    hashes[count] = hash
    count &+= weights.mayHave(hash) ? 1 : 0
  }

  /// Ends the features of a sum. The first sum has the number 0.
  mutating func endSum(_ weights: FeatureLookUp) {
    let start = ends[ends.count - 1]
    while gathered.count < start + Self.maximumFeatures { gathered.append(weights.prefetch(0)) }
    gathered.withUnsafeMutableBufferPointer { gathered in
      for index in 0..<count { gathered[start &+ index] = weights.prefetch(hashes[index]) }
    }
    // A model without features has no memory to look at.
    ends.append(weights.isEmpty ? start : start + count)
    count = 0
  }

  /// Adds the weights of a sum's features.
  @inline(__always)
  func add(sum number: Int, _ weights: FeatureLookUp, to row: inout FeatureWeights.Row) {
    let range = ends[number]..<ends[number + 1]
    gathered.withUnsafeBufferPointer { gathered in
      for index in range { weights.add(gathered[index], to: &row) }
    }
  }

  mutating func removeAll() { ends.removeSubrange(1...) }
}
