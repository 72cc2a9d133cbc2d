import Ledger
import StageKit

/// One document on its way through the chain.
struct Journey {
  let assignment: Assignment
  var entry: LedgerEntry
  /// `nil` where there is none yet, or no more.
  var document: Document?
  /// As it was before the stage at hand: one that fails may leave it half changed. It shares its
  /// storage.
  var before: Document?
  /// As it is to be kept, encoded.
  var keptBytes: [UInt8] = []
  var inputBytes = 0
  var duration = 0
  var last = monotonicNanoseconds()
  /// Why it goes no further.
  var end: End?

  enum End {
    case restamped
    case dropped(String)
    case failed(StageFailure)
  }

  /// Charges the time since the last lap to the stage at hand.
  mutating func lap(_ batch: inout CompletedBatch) {
    let now = monotonicNanoseconds()
    batch.stageNanoseconds[entry.reached] += now - last
    duration += now - last
    last = now
  }

  mutating func takeDocument() -> Document {
    guard let document = document.take() else {
      preconditionFailure("a document is given to one stage at a time")
    }
    before = document
    return document
  }

  /// Takes back what a stage has made of the document.
  mutating func take(
    _ document: Document, _ verdict: Result<Verdict, StageFailure>, _ stage: Chain.Transform
  ) {
    self.document = document
    last = monotonicNanoseconds()
    do throws(StageFailure) {
      let verdict = try verdict.get()
      if let before { try checkLayers(document, before: before, stage.descriptor) }
      if case .drop(let reason) = verdict { end = .dropped(reason) }
    } catch {
      end = .failed(error)
    }
  }

  mutating func forget() {
    document = nil
    before = nil
    keptBytes = []
  }

  mutating func apply() { entry.applied |= 1 << UInt64(min(entry.reached, 63)) }
}
