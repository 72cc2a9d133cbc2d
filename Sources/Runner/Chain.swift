import Ledger
import PipelineFile
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The stages of a pipeline, made and ready: a source, then transforms, then sinks.
struct Chain: Sendable {
  struct Transform: Sendable {
    let label: String
    let stage: any TransformStage
    let descriptor: StageDescriptor
    /// Only documents for which this holds go through the stage.
    let condition: Condition?
  }

  struct Sink: Sendable {
    let label: String
    let stage: any SinkStage
    let condition: Condition?
  }

  let sourceLabel: String
  let source: any SourceStage
  let transforms: [Transform]
  let sinks: [Sink]
  /// The index of the stage behind which documents are kept; `nil` for none.
  var keptStage: Int?

  /// Whether the source has to say where texts stand in their files.
  var needsRawOffsets: Bool { sinks.contains { $0.stage.needsRawOffsets } }

  /// The labels of all stages, in order.
  var labels: [String] { [sourceLabel] + transforms.map(\.label) + sinks.map(\.label) }
}

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

/// One worker's copy of the chain: the shared stages, with scratch space of its own.
final class ChainWorker {
  private let chain: Chain
  private let source: any SourceWorker
  private let transforms: [any TransformWorker]
  private let sinks: [any SinkWorker]

  private let retries: Int
  private let isStopped: () -> Bool
  /// The document that failed last, as it was before the stage that it failed in; `nil` if it was the
  /// source that failed.
  private(set) var documentBeforeFailure: Document?
  /// The document at hand as it is to be kept, encoded.
  private var keptBytes: [UInt8] = []
  private var coder = DocumentCoder()
  private var keptCoder = KeptDocumentCoder()
  private let reader: KeptDocumentReader
  private let note: CrashNote

  /// - Parameters:
  ///   - retries: how often a document is tried again after a failure that may pass.
  ///   - spool: where documents lie that were kept behind a stage.
  ///   - watchdog: who is to know which stage is at work.
  ///   - isStopped: whether such tries are to be given up.
  init(
    _ chain: Chain, retries: Int = 0, spool: Spool? = nil, watchdog: StageWatchdog? = nil,
    isStopped: @escaping () -> Bool = { false }
  ) {
    self.chain = chain
    note = CrashNote(chain.labels, watchdog)
    reader = KeptDocumentReader(spool)
    self.retries = retries
    self.isStopped = isStopped
    source = makeWorker(chain.source, chain.needsRawOffsets)
    transforms = chain.transforms.map { makeWorker($0.stage) }
    sinks = chain.sinks.map { makeWorker($0.stage) }
  }

  /// The hash of an input's bytes; `nil` if it cannot be loaded.
  func sha256(of item: InputItem) -> String? {
    try? source.load(item).source.sha256
  }

  /// Carries one input through the whole chain and adds what became of it to the batch. After a
  /// failure that may pass it is tried again, each time after a longer pause.
  func carry(_ assignment: Assignment, into batch: inout CompletedBatch) {
    var slices = 1
    var assignment = assignment
    let resumption = assignment.kept.flatMap { reader.resume($0, assignment.item.key) }
    for _ in 0..<retries {
      let inputBytes = batch.inputBytes
      let bytes = batch.bytes.count
      tryOnce(assignment, resumption, into: &batch)
      assignment.earlierAttempts += 1
      guard let last = batch.entries.last, last.key == assignment.item.key, last.isTransient,
        !isStopped()
      else { return }
      batch.entries.removeLast()
      batch.inputBytes = inputBytes
      batch.bytes.removeSubrange(bytes...)
      // In slices of a tenth of a second, at most five seconds, so that a stop is noticed.
      for _ in 0..<slices where !isStopped() { usleep(100_000) }
      slices = min(slices * 4, 50)
    }
    tryOnce(assignment, resumption, into: &batch)
  }

  /// The same, as it is kept in quarantine.
  func encodedDocumentBeforeFailure() -> [UInt8]? {
    documentBeforeFailure.map { document in
      var bytes: [UInt8] = []
      coder.encode(document, into: &bytes)
      return bytes
    }
  }

