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

  /// The share of what was found that is right; `nil` where nothing was found.
  public var precision: Double? { share(correct, of: found) }

  /// The share of what there is that was found; `nil` where there is nothing.
  public var recall: Double? { share(correct, of: gold) }

  /// The harmonic mean of precision and recall; `nil` where there is nothing and nothing was found.
  public var f1: Double? { share(2 * correct, of: gold + found) }

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

/// The share of a number of things; `nil` where there are none, of which any share would be true.
func share(_ part: Int, of whole: Int) -> Double? {
  whole == 0 ? nil : Double(part) / Double(whole)
}

/// The harmonic mean of two shares; 0 where only one is known, `nil` where none is.
func harmonicMean(_ precision: Double?, _ recall: Double?) -> Double? {
  if precision == nil, recall == nil { return nil }
  guard let precision, let recall, precision + recall > 0 else { return 0 }
  return 2 * precision * recall / (precision + recall)
}
