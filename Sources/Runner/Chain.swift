import PipelineFile
import StageKit

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
    /// Where the documents go; the path is plain.
    let output: OutputLayout

    init(label: String, stage: any SinkStage, condition: Condition?) {
      self.label = label
      self.stage = stage
      self.condition = condition
      output = stage.output.withPlainPath
    }
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
