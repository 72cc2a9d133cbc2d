import Tag

/// Fits the weights of a conditional random field: stochastic gradient steps of AdaGrad (Duchi, Hazan
/// and Singer 2011) on the likelihood of all labellings that are right, with a margin (Gimpel and Smith
/// 2010).
struct ChainTrainer {
  typealias Row = SIMD16<Float>

  private let examples: ExampleSet
  private let rate: Float
  private let regularisation: Float
  private let margin: Float
  private var weights: [Row]
  private var squares: [Row]
  private var transitions: [Float]
  private var transitionSquares: [Float]
  /// The sums of the weights after each round of the second half. Their mean is the model: it depends
  /// less on the order of the examples than any of them.
  private var weightSums: [Row]
  private var transitionSums: [Float]
  private let firstSummedRound: Int
  private var round = 0
  private var chain: LinearChain
  private var order: [Int]
  private var random = SplitMix(state: 1)
  /// Of the last round.
  private(set) var loss = 0.0

  init(_ examples: ExampleSet, _ options: TagTrainer.Options) {
    self.examples = examples
    rate = Float(options.rate)
    regularisation = Float(options.regularisation)
    margin = Float(options.margin)
    weights = Array(repeating: Row(repeating: 0), count: examples.features.count)
    squares = Array(repeating: Row(repeating: 1e-2), count: examples.features.count)
    let count = examples.labels.count
    transitions = Array(repeating: 0, count: count * count)
    transitionSquares = Array(repeating: 1e-2, count: count * count)
    weightSums = weights
    transitionSums = transitions
    firstSummedRound = (options.rounds + 1) / 2
    chain = LinearChain(labelCount: count, weights: transitions)
    order = Array(0..<examples.runCount)
  }

  /// Of the examples and of what steps depend on.
  var fingerprint: UInt64 {
    var state = featureHash(1, UInt64(rate.bitPattern), UInt64(regularisation.bitPattern))
    func add(_ value: UInt64) { state = featureHash(2, state, value) }
    add(UInt64(firstSummedRound))
    add(UInt64(margin.bitPattern))
    for feature in examples.features { add(feature) }
    for number in examples.numbers { add(UInt64(number)) }
    for labels in examples.allowed { add(UInt64(labels)) }
    for run in examples.runs { add(UInt64(run.weight.bitPattern)) }
    return state
  }

  /// All that has been learnt.
  var numbers: [Float] {
    get {
      var numbers = transitions + transitionSquares + transitionSums
      numbers.reserveCapacity(numberCount)
      let count = examples.labels.count
      for rows in [weights, squares, weightSums] {
        for row in rows { for lane in 0..<count { numbers.append(row[lane]) } }
      }
      return numbers
    }
    set {
      precondition(newValue.count == numberCount)
      let count = examples.labels.count
      let size = transitions.count
      transitions = Array(newValue[..<size])
      transitionSquares = Array(newValue[size..<2 * size])
      transitionSums = Array(newValue[2 * size..<3 * size])
      var position = 3 * size
      func take(_ rows: inout [Row]) {
        for index in rows.indices {
          for lane in 0..<count { rows[index][lane] = newValue[position + lane] }
          position += count
        }
      }
      take(&weights)
      take(&squares)
      take(&weightSums)
    }
  }

  var numberCount: Int { 3 * transitions.count + 3 * weights.count * examples.labels.count }

  /// Takes up a training after so many rounds.
  mutating func goOn(after round: Int, with numbers: [Float]) {
    self.numbers = numbers
    self.round = round
    for _ in 0..<round { shuffle() }
  }

