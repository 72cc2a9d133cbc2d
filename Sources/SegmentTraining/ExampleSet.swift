import Segment

/// Places of the training files where a sentence may end, each with whether it does.
struct ExampleSet {
  /// The indexes of the features of all places, one place behind the other.
  private(set) var features: [UInt32] = []
  /// Where the features of each place end.
  private var ends: [Int] = []
  private(set) var labels: [Bool] = []

  var count: Int { labels.count }

  /// Where in `features` those of an example are.
  func range(of example: Int) -> Range<Int> {
    (example == 0 ? 0 : ends[example - 1])..<ends[example]
  }

  mutating func append(_ place: borrowing BoundaryFeatures, _ label: Bool) {
    for index in 0..<place.count { features.append(place.indexes[index]) }
    ends.append(features.count)
    labels.append(label)
  }
}

/// Answers as the gold file does, and takes notes.
struct GoldJudge: BoundaryJudge {
  /// The offsets behind the sentences of the document.
  var sentenceEnds: Set<Int> = []
  var examples = ExampleSet()

  mutating func endsSentence(
    _ features: borrowing BoundaryFeatures, end: Int, next: Int
  ) -> Bool {
    let label = sentenceEnds.contains(end)
    examples.append(features, label)
    return label
  }
}
