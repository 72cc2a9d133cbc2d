import StageKit

// A stage together with one worker's scratch space. The protocols hide the type of the scratch.

protocol SourceWorker: AnyObject {
  func load(_ item: InputItem) throws(StageFailure) -> Document
}

protocol TransformWorker: AnyObject {
  /// How many documents it takes at once, at most.
  var batchSize: Int { get }
  func process(_ document: inout Document) throws(StageFailure) -> Verdict
  func processAll(_ documents: inout [Document]) -> [Result<Verdict, StageFailure>]
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

  var batchSize: Int { 1 }

  func process(_ document: inout Document) throws(StageFailure) -> Verdict {
    try stage.process(&document, &scratch)
  }

  func processAll(_ documents: inout [Document]) -> [Result<Verdict, StageFailure>] {
    documents.indices.map { index in
      do throws(StageFailure) {
        return .success(try stage.process(&documents[index], &scratch))
      } catch {
        return .failure(error)
      }
    }
  }
}

private final class BatchTransformBox<S: BatchTransformStage>: TransformWorker {
  let stage: S
  var scratch: S.Scratch

  init(_ stage: S) {
    self.stage = stage
    scratch = stage.makeScratch()
  }

  var batchSize: Int { max(1, stage.batchSize) }

  func process(_ document: inout Document) throws(StageFailure) -> Verdict {
    try stage.process(&document, &scratch)
  }

  func processAll(_ documents: inout [Document]) -> [Result<Verdict, StageFailure>] {
    stage.process(&documents, &scratch)
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
  if let stage = stage as? any BatchTransformStage { return makeBatchWorker(stage) }
  return TransformBox(stage)
}
private func makeBatchWorker<S: BatchTransformStage>(_ stage: S) -> any TransformWorker {
  BatchTransformBox(stage)
}
func makeWorker<S: SinkStage>(_ stage: S) -> any SinkWorker { SinkBox(stage) }
