/// The weights of features, by hash: a byte a label, in units that are the same for all.
package struct FeatureWeights: Sendable {
  /// Sums of weights, a lane a label. Some hundred weights never leave 16 bits.
  package typealias Row = SIMD16<Int16>

  private let table: HashedTable

  package init(_ table: HashedTable) {
    self.table = table
  }

  /// Adds the weights of a feature.
  @inline(__always)
  package func add(_ hash: UInt64, to row: inout Row) {
    guard let payload = table.find(hash) else { return }
    // Lanes beyond the model's labels take bytes of the slots behind; nobody reads them. The model
    // ends with bytes that make up for the last slot.
    let bytes = payload.loadUnaligned(as: SIMD16<Int8>.self)
    var weights = Row()
    for lane in 0..<Row.scalarCount { weights[lane] = Int16(bytes[lane]) }
    row &+= weights
  }
}
