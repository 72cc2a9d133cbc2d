import Dispatch
public import Ledger
import PipelineFile
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Who wants to hear of single documents while a run goes on. Called from one thread at a time.
public protocol RunObserver: Sendable {
  func documentDidFail(_ entry: LedgerEntry)
}

/// One execution of a pipeline.
///
/// A lister compares what the source finds with the ledger and hands batches of what is to be done
/// through a bounded queue to workers, each of which carries a document through the whole chain; a
/// committer appends what they made to the spool and the ledger. When all is done, the output is
/// published in the order of the inputs.
public final class PipelineRun: Sendable {
  private static let bytesPerBatch = 1 << 18
  /// How many bytes of input are carried side by side, at most, unless they are of one document.
  private static let bytesTogether = 1 << 22

  private let plan: Plan
  private let observer: any RunObserver
  private let state: Guarded<RunState>
  private let inputs: BoundedQueue<[Assignment]>
  private let completed: BoundedQueue<CompletedBatch>
  /// How many bytes the copies of documents in quarantine take up, and how many there was no room for.
  private let quarantinedBytes = Guarded(Quarantine.Usage())
  /// `nil` where no other processes can be had.
  private let isolatedChain: IsolatedChain?

  public init(_ plan: Plan, observer: any RunObserver) {
    self.plan = plan
    self.observer = observer
    state = Guarded(RunState(stageCount: plan.chain.labels.count))
    inputs = BoundedQueue(budget: plan.settings.memory / 16)
    completed = BoundedQueue(budget: plan.settings.memory / 16)
    isolatedChain = IsolatedChain(plan)
  }

  /// How far the run is; may be asked at any time from any thread.
  public var progress: RunProgress {
    state.withLock { state in
      var progress = state.progress
      progress.nanoseconds = monotonicNanoseconds() - state.start
      return progress
    }
  }

  /// Asks the run to stop: nothing more is begun, what is in flight is finished and committed, and
  /// nothing is published. The next run goes on from there.
  public func interrupt(signal: Int32) {
    state.withLock { $0.stop(.interrupted(signal: signal)) }
  }

  /// Runs to the end. Blocks the calling thread.
  public func run() -> RunReport {
    var report = RunReport()
    report.workers = plan.workers
    do {
      try FileSystem.makeFolders(plan.stateDirectory)
      if let lock = try acquireLock() {
        do { try runLocked(&report) } catch { report.problem = RunProblem(error) }
        if case .ledger(let message, kind: .damage) = report.problem {
          // Nobody has it open any more.
          let path = try DamagedLedger.setAside(in: plan.stateDirectory)
          report.problem = .damagedLedger(message: message, setAside: path)
        }
        complete(&report)
        // While the lock is held, so that no two runs write them at once.
        writeMetrics(&report)
        _ = consume lock
      } else {
        report.isSkipped = true
      }
    } catch {
      report.problem = RunProblem(error)
      complete(&report)
    }
    return report
  }

  /// Adds the times and the causes.
  private func complete(_ report: inout RunReport) {
    state.withLock { state in
      report.nanoseconds = monotonicNanoseconds() - state.start
      report.causes = state.causes.values.sorted {
        ($1.count, $0.stage, $0.reason) < ($0.count, $1.stage, $1.reason)
      }
      report.stageNanoseconds = zip(plan.chain.labels, state.stageNanoseconds).map { ($0, $1) }
    }
  }

  private func writeMetrics(_ report: inout RunReport) {
    guard let path = plan.metricsPath else { return }
    // Where the ledger cannot be read, the figures of the run itself are still worth having.
    let ledger = try? LedgerReader(path: plan.stateDirectory + "/ledger.sqlite")
    let metrics = Metrics(
      pipeline: plan.name, report, ended: time(nil), documents: try? ledger?.counts(),
      lastSuccess: (try? ledger?.lastSuccess()) ?? nil)
    do throws(SystemError) {
      try FileSystem.replace(path, with: metrics.bytes)
    } catch {
      report.warnings.append(
        "the metrics were not written: cannot \(error.operation) '\(error.path)': "
          + error.explanation)
    }
  }

  /// - Returns: `nil` if another run is under way and this one is not needed.
  private func acquireLock() throws -> ProcessLock? {
    let path = plan.stateDirectory + "/lock"
    while true {
      if let lock = try ProcessLock.acquire(path) { return lock }
      switch plan.settings.overlap {
      case .fail: throw RunProblem.locked(path: path)
      case .skip: return nil
      case .wait:
        usleep(50_000)
        try state.withLock { state throws(RunProblem) in
          if let problem = state.problem { throw problem }
        }
      }
    }
  }

