/// The weights of features, by hash: a byte a label, in units that are the same for all.
package struct FeatureWeights: Sendable {
  /// Sums of weights, a lane a label. Some hundred weights never leave 16 bits.
  package typealias Row = SIMD16<Int16>

  private let table: HashedTable
  private let filter: FeatureFilter

  init(_ table: HashedTable, _ filter: FeatureFilter) {
    self.table = table
    self.filter = filter
  }

  /// Whether a feature may have weights.
  @inline(__always)
  func mayHave(_ hash: UInt64) -> Bool { filter.mayContain(hash) }

  /// Adds the weights of a feature.
  @inline(__always)
  package func add(_ hash: UInt64, to row: inout Row) {
    add(hash, table.glance(hash), to: &row)
  }

  @inline(__always)
  fileprivate func glance(_ hash: UInt64) -> HashedTable.Glance { table.glance(hash) }

  @inline(__always)
  fileprivate func add(_ hash: UInt64, _ glance: HashedTable.Glance, to row: inout Row) {
    guard let payload = table.find(hash, glance) else { return }
    // Lanes beyond the model's labels take bytes of the slots behind; nobody reads them. The model
    // ends with bytes that make up for the last slot.
    let bytes = payload.loadUnaligned(as: SIMD16<Int8>.self)
    var weights = Row()
    for lane in 0..<Row.scalarCount { weights[lane] = Int16(bytes[lane]) }
    row &+= weights
  }
}

/// Features of one piece, gathered before any is looked up.
///
/// Most features of running text have no weights. A filter that stays in the cache tells so, without
/// a branch that the processor would guess wrong; what is left is looked up in one go, so that the
/// table's memory is waited for once and not feature by feature.
struct FeatureBatch {
  // There is room for more features than a piece has: see `NameRuns.forEachContextFeature`.
  private var hashes = InlineArray<64, UInt64>(repeating: 0)
  private var glances = InlineArray<64, HashedTable.Glance>(repeating: HashedTable.Glance())
  private var count = 0

  @inline(__always)
  mutating func add(_ hash: UInt64, _ weights: FeatureWeights) {
    hashes[count] = hash
    count &+= weights.mayHave(hash) ? 1 : 0
  }

  /// Adds the weights of all features that were gathered, and forgets these.
  @inline(__always)
  mutating func sum(_ weights: FeatureWeights, into row: inout FeatureWeights.Row) {
    for index in 0..<count { glances[index] = weights.glance(hashes[index]) }
    for index in 0..<count { weights.add(hashes[index], glances[index], to: &row) }
    count = 0
  }
}
