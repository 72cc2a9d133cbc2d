import Dispatch
import Ledger
import PipelineFile
import StageKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// Lists, carries and commits.
extension PipelineRun {
  private static let bytesPerBatch = 1 << 18
  /// How many bytes of input are carried side by side, at most, unless they are of one document.
  private static let bytesTogether = 1 << 22

  /// Lists, carries and commits until all is done or something stops the run.
  func work(
    _ ledger: Guarded<Ledger>, _ comparison: Guarded<InputComparison>, run: Int, chain: Int,
    suspects: Set<InputKey>
  ) throws {
    let lister = DispatchGroup()
    let workers = DispatchGroup()
    let committer = DispatchGroup()
    DispatchQueue(label: "wireroom.committer").async(group: committer) {
      ledger.withLock { self.commit($0, run: run, chain: chain, suspects: suspects) }
    }
    // Before the workers: Dispatch has about 255 threads, and more workers than that would wait in
    // all of them for a lister that never starts. Those beyond start when others end.
    DispatchQueue(label: "wireroom.lister").async(group: lister) {
      comparison.withLock { comparison in
        var lister = Lister(
          plan: self.plan, state: self.state, inputs: self.inputs, completed: self.completed,
          comparison: comparison, suspects: suspects)
        lister.run()
      }
    }
    for number in 0..<plan.workers {
      DispatchQueue(label: "wireroom.worker.\(number)").async(group: workers) {
        self.carry(number)
      }
    }
    let timer = startDeadline()
    defer { timer?.cancel() }
    lister.wait()
    inputs.close()
    workers.wait()
    completed.close()
    committer.wait()
  }

  /// How many nanoseconds are left until the work is to stop, in time for the publishing, for which a
  /// tenth of the time is kept; `nil` without a deadline.
  func remainingWork() -> Int? {
    guard let seconds = plan.settings.deadline else { return nil }
    let spent = state.withLock { monotonicNanoseconds() - $0.start }
    return max(0, seconds * 900_000_000 - spent)
  }

  /// Stops the work when its time is up.
  private func startDeadline() -> (any DispatchSourceTimer)? {
    guard let remaining = remainingWork() else { return nil }
    let timer = DispatchSource.makeTimerSource(
      queue: DispatchQueue(label: "wireroom.deadline"))
    timer.schedule(deadline: .now() + .nanoseconds(remaining))
    timer.setEventHandler { self.state.withLock { $0.deadlineHasPassed = true } }
    timer.resume()
    return timer
  }

  private func carry(_ number: Int) {
    let quarantine = Quarantine(plan, quarantinedBytes)
    let worker = ChainWorker(
      plan.chain, retries: plan.settings.retries, spool: Spool(directory: plan.stateDirectory)
    ) {
      self.state.withLock { $0.isStopped }
    }
    let slot = FlightLog(stateDirectory: plan.stateDirectory).slot(number)
    while let assignments = inputs.pop() {
      var batch = emptyBatch()
      var rest = assignments[...]
      do throws(RunProblem) {
        while let first = rest.first, !state.withLock({ $0.isStopped }) {
          if isIsolated(first), let isolatedChain {
            let part = rest.prefix { isIsolated($0) }.prefix(IsolatedChain.documentsPerRequest)
            try carry(part, isolatedChain, quarantine, into: &batch)
            rest = rest.dropFirst(part.count)
          } else {
            let part = together(rest, worker, slot)
            try carry(part, worker, quarantine, into: &batch)
            rest = rest.dropFirst(part.count)
          }
          // Small files may become large records.
          if batch.bytes.count >= Self.bytesPerBatch {
            if !handOver(batch) { return }
            batch = emptyBatch()
          }
        }
      } catch {
        state.withLock { $0.stop(error) }
      }
      slot?.end()
      if !batch.isEmpty, !handOver(batch) { return }
    }
  }

  /// Has room for what is handed over, because growing means copying.
  private func emptyBatch() -> CompletedBatch {
    var batch = CompletedBatch(stageCount: plan.chain.labels.count)
    batch.bytes.reserveCapacity(Self.bytesPerBatch + Self.bytesPerBatch / 8)
    return batch
  }

