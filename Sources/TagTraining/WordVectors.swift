import Evaluation
import Tag
import TextKit

/// Words with vectors that tell how they are used in some large collection of texts, from a file with
/// a word and its numbers a line, frequent words first.
struct WordVectors {
  /// Rarer words would fill the model.
  private static let maximumLines = 150_000

  /// The keys of the words in the table of general classes.
  let keys: [UInt64]
  /// The vectors one behind the other, each of length 1.
  let values: [Float]
  let dimensions: Int

  init(_ path: String) throws(EvaluationProblem) {
    var keys: [UInt64] = []
    var values: [Float] = []
    var dimensions = 0
    var known: Set<UInt64> = []
    var pieces: [Piece] = []
    try GoldFile.forEachLine(of: path) { (line) throws(EvaluationProblem) in
      guard line.number <= Self.maximumLines, !line.bytes.isEmpty else { return }
      let fields = line.bytes.split(separator: UInt8(ascii: " "))
      let vector = fields.dropFirst().compactMap { Float(String(decoding: $0, as: UTF8.self)) }
      if dimensions == 0 { dimensions = vector.count }
      guard dimensions > 0, vector.count == dimensions, fields.count == dimensions + 1,
        vector.allSatisfy(\.isFinite)
      else {
        throw line.problem("a word and as many numbers as in the first line are expected")
      }
      pieces.removeAll(keepingCapacity: true)
      let word = Array(fields[0])
      scanPieces(word.span, 0..<word.count, into: &pieces)
      // What falls apart is never looked up.
      guard pieces.count == 1 else { return }
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let key = classKey(pieces[0], word.span)
      guard length > 0, known.insert(key).inserted else { return }
      keys.append(key)
      for value in vector { values.append(value / length) }
    }
    self.keys = keys
    self.values = values
    self.dimensions = dimensions
  }
}

/// Classes of words that are used alike in English at large: their vectors are near each other.
enum GeneralClasses {
  /// The entries of the model's table: the number of the class, from 1, among many, fewer and few.
  static func entries(
    _ vectors: WordVectors, _ report: (String) -> Void
  ) -> NameModel.Parts.Table {
    let count = vectors.keys.count
    guard count > 0 else { return [] }
    let fine = VectorClusters(
      vectors.values, vectors.dimensions, weights: Array(repeating: 1, count: count), count: 1024)
    var sizes = [Float](repeating: 0, count: fine.count)
    for number in fine.numbers { sizes[number] += 1 }
    let coarse = VectorClusters(fine.means, vectors.dimensions, weights: sizes, count: 255)
    let coarsest = VectorClusters(fine.means, vectors.dimensions, weights: sizes, count: 64)
    report("\(count) words with vectors in \(fine.count) classes")
    let entries = zip(vectors.keys, fine.numbers).map { key, number in
      let (first, second) = (coarse.numbers[number] + 1, coarsest.numbers[number] + 1)
      return (
        key: key,
        payload: [
          UInt8((number + 1) & 0xFF), UInt8((number + 1) >> 8), UInt8(first), UInt8(second),
        ]
      )
    }
    return entries.sorted { $0.key < $1.key }
  }
}

/// Groups of vectors around their means (k-means, Lloyd 1982).
struct VectorClusters {
  /// So many means are compared with at once.
  private typealias Block = SIMD16<Float>
  private static let rounds = 12

  let count: Int
  /// By vector, the number of its group.
  private(set) var numbers: [Int]
  /// The means one behind the other.
  private(set) var means: [Float]
  private let dimensions: Int

  /// - Parameters:
  ///   - values: the vectors one behind the other, telling ones first.
  ///   - weights: by vector, how much it counts.
  ///   - maximum: how many groups are made, if there are vectors enough.
  init(_ values: [Float], _ dimensions: Int, weights: [Float], count maximum: Int) {
    self.dimensions = dimensions
    count = min(maximum, weights.count)
    numbers = Array(repeating: 0, count: weights.count)
    means = []
    // The first means are spread over the first vectors.
    let step = min(weights.count, 20 * count) / count
    for number in 0..<count {
      let start = number * step * dimensions
      means.append(contentsOf: values[start..<start + dimensions])
    }
    for _ in 0..<Self.rounds {
      choose(values)
      move(values, weights)
    }
  }

  /// Puts each vector into the group with the nearest mean.
  private mutating func choose(_ values: [Float]) {
    let lanes = Block.scalarCount
    let blockCount = (count + lanes - 1) / lanes
    var blocks = [Block](repeating: Block(repeating: 0), count: blockCount * dimensions)
    // Nearness is the product less half the square of the mean; there are no means in the last lanes.
    var squares = [Block](repeating: Block(repeating: 1e30), count: blockCount)
    for number in 0..<count {
      var square: Float = 0
      for dimension in 0..<dimensions {
        let value = means[number * dimensions + dimension]
        blocks[number / lanes * dimensions + dimension][number % lanes] = value
        square += value * value
      }
      squares[number / lanes][number % lanes] = square / 2
    }
    for vector in numbers.indices {
      var best = -Float.infinity
      for block in 0..<blockCount {
        var nearness = -squares[block]
        for dimension in 0..<dimensions {
          nearness +=
            blocks[block &* dimensions &+ dimension] * values[vector &* dimensions &+ dimension]
        }
        guard nearness.max() > best else { continue }
        for lane in 0..<lanes where nearness[lane] > best {
          best = nearness[lane]
          numbers[vector] = block * lanes + lane
        }
      }
    }
  }

  /// Puts each mean into the middle of its group; one without a group stays.
  private mutating func move(_ values: [Float], _ weights: [Float]) {
    var sums = [Float](repeating: 0, count: means.count)
    var totals = [Float](repeating: 0, count: count)
    for (vector, number) in numbers.enumerated() {
      totals[number] += weights[vector]
      for dimension in 0..<dimensions {
        sums[number * dimensions + dimension] +=
          weights[vector] * values[vector * dimensions + dimension]
      }
    }
    for number in 0..<count where totals[number] > 0 {
      for dimension in 0..<dimensions {
        let place = number * dimensions + dimension
        means[place] = sums[place] / totals[number]
      }
    }
  }
}
