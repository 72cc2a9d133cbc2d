/// How all mentions of a word in a document are labelled at first: a name that is clear in one place
/// tells what it is in another, where nothing stands beside it that would (Krishnan and Manning 2006).
package struct DocumentVotes {
  /// A lane for the mentions that are in no name, and one for those in names of each type.
  private typealias Votes = SIMD8<UInt16>

  /// What so many other mentions say counts half as much as what very many say.
  private static let halfCount: Float = 0.5
  /// What is added to the share of a type, so that a type that no other mention has stays possible.
  private static let leastShare: Float = 0.1

  /// By number of a word.
  private var votes: [Votes] = []

  package init() {}

  /// Makes room for so many words.
  package mutating func reserve(_ count: Int) {
    while votes.count < count { votes.append(Votes(repeating: 0)) }
  }

  package mutating func add(_ word: Int, _ label: UInt8) { votes[word][Self.lane(label)] &+= 1 }

  /// Forgets what is known of a word.
  package mutating func clear(_ word: Int) { votes[word] = Votes(repeating: 0) }

  /// Whether more of the other mentions of a word are of some other kind than of that of this label.
  package func disagree(_ word: Int, _ label: UInt8) -> Bool {
    let own = Self.lane(label)
    let others = others(word, own)
    return others.max() > others[own]
  }

  /// Adds to the scores of a mention what the others say.
  ///
  /// - Parameter label: the one that the mention had at first.
  package func weigh(
    _ word: Int, _ label: UInt8, _ labelCount: Int, into scores: inout LinearChain.Scores
  ) {
    let others = others(word, Self.lane(label))
    let total = Float(others.wrappedSum())
    guard total > 0 else { return }
    let factor = total / (total + Self.halfCount)
    for other in 0..<labelCount {
      let share = Float(others[Self.lane(UInt8(other))]) / total
      scores[other] += factor * naturalLogarithm(share + Self.leastShare)
    }
  }

  private func others(_ word: Int, _ lane: Int) -> Votes {
    var others = votes[word]
    others[lane] &-= 1
    return others
  }

  @inline(__always)
  private static func lane(_ label: UInt8) -> Int {
    label == 0 ? 0 : ChainLabels.type(Int(label)) + 1
  }
}
