/// The labels of a model: outside, and for each type the beginning of a name and its inside (BIO).
package struct ChainLabels: Sendable, Equatable {
  /// Vectors of so many labels are reckoned with at once.
  package static let width = 16
  /// So many fit.
  package static let maximumTypes = (width - 1) / 2

  /// The words that the training files use: `PER`, `ORG`.
  package let types: [String]
  package var count: Int { 1 + 2 * types.count }

  package init(types: [String]) {
    precondition(types.count <= Self.maximumTypes)
    self.types = types
  }

  package static func beginning(_ type: Int) -> Int { 1 + 2 * type }
  package static func inside(_ type: Int) -> Int { 2 + 2 * type }
  package static func type(_ label: Int) -> Int { (label - 1) / 2 }
  package static func isInside(_ label: Int) -> Bool { label > 0 && label % 2 == 0 }

  /// Whether a label may follow another: an inside continues a name of its type.
  package static func mayFollow(_ label: Int, _ previous: Int) -> Bool {
    !isInside(label) || previous == label || previous == label - 1
  }
}

/// Finds the best labels of a run of pieces and their probabilities, in a linear-chain model
/// (Lafferty, McCallum and Pereira 2001). Scores are logarithms.
package struct LinearChain {
  package typealias Scores = SIMD16<Float>
  static let never: Float = -1e9

  package let labelCount: Int
  /// By label, the scores of the labels behind it. A run begins and ends next to an outside.
  package var transitions: [Scores]

  /// By label, the scores of the labels before it.
  private var leadingTransitions: [Scores] = []
  /// By piece and label, the highest sum of scores up to there, and perhaps room for more.
  private var best: [Scores] = []
  private var exponentials: [Scores] = []
  /// By label, the powers of the scores of the labels before it.
  private var leadingExponentials: [Scores] = []
  /// What was reckoned for the pieces of a run, and perhaps room for more.
  private var steps: [Step] = []
  private var stepCount = 0

  private struct Step {
    /// The powers of the scores of the labels.
    var potential = Scores()
    /// The sums over all labellings up to here and behind, scaled.
    var forward = Scores()
    var backward = Scores()
  }

  /// - Parameter weights: `weights[previous * count + label]`.
  package init(labelCount: Int, weights: [Float]) {
    self.labelCount = labelCount
    transitions = []
    setTransitions(weights)
  }

  package mutating func setTransitions(_ weights: [Float]) {
    transitions = (0..<labelCount).map { previous in
      var row = Scores(repeating: Self.never)
      for label in 0..<labelCount where ChainLabels.mayFollow(label, previous) {
        row[label] = weights[previous * labelCount + label]
      }
      return row
    }
    leadingTransitions = (0..<labelCount).map { label in
      var row = Scores(repeating: -.infinity)
      for previous in 0..<labelCount { row[previous] = transitions[previous][label] }
      return row
    }
    exponentials = transitions.map { exponential($0) }
    leadingExponentials = (0..<labelCount).map { label in
      var row = Scores(repeating: 0)
      for previous in 0..<labelCount { row[previous] = exponentials[previous][label] }
      return row
    }
  }

  /// Appends the labels with the highest sum of scores (Viterbi 1967).
  ///
  /// - Parameter range: the places of the scores of a run.
  package mutating func appendBestLabels(
    _ scores: [Scores], _ range: Range<Int>, to labels: inout [UInt8]
  ) {
    if range.isEmpty { return }
    while best.count < range.count { best.append(Scores()) }
    let start = labels.count
    labels.append(contentsOf: repeatElement(0, count: range.count))
    let (transitions, leadingTransitions) = (transitions, leadingTransitions)
    let labelCount = labelCount
    best.withUnsafeMutableBufferPointer { best in
      var last = scores[range.lowerBound] + transitions[0]
      best[0] = last
      for index in 1..<max(1, range.count) {
        var next = transitions[0] + last[0]
        for previous in 1..<labelCount {
          let candidate = transitions[previous] + last[previous]
          next.replace(with: candidate, where: candidate .> next)
        }
        last = next + scores[range.lowerBound + index]
        best[index] = last
      }
      labels.withUnsafeMutableBufferPointer { labels in
        // A run ends next to an outside.
        var label = 0
        for index in range.indices.reversed() {
          let place = index - range.lowerBound
          label = Self.firstHighest(best[place] + leadingTransitions[label], labelCount)
          labels[start + place] = UInt8(truncatingIfNeeded: label)
        }
      }
    }
  }

  /// The first label that has the highest score.
  private static func firstHighest(_ scores: Scores, _ labelCount: Int) -> Int {
    let highest = scores.highest
    for label in 0..<labelCount where scores[label] == highest { return label }
    return 0
  }

  /// Reckons the probabilities of all labels of a run (forward and backward sums, scaled at each
  /// step).
  ///
  /// - Returns: the logarithm of the sum over all labellings.
  package mutating func sum(_ scores: [Scores]) -> Float {
    var logarithm: Double = 0
    weigh(scores, scores.indices) { highest, total in
      logarithm += Double(highest)
      logarithm += Double(naturalLogarithm(total))
    }
    if scores.isEmpty { return 0 }
    let end = (steps[stepCount - 1].forward * leadingExponentials[0]).total
    return Float(logarithm) + naturalLogarithm(end)
  }

  /// Reckons the probabilities of all labels of a run; for those who need no sum.
  ///
  /// - Parameter range: the places of the scores of the run.
  package mutating func weigh(_ scores: [Scores], _ range: Range<Int>) {
    weigh(scores, range) { _, _ in }
  }

  /// - Parameter handle: takes what each piece's sums were divided by, as a logarithm and as a factor.
  @inline(__always)
  private mutating func weigh(
    _ scores: [Scores], _ range: Range<Int>, _ handle: (Float, Float) -> Void
  ) {
    stepCount = range.count
    if range.isEmpty { return }
    while steps.count < stepCount { steps.append(Step()) }
    let (exponentials, leadingExponentials) = (exponentials, leadingExponentials)
    let labelCount = labelCount
    steps.withUnsafeMutableBufferPointer { steps in
      var sums = exponentials[0]
      for index in 0..<range.count {
        let score = scores[range.lowerBound + index]
        let highest = score.highest
        let potential = exponential(score - highest)
        if index > 0 {
          let last = steps[index - 1].forward
          sums = exponentials[0] * last[0]
          for previous in 1..<labelCount { sums += exponentials[previous] * last[previous] }
        }
        sums *= potential
        let total = sums.total
        handle(highest, total)
        steps[index].potential = potential
        steps[index].forward = sums / total
      }
      steps[range.count - 1].backward = leadingExponentials[0]
      for index in stride(from: range.count - 2, through: 0, by: -1) {
        let next = steps[index + 1].backward * steps[index + 1].potential
        var sums = Scores(repeating: 0)
        for label in 0..<labelCount { sums += leadingExponentials[label] * next[label] }
        steps[index].backward = sums / sums.total
      }
    }
  }

  /// The probabilities of the labels of one piece; after `sum`.
  package func probabilities(_ index: Int) -> Scores {
    let product = steps[index].forward * steps[index].backward
    return product / product.total
  }

  /// The probabilities of a label and each one behind it; after `sum`.
  package func pairProbabilities(_ index: Int, _ handle: (Int, Scores) -> Void) {
    let next = steps[index + 1].backward * steps[index + 1].potential
    var total: Float = 0
    for label in 0..<labelCount {
      total += steps[index].forward[label] * (exponentials[label] * next).total
    }
    for label in 0..<labelCount {
      handle(label, exponentials[label] * next * (steps[index].forward[label] / total))
    }
  }

  /// The probability that a name has just these pieces and this type; after `sum`.
  package func probability(ofName range: Range<Int>, type: Int) -> Float {
    let beginning = ChainLabels.beginning(type)
    let inside = ChainLabels.inside(type)
    var probability = probabilities(range.lowerBound)[beginning]
    var label = beginning
    // Each next label, given the one before.
    for index in range.dropFirst() {
      let next = steps[index].backward * steps[index].potential
      let ways = exponentials[label] * next
      probability *= ways[inside] / ways.total
      label = inside
    }
    if range.upperBound < stepCount {
      let ways =
        exponentials[label] * steps[range.upperBound].backward * steps[range.upperBound].potential
      probability *= 1 - ways[inside] / ways.total
    }
    return probability
  }
}

