/// How well groups of mentions agree, by B³: of each found mention, which share of its group belongs
/// there (precision); of each gold mention, which share of its group was found with it (recall).
///
/// A mention that the other side does not have counts as a failure.
struct GroupAgreement: Equatable {
  private(set) var goldMentions = 0
  private(set) var foundMentions = 0
  private var precisionSum = 0.0
  private var recallSum = 0.0

  /// Adds the groups of one document; no mention is in two groups of one side.
  mutating func add<Mention: Hashable>(gold: [[Mention]], found: [[Mention]]) {
    goldMentions += gold.reduce(0) { $0 + $1.count }
    foundMentions += found.reduce(0) { $0 + $1.count }
    // Two groups that share n mentions contribute n/size for each of these mentions.
    var goldGroup: [Mention: Int] = [:]
    for (number, group) in gold.enumerated() {
      for mention in group { goldGroup[mention] = number }
    }
    for group in found {
      var shared: [Int: Int] = [:]
      for mention in group {
        if let number = goldGroup[mention] { shared[number, default: 0] += 1 }
      }
      // In the order of the groups, so that the sum is rounded the same every time.
      for (number, count) in shared.sorted(by: { $0.key < $1.key }) {
        precisionSum += Double(count * count) / Double(group.count)
        recallSum += Double(count * count) / Double(gold[number].count)
      }
    }
  }

  /// `nil` where nothing was found.
  var precision: Double? { foundMentions == 0 ? nil : precisionSum / Double(foundMentions) }

  /// `nil` where there is nothing.
  var recall: Double? { goldMentions == 0 ? nil : recallSum / Double(goldMentions) }

  var f1: Double? { harmonicMean(precision, recall) }
}
