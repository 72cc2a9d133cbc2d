public import TextKit

/// What an evaluation found out.
public struct EvaluationReport: Sendable, Equatable {
  /// For people.
  public var lines: [String]
  /// For programs: the members of one object. Shares are parts of 1, to six decimals, and `null`
  /// where there is nothing to have a share of.
  public var members: [Value.Member]

  public init(lines: [String], members: [Value.Member]) {
    self.lines = lines
    self.members = members
  }
}

extension Value {
  /// A share of 1, rounded so that it reads well and is the same everywhere; `null` for that of
  /// nothing.
  static func share(_ share: Double?) -> Value {
    share.map { .number(($0 * 1e6).rounded() / 1e6) } ?? .null
  }

  /// All that can be said of counts.
  static func counts(_ counts: Counts) -> Value {
    [
      "gold": .integer(counts.gold), "found": .integer(counts.found),
      "correct": .integer(counts.correct), "precision": .share(counts.precision),
      "recall": .share(counts.recall), "f1": .share(counts.f1),
    ]
  }
}
