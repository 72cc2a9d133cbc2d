import Runner

/// Which stages of a pipeline the cases have run, and which branches of `when`.
struct Coverage: Sendable {
  private struct Counts {
    var runs = 0
    var passes = 0
  }

  private var counts: [Counts] = []
  private(set) var labels: [String] = []
  private var hasCondition: [Bool] = []

  /// Takes the stages of the pipeline, which are the same in all cases.
  mutating func prepare(_ carrier: DocumentCarrier) {
    guard labels.isEmpty else { return }
    labels = carrier.labels
    counts = labels.map { _ in Counts() }
    hasCondition = labels.indices.map(carrier.hasCondition)
  }

  mutating func note(_ index: Int, _ step: DocumentCarrier.Step) {
    guard counts.indices.contains(index) else { return }
    switch step.outcome {
    case .passedBy: counts[index].passes += 1
    case .skipped: break
    case .done, .failed: counts[index].runs += 1
    }
  }

  /// How many stages and branches there are and how many were taken.
  var sum: (covered: Int, all: Int) {
    var covered = 0
    var all = 0
    for (count, isConditional) in zip(counts, hasCondition) {
      all += isConditional ? 2 : 1
      if count.runs > 0 { covered += 1 }
      if isConditional, count.passes > 0 { covered += 1 }
    }
    return (covered, all)
  }

  /// What no case has run.
  var gaps: [String] {
    zip(labels, zip(counts, hasCondition)).flatMap { label, rest in
      let (count, isConditional) = rest
      var gaps: [String] = []
      if count.runs == 0 { gaps.append("no case runs '\(label)'") }
      if isConditional, count.passes == 0 {
        gaps.append("in no case 'when' keeps a document from '\(label)'")
      }
      return gaps
    }
  }
}
