import Segment

/// A logistic regression over hashed binary features, trained by AdaGrad (Duchi, Hazan and Singer
/// 2011) in an order that the seed fixes.
///
/// Only additions, multiplications, divisions and square roots are used, which IEEE 754 rounds alike
/// everywhere: the same examples make the same weights to the bit.
struct LogisticRegression {
  private(set) var weights: [Double]
  /// The sums of the weights after the rounds that count.
  private var sums: [Double]
  private var roundsSummed = 0
  /// The sums of the squares of each weight's gradients.
  private var squares: [Double]
  /// Whether a feature is frequent enough to be learnt.
  private let isUsed: [Bool]
  private let rate: Double
  private let decay: Double
  private var order: [Int]
  private var state: UInt64 = 1

  init(size: Int, examples: ExampleSet, minimumCount: Int, rate: Double, decay: Double) {
    weights = Array(repeating: 0, count: size)
    sums = weights
    squares = Array(repeating: 1e-3, count: size)
    self.rate = rate
    self.decay = decay
    order = Array(0..<examples.count)
    var counts = [Int](repeating: 0, count: size)
    for index in examples.features { counts[Int(index)] += 1 }
    isUsed = counts.map { $0 >= minimumCount }
  }

  /// Goes through all examples once.
  ///
  /// - Returns: the mean loss before each step.
  mutating func trainRound(_ examples: ExampleSet) -> Double {
    shuffle()
    var loss = 0.0
    for example in order {
      let features = examples.range(of: example)
      var sum = 0.0
      for index in features { sum += weights[Int(examples.features[index])] }
      let probability = Self.logistic(sum)
      let error = (examples.labels[example] ? 1 : 0) - probability
      loss += abs(error)
      for index in features {
        let weight = Int(examples.features[index])
        guard isUsed[weight] else { continue }
        let gradient = error - decay * weights[weight]
        squares[weight] += gradient * gradient
        weights[weight] += rate * gradient / squares[weight].squareRoot()
      }
    }
    return loss / Double(max(1, order.count))
  }

  /// Counts the weights as they are now in the mean.
  mutating func noteWeights() {
    for index in weights.indices { sums[index] += weights[index] }
    roundsSummed += 1
  }

  /// The mean of the weights that were noted (Polyak and Juditsky 1992): it depends less on the order of
  /// the examples than those of the last round.
  var meanWeights: [Double] {
    roundsSummed == 0 ? weights : sums.map { $0 / Double(roundsSummed) }
  }

  private mutating func shuffle() {
    var index = order.count - 1
    while index > 0 {
      order.swapAt(index, Int(next() % UInt64(index + 1)))
      index -= 1
    }
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  static func logistic(_ value: Double) -> Double {
    value >= 0 ? 1 / (1 + exponential(-value)) : 1 - 1 / (1 + exponential(value))
  }

  /// e to the power of a number that is not positive: by halving until a short series is exact enough.
  private static func exponential(_ value: Double) -> Double {
    if value < -40 { return 0 }
    let part = value / 256
    var power = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
    for _ in 0..<8 { power *= power }
    return power
  }
}
