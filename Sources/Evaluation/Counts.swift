/// How many things there are, how many were found, and how many of those are right.
public struct Counts: Sendable, Equatable {
  /// Those that the gold standard has.
  public var gold: Int
  /// Those that the stage found.
  public var found: Int
  /// Those found that the gold standard has too.
  public var correct: Int

  public init(gold: Int = 0, found: Int = 0, correct: Int = 0) {
    self.gold = gold
    self.found = found
    self.correct = correct
  }

  /// The share of what was found that is right; 1 where nothing was found.
  public var precision: Double { found == 0 ? 1 : Double(correct) / Double(found) }

  /// The share of what there is that was found; 1 where there is nothing.
  public var recall: Double { gold == 0 ? 1 : Double(correct) / Double(gold) }

  /// The harmonic mean of precision and recall; 1 where there is nothing and nothing was found.
  public var f1: Double {
    gold + found == 0 ? 1 : 2 * Double(correct) / Double(gold + found)
  }

  public static func + (left: Counts, right: Counts) -> Counts {
    Counts(
      gold: left.gold + right.gold, found: left.found + right.found,
      correct: left.correct + right.correct)
  }

  public static func += (left: inout Counts, right: Counts) {
    left = left + right
  }
}

extension Counts {
  /// Counts what two collections of different elements share.
  init<Element: Hashable>(gold: Set<Element>, found: Set<Element>) {
    self.init(
      gold: gold.count, found: found.count,
      correct: found.count { gold.contains($0) })
  }
}