  /// The document as it comes to a stage; `nil` if it does not come so far.
  func document(of assignment: Assignment, before stage: Int) -> Document? {
    note.begin(assignment.item.key)
    defer { note.end() }
    let resumption = assignment.kept.flatMap { reader.resume($0, assignment.item.key) }
    let start = resumption.map { $0.stage < stage ? $0 : nil } ?? nil
    guard var document = start?.document ?? (try? source.load(assignment.item)) else { return nil }
    let done = start?.stage ?? 0
    for (index, transform) in chain.transforms.enumerated().prefix(stage - 1).dropFirst(done)
    where applies(transform, to: &document) {
      note.reach(index + 1)
      guard case .keep? = try? transforms[index].process(&document) else { return nil }
    }
    return document
  }

  /// Carries a document on from behind a stage, and adds what becomes of it to the batch.
  func carry(
    _ resumption: Resumption, _ item: InputItem, into batch: inout CompletedBatch
  ) {
    tryOnce(Assignment(item: item, knownSHA256: nil), resumption, into: &batch)
  }

  private func tryOnce(
    _ assignment: Assignment, _ resumption: Resumption?, into batch: inout CompletedBatch
  ) {
    let item = assignment.item
    note.begin(item.key)
    defer { note.end() }
    let start = monotonicNanoseconds()
    var last = start
    let bytesBefore = batch.bytes.count
    var stage = chain.sourceLabel
    // Stages are known by their index in the chain, of which the source has the first.
    var entry = LedgerEntry(
      key: item.key, stamp: item.stamp, outcome: .written, applied: 1,
      attempts: assignment.earlierAttempts + 1)
    var before: Document?
    keptBytes.removeAll(keepingCapacity: true)
    func lap() {
      let now = monotonicNanoseconds()
      batch.stageNanoseconds[entry.reached] += now - last
      last = now
    }
    func go(to label: String) {
      entry.reached += 1
      stage = label
      note.reach(entry.reached)
    }
    func apply() { entry.applied |= 1 << UInt64(min(entry.reached, 63)) }
    /// Puts what is kept of the document behind its records, as whose last part it is found again.
    func complete(_ lengths: [Int]) {
      var lengths = lengths
      if entry.kept != nil {
        batch.bytes += keptBytes
        lengths.append(keptBytes.count)
      } else if lengths.isEmpty {
        return
      }
      let range = bytesBefore..<batch.bytes.count
      entry.location = SpoolLocation(
        start: bytesBefore, lengths: lengths,
        checksum: hashBytes(batch.bytes.span.extracting(range)))
    }
    func keepIfAsked(_ document: Document) {
      guard entry.reached == chain.keptStage else { return }
      entry.kept = entry.reached
      keptCoder.encode(document, into: &keptBytes)
    }
    let nothing = chain.sinks.map { _ in 0 }
    defer { lap() }
    do throws(StageFailure) {
      var document: Document
      if let resumption { document = resumption.document } else { document = try source.load(item) }
      entry.sha256 = document.source.sha256
      if entry.sha256 == assignment.knownSHA256 {
        batch.restamped.append((item.key, item.stamp))
        return
      }
      if let resumption {
        entry.applied = resumption.applied
        entry.reached = resumption.stage
      } else {
        batch.inputBytes += document.source.byteCount
      }
      keepIfAsked(document)
      lap()
      for (transform, worker) in zip(chain.transforms, transforms).dropFirst(entry.reached) {
        go(to: transform.label)
        if applies(transform, to: &document) {
          apply()
          // A stage that fails may leave the document half changed. This shares its storage.
          let unchanged = document
          before = unchanged
          let verdict = try worker.process(&document)
          lap()
          try checkLayers(document, before: unchanged, transform.descriptor)
          if case .drop(let reason) = verdict {
            entry.outcome = .filtered
            entry.stage = stage
            entry.reason = reason
            entry.duration = last - start
            complete(entry.kept == nil ? [] : nothing)
            batch.entries.append(entry)
            return
          }
        }
        keepIfAsked(document)
      }
      before = document
      var lengths: [Int] = []
      for (sink, worker) in zip(chain.sinks, sinks) {
        go(to: sink.label)
        let sinkStart = batch.bytes.count
        if sink.condition?.evaluate(document) ?? true {
          apply()
          try worker.encode(document, into: &batch.bytes)
        }
        lengths.append(batch.bytes.count - sinkStart)
        lap()
      }
      complete(lengths)
      entry.measures = DocumentMeasures(document)
      entry.duration = last - start
      batch.entries.append(entry)
    } catch {
      batch.bytes.removeSubrange(bytesBefore...)
      documentBeforeFailure = before
      entry.outcome = .quarantined
      entry.stage = stage
      entry.reason = error.reason
      entry.message = error.message
      entry.offset = error.offset
      entry.isTransient = error.isTransient
      entry.duration = last - start
      complete(entry.kept == nil ? [] : nothing)
      batch.entries.append(entry)
    }
  }