extension SIMD16<Float> {
  // The library's own go lane by lane.

  /// The sum of all lanes.
  @inline(__always)
  fileprivate var total: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    return (four.x + four.z) + (four.y + four.w)
  }

  /// The largest lane.
  @inline(__always)
  fileprivate var highest: Float {
    let eight = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
    let four = eight.lowHalf.replacing(
      with: eight.highHalf, where: eight.highHalf .> eight.lowHalf)
    return Swift.max(Swift.max(four.x, four.y), Swift.max(four.z, four.w))
  }
}

/// `e` to the power of each score, by a polynomial of its fraction in base 2; the same on every
/// machine, which the library's function is not.
@inline(__always)
package func exponential(_ scores: SIMD16<Float>) -> SIMD16<Float> {
  var scaled = scores * 1.44269504
  scaled.replace(with: -126, where: scaled .< -126)
  scaled.replace(with: 126, where: scaled .> 126)
  // Added to so large a number, a fraction is rounded to a whole one in its last bits.
  let rounder = SIMD16<Float>(repeating: 12_582_912)
  let rounded = scaled - 0.5 + rounder
  let part = scaled - (rounded - rounder)
  var power = SIMD16<Float>(repeating: 1.8775767e-3)
  power = power * part + 8.9893397e-3
  power = power * part + 5.5826318e-2
  power = power * part + 2.4015361e-1
  power = power * part + 6.9315308e-1
  power = power * part + 0.99999994
  let whole =
    unsafeBitCast(rounded, to: SIMD16<Int32>.self)
    &- unsafeBitCast(rounder, to: SIMD16<Int32>.self)
  let exponent = (whole &+ 127) &<< 23
  return power * unsafeBitCast(exponent, to: SIMD16<Float>.self)
}

/// The natural logarithm of a positive number, by the series of the inverse hyperbolic tangent; the
/// same on every machine.
package func naturalLogarithm(_ value: Float) -> Float {
  let number = Double(max(value, .leastNormalMagnitude))
  var significand = number.significand
  var exponent = Double(number.exponent)
  if significand > 1.4142135623730951 {
    significand /= 2
    exponent += 1
  }
  let ratio = (significand - 1) / (significand + 1)
  let square = ratio * ratio
  var sum = 1.0 / 15
  sum = sum * square + 1.0 / 13
  sum = sum * square + 1.0 / 11
  sum = sum * square + 1.0 / 9
  sum = sum * square + 1.0 / 7
  sum = sum * square + 1.0 / 5
  sum = sum * square + 1.0 / 3
  sum = (sum * square + 1) * ratio
  return Float(2 * sum + exponent * 0.6931471805599453)
}
