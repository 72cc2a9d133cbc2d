import Ledger
import PipelineFile
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

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
    let journey = tryOnce(assignment, resumption(of: assignment), into: &batch)
    tryAgain(journey, into: &batch)
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
    let resumption = resumption(of: assignment)
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
    _ = tryOnce(Assignment(item: item, knownSHA256: nil), resumption, into: &batch)
  }

  private func resumption(of assignment: Assignment) -> Resumption? {
    assignment.kept.flatMap { reader.resume($0, assignment.item.key) }
  }

  private func tryOnce(
    _ assignment: Assignment, _ resumption: Resumption?, into batch: inout CompletedBatch
  ) -> Journey {
    var journeys = [begin(assignment, resumption, into: &batch)]
    travelTogether(&journeys, into: &batch)
    finish(&journeys[0], into: &batch)
    return journeys[0]
  }

  /// Takes back what the last try of the last document has added to the batch, and tries again, alone,
  /// as long as that may help.
  private func tryAgain(_ firstTry: Journey, into batch: inout CompletedBatch) {
    var last = firstTry
    var slices = 1
    for _ in 0..<retries {
      guard case .failed(let failure) = last.end, failure.isTransient, !isStopped() else { return }
      batch.entries.removeLast()
      batch.inputBytes -= last.inputBytes
      if let location = last.entry.location { batch.bytes.removeSubrange(location.start...) }
      // In slices of a tenth of a second, at most five seconds, so that a stop is noticed.
      for _ in 0..<slices where !isStopped() { usleep(100_000) }
      slices = min(slices * 4, 50)
      var assignment = last.assignment
      assignment.earlierAttempts += 1
      last = tryOnce(assignment, resumption(of: assignment), into: &batch)
    }
  }

  // MARK: Many at once

  /// How many documents are best carried together: as many as the stage takes that takes the most.
  var documentsTogether: Int { transforms.map(\.batchSize).max() ?? 1 }

  /// Carries several inputs through the chain side by side, so that stages that take many documents at
  /// once get many, and adds what becomes of each to the batch, in their order.
  ///
  /// - Parameter onEntry: hears of each document right after it was added; what it throws ends the
  ///   work.
  func carry(
    _ assignments: ArraySlice<Assignment>, into batch: inout CompletedBatch,
    onEntry: (Assignment, inout CompletedBatch) throws(RunProblem) -> Void
  ) throws(RunProblem) {
    var journeys = assignments.map { begin($0, resumption(of: $0), into: &batch) }
    travelTogether(&journeys, into: &batch)
    for (index, assignment) in zip(journeys.indices, assignments) {
      finish(&journeys[index], into: &batch)
      tryAgain(journeys[index], into: &batch)
      try onEntry(assignment, &batch)
    }
  }

  /// Carries documents to the end of the transforms.
  private func travelTogether(_ journeys: inout [Journey], into batch: inout CompletedBatch) {
    // The stage that each stands before.
    var places = journeys.indices.map { travel(&journeys[$0], into: &batch) }
    while let stage = places.compactMap({ $0 }).min() {
      let waiting = places.indices.filter { places[$0] == stage }
      var rest = waiting[...]
      while !rest.isEmpty {
        let part = rest.prefix(transforms[stage].batchSize)
        rest = rest.dropFirst(part.count)
        process(part, of: &journeys, stage, into: &batch)
      }
      for index in waiting { places[index] = travel(&journeys[index], into: &batch) }
    }
  }

  /// Runs a stage that takes many on some of the documents.
  private func process(
    _ part: ArraySlice<Int>, of journeys: inout [Journey], _ stage: Int,
    into batch: inout CompletedBatch
  ) {
    let start = monotonicNanoseconds()
    note.begin(journeys[part[part.startIndex]].assignment.item.key)
    note.reach(stage + 1)
    var documents = part.map { journeys[$0].takeDocument() }
    let verdicts = transforms[stage].processAll(&documents)
    note.end()
    let nanoseconds = monotonicNanoseconds() - start
    batch.stageNanoseconds[stage + 1] += nanoseconds
    let isComplete = documents.count == part.count && verdicts.count == part.count
    for (place, index) in part.enumerated() {
      journeys[index].duration += nanoseconds / part.count
      if isComplete, documents[place].source.key == journeys[index].entry.key {
        journeys[index].take(documents[place], verdicts[place], chain.transforms[stage])
      } else {
        journeys[index].end = .failed(
          StageFailure(
            reason: "mixed_batch",
            message: "the stage did not give back the documents that it was given, in their order, "
              + "with a result for each"))
      }
    }
  }

  // MARK: One journey

  /// Loads the document, or takes it as it was kept.
  private func begin(
    _ assignment: Assignment, _ resumption: Resumption?, into batch: inout CompletedBatch
  ) -> Journey {
    let item = assignment.item
    // Stages are known by their index in the chain, of which the source has the first.
    var journey = Journey(
      assignment: assignment,
      entry: LedgerEntry(
        key: item.key, stamp: item.stamp, outcome: .written, applied: 1,
        attempts: assignment.earlierAttempts + 1))
    note.begin(item.key)
    defer { note.end() }
    do throws(StageFailure) {
      let document: Document
      if let resumption { document = resumption.document } else { document = try source.load(item) }
      journey.entry.sha256 = document.source.sha256
      if journey.entry.sha256 == assignment.knownSHA256 {
        journey.end = .restamped
      } else {
        if let resumption {
          journey.entry.applied = resumption.applied
          journey.entry.reached = resumption.stage
        } else {
          journey.inputBytes = document.source.byteCount
          batch.inputBytes += journey.inputBytes
        }
        journey.document = document
        keepIfAsked(&journey)
      }
    } catch {
      journey.end = .failed(error)
    }
    journey.lap(&batch)
    return journey
  }

  private func keepIfAsked(_ journey: inout Journey) {
    guard journey.entry.reached == chain.keptStage, journey.entry.kept == nil,
      let document = journey.document
    else { return }
    journey.entry.kept = journey.entry.reached
    keptCoder.encode(document, into: &journey.keptBytes)
  }

  /// Carries the document on to the next stage that takes many.
  ///
  /// - Returns: the index of that transform, which is to see the document; `nil` at the end.
  private func travel(_ journey: inout Journey, into batch: inout CompletedBatch) -> Int? {
    guard journey.end == nil, journey.document != nil else { return nil }
    journey.last = monotonicNanoseconds()
    note.begin(journey.assignment.item.key)
    defer { note.end() }
    if journey.entry.reached > 0 { keepIfAsked(&journey) }
    while journey.end == nil, journey.entry.reached < chain.transforms.count,
      var document = journey.document
    {
      let index = journey.entry.reached
      let transform = chain.transforms[index]
      journey.entry.reached += 1
      note.reach(journey.entry.reached)
      guard applies(transform, to: &document) else {
        journey.document = document
        keepIfAsked(&journey)
        continue
      }
      journey.apply()
      if transforms[index].batchSize > 1 {
        journey.document = document
        journey.lap(&batch)
        return index
      }
      journey.before = document
      journey.document = nil
      let verdict: Result<Verdict, StageFailure>
      do throws(StageFailure) {
        verdict = .success(try transforms[index].process(&document))
      } catch {
        verdict = .failure(error)
      }
      journey.lap(&batch)
      journey.take(document, verdict, transform)
      if journey.end == nil { keepIfAsked(&journey) }
    }
    journey.lap(&batch)
    return nil
  }

  /// Encodes the document for the sinks, and adds what became of it to the batch. What it was, which may
  /// be much, is not kept.
  private func finish(_ journey: inout Journey, into batch: inout CompletedBatch) {
    defer { journey.forget() }
    let bytesBefore = batch.bytes.count
    journey.last = monotonicNanoseconds()
    note.begin(journey.assignment.item.key)
    defer { note.end() }
    var lengths = journey.entry.kept == nil ? [] : chain.sinks.map { _ in 0 }
    if journey.end == nil, let document = journey.document {
      journey.before = document
      do throws(StageFailure) {
        lengths = try encode(document, &journey, into: &batch)
        journey.entry.measures = DocumentMeasures(document)
      } catch {
        batch.bytes.removeSubrange(bytesBefore...)
        journey.end = .failed(error)
      }
    }
    let stage = chain.labels[journey.entry.reached]
    switch journey.end {
    case nil: break
    case .restamped:
      batch.restamped.append((journey.entry.key, journey.entry.stamp))
      return
    case .dropped(let reason):
      journey.entry.outcome = .filtered
      journey.entry.stage = stage
      journey.entry.reason = reason
    case .failed(let failure):
      documentBeforeFailure = journey.before
      journey.entry.outcome = .quarantined
      journey.entry.stage = stage
      journey.entry.reason = failure.reason
      journey.entry.message = failure.message
      journey.entry.offset = failure.offset
      journey.entry.isTransient = failure.isTransient
    }
    // What is kept of the document stands behind its records, as whose last part it is found again.
    if journey.entry.kept != nil {
      batch.bytes += journey.keptBytes
      lengths.append(journey.keptBytes.count)
    }
    if !lengths.isEmpty {
      let range = bytesBefore..<batch.bytes.count
      journey.entry.location = SpoolLocation(
        start: bytesBefore, lengths: lengths,
        checksum: hashBytes(batch.bytes.span.extracting(range)))
    }
    journey.entry.duration = journey.duration
    batch.entries.append(journey.entry)
  }

  private func encode(
    _ document: Document, _ journey: inout Journey, into batch: inout CompletedBatch
  ) throws(StageFailure) -> [Int] {
    var lengths: [Int] = []
    for (sink, worker) in zip(chain.sinks, sinks) {
      journey.entry.reached += 1
      note.reach(journey.entry.reached)
      let start = batch.bytes.count
      if sink.condition?.evaluate(document) ?? true {
        journey.apply()
        try worker.encode(document, into: &batch.bytes)
      }
      lengths.append(batch.bytes.count - start)
      journey.lap(&batch)
    }
    return lengths
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