  /// Whether the transform is to see this document; a missing layer leaves a note.
  private func applies(_ transform: Chain.Transform, to document: inout Document) -> Bool {
    if let condition = transform.condition, !condition.evaluate(document) { return false }
    for layer in transform.descriptor.reads where !document.has(layer) {
      document.metadata.addNote(missingLayerNote(transform.label, layer))
      return false
    }
    return true
  }
}

/// The ledger's entry for an input that the source could not get hold of.
func failedEntry(
  _ key: InputKey, _ stamp: FileStamp, _ failure: StageFailure, stage: String
) -> LedgerEntry {
  LedgerEntry(
    key: key, stamp: stamp, outcome: .quarantined, stage: stage, reason: failure.reason,
    message: failure.message, offset: failure.offset, isTransient: failure.isTransient, applied: 1)
}

// A stage together with one worker's scratch space. The protocols hide the type of the scratch.

protocol SourceWorker: AnyObject {
  func load(_ item: InputItem) throws(StageFailure) -> Document
}

protocol TransformWorker: AnyObject {
  func process(_ document: inout Document) throws(StageFailure) -> Verdict
}

protocol SinkWorker: AnyObject {
  func encode(_ document: Document, into buffer: inout [UInt8]) throws(StageFailure)
}

private final class SourceBox<S: SourceStage>: SourceWorker {
  let stage: S
  let needsRawOffsets: Bool
  var scratch: S.Scratch

  init(_ stage: S, _ needsRawOffsets: Bool) {
    self.stage = stage
    self.needsRawOffsets = needsRawOffsets
    scratch = stage.makeScratch()
  }

  func load(_ item: InputItem) throws(StageFailure) -> Document {
    var item = item
    item.needsRawOffsets = needsRawOffsets
    return try stage.load(item, &scratch)
  }
}

private final class TransformBox<S: TransformStage>: TransformWorker {
  let stage: S
  var scratch: S.Scratch

  init(_ stage: S) {
    self.stage = stage
    scratch = stage.makeScratch()
  }

  func process(_ document: inout Document) throws(StageFailure) -> Verdict {
    try stage.process(&document, &scratch)
  }
}

private final class SinkBox<S: SinkStage>: SinkWorker {
  let stage: S
  var scratch: S.Scratch

  init(_ stage: S) {
    self.stage = stage
    scratch = stage.makeScratch()
  }

  func encode(_ document: Document, into buffer: inout [UInt8]) throws(StageFailure) {
    try stage.encode(document, &scratch, into: &buffer)
  }
}

func makeWorker<S: SourceStage>(_ stage: S, _ needsRawOffsets: Bool) -> any SourceWorker {
  SourceBox(stage, needsRawOffsets)
}
func makeWorker<S: TransformStage>(_ stage: S) -> any TransformWorker {
  TransformBox(stage)
}
func makeWorker<S: SinkStage>(_ stage: S) -> any SinkWorker { SinkBox(stage) }