  private func runLocked(_ report: inout RunReport) throws {
    try Journal(directory: plan.stateDirectory).rollForward()
    let ledgerPath = plan.stateDirectory + "/ledger.sqlite"
    let ledger = try Ledger(path: ledgerPath)
    let spool = Spool(directory: plan.stateDirectory)
    // What runs left that were cut off before they committed. Looking for it takes time with the
    // size of the ledger, of which a run with nothing to do has little to spare.
    if try ledger.fact(Publication.pendingFact) != nil {
      try spool.removeSegments(except: ledger.segmentsInUse())
    }
    let quarantine = QuarantineStore(stateDirectory: plan.stateDirectory)
    let copiedBytes = try quarantine.byteCount()
    quarantinedBytes.withLock { $0.byteCount = copiedBytes }
    let chain = try ledger.chainNumber(plan.identity.description)
    try checkRoots(ledger)
    let run = try ledger.beginRun(started: time(nil), chain: chain, workers: plan.workers)
    let flightLog = FlightLog(stateDirectory: plan.stateDirectory)
    try ledger.addSuspects(flightLog.read())
    try flightLog.remove()
    let suspects = try ledger.suspects()
    if plan.isIsolated, isolatedChain == nil {
      throw RunProblem.isolation(message: "this program cannot start them")
    }
    let guardedLedger = Guarded(ledger)
    var measures: RunMeasures?
    do {
      // The lister reads the ledger through a connection of its own while the committer writes.
      let listerLedger = try Ledger(path: ledgerPath)
      let comparison = InputComparison(
        ledger: listerLedger, chain: chain,
        comparisons: try listerLedger.allChains().compactMapValues(plan.comparison(with:)),
        isFresh: plan.isFresh, retriesFailures: plan.settings.onError == .stop,
        keepsVanished: plan.settings.onVanish == .keep,
        changedLimits: plan.limits.changes(
          since: try listerLedger.fact(TimeLimits.fact), labels: plan.chain.labels))
      try work(guardedLedger, Guarded(comparison), run: run, chain: chain, suspects: suspects)
      try flightLog.remove()
      try count(into: &report)
      if let problem = state.withLock({ $0.problem }) { throw problem }
      guard report.listed > 0 || plan.settings.allowEmpty || report.deadlineHasPassed else {
        throw RunProblem.noInputs
      }
      if report.vanished > 0, !report.counts.isEmpty {
        report.renamed = try guardedLedger.withLock { try $0.renamedCount(run: run) }
        report.vanished -= report.renamed
      }
      if report.vanished > 0 {
        // Counting takes time with the size of the ledger; the lister has mostly done it on its way.
        let known =
          try state.withLock { $0.knownCount }
          ?? guardedLedger.withLock { try $0.documentCount() }
        try checkVanished(report.vanished, of: known)
      }
      try guardedLedger.withLock { try checkFailures($0) }
      measures = try checkHealth(&report)
      try guardedLedger.withLock { ledger in
        try publish(from: ledger, chain: chain, &report)
        if report.pending == 0 {
          if !suspects.isEmpty { try ledger.removeAllSuspects() }
          try plan.limits.remember(in: ledger)
        }
      }
      let uncopied = quarantinedBytes.withLock { $0.uncopied }
      if uncopied > 0 {
        report.warnings.append(
          "\(uncopied) documents are in quarantine without a copy, because 'run.quarantine_limit' is "
            + "reached; 'wireroom quarantine drop' makes room")
      }
    } catch {
      report.problem = RunProblem(error)
    }
    var summary = summary(of: report)
    if report.problem == nil { summary.measures = measures?.description }
    do {
      try guardedLedger.withLock { ledger in
        if report.problem == nil, plan.acceptsHealth {
          try ledger.setFact(HealthCheck.sinceFact, "\(run)")
        }
        try ledger.endRun(run, summary)
      }
    } catch {
      // The first problem is the cause, as on a full disk.
      if report.problem == nil { report.problem = RunProblem(error) }
    }
  }

  /// Other inputs than before would make all earlier documents vanish, which is seldom meant.
  private func checkRoots(_ ledger: Ledger) throws {
    let roots = plan.chain.source.rootPaths.joined(separator: "\n")
    let known = try ledger.fact(Publication.rootsFact)
    if let known, known != roots, !plan.replacesInputs, try ledger.documentCount() > 0 {
      throw RunProblem.otherInputs(state: plan.stateDirectory, known: known)
    }
  }

  // MARK: The work

