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
    case vanished
  }

  /// How many documents there are of each decision; the reason is the key for those with work.
  public private(set) var counts: [String: Int] = [:]
  public private(set) var workCount = 0
  public private(set) var unchangedCount = 0
  public private(set) var vanishedCount = 0
  /// How long the work would take, as far as earlier work tells.
  public private(set) var estimatedNanoseconds: Int?

  private mutating func count(_ decision: Decision) {
    switch decision {
    case .unchanged: unchangedCount += 1
    case .vanished: vanishedCount += 1
    case .unavailable: counts["unavailable", default: 0] += 1
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
    let path = plan.stateDirectory + "/ledger.sqlite"
    do {
      // A pipeline that has not run yet has no ledger; an empty one in memory stands for it.
      let ledger = try Ledger(path: FileSystem.kind(path) == .missing ? ":memory:" : path)
      let chain = try ledger.chains().first { $0.value == plan.identity.description }?.key ?? 0
      var comparison = InputComparison(
        ledger: ledger, chain: chain,
        comparisons: try ledger.chains().compactMapValues(plan.comparison(with:)),
        isFresh: plan.isFresh, keepsVanished: plan.settings.onVanish == .keep)
      let worker = ChainWorker(plan.chain)
      try list(plan, &comparison, worker, visit)
      let known = try ledger.durations()
      if known.count > 0 {
        estimatedNanoseconds = known.total / known.count * workCount / plan.workers
      }
    } catch {
      throw RunProblem(error)
    }
  }

  private mutating func list(
    _ plan: Plan, _ comparison: inout InputComparison, _ worker: ChainWorker,
    _ visit: (Item) -> Void
  ) throws {
    func take(_ key: InputKey, _ decision: Decision) {
      for key in comparison.takeVanished() {
        count(.vanished)
        visit(Item(key: key, decision: .vanished))
      }
      count(decision)
      visit(Item(key: key, decision: decision))
    }
    var problem: (any Error)?
    do throws(StageFailure) {
      try plan.chain.source.list { listed in
        do {
          switch listed {
          case .item(let item):
            let decision = try comparison.decide(item.key, item.stamp)
            take(item.key, describe(decision, item, worker))
          case .failure(let key, let failure):
            _ = try comparison.skip(key, failure)
            take(key, .unavailable(failure.message))
          }
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
    try comparison.finish()
    for key in comparison.takeVanished() {
      count(.vanished)
      visit(Item(key: key, decision: .vanished))
    }
  }

  private func describe(
    _ decision: InputDecision, _ item: InputItem, _ worker: ChainWorker
  ) -> Decision {
    switch decision {
    case .unchanged: .unchanged
    case .compare(let sha256):
      worker.sha256(of: item) == sha256 ? .unchanged : .work("bytes changed")
    case .work(.new): .work("new")
    case .work(.chainChanged(let reason)): .work(reason)
    case .work(.failedBefore): .work("failed before")
    case .work(.requested): .work("requested")
    }
  }
}
