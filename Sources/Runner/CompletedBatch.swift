import Ledger
import StageKit

/// What a worker made of some documents, on its way to the committer.
struct CompletedBatch: Sendable {
  /// Locations count from the start of `bytes`.
  var entries: [LedgerEntry] = []
  /// The encoded documents, one after another.
  var bytes: [UInt8] = []
  /// The sum of the sizes of the documents' raw bytes.
  var inputBytes = 0
  /// Inputs whose file was touched without a change of its bytes.
  var restamped: [(key: InputKey, stamp: FileStamp)] = []
  /// Inputs of earlier runs that are gone.
  var vanished: [InputKey] = []
  /// What was noted of inputs that could not be read, and are gone now.
  var forgotten: [InputKey] = []
  /// Nanoseconds spent in each stage, in the order of the chain.
  var stageNanoseconds: [Int]

  init(stageCount: Int) {
    stageNanoseconds = Array(repeating: 0, count: stageCount)
  }

  /// How many lines of the ledger it changes.
  var entryCount: Int { entries.count + restamped.count + vanished.count + forgotten.count }

  var isEmpty: Bool { entryCount == 0 }
}

/// The ledger's entry for an input that the source could not get hold of.
func failedEntry(
  _ key: InputKey, _ stamp: FileStamp, _ failure: StageFailure, stage: String
) -> LedgerEntry {
  LedgerEntry(
    key: key, stamp: stamp, outcome: .quarantined, stage: stage, reason: failure.reason,
    message: failure.message, offset: failure.offset, isTransient: failure.isTransient, applied: 1)
}