  private mutating func shuffle() {
    for index in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(index, Int(random.next() % UInt64(index + 1)))
    }
  }

  mutating func trainRound() {
    shuffle()
    loss = 0
    for run in order { train(run) }
    round += 1
    guard round >= firstSummedRound else { return }
    for index in weights.indices { weightSums[index] += weights[index] }
    for index in transitions.indices { transitionSums[index] += transitions[index] }
  }

  /// The scores of the labels of a piece.
  func score(_ piece: Int) -> Row {
    var score = Row(repeating: 0)
    for position in examples.starts[piece]..<examples.starts[piece + 1] {
      score += weights[Int(examples.numbers[position])]
    }
    return score
  }

  private mutating func train(_ run: Int) {
    let (start, weight) = examples.runs[run]
    if weight == 0 { return }
    let end = run + 1 < examples.runCount ? examples.runs[run + 1].start : examples.pieceCount
    let count = examples.labels.count
    var all: [Row] = []
    var right: [Row] = []
    for piece in start..<end {
      var score = score(piece)
      for lane in count..<Row.scalarCount { score[lane] = -1e9 }
      // A wrong label is taken for likelier than it is, so that right ones learn to keep a distance.
      var free = score
      for lane in 0..<count where examples.allowed[piece] & (1 << UInt16(lane)) == 0 {
        free[lane] += margin
        score[lane] = -1e9
      }
      all.append(free)
      right.append(score)
    }
    chain.setTransitions(transitions)
    let rightSum = chain.sum(right)
    var gradients = (0..<end - start).map { -chain.probabilities($0) }
    var transitionGradient = [Float](repeating: 0, count: count * count)
    func collect(_ sign: Float) {
      for label in 0..<count {
        transitionGradient[label] += sign * chain.probabilities(0)[label]
        transitionGradient[label * count] += sign * chain.probabilities(end - start - 1)[label]
      }
      for index in 0..<end - start - 1 {
        chain.pairProbabilities(index) { previous, next in
          for label in 0..<count {
            transitionGradient[previous * count + label] += sign * next[label]
          }
        }
      }
    }
    collect(-1)
    let allSum = chain.sum(all)
    for index in gradients.indices { gradients[index] += chain.probabilities(index) }
    collect(1)
    loss += Double(weight * (allSum - rightSum))
    for index in transitions.indices {
      let gradient = transitionGradient[index] * weight
      transitionSquares[index] += gradient * gradient
      transitions[index] -= rate * gradient / transitionSquares[index].squareRoot()
    }
    for piece in start..<end {
      let gradient = gradients[piece - start] * weight
      if max(gradient.max(), -gradient.min()) < 1e-3 { continue }
      for position in examples.starts[piece]..<examples.starts[piece + 1] {
        let number = Int(examples.numbers[position])
        let decay = regularisation / Float(examples.counts[number])
        let step = gradient + weights[number] * decay
        squares[number] += step * step
        weights[number] -= step * rate / squares[number].squareRoot()
      }
    }
  }

  /// The model as it is now.
  func parts(_ knowledge: Knowledge) -> NameModel.Parts {
    let count = examples.labels.count
    let summed = Float(round - firstSummedRound + 1)
    let weights = summed > 1 ? weightSums.map { $0 / summed } : weights
    let transitions = summed > 1 ? transitionSums.map { $0 / summed } : transitions
    // A unit is such that the largest weight is 127; a few very large ones are cut.
    var peak: Float = 0
    for row in weights { for lane in 0..<count { peak = max(peak, abs(row[lane])) } }
    var magnitudes: [Float] = []
    for row in weights {
      for lane in 0..<count where abs(row[lane]) > peak / 8 { magnitudes.append(abs(row[lane])) }
    }
    magnitudes.sort()
    let largest =
      magnitudes.isEmpty ? 1 : magnitudes[magnitudes.count - 1 - magnitudes.count / 2000]
    let scale = largest / 127
    var features: NameModel.Parts.Table = []
    let payload = NameModel.featurePayload(count)
    for (number, row) in weights.enumerated() {
      var bytes = [UInt8](repeating: 0, count: payload)
      var isZero = true
      for lane in 0..<count {
        let value = Int8(max(-127, min(127, (row[lane] / scale).rounded())))
        bytes[lane] = UInt8(bitPattern: value)
        if abs(value) > 2 { isZero = false }
      }
      if !isZero { features.append((examples.features[number], bytes)) }
    }
    return NameModel.Parts(
      labels: examples.labels, transitions: transitions, scale: scale, words: knowledge.wordEntries,
      classes: knowledge.classEntries, lists: knowledge.listEntries, features: features,
      beginnings: knowledge.beginnings)
  }
}

/// Steele, Lea and Flood's SplitMix64.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
