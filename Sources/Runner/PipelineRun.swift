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
  let plan: Plan
  let observer: any RunObserver
  let state: Guarded<RunState>
  let inputs: BoundedQueue<[Assignment]>
  let completed: BoundedQueue<CompletedBatch>
  /// How many bytes the copies of documents in quarantine take up, and how many there was no room for.
  let quarantinedBytes = Guarded(Quarantine.Usage())
  /// `nil` where no other processes can be had.
  let isolatedChain: IsolatedChain?

  public init(_ plan: Plan, observer: any RunObserver) {
    self.plan = plan
    self.observer = observer
    state = Guarded(RunState(stageCount: plan.chain.labels.count))
    inputs = BoundedQueue(budget: plan.settings.memory / 16)
    completed = BoundedQueue(budget: plan.settings.memory / 16)
    isolatedChain = IsolatedChain(plan)
  }

  /// The fact that says with which run everything was begun anew, until it has all been done: the runs
  /// that follow one which was cut off go on with that.
  static let firstRunFact = "first_run"

  static func firstRun(_ ledger: Ledger) throws(LedgerError) -> Int {
    try ledger.fact(firstRunFact).flatMap { Int($0) } ?? 0
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
    let ledger = try? LedgerReader(path: Ledger.path(in: plan.stateDirectory))
    let metrics = Metrics(
      pipeline: plan.name, report, ended: time(nil), documents: try? ledger?.counts(),
      lastSuccess: (try? ledger?.lastSuccess()) ?? nil)
    do throws(SystemError) {
      guard try Metrics.mayReplace(path) else {
        report.warnings.append(
          "the metrics were not written, because '\(path)' holds something else; name another "
            + "place")
        return
      }
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
        guard remainingWork() != 0 else { throw RunProblem.locked(path: path) }
        usleep(50_000)
        try state.withLock { state throws(RunProblem) in
          if let problem = state.problem { throw problem }
        }
      }
    }
  }

  /// Whatever ends the run from here on is said in the ledger as well.
  private func runLocked(_ report: inout RunReport) throws {
    let guardedLedger = Guarded(try Ledger(path: ledgerPath))
    let (chain, run) = try guardedLedger.withLock { ledger in
      let chain = try ledger.chainNumber(plan.identity.description)
      return (chain, try ledger.beginRun(started: time(nil), chain: chain, workers: plan.workers))
    }
    var measures: RunMeasures?
    do {
      let suspects = try guardedLedger.withLock { ledger in
        try prepare(ledger)
        if plan.isFresh { try ledger.setFact(Self.firstRunFact, "\(run)") }
        return try takeSuspects(ledger)
      }
      try work(guardedLedger, comparison(chain), run: run, chain: chain, suspects: suspects)
      try FlightLog(stateDirectory: plan.stateDirectory).remove()
      try count(into: &report)
      if let problem = state.withLock({ $0.problem }) { throw problem }
      measures = try guardedLedger.withLock { ledger in
        try check(&report, ledger, run: run)
        let measures = try checkHealth(&report)
        try publish(from: ledger, chain: chain, &report)
        if report.pending == 0 {
          if !suspects.isEmpty { try ledger.removeAllSuspects() }
          if try Self.firstRun(ledger) > 0 { try ledger.setFact(Self.firstRunFact, nil) }
          try plan.limits.remember(in: ledger)
        }
        return measures
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

  private var ledgerPath: String { Ledger.path(in: plan.stateDirectory) }

  /// Ends and tidies up what earlier runs have left, and looks whether this one may go on from there.
  private func prepare(_ ledger: Ledger) throws {
    try Journal(directory: plan.stateDirectory).rollForward(
      places: Set((plan.outputs + [plan.manifestPath]).map(FileSystem.resolved)))
    // What runs left that were cut off before they committed. Looking for it takes time with the
    // size of the ledger, of which a run with nothing to do has little to spare.
    if try ledger.fact(Publication.pendingFact) != nil {
      try Spool(directory: plan.stateDirectory).removeSegments(except: ledger.segmentsInUse())
    }
    let copiedBytes = try QuarantineStore(stateDirectory: plan.stateDirectory).byteCount()
    quarantinedBytes.withLock { $0.byteCount = copiedBytes }
    // Other inputs than before would make all earlier documents vanish, which is seldom meant.
    let roots = try ledger.fact(Publication.rootsFact).map(plan.absoluteRoots)
    if let roots, roots != plan.absoluteRoots(plan.rootsInState), !plan.replacesInputs,
      try ledger.documentCount() > 0
    {
      throw RunProblem.otherInputs(state: plan.stateDirectory, known: roots)
    }
    if plan.isIsolated, isolatedChain == nil {
      throw RunProblem.isolation(message: "this program cannot start them")
    }
  }

  /// The documents that were in hand when earlier runs were cut off.
  private func takeSuspects(_ ledger: Ledger) throws -> Set<InputKey> {
    let flightLog = FlightLog(stateDirectory: plan.stateDirectory)
    try ledger.addSuspects(flightLog.read())
    try flightLog.remove()
    return try ledger.suspects()
  }

  /// The lister reads the ledger through a connection of its own while the committer writes.
  private func comparison(_ chain: Int) throws -> Guarded<InputComparison> {
    let ledger = try Ledger(path: ledgerPath)
    return Guarded(
      InputComparison(
        ledger: ledger, chain: chain,
        comparisons: try ledger.allChains().compactMapValues(plan.comparison(with:)),
        firstRun: try Self.firstRun(ledger), retriesFailures: plan.settings.onError == .stop,
        keepsVanished: plan.settings.onVanish == .keep,
        changedLimits: plan.limits.changes(
          since: try ledger.fact(TimeLimits.fact), labels: plan.chain.labels)))
  }
}
