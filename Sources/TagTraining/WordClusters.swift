import Tag

/// Classes of words that stand between the same neighbours: the exchange algorithm for class bigrams
/// (Kneser and Ney 1993), twice, for few and for many classes.
enum WordClusters {
  typealias Cluster = (fine: Int, coarse: Int)

  static func make(
    _ counts: WordCounts, _ fine: Int, _ report: (String) -> Void
  ) -> [UInt64: Cluster] {
    guard fine > 0 else { return [:] }
    let vocabulary = Vocabulary(counts, minimum: 4)
    let small = Exchange(vocabulary, classes: min(64, fine)).run(rounds: 8)
    let large = Exchange(vocabulary, classes: fine).run(rounds: 8)
    report("\(vocabulary.hashes.count - 1) words in \(fine) classes")
    var clusters: [UInt64: Cluster] = [:]
    for word in 1..<vocabulary.hashes.count {
      clusters[vocabulary.hashes[word]] = (large[word] + 1, small[word] + 1)
    }
    return clusters
  }

  /// The frequent words, by falling frequency from 1; 0 is the boundary and everything else.
  struct Vocabulary {
    var hashes: [UInt64] = [0]
    var occurrences: [Int] = [0]
    /// By word, what stands behind it and before it, with counts.
    var next: [[(word: Int32, count: Int32)]] = []
    var previous: [[(word: Int32, count: Int32)]] = []

    init(_ counts: WordCounts, minimum: Int) {
      let frequent = (1..<counts.hashes.count).filter { counts.occurrences[$0] >= minimum }
        .sorted { (-counts.occurrences[$0], $0) < (-counts.occurrences[$1], $1) }
      var renumbered = [Int32](repeating: 0, count: counts.hashes.count)
      for word in frequent {
        renumbered[word] = Int32(hashes.count)
        hashes.append(counts.hashes[word])
        occurrences.append(counts.occurrences[word])
      }
      var pairs: [UInt64: Int32] = [:]
      for index in 1..<counts.sequence.count {
        let first = renumbered[Int(counts.sequence[index - 1])]
        let second = renumbered[Int(counts.sequence[index])]
        pairs[UInt64(first) << 32 | UInt64(second), default: 0] += 1
      }
      next = Array(repeating: [], count: hashes.count)
      previous = Array(repeating: [], count: hashes.count)
      for (pair, count) in pairs.sorted(by: { $0.key < $1.key }) {
        let first = Int(pair >> 32)
        let second = Int(pair & 0xFFFF_FFFF)
        next[first].append((Int32(second), count))
        previous[second].append((Int32(first), count))
      }
    }
  }

  struct Exchange {
    private let vocabulary: Vocabulary
    private let classCount: Int
    /// The class of each word; the last class is that of word 0 alone.
    private var classes: [Int]
    private var pairs: [Int32]
    private var leading: [Int] = []
    private var following: [Int] = []
    private static let logarithms: [Double] = (0..<4096).map { count in
      count == 0 ? 0 : Double(count) * Double(naturalLogarithm(Float(count)))
    }

    init(_ vocabulary: Vocabulary, classes classCount: Int) {
      self.vocabulary = vocabulary
      self.classCount = classCount
      let width = classCount + 1
      classes = vocabulary.hashes.indices.map { $0 == 0 ? classCount : ($0 - 1) % classCount }
      pairs = Array(repeating: 0, count: width * width)
      leading = Array(repeating: 0, count: width)
      following = Array(repeating: 0, count: width)
      for word in vocabulary.hashes.indices {
        for (other, count) in vocabulary.next[word] {
          pairs[classes[word] * width + classes[Int(other)]] += count
          leading[classes[word]] += Int(count)
          following[classes[Int(other)]] += Int(count)
        }
      }
    }

    /// `n log n`.
    private static func term(_ count: Int) -> Double {
      count < logarithms.count
        ? logarithms[count] : Double(count) * Double(naturalLogarithm(Float(count)))
    }

    func run(rounds: Int) -> [Int] {
      var state = self
      for _ in 0..<rounds where state.exchange() == 0 { break }
      return state.classes
    }

    /// Moves each word to the class where the text is most likely.
    ///
    /// - Returns: how many words have moved.
    private mutating func exchange() -> Int {
      let width = classCount + 1
      var moved = 0
      var after = [Int32](repeating: 0, count: width)
      var before = [Int32](repeating: 0, count: width)
      var afterClasses: [Int] = []
      var beforeClasses: [Int] = []
      for word in 1..<vocabulary.hashes.count {
        afterClasses.removeAll(keepingCapacity: true)
        beforeClasses.removeAll(keepingCapacity: true)
        var own: Int32 = 0
        for (other, count) in vocabulary.next[word] {
          if Int(other) == word {
            own = count
            continue
          }
          let other = classes[Int(other)]
          if after[other] == 0 { afterClasses.append(other) }
          after[other] += count
        }
        for (other, count) in vocabulary.previous[word] where Int(other) != word {
          let other = classes[Int(other)]
          if before[other] == 0 { beforeClasses.append(other) }
          before[other] += count
        }
        let total = vocabulary.next[word].reduce(0) { $0 + Int($1.count) }
        let totalBefore = vocabulary.previous[word].reduce(0) { $0 + Int($1.count) }
        func change(_ target: Int, _ sign: Int32) {
          for other in afterClasses { pairs[target * width + other] += sign * after[other] }
          for other in beforeClasses { pairs[other * width + target] += sign * before[other] }
          pairs[target * width + target] += sign * own
          leading[target] += Int(sign) * total
          following[target] += Int(sign) * totalBefore
        }
        let home = classes[word]
        change(home, -1)
        var best = home
        var bestGain = -Double.infinity
        for target in 0..<classCount {
          var gain = 0.0
          for other in afterClasses where other != target {
            let old = Int(pairs[target * width + other])
            gain += Self.term(old + Int(after[other])) - Self.term(old)
          }
          for other in beforeClasses where other != target {
            let old = Int(pairs[other * width + target])
            gain += Self.term(old + Int(before[other])) - Self.term(old)
          }
          let old = Int(pairs[target * width + target])
          gain += Self.term(old + Int(after[target] + before[target] + own)) - Self.term(old)
          gain -= Self.term(leading[target] + total) - Self.term(leading[target])
          gain -= Self.term(following[target] + totalBefore) - Self.term(following[target])
          if gain > bestGain + 1e-9 { (bestGain, best) = (gain, target) }
        }
        change(best, 1)
        classes[word] = best
        if best != home { moved += 1 }
        for other in afterClasses { after[other] = 0 }
        for other in beforeClasses { before[other] = 0 }
      }
      return moved
    }
  }
}
