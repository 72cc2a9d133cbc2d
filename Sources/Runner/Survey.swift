import Ledger
import PipelineFile
public import StageKit

/// What a run would do, without doing it.
public struct Survey: Sendable {
  /// One document, and why it would be worked on.
  public struct Item: Sendable, Equatable {
    public var key: InputKey
    public var decision: Decision
  }

  public enum Decision: Sendable, Equatable {
    case unchanged
    /// The source knows of it but cannot have it; the message says why.
    case unavailable(String)
    /// `new`, `bytes changed`, `tag 3 → 4`, `failed before`.
    case work(String)
    /// Its bytes are those of an input that is gone.
    case renamed(from: InputKey)
    case vanished
  }

  /// How many documents there are of each decision; the reason is the key for those with work.
  public private(set) var counts: [String: Int] = [:]
  public private(set) var workCount = 0
  public private(set) var unchangedCount = 0
  public private(set) var vanishedCount = 0
  /// How long the work would take, as far as earlier work tells.
  public private(set) var estimatedNanoseconds: Int?
  /// How many bytes of documents that were kept behind a stage lie in the state folder.
  public private(set) var keptBytes = 0
  /// How many it would be after the run; `nil` where none are to be kept.
  public private(set) var estimatedKeptBytes: Int?
  /// How many it would be if all documents were kept that there are after the run; `nil` where none are to
  /// be kept.
  public private(set) var estimatedFullKeptBytes: Int?

  private mutating func count(_ decision: Decision) {
    switch decision {
    case .unchanged: unchangedCount += 1
    case .vanished: vanishedCount += 1
    case .unavailable: counts["unavailable", default: 0] += 1
    case .renamed:
      counts["renamed", default: 0] += 1
      workCount += 1
    case .work(let reason):
      counts[reason, default: 0] += 1
      workCount += 1
    }
  }
}

extension Survey {
  /// Lists the inputs of a plan and compares them with the ledger. Files whose size or times have
  /// changed are read, to tell whether their bytes have; nothing is written.
  ///
  /// - Parameter visit: called for every document, in the order of the output.
  /// - Throws: why the inputs cannot be listed, or the ledger cannot be read.
  public init(
    of plan: Plan, _ visit: (Item) -> Void
  ) throws(RunProblem) {
    let path = Ledger.path(in: plan.stateDirectory)
    do {
      let ledger = try Ledger(reading: path)
      let chain = try ledger.chains().first { $0.value == plan.identity.description }?.key ?? 0
      let comparison = InputComparison(
        ledger: ledger, chain: chain,
        comparisons: try ledger.allChains().compactMapValues(plan.comparison(with:)),
        firstRun: plan.isFresh ? Int.max : try PipelineRun.firstRun(ledger),
        keepsVanished: plan.settings.onVanish == .keep,
        changedLimits: plan.limits.changes(
          since: try ledger.fact(TimeLimits.fact), labels: plan.chain.labels))
      let worker = ChainWorker(plan.chain)
      var work = Work(vanished: try Self.vanished(plan, comparison, ledger))
      try list(plan, comparison, worker, &work, visit)
      let known = try ledger.durations()
      if known.count > 0 {
        estimatedNanoseconds = known.total / known.count * workCount / plan.workers
      }
      let kept = try ledger.keptBytes()
      keptBytes = kept.total
      if plan.chain.keptStage != nil {
        let sample = kept.count > 0 ? kept : Self.keptBytes(plan, worker, work.sample)
        let average = sample.count > 0 ? Double(sample.total) / Double(sample.count) : 0
        // What is worked on again leaves what was kept of it before.
        estimatedKeptBytes = kept.total - work.keptBytes + Int(average * Double(workCount))
        estimatedFullKeptBytes = Int(average * Double(workCount + unchangedCount))
      }
    } catch {
      throw RunProblem(error)
    }
  }

  /// What is gathered while inputs are listed.
  private struct Work {
    /// The inputs that are gone, by the hashes of their bytes.
    let vanishedByHash: [String: InputKey]
    let vanishedSizes: Set<Int>
    /// The first inputs.
    var sample: [InputItem] = []
    /// What is kept of those that would be worked on.
    var keptBytes = 0
    var renamed: Set<InputKey> = []

