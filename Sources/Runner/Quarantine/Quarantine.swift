import Ledger
import PipelineFile
import StageKit

/// Sets documents aside that a stage could not handle, on behalf of one worker of a run.
struct Quarantine {
  /// What the workers of a run share.
  struct Usage: Sendable {
    /// How much room the copies take up.
    var byteCount = 0
    /// How many documents there was no room for.
    var uncopied = 0
  }

  private let store: QuarantineStore
  private let plan: Plan
  private let usage: Guarded<Usage>

  init(_ plan: Plan, _ usage: Guarded<Usage>) {
    self.plan = plan
    self.usage = usage
    store = QuarantineStore(stateDirectory: plan.stateDirectory)
  }

  /// Keeps what is needed to try the document again, before the ledger says that it is in quarantine.
  ///
  /// - Parameter document: encoded, as it was before the failing stage; `nil` if the source failed.
  func keep(
    _ item: InputItem, _ entry: LedgerEntry, document: [UInt8]?
  ) throws(SystemError) {
    let index = min(entry.reached, plan.identity.stages.count - 1)
    let stage = plan.identity.stages[index]
    let source = plan.chain.source.filePath(of: item.key)
    let kept = QuarantineCase(
      stage: stage.label, stageVersion: stage.version, stageOptions: stage.options,
      tag: item.tag, source: source.map { String(decoding: $0, as: UTF8.self) },
      isRecord: item.payload != nil)
    let room = plan.settings.quarantineLimit - usage.withLock { $0.byteCount }
    let added = try store.keep(
      item, kept, entry, source: source, document: document, room: room)
    usage.withLock { usage in
      if let added { usage.byteCount += added } else { usage.uncopied += 1 }
    }
  }
}

extension Ledger {
  /// The names of the folders of documents in quarantine.
  func quarantinedNames() throws -> Set<String> {
    var names: Set<String> = []
    try forEach(.quarantined) { names.insert(QuarantineStore.name(of: $0.key)) }
    return names
  }
}
