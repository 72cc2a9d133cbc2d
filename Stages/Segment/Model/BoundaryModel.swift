import TextKit

/// Weights that tell where English sentences end: a logistic regression over hashed features.
///
/// A class, because it is large and all workers share it.
package final class BoundaryModel: Sendable {
  /// What a weight of 1 is in the table.
  package static let scale = 10.0
  /// Weights in the table are from -45 to 45, each a printable character of the source.
  package static let largest = 45

  /// The model that the program has.
  package static let builtIn = BoundaryModel(decoding: builtInWeights)

  private let weights: [Int8]

  /// - Precondition: there are as many weights as indexes of features.
  package init(weights: [Int8]) {
    precondition(weights.count == 1 << BoundaryFeatures.indexBits, "the table has another size")
    self.weights = weights
  }

  /// Reads what `encode` wrote.
  private convenience init(decoding text: StaticString) {
    var weights: [Int8] = []
    weights.reserveCapacity(1 << BoundaryFeatures.indexBits)
    for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    where byte > Self.firstByte - 1 {
      let position = Int(byte) - Int(Self.firstByte) - (byte > UInt8(ascii: "\\") ? 1 : 0)
      weights.append(Int8(position - Self.largest))
    }
    self.init(weights: weights)
  }

  /// More than 0 where a sentence more likely ends than not.
  func score(_ features: borrowing BoundaryFeatures) -> Int {
    // By their span: a subscript copies the whole array each time.
    let indexes = features.indexes.span
    var sum = 0
    for index in 0..<features.count { sum &+= Int(weights[Int(indexes[index])]) }
    return sum
  }

  // MARK: - Source

  /// The first character that stands for a weight, after `"`; `\` is left out, too.
  private static let firstByte = UInt8(ascii: "#")

  /// The source file that compiles the weights into the program.
  package func source() -> [UInt8] {
    var bytes = Array(
      """
      // Written by 'wireroom train segment'; README.md beside this file says from what.

      extension BoundaryModel {
        /// The weights by index, a character each.
        static let builtInWeights: StaticString = \"""

      """.utf8)
    for start in stride(from: 0, to: weights.count, by: Self.lineLength) {
      bytes += [UInt8](repeating: UInt8(ascii: " "), count: 4)
      for weight in weights[start..<min(start + Self.lineLength, weights.count)] {
        let byte = Self.firstByte + UInt8(Int(weight) + Self.largest)
        bytes.append(byte < UInt8(ascii: "\\") ? byte : byte + 1)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes += Array("    \"\"\"\n}\n".utf8)
    return bytes
  }

  private static let lineLength = 64
}