    init(vanished entries: [LedgerEntry]) {
      vanishedByHash = Dictionary(entries.map { ($0.sha256, $0.key) }) { first, _ in first }
      vanishedSizes = Set(entries.map(\.stamp.size))
    }
  }

  private static let sampleSize = 50

  /// The inputs that are gone. Found by a listing of its own, so that one which comes earlier in the
  /// order than before is known as renamed when it comes.
  private static func vanished(
    _ plan: Plan, _ comparison: InputComparison, _ ledger: Ledger
  ) throws -> [LedgerEntry] {
    var vanished: [LedgerEntry] = []
    // Standard input can be read only once.
    guard try ledger.documentCount() > 0, !plan.chain.source.rootPaths.contains("-") else {
      return vanished
    }
    var comparison = comparison
    func take() throws {
      for key in comparison.takeVanished() {
        if let entry = try ledger.entry(of: key) { vanished.append(entry) }
      }
    }
    try plan.chain.source.forEachListed { listed in
      switch listed {
      case .item(let item): _ = try comparison.decide(item.key, item.stamp)
      case .failure(let key, let failure): _ = try comparison.skip(key, failure)
      }
      try take()
    }
    try comparison.finish()
    try take()
    return vanished
  }

  /// How much some documents take up as they are kept.
  private static func keptBytes(
    _ plan: Plan, _ worker: ChainWorker, _ items: [InputItem]
  ) -> (count: Int, total: Int) {
    var coder = KeptDocumentCoder()
    var bytes: [UInt8] = []
    for item in items {
      let assignment = Assignment(item: item, knownSHA256: nil)
      guard let document = worker.document(of: assignment, before: (plan.chain.keptStage ?? 0) + 1)
      else { continue }
      coder.encode(document, into: &bytes)
    }
    return (items.count, bytes.count)
  }

  private mutating func list(
    _ plan: Plan, _ comparison: InputComparison, _ worker: ChainWorker, _ work: inout Work,
    _ visit: (Item) -> Void
  ) throws {
    var comparison = comparison
    func take(_ key: InputKey, _ decision: Decision) {
      count(decision)
      visit(Item(key: key, decision: decision))
    }
    try plan.chain.source.forEachListed { listed in
      switch listed {
      case .item(let item):
        let decision = try comparison.decide(item.key, item.stamp)
        if work.sample.count < Self.sampleSize { work.sample.append(item) }
        if case .work = decision, let known = comparison.known, known.kept != nil {
          work.keptBytes += known.location?.lengths.last ?? 0
        }
        take(item.key, describe(decision, item, worker, &work))
      case .failure(let key, let failure):
        _ = try comparison.skip(key, failure)
        take(key, .unavailable(failure.message))
      }
    }
    try comparison.finish()
    unchangedCount += comparison.keptCount
    for key in comparison.takeVanished() where !work.renamed.contains(key) {
      count(.vanished)
      visit(Item(key: key, decision: .vanished))
    }
  }

  private func describe(
    _ decision: InputDecision, _ item: InputItem, _ worker: ChainWorker, _ work: inout Work
  ) -> Decision {
    if decision == .work(.new), work.vanishedSizes.contains(item.stamp.size),
      let sha256 = worker.sha256(of: item), let old = work.vanishedByHash[sha256]
    {
      work.renamed.insert(old)
      return .renamed(from: old)
    }
    return switch decision {
    case .unchanged: .unchanged
    case .compare(let sha256):
      worker.sha256(of: item) == sha256 ? .unchanged : .work("bytes changed")
    case .work(.new): .work("new")
    case .work(.chainChanged(let reason)), .work(.limitChanged(let reason)): .work(reason)
    case .work(.failedBefore): .work("failed before")
    case .work(.requested): .work("requested")
    case .work(.requeued): .work("requeued")
    }
  }
}

extension SourceStage {
  /// Lists all inputs, up to the first error that `body` throws.
  fileprivate func forEachListed(_ body: (ListedInput) throws -> Void) throws {
    var problem: (any Error)?
    do throws(StageFailure) {
      try list { listed in
        do {
          try body(listed)
          return true
        } catch {
          problem = error
          return false
        }
      }
    } catch {
      throw RunProblem.unlistable(error)
    }
    if let problem { throw problem }
  }
}