  /// Lists, carries and commits until all is done or something stops the run.
  private func work(
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

  /// Stops the work in time for the publishing, for which a tenth of the time is kept.
  private func startDeadline() -> (any DispatchSourceTimer)? {
    guard let seconds = plan.settings.deadline else { return nil }
    let timer = DispatchSource.makeTimerSource(
      queue: DispatchQueue(label: "wireroom.deadline"))
    timer.schedule(deadline: .now() + .milliseconds(seconds * 900))
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
      var batch = CompletedBatch(stageCount: plan.chain.labels.count)
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
            batch = CompletedBatch(stageCount: plan.chain.labels.count)
          }
        }
      } catch {
        state.withLock { $0.stop(error) }
      }
      slot?.end()
      if !batch.isEmpty, !handOver(batch) { return }
    }
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

  // MARK: The end

  /// Makes sure that every listed document is accounted for.
  private func count(into report: inout RunReport) throws {
    let progress = self.progress
    report.listed = progress.listed
    report.unchanged = progress.unchanged
    report.vanished = progress.vanished
    report.counts = progress.counts
    report.inputBytes = progress.inputBytes
    report.deadlineHasPassed =
      state.withLock { $0.deadlineHasPassed } && (report.pending > 0 || !progress.isListingDone)
    // Only a run that was stopped may leave something undone.
    guard state.withLock({ !$0.isStopped }), report.pending != 0 else { return }
    throw RunProblem.unbalanced(listed: report.listed, accounted: report.listed - report.pending)
  }

  /// Failures of earlier runs count as well: what is published lacks those documents too.
  private func checkFailures(_ ledger: Ledger) throws {
    guard let rule = plan.failureRule else { return }
    let counts = try ledger.counts()
    let failed = counts[.quarantined, default: 0]
    let known = counts.values.reduce(0, +)
    if rule.isBroken(failed: failed, of: known) {
      throw RunProblem.tooManyFailed(failed: failed, of: known)
    }
  }

  /// A great part of the inputs gone at once is a failed mount, not news.
  private func checkVanished(_ vanished: Int, of known: Int) throws(RunProblem) {
    // What came through a pipe the last time is not expected to come again.
    guard !plan.replacesInputs, plan.chain.source.rootPaths != ["-"],
      Double(vanished) > plan.settings.vanishLimit * Double(known),
      plan.settings.onVanish == .remove
    else { return }
    throw .vanished(count: vanished, known: known)
  }

  /// Compares the run with the last ones.
  ///
  /// - Returns: what the documents are like that are about to be published; `nil` if none are new.
  private func checkHealth(_ report: inout RunReport) throws -> RunMeasures? {
    guard let ledger = try LedgerReader(path: plan.stateDirectory + "/ledger.sqlite") else {
      return nil
    }
    let measures = try RunMeasures(unpublishedIn: ledger)
    guard let settings = plan.settings.health, !plan.acceptsHealth else { return measures }
    let check = HealthCheck(settings: settings, history: try HealthHistory(ledger))
    // A run that ends early has not seen all articles.
    let articles =
      report.deadlineHasPassed ? nil : report.counts[.written, default: 0] + report.unchanged
    let result = check.compare(articles: articles, measures)
    report.warnings += result.warnings.map { "health: \($0)" }
    if !result.failures.isEmpty { throw RunProblem.unhealthy(result.failures) }
    return measures
  }

  private func publish(from ledger: Ledger, chain: Int, _ report: inout RunReport) throws {
    // Records of two chains do not belong in one output.
    if report.deadlineHasPassed, try ledger.chains().keys.contains(where: { $0 != chain }) {
      return
    }
    state.withLock { $0.progress.phase = .publishing }
    let publication = Publication(
      ledger: ledger, spool: Spool(directory: plan.stateDirectory),
      quarantine: QuarantineStore(stateDirectory: plan.stateDirectory),
      journal: Journal(directory: plan.stateDirectory),
      manifest: Manifest(
        pipeline: plan.name, identity: plan.identity, directory: plan.outputDirectory),
      layouts: plan.chain.sinks.map(\.stage.output),
      roots: plan.chain.source.rootPaths.joined(separator: "\n"))
    let isUnchanged = report.counts.isEmpty && report.vanished + report.renamed == 0
    if try isUnchanged && publication.isCurrent() {
      report.outputs = plan.outputs
      return
    }
    report.outputBytes = try publication.publish { done throws(RunProblem) in
      let problem = self.state.withLock { state in
        state.progress.published = done
        return state.problem
      }
      if let problem { throw problem }
    }
    report.outputs = plan.outputs
  }

  private func summary(of report: RunReport) -> RunSummary {
    var summary = RunSummary(ended: time(nil), exitCode: Int(report.exitCode.rawValue))
    summary.written = report.counts[.written, default: 0]
    summary.unchanged = report.unchanged
    summary.filtered = report.counts[.filtered, default: 0]
    summary.quarantined = report.counts[.quarantined, default: 0]
    summary.pending = report.pending
    summary.vanished = report.vanished
    summary.renamed = report.renamed
    summary.bytes = report.inputBytes
    summary.nanoseconds = progress.nanoseconds
    summary.stages = state.withLock { state in
      var bytes: [UInt8] = []
      bytes.append(
        json: .object(
          zip(plan.chain.labels, state.stageNanoseconds).map {
            Value.Member($0, .integer($1))
          }))
      return String(decoding: bytes, as: UTF8.self)
    }
    return summary
  }
}
