import Clean
import Exec
import Fetch
import Segment
public import StageKit
import Summarise
import Tag
import Write

/// The built-in stages, in the order in which a pipeline usually has them. A new stage is one folder
/// under `Stages` and one line here.
public let builtInStages: [any Stage.Type] = [
  FetchStage.self,
  CleanStage.self,
  SegmentStage.self,
  TagStage.self,
  SummariseStage.self,
  ExecStage.self,
  WriteStage.self,
]