  /// Whether a document is to be carried by another process.
  private func isIsolated(_ assignment: Assignment) -> Bool {
    plan.isIsolated || assignment.isSuspect || state.withLock { $0.hasPoison }
  }

  /// The documents at the front that are carried side by side: few enough to be held in memory, and
  /// noted as being in hand.
  private func together(
    _ assignments: ArraySlice<Assignment>, _ worker: ChainWorker, _ slot: FlightLog.Slot?
  ) -> ArraySlice<Assignment> {
    var count = 0
    var bytes = 0
    for assignment in assignments.prefix(worker.documentsTogether) {
      bytes += max(assignment.item.stamp.size, assignment.item.payload?.count ?? 0)
      if count > 0, bytes > Self.bytesTogether || isIsolated(assignment) { break }
      count += 1
    }
    let part = assignments.prefix(count)
    guard let slot else { return part }
    return part.prefix(max(1, slot.begin(part.lazy.map(\.item.key))))
  }

  private func carry(
    _ assignments: ArraySlice<Assignment>, _ worker: ChainWorker, _ quarantine: Quarantine,
    into batch: inout CompletedBatch
  ) throws(RunProblem) {
    var count = batch.entries.count
    try worker.carry(assignments, into: &batch) { (assignment, batch) throws(RunProblem) in
      defer { count = batch.entries.count }
      guard batch.entries.count > count, let entry = batch.entries.last,
        entry.outcome == .quarantined
      else { return }
      do throws(SystemError) {
        try quarantine.keep(
          assignment.item, entry, document: worker.encodedDocumentBeforeFailure())
      } catch {
        // What has no copy yet is not noted as set aside.
        batch.entries.removeLast()
        throw .system(error)
      }
    }
  }

  private func carry(
    _ assignments: ArraySlice<Assignment>, _ isolatedChain: IsolatedChain,
    _ quarantine: Quarantine, into batch: inout CompletedBatch
  ) throws(RunProblem) {
    let answers = try isolatedChain.carry(assignments, into: &batch)
    for (assignment, answer) in zip(assignments, answers) {
      guard let entry = answer.entry, entry.outcome == .quarantined else { continue }
      // Where there is one such document there may be more, and each would cost a run.
      if entry.reason == LedgerEntry.poisonous { state.withLock { $0.hasPoison = true } }
      do throws(SystemError) {
        try quarantine.keep(assignment.item, entry, document: answer.document)
      } catch {
        batch.entries.removeAll { $0.key == entry.key }
        throw .system(error)
      }
    }
  }

  private func handOver(_ batch: CompletedBatch) -> Bool {
    completed.push(
      batch, cost: batch.bytes.count + batch.entries.count * Lister.itemOverhead)
  }

  private func commit(_ ledger: Ledger, run: Int, chain: Int, suspects: Set<InputKey>) {
    var committer = Committer(
      ledger: ledger, run: run, chain: chain, spool: Spool(directory: plan.stateDirectory),
      suspects: suspects)
    do throws(RunProblem) {
      while let batch = completed.pop() {
        let isCommitted = try committer.add(batch)
        state.withLock { state in
          state.note(batch)
          if isCommitted { state.committed = state.progress }
        }
        for entry in batch.entries where entry.outcome == .quarantined {
          observer.documentDidFail(entry)
          if plan.settings.onError == .stop {
            state.withLock { $0.stop(.stoppedByFailure(document: entry.key.identifier)) }
          }
        }
      }
      try committer.finish()
    } catch {
      // What was made before the error stands if it can still be committed; an open transaction would
      // take with it what is to be said of this run.
      let isKept = (try? committer.finish()) != nil
      state.withLock { state in
        state.stop(error)
        if !isKept { state.progress = state.committed }
      }
      // Nobody takes what comes now: let the others through, so that they see the problem.
      inputs.close()
      completed.close()
    }
  }
}
