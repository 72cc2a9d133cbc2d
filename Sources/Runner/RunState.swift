import Ledger
import StageKit

/// What the threads of a run share.
struct RunState: Sendable {
  var progress = RunProgress()
  /// How many documents the ledger held before the run; known once all inputs are listed.
  var knownCount: Int?
  /// The progress when the ledger was last committed.
  var committed = RunProgress()
  private(set) var problem: RunProblem?
  /// Whether the time is up: what is done is still published.
  var deadlineHasPassed = false
  /// Whether a document has turned out to end the process that works on it.
  var hasPoison = false
  var stageNanoseconds: [Int]
  private(set) var causes: [String: RunReport.Cause] = [:]
  let start = monotonicNanoseconds()

  init(stageCount: Int) {
    stageNanoseconds = Array(repeating: 0, count: stageCount)
  }

  /// Whether no more work is to be begun.
  var isStopped: Bool { problem != nil || deadlineHasPassed }

  /// Only the first problem counts; what follows is mostly its consequence.
  mutating func stop(_ problem: RunProblem) {
    if self.problem == nil { self.problem = problem }
  }

  /// Counts what a worker has made.
  mutating func note(_ batch: CompletedBatch) {
    progress.inputBytes += batch.inputBytes
    progress.unchanged += batch.restamped.count
    progress.vanished += batch.vanished.count
    for (index, nanoseconds) in batch.stageNanoseconds.enumerated() {
      stageNanoseconds[index] += nanoseconds
    }
    for entry in batch.entries {
      progress.counts[entry.outcome, default: 0] += 1
      guard entry.outcome != .written else { continue }
      let stage = entry.stage ?? ""
      let reason = entry.reason ?? ""
      causes[
        "\(entry.outcome) \(stage) \(reason)",
        default: RunReport.Cause(
          outcome: entry.outcome, stage: stage, reason: reason, count: 0,
          example: entry.key.identifier, message: entry.message)
      ].count += 1
    }
  }
}

/// An input on its way to a worker.
struct Assignment: Sendable {
  let item: InputItem
  /// If its bytes have this hash, its earlier result stands.
  var knownSHA256: String?
  /// How often it was tried in vain in earlier runs.
  var earlierAttempts = 0
  /// Whether it may be what has put an end to an earlier run.
  var isSuspect = false
  /// What was kept of it that still stands: the chain is entered behind it.
  var kept: KeptDocument?
}
