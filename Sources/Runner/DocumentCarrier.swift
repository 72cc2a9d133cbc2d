import PipelineFile
public import StageKit

/// Carries single documents through the stages of a plan, outside of a run: there is no ledger, and
/// nothing is published. One thread uses it.
public final class DocumentCarrier {
  /// What one transform did.
  public struct Step: Sendable {
    /// Why a stage did not see a document, or what it made of it.
    public enum Outcome: Sendable, Equatable {
      /// `when` did not hold.
      case passedBy
      /// A layer that the stage reads was not there.
      case skipped(missing: Layer)
      case done(Verdict)
      case failed(StageFailure)
    }

    /// The label of the stage.
    public let label: String
    public let outcome: Outcome
    public let nanoseconds: Int
  }

  private let chain: Chain
  private let source: any SourceWorker
  private let transforms: [any TransformWorker]
  private let sinks: [any SinkWorker]

  /// Makes scratch space for all stages.
  public init(_ plan: Plan) {
    chain = plan.chain
    source = makeWorker(chain.source, chain.needsRawOffsets)
    transforms = chain.transforms.map { makeWorker($0.stage) }
    sinks = chain.sinks.map { makeWorker($0.stage) }
  }

  /// The labels of the transforms, in order.
  public var labels: [String] { chain.transforms.map(\.label) }

  /// What the transforms are, in order.
  public var descriptors: [StageDescriptor] { chain.transforms.map(\.descriptor) }

  /// Whether a transform has a condition.
  public func hasCondition(_ index: Int) -> Bool { chain.transforms[index].condition != nil }

  /// Finds the inputs and hands each over until `deliver` wants no more.
  public func list(_ deliver: (ListedInput) -> Bool) throws(StageFailure) {
    try chain.source.list(deliver)
  }

  /// Loads an input.
  public func load(_ item: InputItem) throws(StageFailure) -> Document { try source.load(item) }

  /// Runs one transform, as a run would.
  public func apply(_ index: Int, to document: inout Document) -> Step {
    let transform = chain.transforms[index]
    let start = monotonicNanoseconds()
    func step(_ outcome: Step.Outcome) -> Step {
      Step(
        label: transform.label, outcome: outcome, nanoseconds: monotonicNanoseconds() - start)
    }
    if let condition = transform.condition, !condition.evaluate(document) {
      return step(.passedBy)
    }
    if let layer = transform.descriptor.reads.first(where: { !document.has($0) }) {
      document.metadata.addNote(missingLayerNote(transform.label, layer))
      return step(.skipped(missing: layer))
    }
    let before = document
    do throws(StageFailure) {
      let verdict = try transforms[index].process(&document)
      let done = step(.done(verdict))
      try checkLayers(document, before: before, transform.descriptor)
      return done
    } catch {
      return step(.failed(error))
    }
  }

  /// Runs the transforms one after another until one drops or fails the document.
  ///
  /// - Returns: what became of it.
  public func carry(_ document: inout Document) -> Result<Verdict, StageFailure> {
    for index in chain.transforms.indices {
      switch apply(index, to: &document).outcome {
      case .done(.keep), .passedBy, .skipped: continue
      case .done(let verdict): return .success(verdict)
      case .failed(let failure): return .failure(failure)
      }
    }
    return .success(.keep)
  }

  /// Appends the document as the first sink writes it.
  public func encode(_ document: Document, into buffer: inout [UInt8]) throws(StageFailure) {
    try sinks.first?.encode(document, into: &buffer)
  }
}

/// What a record says of a stage that could not see its document.
func missingLayerNote(_ label: String, _ layer: Layer) -> String {
  "stage '\(label)' skipped: no \(layer)"
}

/// Checks what a stage left behind: its layers fit the text, and it changed only what it declares.
func checkLayers(
  _ document: Document, before: Document, _ descriptor: StageDescriptor
) throws(StageFailure) {
  if let (layer, problem) = document.firstInvalidLayer() {
    throw StageFailure(
      reason: "invalid_layer", message: "the stage left invalid \(layer): \(problem)")
  }
  if let layer = document.firstUndeclaredChange(from: before, declared: descriptor.writes) {
    throw StageFailure(
      reason: "undeclared_layer",
      message: "the stage changed \(layer), which it does not declare to write")
  }
}
