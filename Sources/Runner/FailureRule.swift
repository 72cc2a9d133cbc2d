import TextKit

/// When failures are too many to publish: the `fail_if` of a pipeline file.
struct FailureRule: Sendable, Equatable {
  enum Limit: Sendable, Equatable {
    case count(Int)
    /// Of the documents that the run worked on, in percent.
    case percent(Double)
  }

  let limit: Limit

  /// Reads `failed > 10` or `failed > 2.5%`; `nil` for anything else.
  init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true).joined()
    guard words.hasPrefix("failed>") else { return nil }
    var number = words.dropFirst("failed>".count)
    if number.hasSuffix("%") {
      number.removeLast()
      guard let percent = Double(number), percent >= 0, percent <= 100 else { return nil }
      limit = .percent(percent)
    } else {
      guard let count = Int(number), count >= 0 else { return nil }
      limit = .count(count)
    }
  }

  /// Whether so many failures among so many documents are too many.
  func isBroken(failed: Int, of worked: Int) -> Bool {
    switch limit {
    case .count(let count): failed > count
    case .percent(let percent): Double(failed) * 100 > percent * Double(worked)
    }
  }
}
