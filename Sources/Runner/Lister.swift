import Ledger
import StageKit

/// Compares what the source lists with the ledger, and hands what is to be done to the workers.
struct Lister {
  private static let itemsPerBatch = 64
  private static let bytesPerBatch = 1 << 18
  private static let vanishedPerBatch = 1000
  /// What an item costs in a queue beside its own bytes.
  static let itemOverhead = 512

  let plan: Plan
  let state: Guarded<RunState>
  let inputs: BoundedQueue<[Assignment]>
  let completed: BoundedQueue<CompletedBatch>
  private var comparison: InputComparison
  /// The documents that may have put an end to earlier runs.
  private let suspects: Set<InputKey>
  /// The files that the last run published, by their numbers.
  private let outputs: [UInt64: (path: String, stamp: FileStamp)]
  private var batch: [Assignment] = []
  private var batchBytes = 0
  private var batchCost = 0

  init(
    plan: Plan, state: Guarded<RunState>, inputs: BoundedQueue<[Assignment]>,
    completed: BoundedQueue<CompletedBatch>, comparison: InputComparison,
    suspects: Set<InputKey>
  ) {
    self.plan = plan
    self.suspects = suspects
    self.state = state
    self.inputs = inputs
    self.completed = completed
    self.comparison = comparison
    var outputs: [UInt64: (path: String, stamp: FileStamp)] = [:]
    for path in plan.outputs + [plan.manifestPath] {
      if let stamp = FileSystem.stamp(of: path) { outputs[stamp.inode] = (path, stamp) }
    }
    self.outputs = outputs
  }

  /// Lists to the end, or until the run is stopped.
  mutating func run() {
    var problem: RunProblem?
    do {
      let isWanted = { [state] in !state.withLock { $0.isStopped } }
      try plan.chain.source.list(while: isWanted) { listed in
        if isStopped { return false }
        do {
          return try take(listed)
        } catch {
          problem = RunProblem(error)
          return false
        }
      }
      if problem == nil && handOver() && !isStopped {
        // Only a listing that came to its end tells what is no longer there.
        try comparison.finish()
        _ = handOverVanished()
        state.withLock { state in
          state.progress.listed += comparison.keptCount
          state.progress.unchanged += comparison.keptCount
          state.progress.isListingDone = true
          state.knownCount = comparison.knownCount
        }
      }
    } catch let failure as StageFailure {
      problem = .unlistable(failure)
    } catch {
      problem = RunProblem(error)
    }
    if let problem { state.withLock { $0.stop(problem) } }
  }

  private var isStopped: Bool { state.withLock { $0.isStopped } }

  /// - Returns: whether more is wanted.
  private mutating func take(_ listed: ListedInput) throws -> Bool {
    var isUnchanged = false
    var isWanted = true
    switch listed {
    case .item(let item):
      if let output = outputs[item.stamp.inode], output.stamp == item.stamp {
        throw RunProblem.outputIsInput(path: output.path)
      }
      let decision = try comparison.decide(item.key, item.stamp)
      var assignment = Assignment(item: item, knownSHA256: nil)
      if let known = comparison.known, known.outcome == .quarantined {
        assignment.earlierAttempts = known.attempts
        assignment.isSuspect = known.isDangerous
      }
      if suspects.contains(item.key) { assignment.isSuspect = true }
      switch decision {
      case .unchanged: isUnchanged = true
      case .compare(let sha256):
        assignment.knownSHA256 = sha256
        isWanted = admit(assignment)
      case .work:
        assignment.kept = comparison.usableKept(item.stamp)
        isWanted = admit(assignment)
      }
    case .failure(let key, let failure):
      isUnchanged = try comparison.skip(key, failure)
      if !isUnchanged {
        var failed = CompletedBatch(stageCount: plan.chain.labels.count)
        failed.entries.append(
          failedEntry(key, FileStamp(), failure, stage: plan.chain.sourceLabel))
        isWanted = completed.push(failed, cost: Self.itemOverhead)
      }
    }
    state.withLock { state in
      state.progress.listed += 1
      if isUnchanged { state.progress.unchanged += 1 }
    }
    if comparison.vanished.count >= Self.vanishedPerBatch {
      isWanted = handOverVanished() && isWanted
    }
    return isWanted
  }

  private mutating func admit(_ assignment: Assignment) -> Bool {
    let payloadBytes = assignment.item.payload?.count
    batch.append(assignment)
    batchBytes += payloadBytes ?? assignment.item.stamp.size
    batchCost += (payloadBytes ?? 0) + assignment.item.key.path.count + Self.itemOverhead
    // Small batches while workers are idle, so that few documents are shared fairly; large documents
    // go alone.
    let isFull = batch.count >= Self.itemsPerBatch || batchBytes >= Self.bytesPerBatch
    return isFull || inputs.count < plan.workers ? handOver() : true
  }

  private mutating func handOver() -> Bool {
    guard !batch.isEmpty else { return true }
    let isAdmitted = inputs.push(batch, cost: batchCost)
    batch = []
    batchBytes = 0
    batchCost = 0
    return isAdmitted
  }

  private mutating func handOverVanished() -> Bool {
    var completedBatch = CompletedBatch(stageCount: 0)
    completedBatch.vanished = comparison.takeVanished()
    completedBatch.forgotten = comparison.takeForgotten()
    if completedBatch.isEmpty { return true }
    return completed.push(
      completedBatch, cost: completedBatch.vanished.count * Self.itemOverhead)
  }
}
